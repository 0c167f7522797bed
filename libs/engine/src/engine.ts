import {
  caseName,
  dateAtSeat,
  isCaseId,
  isRefusal,
  type CaseRef,
  type Refusal,
  type Registry,
} from '@rapporteur/kernel';
import { caseAnswer, historyAnswer, type CaseAnswer, type HistoryAnswer } from './case-answers';
import { causes, type Causes } from './causes';
import type { Alert, Checkpoints } from './checkpoint';
import type { EngineParts } from './engine-parts';
import { StoreFault, StoreUnavailable, type EventStore, type Position } from './event-store';
import { following } from './following';
import { hotCases, type HotCase } from './hot-cases';
import { ledger } from './ledger';
import { understand, type Question, type Understood } from './questions';
import { nextAnswer, type NextAnswer } from './next';
import type { Checked, Recorded } from './recorded-answer';
import { check, record, type RequestedBy } from './recording';
import { malformedCaseId, malformedPosition, unknownCase, unknownProcedure } from './refusals';
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
  stateAt(ref: CaseRef, question: Question): Promise<CaseAnswer | Refusal>;
  history(ref: CaseRef, question: Question): Promise<HistoryAnswer | Refusal>;
  /** Where each step of a case stands; with `under`, also those of all cases under it. */
  next(ref: CaseRef, question: Question & { under?: boolean }): Promise<NextAnswer | Refusal>;
  /** Waits until the effects of all records up to a position have been proposed. */
  settled(position: Position): Promise<void>;
  readonly log: {
    readonly size: number;
    readonly firstId: string | undefined;
    readonly isSimulated: boolean;
  };
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
    turns: turns(),
    clock: settings.clock,
    today,
    newKey: settings.newKey,
    isSimulated: () => settings.simulated ?? log.isSimulated,
  };
  const effects = await causes(parts, settings.checkpoints, settings.report);
  const follower = following(parts, settings.readOnly ? undefined : effects, settings.report);
  const now = () => ({ today: today(), instant: settings.clock() });

  return {
    record: async (ref, body, by) => {
      if (follower.hasFailed()) throw new StoreUnavailable('the log can no longer be followed');
      return record(parts, ref, body, by);
    },
    check: (ref, body, by) => check(parts, ref, body, by),
    stateAt: (ref, question) =>
      answer(parts, effects, { ref, question, now }, (hot, asked) => caseAnswer(hot, log, asked)),
    history: (ref, question) =>
      answer(parts, effects, { ref, question, now }, (hot, asked) =>
        historyAnswer(hot, log, asked),
      ),
    next: (ref, question) =>
      answer(parts, effects, { ref, question, now }, (hot, asked) =>
        nextAnswer(parts, hot, asked, question.under ?? false),
      ),
    settled: effects.settled,
    log,
    alerts: effects.alerts,
    today,
    ...follower,
  };
}

interface Asked {
  readonly ref: CaseRef;
  readonly question: Question;
  readonly now: () => { readonly today: string; readonly instant: string };
}

/** Answers a question to a case once the log has been followed as far as the case reaches. */
async function answer<A>(
  parts: EngineParts,
  effects: Causes,
  { ref, question, now }: Asked,
  give: (hot: HotCase, understood: Understood) => A | Promise<A>,
): Promise<A | Refusal> {
  const procedure = parts.registry.get(ref.procedure);
  if (!procedure) return unknownProcedure(ref.procedure, parts.registry);
  if (!isCaseId(ref.case)) return malformedCaseId();
  if (question.after !== undefined) {
    if (!isPosition(parts, question.after)) return malformedPosition();
    await effects.settled(question.after);
  }
  let hot = await parts.cases.known(procedure, ref);
  // From here on nothing is awaited, so that the answer is what its basis says.
  while (parts.cases.isBehind(hot)) hot = await parts.cases.refreshed(hot);
  if (hot.revision < 0) return unknownCase(caseName(ref));
  const understood = understand(question, parts.log, now());
  return isRefusal(understood) ? understood : give(hot, understood);
}

/** Whether the store could have given this position; each store has its own way to write them. */
function isPosition({ store }: EngineParts, text: string): boolean {
  try {
    return store.comparePositions(text, text) === 0;
  } catch (error) {
    if (error instanceof StoreFault) return false;
    throw error;
  }
}
