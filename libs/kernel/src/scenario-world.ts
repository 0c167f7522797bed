import { caseName, parseCaseName, type CaseRef } from './case-ref';
import { decide, type Decision } from './decide';
import type { JsonObject } from './json';
import { misplacedLinks, prepare } from './prepare';
import {
  registryOf,
  type CausedStep,
  type CausingStep,
  type Procedure,
  type Registry,
} from './procedure';
import { factFrom, parseProposal, type StepProposal } from './proposal';
import { isEngineStep } from './record';
import { isRefusal, type Refusal } from './refusal';
import { coverage, type Coverage } from './scenario-coverage';
import { withEngineStep } from './scenario-engine-step';
import { relatedCase, type Scene } from './scene';
import type { StepFact } from './step';
import { inserted, viewAsAt, type Timeline } from './timeline';
import { partyOf, type Actor } from './who';

/** One sentence of a scenario: in this case, this step, on this day. */
export interface Told {
  readonly ref: CaseRef;
  readonly proposal: unknown;
  readonly actor: Actor;
}

/** All cases of a scenario, as far as it has been told. */
export interface World {
  readonly registry: Registry;
  readonly cases: ReadonlyMap<string, Known>;
  readonly alerts: readonly Refusal[];
  readonly coverage: Coverage;
}

export interface Known {
  readonly ref: CaseRef;
  readonly links: Readonly<Record<string, string>>;
  readonly timeline: Timeline;
  readonly revision: number;
}

export interface Taken {
  readonly world: World;
  readonly result: Decision | Refusal;
}

/** A world in which nothing has happened yet. */
export function worldOf(procedures: readonly Procedure[]): World {
  const registry = registryOf(procedures);
  return { registry, cases: new Map(), alerts: [], coverage: coverage() };
}

/** Takes a step in a world, and what it causes elsewhere; a refused one leaves the world as it was. */
export function take(world: World, told: Told): Taken {
  const procedure = world.registry.get(told.ref.procedure);
  if (!procedure) throw new Error(`no procedure ${told.ref.procedure} in this scenario`);
  const parsed = parseProposal(told.proposal);
  if (isRefusal(parsed)) return { world, result: parsed };
  const taken = takeParsed({ world, procedure, told }, parsed.proposal);
  const { type } = parsed.proposal;
  if (isRefusal(taken.result)) {
    const { reasons } = taken.result;
    world.coverage.refused(
      type,
      reasons.map(({ rule }) => rule),
    );
  } else world.coverage.taken(type);
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
  const party = partyOf(told.actor, prepared.onBehalfOf);
  const fact = factFrom(proposal, prepared.data, known.revision + 1, party);
  const decision = decide(sceneIn(world, procedure, known), { ...proposal, step: fact });
  if (isRefusal(decision)) return { world, result: decision };
  const misplaced = misplacedLinks(procedure, proposal.links ?? {}, known.revision === -1);
  if (misplaced) return { world, result: misplaced };
  const timeline = inserted(known.timeline, decision.insertion);
  const after = { ...known, timeline, revision: fact.revision };
  const cases = new Map(world.cases).set(name, after);
  return { world: withEffects({ ...world, cases }, procedure, after, fact), result: decision };
}

function withEffects(world: World, procedure: Procedure, known: Known, fact: StepFact): World {
  const cause: CausingStep = {
    case: known.ref.case,
    data: fact.data,
    occurredOn: fact.occurredOn,
    links: known.links,
    under: (of) =>
      casesUnder(world, caseName(known.ref), of).flatMap(
        (child) => viewAsAt(child.ref, child, { date: fact.occurredOn, opening: false }) ?? [],
      ),
  };
  const caused = procedure.causes.filter(({ on }) => on === fact.type);
  return caused
    .flatMap((each) => each.causes(cause))
    .reduce((so, effect) => withEffect(so, effect, fact.occurredOn), world);
}

function withEffect(world: World, effect: CausedStep, occurredOn: string): World {
  const { case: ref, type, data, links } = effect;
  if (isEngineStep(type)) return withEngineStep(world, effect);
  const proposal = { type, data, occurredOn, links, again: true };
  const actor = { id: 'engine', role: 'clock' } as const;
  const { world: next, result } = take(world, { ref, proposal, actor });
  return isRefusal(result) ? { ...next, alerts: [...next.alerts, result] } : next;
}

function opened(ref: CaseRef, { links }: StepProposal): Known {
  return { ref, links: links ?? {}, timeline: [], revision: -1 };
}

function casesUnder(world: World, name: string, procedure: string): readonly Known[] {
  return [...world.cases.values()].filter(
    ({ ref, links }) => ref.procedure === procedure && Object.values(links).includes(name),
  );
}

/** A case of this world with what is around it. */
export function sceneIn(world: World, procedure: Procedure, known: Known): Scene {
  const { ref, links, timeline, revision } = known;
  const related = (name: string) => relatedCase(name, world.cases.get(name));
  const from = { case: ref.case, links };
  return {
    procedure,
    ref,
    timeline,
    revision,
    related(link, step) {
      const name = links[link] ?? (step && procedure.mentions(step, from)[link]);
      return name === undefined ? undefined : related(name);
    },
    linked: Object.values(links).map(related),
    under: (of) =>
      casesUnder(world, caseName(ref), of).map((child) => related(caseName(child.ref))),
    calendar: [...world.cases.keys()].flatMap((name) => {
      const inCalendar = world.registry.get(parseCaseName(name)?.procedure ?? '')?.inCalendar;
      return inCalendar ? [{ related: related(name), inCalendar }] : [];
    }),
    recorder: () => 'in this scenario',
  };
}

/** What a case of this world knows of itself last. */
export function lastContext(world: World, name: string): JsonObject | undefined {
  return world.cases.get(name)?.timeline.at(-1)?.after.context;
}
