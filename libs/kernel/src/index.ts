export { annotationsOf } from './annotations';
export type { AddedEvidence, Annotations, Approval, CorrectionMark } from './annotations';
export { inCalendar } from './around';
export { calendarChanges, calendarOf, isAskedFor } from './calendar-cases';
export type { CalendarChange, CalendarQuery } from './calendar-cases';
export type {
  Around,
  Calendar,
  CalendarEntry,
  CalendarFacts,
  InCalendar,
  Sight,
  Span,
  Standing,
} from './around';
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
export { clockStepOf } from './clock';
export type { ClockProposal, ClockStep } from './clock';
export { verdictImpact } from './correction-impact';
export { weighCorrections } from './correction-rules';
export type { Weighed } from './correction-rules';
export { approvalOf, correctionsBy, proposalsIn, proposedIn } from './corrections';
export type { Correction, CorrectionProposal, SignedOff } from './corrections';
export { dateInWords, monthInWords } from './date-words';
export {
  beforeOpening,
  dateAtSeat,
  endOfDay,
  endOfMonth,
  isDate,
  normalInstant,
  plusDays,
  plusMonths,
  seat,
  weekday,
} from './dates';
export { deadlineOf } from './deadline';
export type { Deadline, Due, Window } from './deadline';
export { decide, judge, verdictChanges } from './decide';
export type { Consequence, Decision, ProposedStep } from './decide';
export { engineCitation } from './engine-citation';
export { engineSteps, engineStepOf } from './engine-steps';
export { parseEngineStep, prepareEngineStep } from './engine-steps';
export type { EngineStepDefinition, ParsedEngineStep, PreparedEngineStep } from './engine-steps';
export { judgeEngineStep } from './engine-step-rules';
export type { JudgedEngineStep, KeptState } from './engine-step-rules';
export { dutyOf } from './duty';
export type { Duty } from './duty';
export { eventId, hashOf, sha256 } from './hash';
export { canonicalJson, isJsonObject, sameJson, toJson, toJsonObject } from './json';
export type { Json, JsonObject } from './json';
export { assign, isIn, isStateValue, leaves, setup, stateNodes, xstateVersion } from './machine';
export type { AnyStateMachine, Moment, StateValue } from './machine';
export { nextSteps, stepStatuses } from './next';
export type { NextStep, StepStatus } from './next';
export { obligationOf, obligationsOf, obligationStatuses } from './obligations';
export type { Obligation, ObligationStatus, Standing as ObligationStanding } from './obligations';
export { calendarHistory, standingEntries } from './obligation-calendar';
export type { CalendarHistory, StandingEntry } from './obligation-calendar';
export { obligationSpans } from './obligation-spans';
export type { ObligationSpan, ObligationSpans } from './obligation-spans';
export { IsDay, Part, Parts, payloadSchema } from './payload';
export type { PayloadClass } from './payload';
export { SaysOneOf } from './one-of';
export { IsText, IsTexts } from './texts';
export { misplacedLinks, prepare } from './prepare';
export type { Prepared } from './prepare';
export { causeOf, defineProcedure, registryOf } from './procedure';
export type {
  Cause,
  CausedStep,
  CausingStep,
  DefinitionLock,
  Labels,
  MentionedFrom,
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
export type { Difference } from './difference';
export { replay } from './replay';
export { ruleOf } from './rule';
export type { Rule, Verdict, Verdicts } from './rule';
export { scenarios, took } from './scenario';
export type { Ending, Told, Then } from './scenario';
export { sceneIn, take, worldOf } from './scenario-world';
export type { Known, Taken, World } from './scenario-world';
export { onCoverage } from './scenario-coverage';
export type { CoverageListener, StepCoverage, Uncovered } from './scenario-coverage';
export { dueSteps } from './timekeeping';
export type { DueStep } from './timekeeping';
export { relatedCase, surroundings, Unseen } from './scene';
export type { BasisCase, CalendarCase, RelatedCase, Scene } from './scene';
export { decisionModes, step } from './step';
export type { DecisionTaken, StepDefinition, StepEvents, StepFact } from './step';
export { foldedWith, foldRecords } from './fold';
export type { KnownCase } from './fold';
export { inEach, languages } from './text';
export type { Language, Text } from './text';
export { CorruptHistory, countedAt, hadHappened, inserted, timelineOf, viewAsAt } from './timeline';
export type { AsAt, Entry, Insertion, Timeline } from './timeline';
export { validated } from './validation';
export type { Validated } from './validation';
export { actingFor, partyName, partyOf, roles, rolesOfSomething } from './who';
export type { Act, Actor, Party, Role } from './who';
export { conformanceOf } from './conformance';
export type { Finding } from './conformance';
export { machineConfig } from './machine';
