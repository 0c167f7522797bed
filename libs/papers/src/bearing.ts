import type { CaseAtSize } from '@rapporteur/engine';
import { correctionsBy, isEngineStep, proposalsIn, type StepRecord } from '@rapporteur/kernel';

/** Whether what a record says counts at a date, as known then or now. */
export type Bearing = (record: StepRecord) => boolean;

/**
 * Tells of the records of a case which bear on how it stood at the end of a date: steps that count by
 * then, as they are known at either time, and what is said of such steps. A note says nothing of one.
 */
export function bearingOn(then: CaseAtSize | undefined, now: CaseAtSize, date: string): Bearing {
  const counted = new Set(
    [then, now].flatMap((known) =>
      (known?.timeline ?? [])
        .filter(({ step }) => step.occurredOn <= date)
        .map(({ step }) => step.revision),
    ),
  );
  return (record) => {
    if (!isEngineStep(record.type)) return counted.has(record.revision);
    return revisionsNamed(record, now.records).some((revision) => counted.has(revision));
  };
}

/** The records that an engine step speaks of. */
export function revisionsNamed(
  record: StepRecord,
  records: readonly StepRecord[],
): readonly number[] {
  const { revision, proposal } = record.data;
  if (typeof revision === 'number') return [revision];
  const named = correctionsBy(record, records);
  if (named.length > 0) return named.map((each) => each.revision);
  const of = typeof proposal === 'number' ? proposal : record.revision;
  return (
    proposalsIn(records)
      .get(of)
      ?.corrections.map((each) => each.revision) ?? []
  );
}
