import type { CaseObligation } from '@rapporteur/engine';
import {
  obligationOf,
  type Deadline,
  type ObligationStanding,
  type Registry,
} from '@rapporteur/kernel';
import type { Driver } from '@rapporteur/sqlite';
import type { Desk } from './part';
import { allRows, firstRow, numberIn, textIn } from './sql';

/** Which obligations are looked for; numbers as they are stored. */
export interface Sought {
  readonly size: number;
  readonly day: number;
  /** All without it. */
  readonly status: number | undefined;
  readonly procedure: number | undefined;
}

/** An obligation found, not yet in words. */
export interface FoundObligation {
  readonly name: string;
  readonly procedure: string;
  readonly deadline: Deadline;
  readonly place: number;
  readonly windowEnd: number;
  readonly status: number;
  readonly standing: ObligationStanding;
}

/** Where an obligation stands in a list: the nearest end first, then those without a date. */
export type PlaceInList = readonly [number, string, string, string, number];

export const placeInList = (found: FoundObligation): PlaceInList => [
  found.windowEnd,
  found.name,
  found.deadline.id,
  found.standing.supersededOn ?? '9999-12-31',
  found.place,
];

export function comesBefore(a: PlaceInList, b: PlaceInList): boolean {
  for (const [i, mine] of a.entries()) {
    const other = b[i];
    if (other !== undefined && mine !== other) return mine < other;
  }
  return false;
}

export const inOrder = (found: readonly FoundObligation[]): readonly FoundObligation[] =>
  found
    .map((each) => ({ each, place: placeInList(each) }))
    .sort((a, b) => (comesBefore(a.place, b.place) ? -1 : 1))
    .map(({ each }) => each);

/** All of those sought whose windows end within these days; undefined when they are more than `most`. */
export function endingWithin(
  { driver, reading: { registry } }: Pick<Desk, 'driver' | 'reading'>,
  { size, day, status, procedure }: Sought,
  [from, to]: readonly [from: number, to: number],
  most?: number,
): readonly FoundObligation[] | undefined {
  const ranges = [status, procedure].flatMap((one) => (one === undefined ? every : [one, one]));
  const limit = most === undefined ? -1 : most + 1;
  const rows = allRows(driver, inTree, size, size, day, day, from, to, ...ranges, limit);
  return most !== undefined && rows.length > most ? undefined : rows.flatMap(foundIn(registry));
}

/** All of the case of a number, whatever their status. */
export function ofCase(
  { driver, reading: { registry } }: Pick<Desk, 'driver' | 'reading'>,
  { size, day }: Sought,
  no: number,
): readonly FoundObligation[] {
  return allRows(driver, inCase, no, size, size, day, day).flatMap(foundIn(registry));
}

/** The earliest day on which any window ends. */
export const earliestEnd = (driver: Driver): number =>
  numberIn(firstRow(driver, 'select earliest from obligation_reach'), 'earliest');

const every = [0, 1_000_000];

const columns = 'c.name, s.deadline, s.place, s.window_end, s.status, s.standing';
const inTree = `select ${columns} from obligation_tree t
  join obligation_spans s on s.id = t.id join cases c on c.no = s.no
  where t.since <= ? and t.until >= ? and t.first <= ? and t.last >= ?
  and t.window_end >= ? and t.window_end <= ? and t.status >= ? and t.status <= ?
  and t.procedure >= ? and t.procedure <= ? limit ?`;
const inCase = `select ${columns} from obligation_spans s join cases c on c.no = s.no
  where s.no = ? and s.since <= ? and s.until >= ? and s.first <= ? and s.last >= ?`;

const foundIn =
  (registry: Registry) =>
  (row: unknown): readonly FoundObligation[] => {
    const name = textIn(row, 'name');
    const procedure = registry.get(name.slice(0, name.indexOf('/')));
    const deadline = procedure?.deadlines[numberIn(row, 'deadline')];
    if (!procedure || !deadline) return [];
    const standing: ObligationStanding = JSON.parse(textIn(row, 'standing'));
    const [place, windowEnd] = [numberIn(row, 'place'), numberIn(row, 'window_end')];
    const status = numberIn(row, 'status');
    return [{ name, procedure: procedure.id, deadline, place, windowEnd, status, standing }];
  };

/** The same in words. */
export const inWords = ({
  name,
  procedure,
  deadline,
  standing,
}: FoundObligation): CaseObligation => ({
  case: name,
  procedure,
  ...obligationOf(deadline, standing),
});
