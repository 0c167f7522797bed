import {
  calendarEntry,
  type Calendar,
  type CalendarEntry,
  type CalendarFacts,
  type InCalendar,
} from './around';
import type { CaseRef } from './case-ref';
import { caseView } from './case-view';
import { sameJson, toJson } from './json';
import type { Timeline } from './timeline';

/** From this day on a case stood so in the calendar; not at all when there is no entry. */
export interface CalendarChange {
  /** ISO date. */
  readonly day: string;
  readonly entry: CalendarEntry | undefined;
}

/** What was asked of the calendar: a body's meetings that begin within days, or those without a day. */
export interface CalendarQuery {
  readonly body: string;
  /** Without it, the meetings for which no day is set. */
  readonly between?: readonly [from: string, to: string];
}

/** What each timeline says of its case in the calendar; a timeline never changes. */
const known = new WeakMap<Timeline, readonly CalendarChange[]>();

/** How a case has stood in the calendar, day by day, each change once. */
export function calendarChanges(
  ref: CaseRef,
  timeline: Timeline,
  inCalendar: InCalendar,
): readonly CalendarChange[] {
  const found = known.get(timeline) ?? changesOf(ref, timeline, inCalendar);
  known.set(timeline, found);
  return found;
}

function changesOf(ref: CaseRef, timeline: Timeline, inCalendar: InCalendar) {
  const changes: CalendarChange[] = [];
  let last: CalendarFacts | undefined;
  for (const [i, { step, after }] of timeline.entries()) {
    if (timeline[i + 1]?.step.occurredOn === step.occurredOn) continue;
    const view = caseView(ref, timeline.length - 1, after);
    const facts = inCalendar(view);
    if (changes.length > 0 && sameFacts(last, facts)) continue;
    last = facts;
    const entry = facts && calendarEntry(view.name, facts);
    changes.push({ day: step.occurredOn, entry });
  }
  return changes;
}

const sameFacts = (a: CalendarFacts | undefined, b: CalendarFacts | undefined): boolean =>
  sameJson(toJson(a ?? null), toJson(b ?? null));

/** How a case stood in the calendar at the end of a day. */
export function entryOn(
  changes: readonly CalendarChange[],
  day: string,
): CalendarEntry | undefined {
  return changes.findLast((change) => change.day <= day)?.entry;
}

/** Whether an entry is among those that were asked for. */
export function isAskedFor(
  { body, between }: CalendarQuery,
  entry: CalendarEntry | undefined,
): boolean {
  if (entry?.body !== body) return false;
  const { firstDay } = entry;
  if (!between) return firstDay === undefined;
  return firstDay !== undefined && between[0] <= firstDay && firstDay <= between[1];
}

/**
 * The calendar as at the end of a day.
 * @param asked told of every query, with the entries that answer it
 */
export function calendarOn(
  cases: readonly (readonly CalendarChange[])[],
  day: string,
  asked: (query: CalendarQuery, found: readonly CalendarEntry[]) => void,
): Calendar {
  const answer = (query: CalendarQuery): readonly CalendarEntry[] => {
    const found = cases
      .flatMap((changes) => entryOn(changes, day) ?? [])
      .filter((entry) => isAskedFor(query, entry))
      .sort(byFirstDay);
    asked(query, found);
    return found;
  };
  return {
    meetings: (body, from, to) => answer({ body, between: [from, to] }),
    undated: (body) => answer({ body }),
  };
}

/** The calendar that these entries make, whatever the day. */
export function calendarOf(entries: readonly CalendarEntry[]): Calendar {
  return calendarOn(
    entries.map((entry) => [{ day: '', entry }]),
    '',
    () => {},
  );
}

function byFirstDay(a: CalendarEntry, b: CalendarEntry): number {
  const [first, second] = [a, b].map(({ firstDay = '', name }) => `${firstDay} ${name}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
}
