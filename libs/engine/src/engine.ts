import { dateAtSeat, type CaseRef, type Refusal, type Registry } from '@rapporteur/kernel';
import { annotate, checkAnnotation } from './annotating';
import { answer, answerAll } from './answering';
import { forbiddenSteps, recordAll, type Batch, type BatchRequest, type BatchStep } from './batch';
import { basisIndex } from './basis-index';
import { caseAnswer, historyAnswer, type CaseAnswer, type HistoryAnswer } from './case-answers';
import { causes, type Causes } from './causes';
import { memoryCheckpoints, type Alert, type Checkpoints } from './checkpoint';
import { correctionsAnswer, type CorrectionsAnswer } from './corrections';
import type { EngineParts } from './engine-parts';
import { StoreUnavailable, type EventStore, type Position } from './event-store';
import { following } from './following';
import { hotCases } from './hot-cases';
import { ledger, type Ledger } from './ledger';
import { mentionIndex } from './mention-index';
import { mentionsAnswer, type MentionsAnswer } from './mentions';
import { nextAnswer, type NextAnswer } from './next';
import { dueAnswer, obligationsAnswer, type DueAnswer, type ObligationsAnswer } from './portfolio';
import type { Question } from './questions';
import { reading, type Reading } from './reading';
import { rehearsalStore } from './rehearsal-store';
import type { Checked, Recorded } from './recorded-answer';
import { check, record, type RequestedBy } from './recording';
import { turns } from './turns';

export interface EngineSettings {
  readonly store: EventStore;
  readonly registry: Registry;
  readonly checkpoints: Checkpoints;
  /** The instant now, `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
  readonly clock: () => string;
  /** The date to take for today; without it, the clock's at the seat. Never touches `recordedAt`. */
  readonly today?: string;
  /** Makes an idempotency key, different at every call, for a request that came without one. */
  readonly newKey: () => string;
  /** True in a rehearsal; without it, what the log's first record says. */
  readonly simulated?: true;
  /** Follows the log for answers alone and proposes nothing. */
  readonly readOnly?: true;
  /** Told of what a person should see: a refused effect, a lost store. */
  readonly report: (line: string) => void;
}

/** Records steps and answers questions; every process on a store has its own. */
export interface Engine {
  record(ref: CaseRef, body: unknown, by: RequestedBy): Promise<Recorded | Refusal>;
  /** As `record`, but records nothing; a request that was recorded before is answered as then. */
  check(ref: CaseRef, body: unknown, by: RequestedBy): Promise<Checked | Recorded | Refusal>;
  /**
   * Records an engine step, `{type, data}`, on a case that exists: evidence, a note, an approval, a
   * correction proposed, approved or rejected.
   */
  annotate(ref: CaseRef, body: unknown, by: RequestedBy): Promise<Recorded | Refusal>;
  /** As `annotate`, but records nothing. */
  checkAnnotation(
    ref: CaseRef,
    body: unknown,
    by: RequestedBy,
  ): Promise<Checked | Recorded | Refusal>;
  stateAt(ref: CaseRef, question: Question): Promise<CaseAnswer | Refusal>;
  history(ref: CaseRef, question: Question): Promise<HistoryAnswer | Refusal>;
  /** Where each step of a case stands; with `under`, also those of all cases under it. */
  next(ref: CaseRef, question: Question & { under?: boolean }): Promise<NextAnswer | Refusal>;
  /** The records that name a case in themselves: of a meeting, what was recorded as taken at it. */
  mentions(ref: CaseRef, question: Question): Promise<MentionsAnswer | Refusal>;
  /** The corrections of a case that were proposed, and what approving the open ones would change. */
  corrections(ref: CaseRef, question: Question): Promise<CorrectionsAnswer | Refusal>;
  /** The deadlines of all cases. */
  obligations(question: Question): Promise<ObligationsAnswer | Refusal>;
  /** The steps of all cases that the passing of time brings. */
  due(question: Question): Promise<DueAnswer | Refusal>;
  /** Records many steps, all or none: each is tried first, with what those before it cause. */
  recordAll(steps: readonly BatchStep[], by: BatchRequest): Promise<Batch>;
  /** Waits until the effects of all records up to a position have been proposed. */
  settled(position: Position): Promise<void>;
  readonly log: {
    readonly size: number;
    readonly firstId: string | undefined;
    readonly isSimulated: boolean;
  };
  /** What a read model beside the engine is made from. */
  readonly reading: Reading;
  /** Effects that were refused. */
  alerts(): readonly Alert[];
  today(): string;
  /** Follows the log; resolves when it has been read to its end once. */
  start(): Promise<void>;
  /** Whether the log is being followed. */
  isFollowing(): boolean;
  /** Resolves with the fault after which this process can never follow the log: start it anew. */
  readonly failure: Promise<unknown>;
  /** Stops following, keeps the checkpoint. The store stays open: who opened it closes it. */
  stop(): Promise<void>;
}

