import type { Procedure } from './procedure';

/** Steps of a procedure that no scenario has taken, and steps that none has seen refused. */
export interface Uncovered {
  readonly neverTaken: readonly string[];
  readonly neverRefused: readonly string[];
}

/** Which steps scenarios have taken and seen refused, among them those caused by others. */
export interface Coverage {
  note(type: string, outcome: 'taken' | 'refused'): void;
  uncovered(procedure: Procedure): Uncovered;
}

export function coverage(): Coverage {
  const seen = { taken: new Set<string>(), refused: new Set<string>() };
  return {
    note: (type, outcome) => {
      seen[outcome].add(type);
    },
    uncovered({ steps }) {
      const types = Object.keys(steps);
      return {
        neverTaken: types.filter((type) => !seen.taken.has(type)),
        neverRefused: types.filter((type) => !seen.refused.has(type)),
      };
    },
  };
}
