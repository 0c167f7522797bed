export {
  caseName,
  caseOfStream,
  isCaseId,
  isProcedureId,
  parseCaseName,
  streamOf,
} from './case-ref';
export type { CaseRef } from './case-ref';
export type { CaseView } from './case-view';
export { beforeOpening, dateAtSeat, endOfDay, isDate, normalInstant, seat } from './dates';
export { decide, relatedCase } from './decide';
export type { BasisCase, Consequence, Decision, ProposedStep, RelatedCase, Scene } from './decide';
export { dutyOf } from './duty';
export type { Duty, DutyAround } from './duty';
export { eventId, hashOf, sha256 } from './hash';
export { canonicalJson, isJsonObject, sameJson, toJson, toJsonObject } from './json';
export type { Json, JsonObject } from './json';
export { assign, isIn, isStateValue, leaves, setup, stateNodes, xstateVersion } from './machine';
export type { AnyStateMachine, Moment, StateValue } from './machine';
export { nextSteps, stepStatuses } from './next';
export type { NextStep, StepStatus } from './next';
export { IsDay, Part, Parts, payloadSchema } from './payload';
export type { PayloadClass } from './payload';
export { misplacedLinks, prepare } from './prepare';
export type { Prepared } from './prepare';
export { causeOf, defineProcedure, registryOf } from './procedure';
export type {
  Cause,
  CausedStep,
  DefinitionLock,
  Labels,
  Mentions,
  Procedure,
  Registry,
} from './procedure';
export { factFrom, parseProposal, sources, StepProposal } from './proposal';
export type { DocumentRef, ParsedProposal, Source } from './proposal';
export { factOf, isEngineStep, noHash, recordHash, recordOf, seal } from './record';
export { canonicalRecord, UnreadableRecord } from './record';
export type { Metadata, StepRecord, StoredParts, UnsealedRecord } from './record';
export { grades, isRefusal, malformed, refusalCodes, refuse, refuseField } from './refusal';
export type { Citation, Grade, Reason, Refusal, RefusalCode } from './refusal';
export { stateName, stepName } from './refusals';
export { replay } from './replay';
export type { Difference } from './replay';
export { ruleOf } from './rule';
export type { Rule, Surroundings, Verdict, Verdicts } from './rule';
export { scenarios, took } from './scenario';
export type { Told, Then } from './scenario';
export { decisionModes, step } from './step';
export type { DecisionTaken, StepDefinition, StepEvents, StepFact } from './step';
export { inEach, languages } from './text';
export type { Language, Text } from './text';
export { CorruptHistory, countedAt, inserted, timelineOf, viewAsAt } from './timeline';
export type { AsAt, Entry, Insertion, Timeline } from './timeline';
export { validated } from './validation';
export type { Validated } from './validation';
export { actingFor, partyName, roles, rolesOfSomething } from './who';
export type { Act, Actor, Party, Role } from './who';
export { conformanceOf } from './conformance';
export type { Finding } from './conformance';
export { machineConfig } from './machine';
