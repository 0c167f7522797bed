import type { StoredEvent } from '@rapporteur/engine';
import type { Driver } from '@rapporteur/sqlite';
import { firstRow, numberIn, run, textIn } from './sql';

/** How far a board has taken in its log: the last record it holds. */
export interface Checkpoint {
  /** What made the board (`identityOf`). */
  readonly identity: string;
  /** How many records it holds; with 0, the rest says nothing. */
  readonly size: number;
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly hash: string;
}

/** One row, written in the transaction that holds what it speaks of. */
export const checkpointTable = `
  create table checkpoint (
    one integer primary key check (one = 1),
    identity text, size integer, position text, stream text, revision integer, hash text
  ) strict;
`;

export function beginAt(driver: Driver, identity: string): void {
  run(driver, `insert into checkpoint values (1, ?, 0, '', '', -1, '')`, identity);
}

export function checkpointIn(driver: Driver): Checkpoint {
  const row = firstRow(driver, 'select * from checkpoint');
  return {
    identity: textIn(row, 'identity'),
    size: numberIn(row, 'size'),
    position: textIn(row, 'position'),
    stream: textIn(row, 'stream'),
    revision: numberIn(row, 'revision'),
    hash: textIn(row, 'hash'),
  };
}

/** Says that the board now holds the records up to this one. */
export function moveTo(driver: Driver, size: number, event: StoredEvent): void {
  const { position, stream, revision } = event;
  run(driver, move, size, position, stream, revision, hashIn(event));
}

const move = `update checkpoint set size = ?, position = ?, stream = ?, revision = ?, hash = ?`;

/** What a record is told by: its hash, or its id where it has none. */
export function hashIn({ id, metadata }: Pick<StoredEvent, 'id'> & { metadata: object }): string {
  const hash = 'hash' in metadata ? metadata.hash : undefined;
  return typeof hash === 'string' ? hash : id;
}
