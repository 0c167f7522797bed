import { caseName } from './case-ref';
import { refuseUnknownRecord } from './engine-step-rules';
import { parseEngineStep } from './engine-steps';
import type { JsonObject } from './json';
import type { CausedStep } from './procedure';
import { isEngineStep } from './record';
import { isRefusal } from './refusal';
import type { Known, Told, World } from './scenario-world';

/**
 * An engine step that is caused: it takes a revision of its case and changes no state. About a step
 * that is not there, it is refused.
 */
export function withEngineStep(world: World, { case: ref, type, data }: CausedStep): World {
  const name = caseName(ref);
  const known = world.cases.get(name);
  if (!known || !isAboutWhatIsThere(known, data)) {
    const refusal = refuseUnknownRecord(type, Number(data['revision']), known?.revision ?? -1);
    return { ...world, alerts: [...world.alerts, refusal] };
  }
  const after = { ...known, revision: known.revision + 1 };
  return { ...world, cases: new Map(world.cases).set(name, after) };
}

/** The world after an engine step that is told, `{type, data}`; undefined when it is none. */
export function annotated(world: World, { ref, proposal }: Told): World | undefined {
  if (typeof proposal !== 'object' || proposal === null || !('type' in proposal)) return undefined;
  if (typeof proposal.type !== 'string' || !isEngineStep(proposal.type)) return undefined;
  const parsed = parseEngineStep(proposal);
  if (isRefusal(parsed)) return { ...world, alerts: [...world.alerts, parsed] };
  const { type, data } = parsed.proposal;
  return withEngineStep(world, { case: ref, type, data, links: {} });
}

/** A note is about the case, and names no step of it. */
function isAboutWhatIsThere({ timeline }: Known, { revision }: JsonObject): boolean {
  return revision === undefined || timeline.some(({ step }) => step.revision === revision);
}
