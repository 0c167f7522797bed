import {
  caseName,
  caseOfStream,
  isEngineStep,
  isRefusal,
  recordOf,
  type CausedStep,
  type Citation,
  type StepRecord,
} from '@rapporteur/kernel';
import { setTimeout as delay } from 'node:timers/promises';
import { annotate } from './annotating';
import { isRefusedEffect, type Alert, type Checkpoint, type Checkpoints } from './checkpoint';
import type { EngineParts } from './engine-parts';
import { StoreUnavailable, type Position, type StoredEvent } from './event-store';
import { until } from './ledger';
import { annulledBy, correctedCauses, inWords } from './corrected-causes';
import { causedByApproval, causedByRecord } from './effects';
import { record, type RequestedBy } from './recording';

/**
 * Proposes caused steps, in the order of the log. Every record is delivered at least once; the
 * idempotency key of an effect is made of its cause, so that it happens exactly once.
 */
export interface Causes {
  /** Takes the next record of the log, whose effects are due unless the checkpoint has them. */
  note(event: StoredEvent): void;
  /** The log has been read to its end: a checkpoint that was not met is of another log. */
  caughtUp(): void;
  /** Waits until the effects of all records up to a position have been proposed. */
  settled(position: Position): Promise<void>;
  /** The last record whose effects have been proposed. */
  reached(): Checkpoint | undefined;
  /** The effects that were refused. */
  alerts(): readonly Alert[];
  /** Runs until the signal aborts, then keeps its checkpoint. */
  run(signal: AbortSignal): Promise<void>;
}

interface Progress {
  /** Read, but effects not yet proposed. */
  readonly pending: StoredEvent[];
  /** Seen before the checkpoint was met: their effects have run, if the checkpoint is of this log. */
  before: StoredEvent[];
  /** The checkpoint to be met, until it is. */
  awaited: Checkpoint | undefined;
  settled: StoredEvent | undefined;
  alerts: readonly Alert[];
  /** How many records have been settled since the checkpoint was kept. */
  unkept: number;
}

/** How many records without effects may pass before the checkpoint is kept anew. */
const keepEvery = 1_000;

export async function causes(
  parts: EngineParts,
  checkpoints: Checkpoints,
  report: (line: string) => void,
): Promise<Causes> {
  const awaited = await checkpoints.load();
  const progress: Progress = {
    pending: [],
    before: [],
    awaited,
    settled: undefined,
    alerts: awaited?.alerts ?? [],
    unkept: 0,
  };
  const running = { parts, checkpoints, progress, report };
  const watching = new Set<() => void>();
  let hasStopped = false;
  const wake = () => [...watching].forEach((look) => look());

  return {
    note(event) {
      take(progress, event);
      wake();
    },
    caughtUp() {
      if (progress.awaited) distrust(progress);
      wake();
    },
    settled: (position) =>
      until(watching, () => {
        const { settled } = progress;
        if (hasStopped) throw new StoreUnavailable('the causes do not run any more');
        return !!settled && parts.store.comparePositions(settled.position, position) >= 0;
      }),
    reached: () => checkpointOf(progress),
    alerts: () => progress.alerts,
    async run(signal) {
      signal.addEventListener('abort', wake);
      while (!signal.aborted) {
        const event = progress.pending.shift();
        if (event) {
          await settle(running, event, signal);
          wake();
        } else {
          await news(watching, () => progress.pending.length > 0 || signal.aborted);
        }
      }
      hasStopped = true;
      wake();
      await keep(running);
    },
  };
}

/** Everything up to the checkpoint has had its effects; what comes after it has not. */
function take(progress: Progress, event: StoredEvent): void {
  const { awaited } = progress;
  if (!awaited) progress.pending.push(event);
  else if (awaited.position !== event.position) progress.before.push(event);
  else if (awaited.hash !== event.metadata['hash']) {
    progress.before.push(event);
    distrust(progress);
  } else {
    progress.settled = event;
    progress.awaited = undefined;
    progress.before = [];
  }
}

/** The checkpoint is of another log: begin at the beginning; what was done is found again. */
function distrust(progress: Progress): void {
  progress.pending.unshift(...progress.before);
  progress.before = [];
  progress.awaited = undefined;
  progress.alerts = [];
}

function news(watching: Set<() => void>, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds()) return;
      watching.delete(look);
      resolve();
    };
    watching.add(look);
    look();
  });
}

interface Running {
  readonly parts: EngineParts;
  readonly checkpoints: Checkpoints;
  readonly progress: Progress;
  /** Told of what a person should see. */
  readonly report: (line: string) => void;
}