export async function engine(settings: EngineSettings): Promise<Engine> {
  const log = ledger();
  const today = () => settings.today ?? dateAtSeat(settings.clock());
  const parts: EngineParts = {
    store: settings.store,
    registry: settings.registry,
    cases: hotCases(settings.store, log),
    log,
    mentions: mentionIndex(settings.registry),
    basis: basisIndex(),
    turns: turns(),
    clock: settings.clock,
    today,
    newKey: settings.newKey,
    isSimulated: () => settings.simulated ?? log.isSimulated,
  };
  const effects = await causes(parts, settings.checkpoints, settings.report);
  const follower = following(parts, settings.readOnly ? undefined : effects, settings.report);
  const now = () => ({ today: today(), instant: settings.clock() });
  const answering = { parts, effects, now };
  const requireLog = () => {
    if (follower.hasFailed()) throw new StoreUnavailable('the log can no longer be followed');
  };

  const self: Engine = {
    record: async (ref, body, by) => {
      requireLog();
      return record(parts, ref, body, by);
    },
    check: (ref, body, by) => check(parts, ref, body, by),
    annotate: async (ref, body, by) => {
      requireLog();
      return annotate(parts, ref, body, by);
    },
    checkAnnotation: (ref, body, by) => checkAnnotation(parts, ref, body, by),
    stateAt: (ref, question) =>
      answer(answering, ref, question, (hot, asked) => caseAnswer(hot, log, asked)),
    history: (ref, question) =>
      answer(answering, ref, question, (hot, asked) => historyAnswer(hot, log, asked)),
    next: (ref, question) =>
      answer(answering, ref, question, (hot, asked) =>
        nextAnswer(parts, hot, asked, question.under ?? false),
      ),
    mentions: (ref, question) =>
      answer(answering, ref, question, (hot, asked) => mentionsAnswer(parts, hot, asked)),
    corrections: (ref, question) =>
      answer(answering, ref, question, (hot, asked) => correctionsAnswer(parts, hot, asked)),
    obligations: (question) =>
      answerAll(answering, question, (asked) => obligationsAnswer(parts, asked)),
    due: (question) => answerAll(answering, question, (asked) => dueAnswer(parts, asked)),
    recordAll: (steps, by) => recordBatch({ settings, parts, effects, live: self }, steps, by),
    settled: effects.settled,
    log,
    reading: reading(parts),
    alerts: effects.alerts,
    today,
    ...follower,
  };
  return self;
}

/** What recording many steps works with. */
interface Batching {
  readonly settings: EngineSettings;
  readonly parts: EngineParts;
  readonly effects: Causes;
  readonly live: Engine;
}

async function recordBatch(
  { settings, parts, effects, live }: Batching,
  steps: readonly BatchStep[],
  by: BatchRequest,
): Promise<Batch> {
  const problems = forbiddenSteps(settings.registry, steps, by.actor);
  if (problems.length > 0) return { outcome: 'refused', problems, recorded: [] };
  const keyed = { ...by, key: by.key ?? settings.newKey() };
  // One rehearsal at a time: each passes over the log.
  return parts.turns.inTurn('batch', () =>
    rehearsed(settings, { log: parts.log, effects }, (rehearsal) =>
      recordAll(live, rehearsal, steps, keyed),
    ),
  );
}

/** An engine that records in memory, on the log as it is now, as long as the work takes. */
async function rehearsed<A>(
  settings: EngineSettings,
  { log, effects }: { readonly log: Ledger; readonly effects: Causes },
  work: (rehearsal: Engine) => Promise<A>,
): Promise<A> {
  const { size } = log;
  const store = rehearsalStore(settings.store, {
    size,
    countOf: (stream) => log.countIn(stream, size),
  });
  const { readOnly: _readOnly, ...same } = settings;
  const checkpoints = memoryCheckpoints();
  const reached = effects.reached();
  if (reached) await checkpoints.save(reached);
  const rehearsal = await engine({ ...same, store, checkpoints, report: () => {} });
  await rehearsal.start();
  try {
    return await work(rehearsal);
  } finally {
    await rehearsal.stop();
    await store.close();
  }
}
