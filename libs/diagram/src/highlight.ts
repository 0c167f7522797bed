import { leaves, type StateValue } from '@rapporteur/kernel';
import { isWithin, parentOf, type Transition } from './chart';

/** A step of a case: from where it led to where. */
export interface StepTaken {
  readonly type: string;
  readonly from: StateValue;
  readonly to: StateValue;
}

/** Where a case stands, and by which steps it came there, in effective order. */
export interface CasePath {
  readonly now: StateValue;
  readonly steps: readonly StepTaken[];
}

/** What of a picture stands out. */
export interface Highlight {
  isNow(state: string): boolean;
  isVisited(state: string): boolean;
  isTaken(transitions: readonly Transition[]): boolean;
}

export const noHighlight: Highlight = {
  isNow: () => false,
  isVisited: () => false,
  isTaken: () => false,
};

/**
 * The states a case is in and was in, and the transitions it took. A step recorded late changes from
 * where those after it really set out; what they stored is older. So each is looked for from where
 * the one before led to, and only then from where it was itself recorded.
 */
export function highlightOf(
  transitions: readonly Transition[],
  { now, steps }: CasePath,
): Highlight {
  const here = leaves(now);
  const visited = new Set(steps.flatMap(({ from, to }) => [...leaves(from), ...leaves(to)]));
  const taken = new Set(
    steps.flatMap((step, place) => {
      const before = steps[place - 1]?.to ?? step.from;
      const found = takenBy(transitions, { ...step, from: before });
      return found.length > 0 ? found : takenBy(transitions, step);
    }),
  );
  return {
    isNow: (state) => here.some((leaf) => isWithin(leaf, state)),
    isVisited: (state) => [...visited].some((leaf) => isWithin(leaf, state)),
    isTaken: (some) => some.some((transition) => taken.has(transition)),
  };
}

/** One step may take several regions at once; what surrounds a state answers only if it does not. */
function takenBy(
  transitions: readonly Transition[],
  { type, from, to }: StepTaken,
): readonly Transition[] {
  const before = leaves(from);
  const after = leaves(to);
  const found = before.flatMap((leaf) => {
    const ways = upwards(leaf).map((source) =>
      transitions.filter((each) => each.source === source && each.step === type),
    );
    return ways.find((some) => some.length > 0)?.find((way) => fits(way, before, after)) ?? [];
  });
  return found.filter(
    ({ source }) =>
      !found.some((other) => other.source !== source && isWithin(other.source, source)),
  );
}

/** A state, what is around it, and the machine itself. */
function upwards(path: string): readonly string[] {
  return path === '' ? [''] : [path, ...upwards(parentOf(path))];
}

/** Whether a case that stands there afterwards can have gone this way. */
function fits(
  { source, targets }: Transition,
  before: readonly string[],
  after: readonly string[],
): boolean {
  const isIn = (path: string): boolean => after.some((leaf) => isWithin(leaf, path));
  if (targets.length > 0) return targets.every(isIn);
  return before.filter((leaf) => isWithin(leaf, source)).every((leaf) => after.includes(leaf));
}
