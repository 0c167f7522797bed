import type { Position as LogPosition } from '@eventstore/db-client';
import { StoreFault, type Position } from '@rapporteur/engine';

/** A place in EventStoreDB's log as text: `commit/prepare`, two integers of up to 64 bits. */
export function positionText({ commit, prepare }: LogPosition): Position {
  return `${commit}/${prepare}`;
}

/** @throws StoreFault on a text that is no position of EventStoreDB */
export function logPosition(position: Position): LogPosition {
  const [, commit, prepare] = /^(\d{1,20})\/(\d{1,20})$/.exec(position) ?? [];
  if (commit === undefined || prepare === undefined) {
    throw new StoreFault(
      `${JSON.stringify(position)} is not a position in EventStoreDB, which reads like 4711/4711; ` +
        'was it given by another store?',
    );
  }
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

/** Compares as integers: as text, 9/9 would come after 10/10. */
export function comparePositions(a: Position, b: Position): number {
  const [first, second] = [logPosition(a), logPosition(b)];
  return sign(first.commit - second.commit) || sign(first.prepare - second.prepare);
}

const sign = (difference: bigint): number => Number(difference > 0n) - Number(difference < 0n);
