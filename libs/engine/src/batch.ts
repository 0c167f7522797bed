import {
  inEach,
  isJsonObject,
  isRefusal,
  malformed,
  parseCaseName,
  parseProposal,
  prepare,
  refuse,
  toJson,
  toJsonObject,
  type Actor,
  type Json,
  type JsonObject,
  type Refusal,
  type Registry,
} from '@rapporteur/kernel';
import type { Checked, Recorded } from './recorded-answer';
import type { RequestedBy } from './recording';
import type { Engine } from './engine';

/** The most steps that may be recorded together. */
export const largestBatch = 2_000;

/** One of many steps to record together: its case, and the step as it is proposed. */
export interface BatchStep {
  /** `procedure/case` */
  readonly case: string;
  readonly proposal: JsonObject;
}

/** Why one step of a batch cannot be recorded. */
export interface BatchProblem {
  /** Its place in the batch, from 0. */
  readonly index: number;
  readonly case: string;
  readonly refusal: Refusal;
}

/** Who asks for a batch, and whether anything is to be recorded. */
export interface BatchRequest {
  readonly actor: Actor;
  /** Makes a retry of the same batch find what it recorded. */
  readonly key?: string;
  readonly checkOnly: boolean;
}

/** How a batch ended: all of it, or nothing; or as far as another process let it. */
export type Batch =
  | { readonly outcome: 'checked'; readonly steps: readonly Checked[] }
  | { readonly outcome: 'recorded'; readonly steps: readonly Recorded[] }
  | {
      readonly outcome: 'refused';
      readonly problems: readonly BatchProblem[];
      /** What had been recorded before another process changed what the rest was to follow. */
      readonly recorded: readonly Recorded[];
    };

/** Reads a batch out of its body: `{steps: [{case, type, data, occurredOn, …}]}`. */
export function parseBatch(body: unknown): readonly BatchStep[] | Refusal {
  const stray = strayMember(body);
  if (stray !== undefined) return refuse('invalid', malformed(stray, strayWords));
  const steps = stepsOf(body);
  if (!steps || steps.length === 0) return refuse('invalid', malformed('steps', listWords));
  const read = steps.map((step, i) => stepFrom(step, `steps[${i}]`));
  const refused = read.find((each): each is Refusal => 'outcome' in each);
  return refused ?? read.filter((each): each is BatchStep => !('outcome' in each));
}

function strayMember(body: unknown): string | undefined {
  return typeof body === 'object' && body !== null
    ? Object.keys(body).find((name) => name !== 'steps')
    : undefined;
}

function stepsOf(body: unknown): readonly Json[] | undefined {
  try {
    const json = toJson(body);
    const steps = isJsonObject(json) ? json['steps'] : undefined;
    return Array.isArray(steps) && steps.length <= largestBatch ? steps : undefined;
  } catch {
    return undefined;
  }
}

function stepFrom(step: Json, where: string): BatchStep | Refusal {
  const { case: name, ...proposal } = isJsonObject(step) ? step : {};
  if (typeof name !== 'string' || !parseCaseName(name)) {
    return refuse('invalid', malformed(`${where}.case`, caseWords));
  }
  return { case: name, proposal: toJsonObject(proposal) };
}

/**
 * The steps that this actor may not take, whatever the log holds: asked first, since a rehearsal costs
 * a pass over the log.
 */
export function forbiddenSteps(
  registry: Registry,
  steps: readonly BatchStep[],
  actor: Actor,
): readonly BatchProblem[] {
  return steps.flatMap(({ case: name, proposal }, index) => {
    const procedure = registry.get(parseCaseName(name)?.procedure ?? '');
    const parsed = parseProposal(proposal);
    if (!procedure || isRefusal(parsed)) return [];
    const prepared = prepare(procedure, parsed.proposal, actor);
    return isRefusal(prepared) && prepared.code === 'forbidden'
      ? [{ index, case: name, refusal: prepared }]
      : [];
  });
}

/**
 * Tries all steps, in their order and with what they cause, on a rehearsal of the log; when every one
 * is possible there, records them. A problem does not hide those that come after it.
 */
export async function recordAll(
  live: Engine,
  rehearsal: Engine,
  steps: readonly BatchStep[],
  how: BatchRequest & { readonly key: string },
): Promise<Batch> {
  const tried = await tryAll(rehearsal, steps, how);
  if (tried.problems.length > 0) return { outcome: 'refused', ...tried, recorded: [] };
  if (how.checkOnly) return { outcome: 'checked', steps: tried.checked };
  const recorded: Recorded[] = [];
  for (const [index, { case: name, proposal }] of steps.entries()) {
    const result = await recordOne(live, name, proposal, {
      actor: how.actor,
      key: `${how.key}:${index}`,
    });
    if (isRefusal(result)) {
      return { outcome: 'refused', problems: [{ index, case: name, refusal: result }], recorded };
    }
    recorded.push(result);
  }
  return { outcome: 'recorded', steps: recorded };
}

async function tryAll(
  rehearsal: Engine,
  steps: readonly BatchStep[],
  { actor, key }: Pick<RequestedBy, 'actor'> & { readonly key: string },
) {
  const problems: BatchProblem[] = [];
  const checked: Checked[] = [];
  for (const [index, { case: name, proposal }] of steps.entries()) {
    const result = await recordOne(rehearsal, name, proposal, { actor, key: `${key}:${index}` });
    if (isRefusal(result)) problems.push({ index, case: name, refusal: result });
    else checked.push(asChecked(result));
  }
  return { problems, checked };
}

/** Records a step and waits for what it causes, which the next step may rest on. */
async function recordOne(
  engine: Engine,
  name: string,
  proposal: JsonObject,
  by: RequestedBy,
): Promise<Recorded | Refusal> {
  const ref = parseCaseName(name);
  if (!ref) return refuse('invalid', malformed('case', caseWords));
  const result = await engine.record(ref, proposal, by);
  if (!isRefusal(result) && result.causes.length > 0) await engine.settled(result.position);
  return result;
}

const asChecked = ({ position: _position, ...recorded }: Recorded): Checked => ({
  ...recorded,
  outcome: 'checked',
});

const listSentences = {
  en: `must be a list of 1 to ${largestBatch} steps, each with its case`,
  fr: `doit être une liste de 1 à ${largestBatch} actes, chacun avec son dossier`,
  es: `debe ser una lista de 1 a ${largestBatch} trámites, cada uno con su expediente`,
};
const caseSentences = {
  en: 'must name a case as procedure/case, such as decision/ecommerce',
  fr: 'doit désigner un dossier sous la forme procédure/dossier, p. ex. decision/ecommerce',
  es: 'debe designar un expediente con la forma procedimiento/expediente, p. ej. decision/ecommerce',
};
const straySentences = {
  en: 'is no member of this request; it has steps alone',
  fr: "n'est pas un membre de cette requête; elle n'a que steps",
  es: 'no es un miembro de esta petición; solo tiene steps',
};
const strayWords = inEach((language) => straySentences[language]);
const listWords = inEach((language) => listSentences[language]);
const caseWords = inEach((language) => caseSentences[language]);
