import { commonParent, statesIn, type Chart, type ChartState, type Transition } from './chart';
import { joined, type Join } from './joins';

/** An arrow, for all transitions that lead from the one end to the other. */
export interface Arrow {
  readonly from: End;
  readonly to: End;
  /** Those it stands for, which are written beside it; none for what merely goes on from an end. */
  readonly labels: readonly Transition[];
  /** All those that pass along it. */
  readonly transitions: readonly Transition[];
}

/**
 * Where an arrow ends: a state, the dot from which one begins, the bar where one parts, or the point
 * where several meet.
 */
export type End =
  | { readonly state: string }
  | { readonly beginningOf: string }
  | { readonly fork: number }
  | { readonly join: number };

/** Where a transition with several targets parts, within the state that holds them all. */
export interface Fork {
  readonly number: number;
  readonly within: string;
}

export interface Arrows {
  readonly arrows: readonly Arrow[];
  readonly forks: readonly Fork[];
  readonly joins: readonly Join[];
  /** By state, the steps that leave a case where it is. */
  readonly loops: ReadonlyMap<string, readonly Transition[]>;
}

/** What is drawn of a machine's transitions. */
export function arrowsOf({ root, transitions }: Chart): Arrows {
  const loops = new Map<string, readonly Transition[]>();
  const forks: Fork[] = [];
  const arrows: Arrow[] = beginnings(root);
  for (const transition of transitions) {
    const { source, targets } = transition;
    const [target = source] = targets;
    if (targets.length > 1) {
      const fork = { number: forks.length, within: commonParent(targets) };
      forks.push(fork);
      arrows.push(...forked(transition, fork));
    } else if (target === source) {
      loops.set(source, [...(loops.get(source) ?? []), transition]);
    } else {
      arrows.push(arrow({ state: source }, { state: target }, transition));
    }
  }
  const order = statesIn(root).map(({ path }) => path);
  return { ...joined(merged(arrows), order), forks, loops };
}

function arrow(from: End, to: End, transition: Transition): Arrow {
  return { from, to, labels: [transition], transitions: [transition] };
}

function forked(transition: Transition, fork: Fork): readonly Arrow[] {
  const at = { fork: fork.number };
  const onwards = transition.targets.map((state) => ({
    from: at,
    to: { state },
    labels: [],
    transitions: [transition],
  }));
  return [arrow({ state: transition.source }, at, transition), ...onwards];
}

/** From the dot to the state in which another begins; where that one is itself a dot, none. */
function beginnings(state: ChartState): Arrow[] {
  const first = state.children.find(({ path }) => path === state.initial);
  const own: Arrow[] =
    first === undefined || first.kind === 'dot'
      ? []
      : [
          {
            from: { beginningOf: state.path },
            to: { state: first.path },
            labels: [],
            transitions: [],
          },
        ];
  return [...own, ...state.children.flatMap(beginnings)];
}

/** Arrows with the same ends are one. */
function merged(arrows: readonly Arrow[]): readonly Arrow[] {
  const byEnds = new Map<string, Arrow>();
  for (const each of arrows) {
    const ends = JSON.stringify([each.from, each.to]);
    const known = byEnds.get(ends);
    byEnds.set(ends, {
      ...each,
      labels: [...(known?.labels ?? []), ...each.labels],
      transitions: [...(known?.transitions ?? []), ...each.transitions],
    });
  }
  return [...byEnds.values()];
}
