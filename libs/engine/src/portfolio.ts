import {
  dueSteps,
  obligationsOf,
  type DueStep,
  type Obligation,
  type Procedure,
  type Scene,
  type Sight,
} from '@rapporteur/kernel';
import { setImmediate } from 'node:timers/promises';
import type { EngineParts } from './engine-parts';
import type { Understood } from './questions';
import { reading } from './reading';

/** What an answer over all cases begins with. */
export interface PortfolioAnswer {
  readonly outcome: 'answered';
  readonly asAt: string;
  readonly moment?: 'opening';
  readonly knownOn: string;
  readonly basis: { readonly size: number };
}

/** A deadline, and whose it is. */
export type CaseObligation = Obligation & { readonly case: string; readonly procedure: string };

/** The deadlines of all cases, those with the nearest end first, then those without a date. */
export interface ObligationsAnswer extends PortfolioAnswer {
  readonly obligations: readonly CaseObligation[];
}

/** A step whose day has come, and in which case. */
export type CaseDueStep = DueStep & { readonly case: string };

export interface DueAnswer extends PortfolioAnswer {
  readonly steps: readonly CaseDueStep[];
}

export async function obligationsAnswer(
  parts: EngineParts,
  asked: Understood,
): Promise<ObligationsAnswer> {
  const procedures = [...parts.registry.values()].filter(({ deadlines }) => deadlines.length > 0);
  const found: CaseObligation[] = [];
  for (const procedure of procedures) {
    for await (const scene of scenesOf(parts, procedure, procedure.deadlines, asked)) {
      const name = `${scene.ref.procedure}/${scene.ref.case}`;
      const whose = { case: name, procedure: procedure.id };
      found.push(...obligationsOf(scene, asked.asAt).map((each) => ({ ...whose, ...each })));
    }
  }
  return { ...beginning(asked), obligations: found.sort(byEnd) };
}

export async function dueAnswer(parts: EngineParts, asked: Understood): Promise<DueAnswer> {
  const procedures = [...parts.registry.values()].filter(({ clock }) => clock.length > 0);
  const steps: CaseDueStep[] = [];
  for (const procedure of procedures) {
    for await (const scene of scenesOf(parts, procedure, procedure.clock, asked)) {
      const name = `${scene.ref.procedure}/${scene.ref.case}`;
      steps.push(...dueSteps(scene, asked.asAt.date).map((each) => ({ case: name, ...each })));
    }
  }
  return { ...beginning(asked), steps };
}

function beginning({ asAt, knownOn, size }: Understood): PortfolioAnswer {
  const moment = asAt.opening ? { moment: 'opening' as const } : {};
  return { outcome: 'answered', asAt: asAt.date, ...moment, knownOn, basis: { size } };
}

/** Every case of a procedure with what is around it, as far as it was known. */
async function* scenesOf(
  parts: EngineParts,
  procedure: Procedure,
  looking: readonly { readonly sees?: Sight }[],
  { size }: Understood,
): AsyncGenerator<Scene> {
  const { sceneAt } = reading(parts);
  for (const name of parts.log.casesOf(procedure.id)) {
    // Lets others be answered in between: there may be very many cases.
    await setImmediate();
    const scene = await sceneAt(name, size, looking);
    if (scene) yield scene;
  }
}

const never = '9999-12-31';

function byEnd(a: CaseObligation, b: CaseObligation): number {
  const key = ({ windows, case: name, deadline, supersededOn }: CaseObligation) =>
    [windows.at(-1)?.to ?? never, name, deadline, supersededOn ?? never].join(' ');
  return key(a) < key(b) ? -1 : 1;
}
