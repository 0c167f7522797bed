import { StoreFault } from '@rapporteur/engine';
import type { Appended, Conflict, Position, StoredEvent } from '@rapporteur/engine';
import { columnOf, type Driver } from '@rapporteur/sqlite';
import { eventOf, type Row } from './stored-row';

/** How many events are read at a time. */
export const pageSize = 1000;

/** The table of events, in SQL. All of it blocks, and throws what SQLite throws. */
export interface EventLog {
  /** Appends, within a transaction; a conflict has written nothing. */
  append(stream: string, expectedRevision: number, rows: readonly Row[]): Appended | Conflict;
  /** A page of a stream from a revision on. */
  pageOfStream(stream: string, fromRevision: number): StoredEvent[];
  /** A page of the log after a position, −1 for its beginning. */
  pageAfter(position: number): StoredEvent[];
  /** The position of the last event, −1 when there is none. */
  end(): number;
}

/** An event as far as appending asks for it. */
interface Written {
  readonly id: unknown;
  readonly revision: number;
  readonly position: number;
}

export function eventLog(driver: Driver): EventLog {
  const written = 'select id, revision, position from events where stream = ?';
  const stored = 'select position, stream, revision, text, hash from events where';
  const last = driver.prepare('select max(position) as position from events');
  const head = driver.prepare(`${written} order by revision desc limit 1`);
  const between = driver.prepare(`${written} and revision between ? and ? order by revision`);
  const insert = driver.prepare('insert into events values (?, ?, ?, ?, ?, ?, ?)');
  const page = `order by revision limit ${pageSize}`;
  const ofStream = driver.prepare(`${stored} stream = ? and revision >= ? ${page}`);
  const after = driver.prepare(`${stored} position > ? order by position limit ${pageSize}`);

  const end = (): number => numberIn(last.get(), 'position');

  /** The last of the rows, if exactly these were written at their revisions before. */
  function foundAgain(stream: string, rows: readonly Row[]): Written | undefined {
    const [from, to] = [rows[0]?.revision ?? 0, rows.at(-1)?.revision ?? -1];
    const found = between.all(stream, from, to).map(writtenOf);
    return rows.every(({ id }, i) => found[i]?.id === id) ? found.at(-1) : undefined;
  }

  return {
    append: (stream, expectedRevision, rows) => {
      const { revision: at } = writtenOf(head.get(stream));
      if (at !== expectedRevision) {
        const again = foundAgain(stream, rows);
        return again ? appended(again, true) : { outcome: 'conflict', revision: at };
      }
      let position = end();
      for (const { revision, id, type, text, hash } of rows) {
        position += 1;
        insert.run(position, stream, revision, id, type, text, hash);
      }
      return appended({ revision: expectedRevision + rows.length, position }, false);
    },
    pageOfStream: (stream, fromRevision) => ofStream.all(stream, fromRevision).map(eventOf),
    pageAfter: (position) => after.all(position).map(eventOf),
    end,
  };
}

/**
 * A position as a number, −1 for none.
 * @throws StoreFault on what no position of this store can be
 */
export function placeOf(position: Position | undefined): number {
  if (position === undefined) return -1;
  if (/^\d{1,15}$/.test(position)) return Number(position);
  throw new StoreFault(`“${position}” is no position of an SQLite store: those are numbers`);
}

function appended({ revision, position }: Omit<Written, 'id'>, isRepeat: boolean): Appended {
  return { outcome: 'appended', revision, position: String(position), isRepeat };
}

/** What a row says, −1 for what no row says. */
function writtenOf(row: unknown): Written {
  return {
    id: columnOf(row, 'id'),
    revision: numberIn(row, 'revision'),
    position: numberIn(row, 'position'),
  };
}

function numberIn(row: unknown, name: string): number {
  const value = columnOf(row, name);
  return typeof value === 'number' ? value : -1;
}
