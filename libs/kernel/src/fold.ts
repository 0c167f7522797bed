import { correctedOrder, correctionsBy, type Correction } from './corrections';
import { placeOf } from './order';
import type { Procedure } from './procedure';
import { factOf, isEngineStep, type StepRecord } from './record';
import type { StepFact } from './step';
import {
  CorruptHistory,
  inserted,
  insertion,
  isImpossible,
  refolded,
  type Impossible,
  type Timeline,
} from './timeline';

/** A case as far as it is known: its records from the first on, and what they make of it. */
export interface KnownCase {
  readonly records: readonly StepRecord[];
  /** Its steps in effective order, corrected as far as is known. */
  readonly timeline: Timeline;
}

/**
 * What a case's records make of it. Engine steps act in transaction time only: corrections that are
 * approved change what stands before them, the others nothing.
 * @param records from the first on, in the order recorded
 * @throws CorruptHistory when a step recorded as possible is not
 */
export function foldRecords(procedure: Procedure, records: readonly StepRecord[]): Timeline {
  return sound(procedure, refolded(procedure, [], factsOf(records)));
}

/**
 * The same, from what is known and the record that comes next.
 * @throws CorruptHistory when a step recorded as possible is not
 */
export function foldedWith(procedure: Procedure, known: KnownCase, record: StepRecord): Timeline {
  const { records, timeline } = known;
  if (isEngineStep(record.type)) {
    const corrections = correctionsBy(record, records);
    if (corrections.length === 0) return timeline;
    return sound(procedure, corrected(procedure, timeline, corrections));
  }
  const result = insertion(procedure, timeline, factOf(record));
  return isImpossible(result) ? sound(procedure, result) : inserted(timeline, result);
}

/** A timeline once corrected, or the step that would become impossible. */
export function corrected(
  procedure: Procedure,
  timeline: Timeline,
  corrections: readonly Correction[],
): Timeline | Impossible {
  return refolded(procedure, timeline, stepsOf(correctedOrder(timeline, corrections)));
}

const stepsOf = (ordered: readonly { readonly step: StepFact }[]): readonly StepFact[] =>
  ordered.map(({ step }) => step);

/** A case's steps in effective order, corrected as far as these records say. */
function factsOf(records: readonly StepRecord[]): readonly StepFact[] {
  let ordered: { readonly step: StepFact }[] = [];
  for (const record of records) {
    if (isEngineStep(record.type)) {
      const corrections = correctionsBy(record, records);
      if (corrections.length > 0) ordered = [...correctedOrder(ordered, corrections)];
    } else {
      const standing = { step: factOf(record) };
      ordered.splice(placeOf(ordered, standing), 0, standing);
    }
  }
  return stepsOf(ordered);
}

function sound(procedure: Procedure, folded: Timeline | Impossible): Timeline {
  if (isImpossible(folded)) throw new CorruptHistory(procedure, folded);
  return folded;
}
