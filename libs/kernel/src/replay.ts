import { hashOf } from './hash';
import { sameJson, toJson, type Json } from './json';
import type { Procedure } from './procedure';
import { factOf, isEngineStep, noHash, recordHash, type StepRecord } from './record';
import { insertion, inserted, isImpossible, type Timeline } from './timeline';
import { toJsonObject } from './json';

/** The first place where a history is not what replaying it gives. */
export interface Difference {
  readonly revision: number;
  readonly field: string;
  readonly expected: Json;
  readonly found: Json;
}

/**
 * Replays a case's whole history, each record against the records before it, in effective order,
 * and compares its chain, `from`, `to`, `stateHash` and what its guards said.
 * @returns the first difference, or undefined when the history proves itself
 */
export function replay(
  procedure: Procedure,
  records: readonly StepRecord[],
): Difference | undefined {
  let timeline: Timeline = [];
  let previousHash = noHash;
  for (const [revision, record] of records.entries()) {
    const broken = chainDifference(record, revision, previousHash);
    if (broken) return broken;
    previousHash = record.metadata.hash;
    if (isEngineStep(record.type)) continue;
    const result = insertion(procedure, timeline, factOf(record));
    if (isImpossible(result)) {
      const { at, impossible } = result;
      return differs(
        revision,
        `from (before revision ${impossible.revision})`,
        at.value,
        record.metadata.from,
      );
    }
    const [entry] = result.entries;
    const different = momentDifference(record, {
      from: entry.before.value,
      to: entry.after.value,
      stateHash: hashOf({ value: entry.after.value, context: entry.after.context }),
      ...verdictsOf(record, entry.guards),
    });
    if (different) return different;
    timeline = inserted(timeline, result);
  }
  return undefined;
}

/** The recorded verdicts, with what the guards say now laid over them. */
function verdictsOf(record: StepRecord, guards: Readonly<Record<string, boolean>>) {
  return { verdicts: { ...record.metadata.verdicts, ...guards } };
}

function chainDifference(
  record: StepRecord,
  revision: number,
  previousHash: string,
): Difference | undefined {
  const { metadata } = record;
  if (record.revision !== revision) return differs(revision, 'revision', revision, record.revision);
  if (metadata.previousHash !== previousHash) {
    return differs(revision, 'previousHash', previousHash, metadata.previousHash);
  }
  const hash = recordHash({ ...record, metadata: toJsonObject(metadata) });
  return hash === metadata.hash ? undefined : differs(revision, 'hash', hash, metadata.hash);
}

type Replayed = Pick<StepRecord['metadata'], 'from' | 'to' | 'stateHash' | 'verdicts'>;

function momentDifference(record: StepRecord, replayed: Replayed): Difference | undefined {
  for (const field of ['from', 'to', 'stateHash', 'verdicts'] as const) {
    const [expected, found] = [toJson(replayed[field]), toJson(record.metadata[field])];
    if (!sameJson(expected, found)) return differs(record.revision, field, expected, found);
  }
  return undefined;
}

function differs(revision: number, field: string, expected: Json, found: Json): Difference {
  return { revision, field, expected, found };
}
