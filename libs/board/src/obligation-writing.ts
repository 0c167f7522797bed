import type { ObligationSpan } from '@rapporteur/kernel';
import type { Driver } from '@rapporteur/sqlite';
import type { Corner } from './count-index';
import { dayNumber } from './days';
import { forEver, statusNumber, undatedEnd, type ObligationCodes } from './obligation-tables';
import { allRows, firstRow, numberIn, run, textIn } from './sql';

/** What the obligations of one case are from a size of the log on. */
export interface CaseSpans {
  readonly no: number;
  /** The number of its procedure. */
  readonly procedure: number;
  readonly spans: readonly ObligationSpan[];
}

/** A rectangle without its sizes, as it is stored. */
interface Row {
  readonly deadline: number;
  readonly place: number;
  readonly first: number;
  /** The last day on which it stands so. */
  readonly last: number;
  readonly windowEnd: number;
  readonly status: number;
  readonly standing: string;
}

/**
 * Brings what is stored of a case up to what it is now: what is not so any more was known until the
 * size before, what is so now is known since this one. Within a transaction.
 * @returns what that changes about the counts
 */
export function writeSpans(
  driver: Driver,
  codes: ObligationCodes,
  size: number,
  now: CaseSpans,
): readonly Corner[] {
  const { no, procedure } = now;
  const rows = now.spans.map((span) => rowOf(span, codes, procedure));
  const wanted = new Set(rows.map(keyOf));
  const current = allRows(driver, currentRows, no).map((found) => ({ found, row: rowIn(found) }));
  const known = new Set(current.map(({ row }) => keyOf(row)));
  const ended = current.filter(({ row }) => !wanted.has(keyOf(row)));
  const begun = rows.filter((row) => !known.has(keyOf(row)));
  for (const { found } of ended) end(driver, size, numberIn(found, 'id'));
  for (const row of begun) begin(driver, size, now, row);
  const corners = (row: Row, sign: 1 | -1) =>
    cornersOf(row, codes.key(row.status, procedure), sign);
  return [
    ...ended.flatMap(({ row }) => corners(row, -1)),
    ...begun.flatMap((row) => corners(row, 1)),
  ];
}

function end(driver: Driver, size: number, id: number): void {
  run(driver, 'update obligation_spans set until = ? where id = ?', size - 1, id);
  run(driver, 'update obligation_tree set until = ? where id = ?', size - 1, id);
}

function begin(driver: Driver, size: number, { no, procedure }: CaseSpans, row: Row): void {
  const { deadline, place, first, last, windowEnd, status, standing } = row;
  const values = [no, deadline, place, first, last, windowEnd, status, size, standing] as const;
  const id = numberIn(firstRow(driver, beginRow, ...values), 'id');
  const points = [windowEnd, status, procedure].flatMap((point) => [point, point]);
  run(driver, beginInTree, id, size, first, last, ...points);
  run(driver, 'update obligation_reach set earliest = ? where earliest > ?', windowEnd, windowEnd);
}

const currentRows = `select id, deadline, place, first, last, window_end, status, standing
  from obligation_spans where no = ? and until = ${forEver}`;
const beginRow = `insert into obligation_spans (no, deadline, place, first, last, window_end, status,
  since, until, standing) values (?, ?, ?, ?, ?, ?, ?, ?, ${forEver}, ?) returning id`;
const beginInTree = `insert into obligation_tree
  values (?, ?, ${forEver}, ?, ?, ?, ?, ?, ?, ?, ?)`;

function cornersOf({ first, last }: Row, key: number, sign: 1 | -1): readonly Corner[] {
  const begins = { day: first, key, delta: sign };
  return last === forEver ? [begins] : [begins, { day: last + 1, key, delta: -sign }];
}

/** The end of the window is part of how it stands. */
const keyOf = ({ deadline, place, first, last, standing }: Row): string =>
  `${deadline} ${place} ${first} ${last} ${standing}`;

function rowOf(
  { deadline, place, from, to, standing }: ObligationSpan,
  { procedures }: ObligationCodes,
  procedure: number,
): Row {
  const end = standing.windows.at(-1)?.to;
  return {
    deadline: procedures[procedure]?.deadlines.indexOf(deadline) ?? -1,
    place,
    first: dayNumber(from),
    last: to === undefined ? forEver : dayNumber(to) - 1,
    windowEnd: end === undefined ? undatedEnd : dayNumber(end),
    status: statusNumber(standing.status),
    standing: JSON.stringify(standing),
  };
}

function rowIn(row: unknown): Row {
  return {
    deadline: numberIn(row, 'deadline'),
    place: numberIn(row, 'place'),
    first: numberIn(row, 'first'),
    last: numberIn(row, 'last'),
    windowEnd: numberIn(row, 'window_end'),
    status: numberIn(row, 'status'),
    standing: textIn(row, 'standing'),
  };
}
