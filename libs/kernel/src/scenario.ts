import { caseName, parseCaseName } from './case-ref';
import type { Decision } from './decide';
import type { JsonObject } from './json';
import type { StateValue } from './machine';
import { nextSteps, type NextStep } from './next';
import { obligationsOf, type Obligation } from './obligations';
import type { Procedure } from './procedure';
import type { StepProposal } from './proposal';
import { isRefusal, type Refusal } from './refusal';
import type { StepCoverage, Uncovered } from './scenario-coverage';
import { annotated } from './scenario-engine-step';
import { lastContext, sceneIn, take, worldOf, type Told, type World } from './scenario-world';
import type { Scene } from './scene';
import { countedAt } from './timeline';
import { dueSteps, type DueStep } from './timekeeping';
import type { Actor } from './who';

export type { Told } from './scenario-world';

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

/** How a scenario stands. */
export interface Ending {
  /** Steps caused elsewhere that could not be taken, with their refusals. */
  readonly alerts: readonly Refusal[];
  state(name: string): StateValue | undefined;
  context(name: string): JsonObject | undefined;
  /** Where a case stood at the end of a day; undefined when nothing had happened in it. */
  stateAt(name: string, date: string): StateValue | undefined;
  /** The deadlines of a case as at the end of a day. */
  obligations(name: string, date: string): readonly Obligation[];
  /** What the clock would propose in a case at the end of a day. */
  due(name: string, date: string): readonly DueStep[];
  /** Where every step of a case stands at the end of a day. */
  next(name: string, date: string): readonly NextStep[];
}

/** How a scenario ended. */
export interface Then extends Ending {
  /** The refusal, when the last step was refused. */
  readonly refusal: Refusal | undefined;
  /** The ids of the rules it was refused by; empty when it was taken. */
  readonly refusedBy: readonly string[];
  /** What was decided, when it was taken. */
  readonly decision: Decision | undefined;
}

/**
 * Given/when/then over procedures, pure and without a store: the same decisions, the causes run at
 * once. What is given must be possible; the scenario itself fails otherwise. Steps of the engine may be
 * among it, `{type, data}`: they take a revision of their case, as in a register.
 */
export function scenarios(procedures: readonly Procedure[]) {
  const empty = worldOf(procedures);
  return {
    /** What all scenarios told so far have left out of a procedure. */
    uncovered: (procedure: Procedure): Uncovered => empty.coverage.uncovered(procedure),
    /** What all scenarios told so far have seen of a procedure's steps. */
    covered: (procedure: Procedure): readonly StepCoverage[] => empty.coverage.of(procedure),
    given(...steps: readonly Told[]) {
      const world = steps.reduce((so, told) => {
        const noted = annotated(so, told);
        if (noted) return noted;
        const { world: next, result } = take(so, told);
        if (isRefusal(result)) throw new ImpossibleScenario(told, result);
        return next;
      }, empty);
      return {
        ...ending(world),
        when(told: Told): Then {
          const { world: after, result } = take(world, told);
          const refusal = isRefusal(result) ? result : undefined;
          return {
            ...ending(after),
            refusal,
            refusedBy: refusal?.reasons.map(({ rule }) => rule) ?? [],
            decision: isRefusal(result) ? undefined : result,
          };
        },
      };
    },
  };
}

function ending(world: World): Ending {
  const scene = (name: string): Scene | undefined => {
    const known = world.cases.get(name);
    const procedure = known && world.registry.get(known.ref.procedure);
    return known && procedure && sceneIn(world, procedure, known);
  };
  const asAt = (name: string, date: string): Scene | undefined => {
    const whole = scene(name);
    const count = whole && countedAt(whole.timeline, { date, opening: false });
    return whole && { ...whole, timeline: whole.timeline.slice(0, count) };
  };
  return {
    alerts: world.alerts,
    state: (name) => scene(name)?.timeline.at(-1)?.after.value,
    context: (name) => lastContext(world, name),
    stateAt: (name, date) => asAt(name, date)?.timeline.at(-1)?.after.value,
    obligations(name, date) {
      const found = scene(name);
      return found ? obligationsOf(found, { date, opening: false }) : [];
    },
    due(name, date) {
      const found = scene(name);
      return found ? dueSteps(found, date) : [];
    },
    next(name, date) {
      const found = asAt(name, date);
      return found ? nextSteps(found, date) : [];
    },
  };
}

/** A scenario whose given steps are not themselves possible. */
export class ImpossibleScenario extends Error {
  constructor({ ref, proposal }: Told, { code, reasons }: Refusal) {
    const why = reasons.map(({ rule, field, message }) => `${field ?? rule}: ${message.en}`);
    super(`${caseName(ref)} ${JSON.stringify(proposal)} is refused (${code}): ${why.join('; ')}`);
  }
}
