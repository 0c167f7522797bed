import type { Arrow, End } from './arrows';
import { commonParent, isWithin } from './chart';

/** Where arrows of the same step meet before the state that all lead to. */
export interface Join {
  readonly number: number;
  /** The state around all those that the step is taken from. */
  readonly within: string;
  /** The state in there that they meet before; without it, after all. */
  readonly before?: string;
}

/** From how many states a step leads to the same one for its arrows to meet. */
const several = 3;

/**
 * The arrows, those that say the same and lead to the same state brought together; `order` are the
 * states as the definition tells of them.
 */
export function joined(
  arrows: readonly Arrow[],
  order: readonly string[],
): {
  readonly arrows: readonly Arrow[];
  readonly joins: readonly Join[];
} {
  const groups = new Map<string, Arrow[]>();
  for (const arrow of arrows) {
    const key = meetingKey(arrow);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), arrow]);
  }
  const meeting = [...groups.values()].filter((group) => group.length >= several);
  const joins = meeting.map((group, number) => joinOf(group, number, order));
  return {
    arrows: [
      ...arrows.filter((arrow) => !meeting.some((group) => group.includes(arrow))),
      ...meeting.flatMap((group, number) => brought(group, { join: number })),
    ],
    joins,
  };
}

/** What arrows that meet have in common; undefined for those that meet no others. */
function meetingKey({ from, to, labels }: Arrow): string | undefined {
  if (!('state' in from) || !('state' in to) || labels.length === 0) return undefined;
  const isNested = isWithin(from.state, to.state) || isWithin(to.state, from.state);
  const said = labels.map(({ step, guard = '' }) => [step, guard]);
  return isNested ? undefined : JSON.stringify([to.state, said]);
}

function joinOf(group: readonly Arrow[], number: number, order: readonly string[]): Join {
  const pathOf = (end: End): readonly string[] => ('state' in end ? [end.state] : []);
  const [target = ''] = group.flatMap(({ to }) => pathOf(to));
  const within = commonParent(group.flatMap(({ from }) => pathOf(from)));
  const inside = order.filter((path) => path !== within && isWithin(path, within));
  const before =
    inside.find((path) => isWithin(target, path)) ??
    (order.indexOf(target) < order.indexOf(within) ? inside[0] : undefined);
  return { number, within, ...(before === undefined ? {} : { before }) };
}

function brought(group: readonly Arrow[], join: End): readonly Arrow[] {
  const [first] = group;
  if (first === undefined) return [];
  const transitions = group.flatMap((arrow) => arrow.transitions);
  return [
    ...group.map((arrow) => ({ ...arrow, to: join, labels: [] })),
    { from: join, to: first.to, labels: transitions, transitions },
  ];
}
