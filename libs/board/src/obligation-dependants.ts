import { isAskedFor, type CalendarEntry, type CalendarQuery } from '@rapporteur/kernel';
import type { Driver } from '@rapporteur/sqlite';
import { allRows, firstRow, numberIn, run, textIn } from './sql';

/** What a case's obligations were found out from, beside the case itself. */
export interface LookedAt {
  /** The linked cases looked at. */
  readonly looked: readonly string[];
  readonly asked: readonly CalendarQuery[];
}

/** Which cases' obligations were found out from what; by the names of the cases. */
export interface Dependants {
  lookingAt(name: string): readonly string[];
  askingFor(entries: readonly CalendarEntry[]): readonly string[];
  /** What holds of a case from now on, though it is written later, with the rest of its record. */
  prepared(name: string, lookedAt: LookedAt): void;
  /** Within a transaction. */
  write(whose: NumberedCase, lookedAt: LookedAt): void;
}

export interface NumberedCase {
  readonly no: number;
  readonly name: string;
}

export function dependants(driver: Driver): Dependants {
  const unwritten = new Map<string, LookedAt>();

  /** The written ones, but for those of which something newer is known, and the newer ones that fit. */
  function current(rows: readonly unknown[], fits: (lookedAt: LookedAt) => boolean): string[] {
    const written = rows.map((row) => textIn(row, 'name')).filter((name) => !unwritten.has(name));
    const newer = [...unwritten].filter(([, lookedAt]) => fits(lookedAt)).map(([name]) => name);
    return [...new Set([...written, ...newer])];
  }

  return {
    lookingAt(name) {
      return current(allRows(driver, looking, name), ({ looked }) => looked.includes(name));
    },
    askingFor(entries) {
      const rows = entries.flatMap(({ body, firstDay }) =>
        firstDay === undefined
          ? allRows(driver, askingUndated, body)
          : allRows(driver, askingDated, body, firstDay, firstDay),
      );
      const isAsked = (query: CalendarQuery) => entries.some((entry) => isAskedFor(query, entry));
      return current(rows, ({ asked }) => asked.some(isAsked));
    },
    prepared: (name, lookedAt) => void unwritten.set(name, lookedAt),
    write(whose, lookedAt) {
      if (unwritten.get(whose.name) === lookedAt) unwritten.delete(whose.name);
      write(driver, whose.no, lookedAt);
    },
  };
}

const looking = `select c.name from obligation_looks l join cases c on c.no = l.no
  where l.name = ?`;
const asking = `select c.name from obligation_queries q
  join obligation_asks a on a.query = q.id join cases c on c.no = a.no`;
const askingUndated = `${asking} where q.body = ? and q.is_dated = 0`;
const askingDated = `${asking} where q.body = ? and q.is_dated = 1 and q.low <= ? and q.high >= ?`;

function write(driver: Driver, no: number, { looked, asked }: LookedAt): void {
  const ids = asked.map((query) => queryId(driver, query));
  const now = [JSON.stringify(looked), JSON.stringify(ids)] as const;
  const row = firstRow(driver, 'select looked, asked from obligation_basis where no = ?', no);
  const before = [textIn(row, 'looked'), textIn(row, 'asked')] as const;
  if (before.join() === now.join()) return;
  for (const each of listIn(before[0])) run(driver, lookAway, String(each), no);
  for (const each of listIn(before[1])) run(driver, askNot, Number(each), no);
  for (const each of looked) run(driver, look, each, no);
  for (const each of ids) run(driver, ask, each, no);
  run(driver, keep, no, ...now);
}

const look = 'insert or ignore into obligation_looks (name, no) values (?, ?)';
const lookAway = 'delete from obligation_looks where name = ? and no = ?';
const ask = 'insert or ignore into obligation_asks (query, no) values (?, ?)';
const askNot = 'delete from obligation_asks where query = ? and no = ?';
const keep = `insert into obligation_basis values (?, ?, ?)
  on conflict (no) do update set looked = excluded.looked, asked = excluded.asked`;

/** The number of a query, which is given when it is asked for the first time. */
function queryId(driver: Driver, { body, between }: CalendarQuery): number {
  const columns = [body, between ? 1 : 0, ...(between ?? ['', ''])] as const;
  const known = firstRow(driver, knownQuery, ...columns);
  return numberIn(known ?? firstRow(driver, newQuery, ...columns), 'id');
}

const knownQuery = `select id from obligation_queries
  where body = ? and is_dated = ? and low = ? and high = ?`;
const newQuery = `insert into obligation_queries (body, is_dated, low, high) values (?, ?, ?, ?)
  returning id`;

function listIn(text: string): readonly unknown[] {
  const value: unknown = text === '' ? [] : JSON.parse(text);
  return Array.isArray(value) ? value : [];
}
