import type { Driver } from '@rapporteur/sqlite';
import { numberIn, prepared, textIn } from './sql';

// What a count index is read and written with: its statements, and sums by key.

/** What begins, or with a negative delta ends, to count under a key on a day. */
export interface Corner {
  /** The number of the day. */
  readonly day: number;
  readonly key: number;
  readonly delta: number;
}

/** The tables of a count index, all named after it. */
export const countTables = (name: string): string => `
  create table ${name}_corners (
    size integer, day integer, key integer, delta integer,
    primary key (size, day, key)
  ) strict, without rowid;
  create index ${name}_corners_by_day on ${name}_corners (day, size, key, delta);
  create table ${name}_days (day integer primary key, size integer) strict;
  create table ${name}_buckets (size integer primary key, corners integer) strict;
  create table ${name}_marks (day integer primary key, size integer, corners integer) strict;
  create table ${name}_sums (
    day integer, size integer, counts text,
    primary key (day, size)
  ) strict, without rowid;
  insert into ${name}_marks values (${Number.MIN_SAFE_INTEGER}, 0, 0);
`;

export type CountStatements = ReturnType<typeof countStatements>;

export function countStatements(driver: Driver, name: string) {
  const prepare = (text: string) => prepared(driver, text.replaceAll('$', name));
  return {
    note: prepare(`insert into $_corners values (?, ?, ?, ?)
      on conflict do update set delta = delta + excluded.delta`),
    openCorners: prepare(`select count(*) as corners from $_corners
      where size > coalesce((select max(size) from $_buckets), 0)`),
    bucketUpTo: prepare(
      'select size, corners from $_buckets where size <= ? order by size desc limit 1',
    ),
    markUpTo: prepare(
      'select day from $_marks where day <= ? and size <= ? order by day desc limit 1',
    ),
    sum: prepare(
      'select counts from $_sums where day = ? and size <= ? order by size desc limit 1',
    ),
    noteDay: prepare('insert or ignore into $_days values (?, ?)'),
    // From day to day, past those that came later, and past whatever came later on each.
    betweenDays: prepare(`
      select key, sum(delta) as delta from $_days as days cross join $_corners as corners
      where days.day >= ?1 and days.day <= ?2 and days.size <= ?3
      and corners.day = days.day and corners.size <= ?3 group by key`),
    betweenSizes: prepare(`select key, sum(delta) as delta from $_corners
      where size > ? and size <= ? and day <= ? group by key`),
    ofBucket: prepare(`select day, key, sum(delta) as delta from $_corners
      where size > ? and size <= ? group by day, key order by day`),
    countBetween: prepare('select count(*) as corners from $_corners where day >= ? and day < ?'),
    perDay: prepare(`select day, count(*) as corners from $_corners
      where day >= ? and day < ? group by day order by day`),
    marks: prepare('select day, corners from $_marks order by day'),
    setMark: prepare('update $_marks set corners = ? where day = ?'),
    addMark: prepare('insert into $_marks values (?, ?, ?)'),
    addSum: prepare('insert into $_sums values (?, ?, ?)'),
    addBucket: prepare(`insert into $_buckets values (?1,
      (select count(*) from $_corners where size > coalesce((select max(size) from $_buckets), 0))
      + coalesce((select corners from $_buckets order by size desc limit 1), 0))`),
  };
}

export function addTo(counts: Map<number, number>, { key, delta }: Omit<Corner, 'day'>): void {
  counts.set(key, (counts.get(key) ?? 0) + delta);
}

export function addRows(counts: Map<number, number>, rows: readonly unknown[]): void {
  for (const row of rows) addTo(counts, cornerIn(row));
}

/** Sums are written as `[key, count, key, count, …]`. */
export function addSum(counts: Map<number, number>, row: unknown): void {
  const sum: unknown = row === undefined ? [] : JSON.parse(textIn(row, 'counts'));
  if (!Array.isArray(sum)) return;
  for (let i = 0; i < sum.length; i += 2) {
    addTo(counts, { key: Number(sum[i]), delta: Number(sum[i + 1]) });
  }
}

export const textOf = (counts: ReadonlyMap<number, number>): string =>
  JSON.stringify([...withoutZeros(counts)].flat());

export const withoutZeros = (counts: ReadonlyMap<number, number>): ReadonlyMap<number, number> =>
  new Map([...counts].filter(([, count]) => count !== 0));

export const cornerIn = (row: unknown): Corner => ({
  day: numberIn(row, 'day'),
  key: numberIn(row, 'key'),
  delta: numberIn(row, 'delta'),
});
