import {
  caseName,
  dueSteps,
  isRefusal,
  plusDays,
  sceneIn,
  take,
  worldOf,
  type DueStep,
  type Known,
  type Moment,
  type Procedure,
  type Refusal,
  type Told,
  type World,
} from '@rapporteur/kernel';
import type { Explored } from './explored';
import type { Choose } from './sampled';
import { countOf, proposalFor, type Proposable } from './walk-proposal';

/** A walk under way: what has happened, the day it is, and which transitions were taken. */
export interface Walk {
  readonly choose: Choose;
  readonly procedures: readonly Procedure[];
  /** The procedure whose cases the walk keeps to, for the most part. */
  focus: string | undefined;
  world: World;
  today: string;
  readonly explored: Explored;
  /** Every step taken, in the order recorded. */
  readonly told: Told[];
  /** `procedure/case revision` of every step that was recorded as irregular. */
  readonly irregular: Set<string>;
  /** The proposals that were refused, by the ids of what refused them. */
  readonly refused: Map<string, number>;
}

/** A walk that has not begun; what it sees it adds to what is explored. */
export function walkOf(procedures: readonly Procedure[], choose: Choose, explored: Explored): Walk {
  return {
    choose,
    procedures,
    focus: undefined,
    world: worldOf(procedures),
    today: '2017-10-05',
    explored,
    told: [],
    irregular: new Set(),
    refused: new Map(),
  };
}

/** Takes one more step, somewhere, if what was chosen is possible. */
export function walkOn(walk: Walk): void {
  const { choose } = walk;
  if (choose(4) === 0) walk.today = plusDays(walk.today, 1 + choose(20));
  const move = weighted(walk, movesOf(walk));
  if (move) attempt(walk, move);
  if (choose(10) === 0) tickSomewhere(walk);
}

type Move = Proposable & { readonly weight: number };

function movesOf(walk: Walk): readonly Move[] {
  const isNear = ({ id }: Procedure) =>
    walk.focus === undefined || id === walk.focus || walk.choose(12) === 0;
  const near = walk.procedures.filter(isNear);
  const existing = [...walk.world.cases.values()].flatMap((known) => {
    const procedure = near.find(({ id }) => id === known.ref.procedure);
    return procedure ? possible(walk, procedure, known) : [];
  });
  const opening = near.flatMap((procedure) =>
    countOf(walk.world, procedure.id) < 6 ? possible(walk, procedure, undefined) : [],
  );
  return [...existing, ...opening];
}

/** The types of step that a moment provides for; asked once for each moment. */
const provided = new WeakMap<Moment, readonly string[]>();

function providedBy({ interpreter }: Procedure, moment: Moment, today: string): readonly string[] {
  const known = provided.get(moment);
  if (known) return known;
  const types = interpreter
    .admits(moment)
    .filter((type) => interpreter.couldTake(moment, type, today));
  provided.set(moment, types);
  return types;
}

/** Prefers what no walk has seen, and cases to openings, so that few steps see much. */
function possible(walk: Walk, procedure: Procedure, known: Known | undefined): readonly Move[] {
  const moment = known?.timeline.at(-1)?.after ?? procedure.interpreter.initial;
  const worth = walk.explored.worthTrying(procedure, moment);
  return providedBy(procedure, moment, walk.today).map((type) => ({
    procedure,
    known,
    type,
    weight: (worth.has(type) ? 15 : 1) * (known ? 3 : 1),
  }));
}

function weighted({ choose }: Walk, moves: readonly Move[]): Move | undefined {
  const total = moves.reduce((sum, { weight }) => sum + weight, 0);
  let left = (choose(100_000) / 100_000) * total;
  return moves.find(({ weight }) => (left -= weight) < 0);
}

function attempt(walk: Walk, move: Move): void {
  const told = proposalFor(walk, move);
  const refusal = tell(walk, told);
  if (refusal?.code !== 'irregular') return;
  const irregularity = { reason: 'So it was.' };
  tell(walk, { ...told, proposal: { ...told.proposal, irregularity } });
}

/** Takes a told step; what it caused elsewhere is taken with it. */
export function tell(walk: Walk, told: Told): Refusal | undefined {
  const before = walk.world;
  const { world, result } = take(before, told);
  if (isRefusal(result)) {
    const by = result.reasons.map(({ rule, field }) => field ?? rule).join(', ');
    walk.refused.set(by, (walk.refused.get(by) ?? 0) + 1);
    return result;
  }
  walk.world = world;
  walk.told.push(told);
  if (result.irregularity) {
    const name = caseName(told.ref);
    walk.irregular.add(`${name} ${world.cases.get(name)?.revision ?? -1}`);
  }
  noteSteps(walk, before);
  return undefined;
}

/** Tells what walks have seen of the steps that are in the world now and were not before. */
function noteSteps({ explored, world }: Walk, before: World): void {
  for (const [name, known] of world.cases) {
    const last = before.cases.get(name)?.revision ?? -1;
    const procedure = known.revision > last && world.registry.get(known.ref.procedure);
    if (!procedure) continue;
    const fresh = known.timeline.filter(({ step }) => step.revision > last);
    fresh.forEach((entry) => explored.note(procedure, entry));
  }
}

/** What the clock proposes, recorded; what has to be confirmed is the Secretariat's own step. */
export function dueTold({ ref }: Known, { type, occurredOn, data, confirm }: DueStep): Told {
  const onBehalfOf = { role: confirm ? 'secretariat' : 'clock' };
  const proposal = { type, occurredOn, data, onBehalfOf };
  return { ref, proposal, actor: { id: 'registrar', role: 'secretariat' } };
}

/** Proposes what the clock would, in one of the cases. */
function tickSomewhere(walk: Walk): void {
  const cases = [...walk.world.cases.values()];
  const known = cases[walk.choose(Math.max(1, cases.length))];
  const procedure = known && walk.world.registry.get(known.ref.procedure);
  if (!known || !procedure) return;
  for (const due of dueSteps(sceneIn(walk.world, procedure, known), walk.today)) {
    tell(walk, dueTold(known, due));
  }
}
