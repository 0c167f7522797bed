import { differs, momentDifference, type Difference } from './difference';
import type { CaseBefore } from './correction-rules';
import { judgeEngineStep } from './engine-step-rules';
import { engineSteps, engineStepOf } from './engine-steps';
import type { StepRecord } from './record';
import { isRefusal } from './refusal';
import type { Timeline } from './timeline';
import { validated } from './validation';

/** An engine step that is as the engine would have recorded it, and the steps once it counts. */
export interface ReplayedEngineStep {
  readonly timeline: Timeline;
}

/**
 * Replays an engine step: it must be of a known type and shape, about a step that is there, as its
 * rules want it, and leave the case in the state that it says.
 */
export function replayEngineStep(
  before: CaseBefore,
  record: StepRecord,
): ReplayedEngineStep | Difference {
  const malformed = shapeDifference(before, record);
  if (malformed) return malformed;
  const { revision, data, metadata } = record;
  const judged = judgeEngineStep(before, record, metadata.actor);
  if (!isRefusal(judged)) {
    return momentDifference(record, judged.kept) ?? { timeline: judged.timeline };
  }
  const [reason] = judged.reasons;
  return differs(revision, reason?.rule ?? 'type', reason?.message.en ?? 'another step', data);
}

function shapeDifference(
  { records }: CaseBefore,
  { revision, type, data }: StepRecord,
): Difference | undefined {
  const definition = engineStepOf(type);
  if (!definition) return differs(revision, 'type', Object.keys(engineSteps), type);
  if (records.length === 0) return differs(revision, 'type', 'a step that opens the case', type);
  const payload = validated(definition.payload, data, 'data');
  if (payload.valid) return undefined;
  const wrong = payload.reasons.map(({ field, message }) => `${field} ${message.en}`);
  return differs(revision, 'data', wrong.join('; '), data);
}
