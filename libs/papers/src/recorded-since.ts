import type { Reading } from '@rapporteur/engine';
import {
  dateAtSeat,
  engineSteps,
  inEach,
  isEngineStep,
  partyName,
  stepName,
} from '@rapporteur/kernel';
import type { StepRecord, Text } from '@rapporteur/kernel';
import { indexOf, type Basis } from './basis';
import { bearingOn, revisionsNamed } from './bearing';
import type { RecordSince } from './brief';
import { caseTitle, type KnownCase } from './known-cases';
import { daysBetween } from './words';

/** What was recorded of the cases of a paper between the two states of knowledge, in log order. */
export function recordedSince(
  reading: Reading,
  cases: readonly KnownCase[],
  basis: Basis,
): readonly RecordSince[] {
  return cases
    .flatMap((known) => {
      const records = known.now.records.slice(known.knownThen);
      const bears = bearingOn(known.then, known.now, basis.asAt);
      const name = caseTitle(known, basis.asAt);
      return records.map((record) => ({
        index: indexOf(reading.log, record, basis.now.size),
        case: known.name,
        name,
        ...told(record, known),
        bears: bears(record),
        about: isEngineStep(record.type) ? revisionsNamed(record, known.now.records) : [],
      }));
    })
    .sort((a, b) => a.index - b.index);
}

function told(record: StepRecord, known: KnownCase) {
  const { revision, type, metadata } = record;
  const { occurredOn, recordedAt, actor } = metadata;
  return {
    revision,
    type,
    step: stepWords(type, known),
    occurredOn,
    recordedAt,
    delay: daysBetween(occurredOn, dateAtSeat(recordedAt)),
    recordedBy: inEach((language) => partyName(actor, language)),
  };
}

/** What a step is called; those of the engine are called alike in every case. */
export function stepWords(type: string, { now }: Pick<KnownCase, 'now'>): Text {
  const ofEngine = isEngineStep(type) ? engineSteps[type]?.name : undefined;
  return ofEngine ?? inEach((language) => stepName(now.procedure, type, language));
}
