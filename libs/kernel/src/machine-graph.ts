import type { AnyStateMachine } from './machine';

type Node = AnyStateMachine['root'];

/**
 * The types of step that some path leads to from these active nodes, whatever guards will say: what
 * is not among them can no longer be reached.
 */
export function reachableTypes(active: readonly Node[]): ReadonlySet<string> {
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    targetsOf(node)
      .flatMap((target) => entered(node, target))
      .forEach(visit);
  };
  active.forEach(visit);
  return new Set([...seen].flatMap((node) => node.ownEvents));
}

/** The types of step after which a step of this type is provided for. */
export function typesBefore(machine: AnyStateMachine, type: string): readonly string[] {
  const before = allNodes(machine.root).flatMap((node) =>
    [...node.transitions].flatMap(([event, transitions]) => {
      const reached = transitions
        .flatMap(({ target }) => [...(target ?? [])])
        .flatMap((target) => entered(node, target));
      return reached.some((each) => each.ownEvents.includes(type)) ? [event] : [];
    }),
  );
  return [...new Set(before)].filter((event) => event !== type).sort();
}

/** Every transition of a machine, as `state on step`, with its place among alternatives. */
export function transitionNames(machine: AnyStateMachine): readonly string[] {
  return allNodes(machine.root).flatMap((node) =>
    [...node.transitions.values()].flat().map(transitionName),
  );
}

type Transition = Parameters<Node['transitions']['set']>[1][number];

export function transitionName(transition: Transition): string {
  const { source, eventType } = transition;
  const alternatives = source.transitions.get(eventType) ?? [];
  const place = alternatives.indexOf(transition) + 1;
  const where = source.path.join('.') || source.machine.id;
  return `${where} on ${eventType}${alternatives.length > 1 ? ` [${place}]` : ''}`;
}

function allNodes(node: Node): readonly Node[] {
  return [node, ...Object.values(node.states).flatMap(allNodes)];
}

function targetsOf(node: Node): readonly Node[] {
  return [...node.transitions.values()].flat().flatMap(({ target }) => [...(target ?? [])]);
}

/** The nodes that become active on the way from one node to another, and what these bring along. */
function entered(from: Node, target: Node): readonly Node[] {
  const active = [from, ...parentsOf(from)];
  const parents = parentsOf(target).filter((parent) => !active.includes(parent));
  const regions = parents
    .filter(({ type }) => type === 'parallel')
    .flatMap(({ states }) => Object.values(states))
    .filter((region) => region !== target && !parents.includes(region));
  return [...below(target), ...parents, ...regions.flatMap(below)];
}

function parentsOf(node: Node): readonly Node[] {
  return node.parent ? [node.parent, ...parentsOf(node.parent)] : [];
}

/** A node with what is active in it at first. */
function below(node: Node): readonly Node[] {
  if (node.type === 'parallel') return [node, ...Object.values(node.states).flatMap(below)];
  const first = node.initial.target ?? [];
  return [node, ...[...first].flatMap(below)];
}
