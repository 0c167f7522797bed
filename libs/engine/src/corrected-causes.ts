import { caseOfStream, correctionsBy, isEngineStep, recordOf } from '@rapporteur/kernel';
import { isRefusedEffect, type Alert, type CorrectedCause } from './checkpoint';
import type { EngineParts } from './engine-parts';
import type { StoredEvent } from './event-store';
import { effectsOf } from './impact';

// What a person has to see of effects whose cause was corrected, and of effects that were refused.

/** What stands of the effects of the steps that a record corrects. */
export async function correctedCauses(
  parts: EngineParts,
  event: StoredEvent,
): Promise<readonly CorrectedCause[]> {
  const ref = caseOfStream(event.stream);
  const procedure = ref && parts.registry.get(ref.procedure);
  if (!procedure || !isEngineStep(event.type)) return [];
  const hot = await parts.cases.known(procedure, ref);
  const { revision, type } = event;
  const corrections = correctionsBy(recordOf(event), hot.records);
  if (corrections.length === 0) return [];
  const size = (parts.log.indexOf(event.stream, revision) ?? 0) + 1;
  const effects = await effectsOf(parts, { hot, corrections, size });
  return effects.map(({ cause, ...effect }) => {
    const id = hot.records[cause]?.id ?? '';
    const of = { case: hot.name, revision: cause, id };
    return { cause: of, effect, correction: { revision, type } };
  });
}

/** Which effects a record annuls: what was to be seen of them is settled. */
export async function annulledBy(parts: EngineParts, event: StoredEvent) {
  const ref = caseOfStream(event.stream);
  const procedure = ref && parts.registry.get(ref.procedure);
  if (!procedure || !isEngineStep(event.type)) return () => false;
  const hot = await parts.cases.known(procedure, ref);
  const corrections = correctionsBy(recordOf(event), hot.records);
  return ({ case: name, revision }: CorrectedCause['effect']) =>
    name === hot.name && corrections.some((each) => each.annul && each.revision === revision);
}

/** An alert in one line, for whoever runs the process. */
export function inWords(alert: Alert): string {
  const { cause, effect } = alert;
  const what = `ALERT: ${effect.type} in ${effect.case}, caused by ${cause.case} (revision ${cause.revision}), `;
  if (!isRefusedEffect(alert)) {
    const { type, revision } = alert.correction;
    return `${what}stands although its cause was corrected (${type}, revision ${revision})`;
  }
  const why = alert.refusal.reasons.map(({ message }) => message.en).join(' ');
  return `${what}was refused: ${why}`;
}
