import { finding, type Finding } from './conformance-finding';
import type { AnyStateMachine } from './machine';

type Node = AnyStateMachine['root'];

/**
 * Every state can be reached, and from every state something can follow, whatever guards will say.
 * The end of a case is a final state. In one of several regions a state may be the last of its
 * region while the case goes on in the others: it says so itself, `meta: {resting: true}`.
 */
export function graphFindings({ root }: AnyStateMachine): readonly Finding[] {
  const reached = reachedIn(root);
  return descendantsOf(root).flatMap((node) => [
    ...(reached.has(node) || !reached.has(node.parent ?? root)
      ? []
      : [finding('state.unreachable', pathOf(node), 'no step leads to it')]),
    ...wayOnFindings(node),
  ]);
}

function wayOnFindings(node: Node): readonly Finding[] {
  const rests = restsByItself(node);
  const goesOn = [node, ...ancestorsOf(node)].some((each) => transitionsOf(each).length > 0);
  if (rests && (node.type !== 'atomic' || goesOn || !isInRegion(node))) {
    const why = 'rests, but is not the last state of one of several regions';
    return [finding('state.resting', pathOf(node), why)];
  }
  return node.type === 'atomic' && !goesOn && !rests
    ? [finding('state.stuck', pathOf(node), 'is not final, but nothing can follow')]
    : [];
}

function restsByItself({ meta }: Node): boolean {
  return typeof meta === 'object' && 'resting' in meta && meta.resting === true;
}

const pathOf = (node: Node): string => node.path.join('.');

const isInRegion = (node: Node): boolean =>
  ancestorsOf(node).some(({ type }) => type === 'parallel');

function descendantsOf(node: Node): readonly Node[] {
  return Object.values(node.states).flatMap((child) => [child, ...descendantsOf(child)]);
}

/** The nodes above, the nearest first. */
function ancestorsOf({ parent }: Node): readonly Node[] {
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}

function transitionsOf(node: Node) {
  return [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
}

function reachedIn(root: Node): ReadonlySet<Node> {
  const reached = new Set<Node>();
  const visit = (node: Node): void => {
    if (reached.has(node)) return;
    reached.add(node);
    for (const { target = [] } of transitionsOf(node)) entered(node, target).forEach(visit);
  };
  initially(root).forEach(visit);
  return reached;
}

/** What becomes active with these targets: they, what is above them, and the regions beside them. */
function entered(from: Node, targets: readonly Node[]): readonly Node[] {
  const active = [from, ...ancestorsOf(from)];
  const above = targets.flatMap(ancestorsOf).filter((node) => !active.includes(node));
  const named = [...targets, ...above];
  const beside = above
    .filter(({ type }) => type === 'parallel')
    .flatMap(({ states }) => Object.values(states))
    .filter((region) => !named.includes(region));
  return [...above, ...[...targets, ...beside].flatMap(initially)];
}

/** A node with what is active in it at first. */
function initially(node: Node): readonly Node[] {
  const first: readonly Node[] =
    node.type === 'parallel' ? Object.values(node.states) : (node.initial.target ?? []);
  return [node, ...first.flatMap(initially)];
}
