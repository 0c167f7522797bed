import { sameJson, toJson, type Json } from './json';
import type { StepRecord } from './record';

/** The first place where a history is not what replaying it gives. */
export interface Difference {
  readonly revision: number;
  readonly field: string;
  readonly expected: Json;
  readonly found: Json;
}

export function differs(revision: number, field: string, expected: Json, found: Json): Difference {
  return { revision, field, expected, found };
}

/** What replaying gives for a record. */
export type Replayed = Pick<StepRecord['metadata'], 'from' | 'to' | 'stateHash' | 'verdicts'>;

/** The first member of a record that is not as replaying gives it. */
export function momentDifference(record: StepRecord, replayed: Replayed): Difference | undefined {
  for (const field of ['from', 'to', 'stateHash', 'verdicts'] as const) {
    const [expected, found] = [toJson(replayed[field]), toJson(record.metadata[field])];
    if (!sameJson(expected, found)) return differs(record.revision, field, expected, found);
  }
  return undefined;
}
