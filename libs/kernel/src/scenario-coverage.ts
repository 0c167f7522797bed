import type { Procedure } from './procedure';

/** Steps of a procedure that no scenario has taken, and steps that none has seen refused. */
export interface Uncovered {
  readonly neverTaken: readonly string[];
  readonly neverRefused: readonly string[];
}

/** What scenarios have seen of one step: how often it was taken, and what refused it. */
export interface StepCoverage {
  readonly type: string;
  readonly taken: number;
  /** The ids of the rules, of the machine's order or of the request's form that refused it. */
  readonly refusedBy: readonly string[];
}

/** Which steps scenarios have taken and seen refused, among them those caused by others. */
export interface Coverage {
  taken(type: string): void;
  refused(type: string, by: readonly string[]): void;
  of(procedure: Procedure): readonly StepCoverage[];
  uncovered(procedure: Procedure): Uncovered;
}

/** Told what scenarios have seen of a procedure, when they ask what they have left out. */
export type CoverageListener = (procedure: string, steps: readonly StepCoverage[]) => void;

const listeners = new Set<CoverageListener>();

/** Hears of all scenarios of this process; for reports. */
export function onCoverage(listener: CoverageListener): void {
  listeners.add(listener);
}

/** A refusal for the request's form alone says nothing of the procedure. */
const isNamed = (rule: string): boolean => rule !== 'request.wellFormed';

export function coverage(): Coverage {
  const taken = new Map<string, number>();
  const refused = new Map<string, Set<string>>();
  const of = ({ steps }: Procedure) =>
    Object.keys(steps).map((type) => ({
      type,
      taken: taken.get(type) ?? 0,
      refusedBy: [...(refused.get(type) ?? [])].sort(),
    }));
  const types = (found: readonly StepCoverage[]) => found.map(({ type }) => type);
  return {
    taken: (type) => void taken.set(type, (taken.get(type) ?? 0) + 1),
    refused(type, by) {
      const known = refused.get(type) ?? new Set();
      refused.set(type, new Set([...known, ...by]));
    },
    of,
    uncovered(procedure) {
      const steps = of(procedure);
      listeners.forEach((listener) => listener(procedure.id, steps));
      return {
        neverTaken: types(steps.filter((step) => step.taken === 0)),
        neverRefused: types(steps.filter(({ refusedBy }) => !refusedBy.some(isNamed))),
      };
    },
  };
}
