import { differs, momentDifference, type Difference } from './difference';
import { keptState, refuseEngineStep } from './engine-step-rules';
import { engineSteps, engineStepOf } from './engine-steps';
import type { StepRecord } from './record';
import type { Timeline } from './timeline';
import { validated } from './validation';

/** What is known of a case before one of its records. */
export interface Before {
  readonly records: readonly StepRecord[];
  readonly timeline: Timeline;
}

/**
 * Whether an engine step is one that the engine would have recorded there: of a known type and shape,
 * changing nothing, about a step that is there, and as its rules want it.
 */
export function engineStepDifference(
  { records, timeline }: Before,
  record: StepRecord,
): Difference | undefined {
  const { revision, type, data, metadata } = record;
  const definition = engineStepOf(type);
  if (!definition) return differs(revision, 'type', Object.keys(engineSteps), type);
  const kept = keptState(timeline);
  if (!kept) return differs(revision, 'type', 'a step that opens the case', type);
  const payload = validated(definition.payload, data, 'data');
  if (!payload.valid) {
    const wrong = payload.reasons.map(({ field, message }) => `${field} ${message.en}`);
    return differs(revision, 'data', wrong.join('; '), data);
  }
  const moved = momentDifference(record, kept);
  if (moved) return moved;
  const [reason] = refuseEngineStep(records, record, metadata.actor)?.reasons ?? [];
  return reason && differs(revision, reason.rule, reason.message.en, data);
}
