import { caseName, parseCaseName, type CaseRef } from './case-ref';
import { decide, relatedCase, type Decision, type Scene } from './decide';
import type { JsonObject } from './json';
import type { StateValue } from './machine';
import { misplacedLinks, prepare } from './prepare';
import { registryOf, type Procedure, type Registry } from './procedure';
import { factFrom, parseProposal, type StepProposal } from './proposal';
import { isRefusal, type Refusal } from './refusal';
import { coverage, type Coverage, type Uncovered } from './scenario-coverage';
import type { StepFact } from './step';
import { inserted, type Timeline } from './timeline';
import type { Actor } from './who';

/** One sentence of a scenario: in this case, this step, on this day. */
export interface Told {
  readonly ref: CaseRef;
  readonly proposal: unknown;
  readonly actor: Actor;
}

type More = Partial<Omit<StepProposal, 'type' | 'data' | 'occurredOn'>> & {
  readonly actor?: Actor;
};

/** Tells a step: `took('chair/ecommerce', 'chair.designated', {…}, '2018-03-07')`. */
export function took(
  name: string,
  type: string,
  data: object,
  when: string | (More & { readonly occurredOn: string }),
): Told {
  const ref = parseCaseName(name);
  if (!ref) throw new Error(`${name} is not procedure/case`);
  const { actor = { id: 'registrar', role: 'secretariat' }, ...rest } =
    typeof when === 'string' ? { occurredOn: when } : when;
  return { ref, proposal: { type, data, ...rest }, actor };
}

/** How a scenario ended. */
export interface Then {
  /** The refusal, when the last step was refused. */
  readonly refusal: Refusal | undefined;
  /** The ids of the rules it was refused by; empty when it was taken. */
  readonly refusedBy: readonly string[];
  /** What was decided, when it was taken. */
  readonly decision: Decision | undefined;
  /** Steps caused elsewhere that could not be taken, with their refusals. */
  readonly alerts: readonly Refusal[];
  state(name: string): StateValue | undefined;
  context(name: string): JsonObject | undefined;
}

interface World {
  readonly registry: Registry;
  readonly cases: ReadonlyMap<string, Known>;
  readonly alerts: readonly Refusal[];
  readonly coverage: Coverage;
}

interface Known {
  readonly ref: CaseRef;
  readonly links: Readonly<Record<string, string>>;
  readonly timeline: Timeline;
  readonly revision: number;
}

/**
 * Given/when/then over procedures, pure and without a store: the same decisions, the causes run at
 * once. What is given must be possible; the scenario itself fails otherwise.
 */
export function scenarios(procedures: readonly Procedure[]) {
  const empty: World = {
    registry: registryOf(procedures),
    cases: new Map(),
    alerts: [],
    coverage: coverage(),
  };
  return {
    /** What all scenarios told so far have left out of a procedure. */
    uncovered: (procedure: Procedure): Uncovered => empty.coverage.uncovered(procedure),
    given(...steps: readonly Told[]) {
      const world = steps.reduce((so, told) => {
        const { world: next, result } = take(so, told);
        if (isRefusal(result)) throw new ImpossibleScenario(told, result);
        return next;
      }, empty);
      return {
        ...ending(world),
        when(told: Told): Then {
          const { world: after, result } = take(world, told);
          return ending(after, result);
        },
      };
    },
  };
}

interface Taken {
  readonly world: World;
  readonly result: Decision | Refusal;
}

function take(world: World, told: Told): Taken {
  const procedure = world.registry.get(told.ref.procedure);
  if (!procedure) throw new Error(`no procedure ${told.ref.procedure} in this scenario`);
  const parsed = parseProposal(told.proposal);
  if (isRefusal(parsed)) return { world, result: parsed };
  const taken = takeParsed({ world, procedure, told }, parsed.proposal);
  world.coverage.note(parsed.proposal.type, isRefusal(taken.result) ? 'refused' : 'taken');
  return taken;
}

interface Taking {
  readonly world: World;
  readonly procedure: Procedure;
  readonly told: Told;
}

function takeParsed({ world, procedure, told }: Taking, proposal: StepProposal): Taken {
  const prepared = prepare(procedure, proposal, told.actor);
  if (isRefusal(prepared)) return { world, result: prepared };
  const name = caseName(told.ref);
  const known = world.cases.get(name) ?? opened(told.ref, proposal);
  const fact = factFrom(proposal, prepared.data, known.revision + 1);
  const decision = decide(sceneOf(world, procedure, known), { ...proposal, step: fact });
  if (isRefusal(decision)) return { world, result: decision };
  const misplaced = misplacedLinks(procedure, proposal.links ?? {}, known.revision === -1);
  if (misplaced) return { world, result: misplaced };
  const timeline = inserted(known.timeline, decision.insertion);
  const cases = new Map(world.cases).set(name, { ...known, timeline, revision: fact.revision });
  return { world: withEffects({ ...world, cases }, procedure, told.ref, fact), result: decision };
}

function withEffects(world: World, procedure: Procedure, ref: CaseRef, fact: StepFact): World {
  const cause = { case: ref.case, data: fact.data, occurredOn: fact.occurredOn };
  const caused = procedure.causes.filter(({ on }) => on === fact.type);
  return caused
    .flatMap((each) => each.causes(cause))
    .reduce((so, { case: target, type, data, links }) => {
      const proposal = { type, data, occurredOn: fact.occurredOn, links };
      const actor = { id: 'engine', role: 'clock' } as const;
      const { world: next, result } = take(so, { ref: target, proposal, actor });
      return isRefusal(result) ? { ...next, alerts: [...next.alerts, result] } : next;
    }, world);
}

function ending(world: World, result?: Decision | Refusal): Then {
  const refusal = result && isRefusal(result) ? result : undefined;
  const last = (name: string) => world.cases.get(name)?.timeline.at(-1)?.after;
  return {
    refusal,
    refusedBy: refusal?.reasons.map(({ rule }) => rule) ?? [],
    decision: result && !isRefusal(result) ? result : undefined,
    alerts: world.alerts,
    state: (name) => last(name)?.value,
    context: (name) => last(name)?.context,
  };
}

/** A scenario whose given steps are not themselves possible. */
export class ImpossibleScenario extends Error {
  constructor({ ref, proposal }: Told, { code, reasons }: Refusal) {
    const why = reasons.map(({ rule, field, message }) => `${field ?? rule}: ${message.en}`);
    super(`${caseName(ref)} ${JSON.stringify(proposal)} is refused (${code}): ${why.join('; ')}`);
  }
}

function opened(ref: CaseRef, { links }: StepProposal): Known {
  return { ref, links: links ?? {}, timeline: [], revision: -1 };
}

function sceneOf(world: World, procedure: Procedure, known: Known): Scene {
  return {
    procedure,
    ref: known.ref,
    timeline: known.timeline,
    revision: known.revision,
    related(link, step) {
      const name = known.links[link] ?? (step && procedure.mentions(step)[link]);
      return name === undefined ? undefined : relatedCase(name, world.cases.get(name));
    },
    recorder: () => 'in this scenario',
  };
}
