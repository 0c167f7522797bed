import type { Calendar, CalendarEntry } from './around';
import { isAskedFor, type CalendarChange, type CalendarQuery } from './calendar-cases';
import type { CalendarCase } from './scene';

/** An entry of the calendar as it stood from a day on until the day before another. */
export interface StandingEntry {
  readonly entry: CalendarEntry;
  /** ISO date. */
  readonly from: string;
  /** ISO date, not included; without it, it stands so ever after. */
  readonly to?: string;
}

/** How the whole calendar has stood day by day, found by what is asked of it. */
export interface CalendarHistory {
  /** Takes how a case stands in it, in place of what was said of the case before. */
  set(name: string, changes: readonly CalendarChange[]): void;
  /** The calendar as at the end of a day. @param asked told of every query */
  on(day: string, asked: (query: CalendarQuery) => void): Calendar;
  /** The days on which anything that is asked for began or ceased to stand as it does. */
  daysOf(query: CalendarQuery): readonly string[];
}

/** A case's changes as the entries that they make, each with its days. */
export function standingEntries(changes: readonly CalendarChange[]): readonly StandingEntry[] {
  return changes.flatMap(({ day, entry }, i) => {
    const to = changes[i + 1]?.day;
    return entry ? [{ entry, from: day, ...(to === undefined ? {} : { to }) }] : [];
  });
}

/** The days of one body's meetings, in the order in which the calendar shows them. */
interface Placed extends StandingEntry {
  readonly key: string;
}

export function calendarHistory(): CalendarHistory {
  const bodies = new Map<string, Placed[]>();
  const known = new Map<string, readonly Placed[]>();

  function remove(name: string): void {
    for (const placed of known.get(name) ?? []) {
      const all = bodies.get(placed.entry.body);
      if (all) all.splice(all.indexOf(placed, placeOf(all, placed.key)), 1);
    }
  }

  function standing(query: CalendarQuery): readonly Placed[] {
    const all = bodies.get(query.body) ?? [];
    const [from, to] = query.between ?? ['', ''];
    return all
      .slice(placeOf(all, from), placeOf(all, query.between ? `${to}~` : firstDated))
      .filter(({ entry }) => isAskedFor(query, entry));
  }

  return {
    set(name, changes) {
      remove(name);
      const placed = standingEntries(changes).map((each) => ({ ...each, key: keyOf(each.entry) }));
      for (const each of placed) {
        const all = bodies.get(each.entry.body) ?? [];
        bodies.set(each.entry.body, all);
        all.splice(placeOf(all, each.key), 0, each);
      }
      known.set(name, placed);
    },
    on(day, asked) {
      const answer = (query: CalendarQuery): readonly CalendarEntry[] => {
        asked(query);
        return standing(query)
          .filter(({ from, to }) => from <= day && (to === undefined || day < to))
          .map(({ entry }) => entry);
      };
      return {
        meetings: (body, from, to) => answer({ body, between: [from, to] }),
        undated: (body) => answer({ body }),
      };
    },
    daysOf: (query) =>
      standing(query).flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])),
  };
}

/** Comes after the keys of all entries without a day, and before all others. */
const firstDated = '!';

/** As the calendar sorts: those without a day first, by their names. */
const keyOf = ({ firstDay = '', name }: CalendarEntry): string => `${firstDay} ${name}`;

/** Where the first entry stands that does not come before this key. */
function placeOf(all: readonly Placed[], key: string): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const placed = all[middle];
    if (placed && placed.key < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What each calendar says day by day; a calendar never changes. */
const histories = new WeakMap<readonly CalendarCase[], CalendarHistory>();

/** The history that these cases make. */
export function calendarHistoryOf(cases: readonly CalendarCase[]): CalendarHistory {
  const found = histories.get(cases) ?? calendarHistory();
  if (histories.has(cases)) return found;
  for (const { related, inCalendar } of cases)
    found.set(related.name, related.inCalendar(inCalendar));
  histories.set(cases, found);
  return found;
}
