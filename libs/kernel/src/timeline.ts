import { caseView, type CaseView } from './case-view';
import type { CaseRef } from './case-ref';
import type { Guards, Moment } from './machine';
import { effectiveOrder, placeOf } from './order';
import type { Procedure } from './procedure';
import type { StepFact } from './step';

/** A step in its effective place, with the moment it led to. */
export interface Entry {
  readonly step: StepFact;
  readonly before: Moment;
  readonly after: Moment;
  readonly guards: Guards;
}

/** A case's steps in effective order, each with its moments. */
export type Timeline = readonly Entry[];

/** A step that the machine does not take where it would stand. */
export interface Impossible {
  readonly impossible: StepFact;
  /** Where the case stands when its turn comes. */
  readonly at: Moment;
}

/** As at the end of this date, or at its beginning. */
export interface AsAt {
  readonly date: string;
  readonly opening: boolean;
}

/**
 * Folds steps, given in the order recorded, in effective order.
 * @throws CorruptHistory when a step recorded as possible is not
 */
export function timelineOf(procedure: Procedure, recorded: readonly StepFact[]): Timeline {
  const ordered = effectiveOrder(recorded.map((step) => ({ step }))).map(({ step }) => step);
  const folded = refolded(procedure, [], ordered);
  if (isImpossible(folded)) throw new CorruptHistory(procedure, folded);
  return folded;
}

/** The timeline of these steps, in this order; what it shares with one known already is taken over. */
export function refolded(
  procedure: Procedure,
  known: Timeline,
  ordered: readonly StepFact[],
): Timeline | Impossible {
  const differing = ordered.findIndex((step, i) => known[i]?.step !== step);
  const kept = known.slice(0, differing < 0 ? ordered.length : differing);
  const start = kept.at(-1)?.after ?? procedure.interpreter.initial;
  const rest = foldFrom(procedure, start, ordered.slice(kept.length));
  return isImpossible(rest) ? rest : [...kept, ...rest];
}

/** A history that its own definition does not replay: never expected, never passed over. */
export class CorruptHistory extends Error {
  constructor(procedure: Procedure, { impossible, at }: Impossible) {
    const state = JSON.stringify(at.value);
    super(
      `revision ${impossible.revision} (${impossible.type}, ${impossible.occurredOn}) is recorded, ` +
        `but ${procedure.id} version ${procedure.version} does not take it in state ${state}`,
    );
  }
}

/** A timeline with one more step: where it stands, and all entries from there on. */
export interface Insertion {
  readonly place: number;
  /** The new step's entry, then those after it, folded anew. */
  readonly entries: readonly [Entry, ...Entry[]];
}

/** What one more step would do, or the step that would become impossible (it or a later one). */
export function insertion(
  procedure: Procedure,
  timeline: Timeline,
  step: StepFact,
): Insertion | Impossible {
  const place = placeOf(timeline, { step });
  const before = timeline[place - 1]?.after ?? procedure.interpreter.initial;
  const first = entryOf(procedure, before, step);
  if (isImpossible(first)) return first;
  const later = timeline.slice(place).map((entry) => entry.step);
  const rest = foldFrom(procedure, first.after, later);
  return isImpossible(rest) ? rest : { place, entries: [first, ...rest] };
}

/** The timeline after the insertion. */
export function inserted(timeline: Timeline, { place, entries }: Insertion): Timeline {
  return [...timeline.slice(0, place), ...entries];
}

function foldFrom(
  procedure: Procedure,
  start: Moment,
  steps: readonly StepFact[],
): Entry[] | Impossible {
  const entries: Entry[] = [];
  let before = start;
  for (const step of steps) {
    const entry = entryOf(procedure, before, step);
    if (isImpossible(entry)) return entry;
    entries.push(entry);
    before = entry.after;
  }
  return entries;
}

function entryOf(procedure: Procedure, before: Moment, step: StepFact): Entry | Impossible {
  const { type, occurredOn, data } = step;
  const taken = procedure.interpreter.take(before, { type, occurredOn, data });
  return taken
    ? { step, before, after: taken.to, guards: taken.guards }
    : { impossible: step, at: before };
}

export function isImpossible(value: object): value is Impossible {
  return 'impossible' in value;
}

/** Whether what took place on a day had happened as at a date. */
export const hadHappened = (occurredOn: string, { date, opening }: AsAt): boolean =>
  opening ? occurredOn < date : occurredOn <= date;

/** How many entries count as at a date. */
export function countedAt(timeline: Timeline, asAt: AsAt): number {
  const counts = ({ step }: Entry) => hadHappened(step.occurredOn, asAt);
  let low = 0;
  let high = timeline.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = timeline[middle];
    if (entry && counts(entry)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The case as at a date, or undefined when nothing had happened in it yet. */
export function viewAsAt(
  ref: CaseRef,
  known: { readonly timeline: Timeline; readonly revision: number },
  asAt: AsAt,
): CaseView | undefined {
  const count = countedAt(known.timeline, asAt);
  const moment = known.timeline[count - 1]?.after;
  return moment && caseView(ref, known.revision, moment);
}
