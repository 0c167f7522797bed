import { differs, momentDifference, type Difference } from './difference';
import { hashOf } from './hash';
import { toJsonObject } from './json';
import type { Procedure } from './procedure';
import { factOf, isEngineStep, noHash, recordHash, type StepRecord } from './record';
import { replayEngineStep } from './replay-engine-step';
import { insertion, inserted, isImpossible, type Timeline } from './timeline';

/**
 * Replays a case's whole history, each record against the records before it, in effective order,
 * and compares its chain, `from`, `to`, `stateHash` and what its guards said. Each engine step must be
 * one that the engine would have recorded there; from where a correction is approved, it counts.
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
    if (isEngineStep(record.type)) {
      const before = { procedure, records: records.slice(0, revision), timeline };
      const replayed = replayEngineStep(before, record);
      if (!('timeline' in replayed)) return replayed;
      ({ timeline } = replayed);
      continue;
    }
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
