import {
  canonicalJson,
  toJson,
  type Entry,
  type StateValue,
  type Timeline,
} from '@rapporteur/kernel';
import { dayNumber, never } from './days';

/** A state of a case at the end of each day from `from` on, before `to`. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  /** The state value in canonical JSON. */
  readonly state: string;
}

/** What becomes different about the states of a case when its timeline does. */
export interface Difference {
  readonly ceased: readonly Interval[];
  readonly begun: readonly Interval[];
}

/**
 * How the intervals of two timelines differ. What they share at their beginning, as the same objects,
 * is passed over, so that a step at the end of a long history costs no more than one of a short.
 */
export function differenceOf(before: Timeline, after: Timeline): Difference {
  const start = startOfDifference(before, after);
  const [old, young] = [intervalsFrom(before, start), intervalsFrom(after, start)];
  return { ceased: without(old, young), begun: without(young, old) };
}

const without = (some: readonly Interval[], others: readonly Interval[]): readonly Interval[] => {
  const keys = new Set(others.map(keyOf));
  return some.filter((each) => !keys.has(keyOf(each)));
};

const keyOf = ({ from, to, state }: Interval): string => `${from} ${to} ${state}`;

/** The states at the ends of days, from an entry on that is the first of an interval. */
export function intervalsFrom(timeline: Timeline, start = 0): readonly Interval[] {
  const found: Interval[] = [];
  for (let i = start; i < timeline.length; i += 1) {
    const entry = timeline[i];
    if (!entry || dayOf(timeline[i + 1]) === dayOf(entry)) continue;
    const state = stateOf(entry);
    const last = found.at(-1);
    if (last?.state === state) continue;
    const from = dayNumber(entry.step.occurredOn);
    if (last) found[found.length - 1] = { ...last, to: from };
    found.push({ from, to: never, state });
  }
  return found;
}

/** The first entry of the interval in which, or after which, the timelines begin to differ. */
function startOfDifference(before: Timeline, after: Timeline): number {
  let shared = 0;
  while (shared < before.length && before[shared] === after[shared]) shared += 1;
  const days = [dayOf(before[shared]), dayOf(after[shared])].flatMap((day) => day ?? []).sort();
  const day = days[0] ?? '';
  while (shared > 0 && dayOf(before[shared - 1]) === day) shared -= 1;
  return startOfInterval(before, shared);
}

/** Where the interval begins that reaches to the day before an entry, itself the first of its day. */
function startOfInterval(timeline: Timeline, end: number): number {
  const last = timeline[end - 1];
  if (!last) return 0;
  let start = end - 1;
  while (start > 0) {
    const earlier = timeline[start - 1];
    const isSameDay = dayOf(earlier) === dayOf(timeline[start]);
    if (!earlier || (!isSameDay && stateOf(earlier) !== stateOf(last))) break;
    start -= 1;
  }
  return start;
}

const dayOf = (entry: Entry | undefined): string | undefined => entry?.step.occurredOn;

const texts = new WeakMap<object, string>();

/** Moments are shared by the timelines of a case, so that each is written out once. */
function stateOf({ after }: Entry): string {
  const known = texts.get(after);
  if (known !== undefined) return known;
  const text = stateText(after.value);
  texts.set(after, text);
  return text;
}

export const stateText = (value: StateValue): string => canonicalJson(toJson(value));
