export { isPosition } from './answering';
export { largestBatch, parseBatch } from './batch';
export type { Batch, BatchProblem, BatchRequest, BatchStep } from './batch';
export type { CaseAnswer, HistoryAnswer, HistoryRecord } from './case-answers';
export { isRefusedEffect, memoryCheckpoints } from './checkpoint';
export type { Alert, Checkpoint, Checkpoints, CorrectedCause, RefusedEffect } from './checkpoint';
export type { CorrectionAnswer, CorrectionsAnswer } from './corrections';
export type { CaseConsequence, Effect } from './impact';
export { engine } from './engine';
export type { Engine, EngineSettings } from './engine';
export { checkSizes } from './event-size';
export { EventTooLarge, largestEvent, StoreFault, StoreUnavailable } from './event-store';
export type { Appended, Conflict, Delivery, EventStore, NewEvent } from './event-store';
export type { Position, StoredEvent } from './event-store';
export { memoryEventStore } from './memory-event-store';
export type { MentioningRecord, MentionsAnswer } from './mentions';
export type { CaseNext, NextAnswer } from './next';
export { understand } from './questions';
export type { KnownLog, Question, Understood } from './questions';
export type { CaseAtSize, Reading } from './reading';
export type { Checked, Recorded } from './recorded-answer';
export type { RequestedBy } from './recording';
export type {
  CaseDueStep,
  CaseObligation,
  DueAnswer,
  ObligationsAnswer,
  PortfolioAnswer,
} from './portfolio';
export { malformedPosition } from './refusals';
export { clockworkOf, tick } from './timekeeper';
export type { Clockwork, Tick } from './timekeeper';
