import {
  obligationStatuses,
  type ObligationStatus,
  type Procedure,
  type Registry,
} from '@rapporteur/kernel';
import type { Driver } from '@rapporteur/sqlite';
import { countIndex, countTables } from './count-index';
import { dayNumber } from './days';

/**
 * An obligation stands in one way from a day to a day, as sizes of the log from one to another show
 * it: a rectangle. `obligation_tree` finds the rectangles that hold a day and a size, also within
 * ends of windows, of a status and of a procedure; `obligation_counts` counts them. What each case's
 * obligations were found out from stands beside them, and how the calendar stands, so that a record
 * leads to the cases that it concerns and to no others.
 */
export const obligationTables = `
  create table obligation_basis (
    no integer primary key, looked text not null, asked text not null
  ) strict;
  create table obligation_spans (
    id integer primary key, no integer not null,
    deadline integer not null, place integer not null,
    first integer not null, last integer not null, window_end integer not null,
    status integer not null, since integer not null, until integer not null,
    standing text not null
  ) strict;
  create index obligation_spans_of_case on obligation_spans (no, until);
  create virtual table obligation_tree using rtree_i32(
    id, since, until, first, last, window_end, window_end_too,
    status, status_too, procedure, procedure_too
  );
  create table obligation_looks (
    name text, no integer, primary key (name, no)
  ) strict, without rowid;
  create table obligation_queries (
    id integer primary key, body text not null, is_dated integer not null,
    low text not null, high text not null, unique (body, is_dated, low, high)
  ) strict;
  create table obligation_asks (
    query integer, no integer, primary key (query, no)
  ) strict, without rowid;
  create table obligation_reach (one integer primary key check (one = 1), earliest integer) strict;
  insert into obligation_reach values (1, 2147483647);
  create table obligation_calendar (name text primary key, changes text not null) strict, without rowid;
  ${countTables('obligation_counts')}
`;

/** The counts by status and procedure; its keys are those of the codes. */
export const obligationCounts = (driver: Driver) => countIndex(driver, 'obligation_counts');

/** Later than any day or size: the largest number that the tree holds. */
export const forEver = 2_147_483_647;

/** Where obligations without a date are found: after all that have one. */
export const undatedEnd = dayNumber('9999-12-31');

/** Statuses and procedures by number, and what is counted under one key. */
export interface ObligationCodes {
  readonly procedures: readonly Procedure[];
  /** The number of a procedure; −1 of one that is not known. */
  procedure(id: string): number;
  key(status: number, procedure: number): number;
  statusOfKey(key: number): ObligationStatus | undefined;
  procedureOfKey(key: number): number;
}

export const statusNumber = (status: ObligationStatus): number =>
  obligationStatuses.indexOf(status);

/** The numbers hold for one set of definitions; with others the board is built anew. */
export function obligationCodes(registry: Registry): ObligationCodes {
  const procedures = [...registry.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const numbers = new Map(procedures.map(({ id }, i) => [id, i]));
  const { length } = obligationStatuses;
  return {
    procedures,
    procedure: (id) => numbers.get(id) ?? -1,
    key: (status, procedure) => procedure * length + status,
    statusOfKey: (key) => obligationStatuses[key % length],
    procedureOfKey: (key) => Math.floor(key / length),
  };
}