/** Proposes all effects of a record in turn; keeps the place. Ends early only when told to stop. */
async function settle(running: Running, event: StoredEvent, signal: AbortSignal): Promise<void> {
  const { parts, progress, report } = running;
  const effects = await retrying(() => effectsCausedBy(parts, event), signal);
  if (!effects) return;
  for (const effect of effects) {
    const alerts = await retrying(() => propose(parts, effect), signal);
    if (!alerts) return;
    progress.alerts = [...progress.alerts, ...alerts];
    alerts.forEach((alert) => report(inWords(alert)));
  }
  const alerts = await retrying(() => correctedCauses(parts, event), signal);
  if (!alerts) return;
  const annulled = await retrying(() => annulledBy(parts, event), signal);
  if (!annulled) return;
  const isSettled = (alert: Alert) => !isRefusedEffect(alert) && annulled(alert.effect);
  progress.alerts = [...progress.alerts.filter((alert) => !isSettled(alert)), ...alerts];
  alerts.forEach((alert) => report(inWords(alert)));
  progress.settled = event;
  progress.unkept += 1;
  const hasNews = effects.length > 0 || alerts.length > 0;
  if (hasNews || progress.unkept >= keepEvery) await keep(running);
}

/** Losing a checkpoint costs time, never correctness: one that cannot be kept stops nothing. */
async function keep({ checkpoints, progress, report }: Running): Promise<void> {
  const checkpoint = checkpointOf(progress);
  if (!checkpoint || progress.unkept === 0) return;
  try {
    await checkpoints.save(checkpoint);
    progress.unkept = 0;
  } catch (error) {
    report(`the checkpoint of the causes cannot be kept (${String(error)}); trying again later`);
  }
}

function checkpointOf({ settled, alerts }: Progress): Checkpoint | undefined {
  if (!settled) return undefined;
  const { position, metadata } = settled;
  return { position, hash: String(metadata['hash']), alerts };
}

/** A step to propose, and the record that causes it. */
interface Effect {
  readonly step: CausedStep;
  readonly cause: StepRecord;
  readonly causeName: string;
  readonly number: number;
  /** The day and the authority that it takes: those of the step that causes it. */
  readonly occurredOn: string;
  readonly authority: readonly Citation[];
}

async function effectsCausedBy(parts: EngineParts, event: StoredEvent): Promise<readonly Effect[]> {
  const ref = caseOfStream(event.stream);
  const procedure = ref && parts.registry.get(ref.procedure);
  if (!ref || !procedure) return [];
  const isCause = procedure.causes.some(({ on }) => on === event.type);
  if (!isCause && !isEngineStep(event.type)) return [];
  const cause = recordOf(event);
  const hot = await parts.cases.known(procedure, ref);
  const causeName = caseName(ref);
  if (isEngineStep(event.type)) {
    const caused = await causedByApproval(parts, hot, cause);
    return caused.map(({ step, by: { revision, occurredOn } }, number) => {
      const authority = hot.records[revision]?.metadata.authority ?? [];
      return { step, cause, causeName, number, occurredOn, authority };
    });
  }
  const { occurredOn, authority } = cause.metadata;
  const caused = await causedByRecord(parts, hot, cause);
  return caused.map((step, number) => ({ step, cause, causeName, number, occurredOn, authority }));
}

/** Proposes an effect with its cause's date and authority; a refusal becomes an alert. */
async function propose(parts: EngineParts, effect: Effect): Promise<readonly Alert[]> {
  const { step, cause, causeName, number, occurredOn, authority } = effect;
  const { $correlationId } = cause.metadata;
  const { type, data, links } = step;
  const by: RequestedBy = {
    actor: { id: 'engine', role: 'clock' },
    key: `cause:${cause.id}:${number}`,
    reservedKey: true,
    cause: { eventId: cause.id, correlationId: $correlationId, occurredOn, authority },
  };
  // Two causes of one day may well bring about the same step twice; the key tells them apart.
  const asStep = { type, data, occurredOn, authority, again: true };
  const opens = Object.keys(links).length > 0 ? { links } : {};
  const result = isEngineStep(type)
    ? await annotate(parts, step.case, { type, data }, by)
    : await record(parts, step.case, { ...asStep, ...opens }, by);
  if (!isRefusal(result)) return [];
  // Others were faster again and again: that is no verdict on the effect.
  if (result.code === 'conflict') throw new StoreUnavailable(`${caseName(step.case)} is busy`);
  const { id, revision } = cause;
  return [
    {
      cause: { case: causeName, revision, id },
      effect: { case: caseName(step.case), type },
      refusal: result,
    },
  ];
}

/** Tries again, ever more slowly, while the store is away; undefined when told to stop. */
async function retrying<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  for (let pause = 50; !signal.aborted; pause = Math.min(pause * 2, 2_000)) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await delay(pause, undefined, { signal }).catch(() => {});
    }
  }
  return undefined;
}
