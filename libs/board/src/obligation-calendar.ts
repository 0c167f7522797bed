import {
  calendarHistory,
  canonicalJson,
  standingEntries,
  toJson,
  type CalendarChange,
  type CalendarEntry,
  type CalendarHistory,
  type StandingEntry,
} from '@rapporteur/kernel';
import type { Driver } from '@rapporteur/sqlite';
import { allRows, run, textIn } from './sql';

/** The calendar as the record noted last leaves it; read anew when the board is opened. */
export interface CalendarTable {
  readonly history: CalendarHistory;
  /**
   * Takes how a case stands in the calendar.
   * @returns the entries that began or ceased to stand as they do, or do so on another day
   */
  changed(name: string, changes: readonly CalendarChange[]): readonly CalendarEntry[];
  /** Within a transaction. */
  write(name: string, changes: readonly CalendarChange[]): void;
}

export function calendarTable(driver: Driver): CalendarTable {
  const history = calendarHistory();
  const known = new Map<string, ReadonlyMap<string, CalendarEntry>>();

  function take(name: string, changes: readonly CalendarChange[]) {
    const entries = new Map(standingEntries(changes).map((each) => [keyOf(each), each.entry]));
    history.set(name, changes);
    known.set(name, entries);
    return entries;
  }

  for (const row of allRows(driver, 'select name, changes from obligation_calendar')) {
    take(textIn(row, 'name'), changesIn(textIn(row, 'changes')));
  }

  return {
    history,
    changed(name, changes) {
      const before = known.get(name) ?? new Map<string, CalendarEntry>();
      const now = take(name, changes);
      return [...without(before, now), ...without(now, before)];
    },
    write: (name, changes) => run(driver, keep, name, JSON.stringify(changes)),
  };
}

const keep = 'insert or replace into obligation_calendar values (?, ?)';

const keyOf = (standing: StandingEntry): string => canonicalJson(toJson(standing));

const without = <T>(some: ReadonlyMap<string, T>, others: ReadonlyMap<string, T>): readonly T[] =>
  [...some].filter(([key]) => !others.has(key)).map(([, entry]) => entry);

/** What this file has written. */
function changesIn(text: string): readonly CalendarChange[] {
  const changes: CalendarChange[] = JSON.parse(text);
  return changes;
}
