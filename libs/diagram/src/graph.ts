import type { ElkExtendedEdge, ElkNode } from 'elkjs';
import { childOf, isWithin, statesIn, type Chart, type ChartState } from './chart';
import type { Arrow, Arrows, End } from './arrows';
import { boxSize, boxText, sizes, stepsSize, stepTexts, type BoxText } from './lettering';
import type { Words } from './words';

/** What ELK is asked to lay out. */
export interface Graph {
  readonly node: ElkNode;
  /** The arrows that ELK is given the other way round, so that none leads back (see `edgeOf`). */
  readonly backwards: ReadonlySet<Arrow>;
}

export const idOf = (end: End): string => JSON.stringify(end);

/** Where arrows reach a point at which they meet, from above or below, and where one goes on. */
type Side = 'fromAbove' | 'fromBelow' | 'onwards';
const portOf = (end: End, side: Side): string => `${idOf(end)} ${side}`;

export const edgeId = (index: number): string => `arrow ${index}`;

const spacing = {
  'elk.spacing.nodeNode': '22',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '10',
  'elk.spacing.edgeLabel': '2',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
};

// ELK reads these at each level of the hierarchy anew. Ordering by the model (`considerModelOrder`,
// `cycleBreaking: MODEL_ORDER`) makes version 0.12.1 throw on arrows that cross into a state.
const downwards = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  ...spacing,
};

/** Regions that no arrow joins stand beside each other while there is room, then below. */
const packed = {
  'elk.algorithm': 'rectpacking',
  'elk.hierarchyHandling': 'SEPARATE_CHILDREN',
  'elk.rectpacking.widthApproximation.strategy': 'TARGET_WIDTH',
  'elk.rectpacking.widthApproximation.targetWidth': '900',
  'elk.spacing.nodeNode': '14',
};

export function graphOf(chart: Chart, drawn: Arrows, words: Words): Graph {
  const root = nodeOf(chart.root, drawn, words);
  const ranks = new Map(nodesIn(root).map(({ id }, rank) => [id, rank]));
  const rank = (end: End): number => ranks.get(idOf(end)) ?? 0;
  const backwards = new Set(drawn.arrows.filter(({ from, to }) => rank(from) > rank(to)));
  const edges = drawn.arrows.map((arrow, index) =>
    edgeOf(arrow, edgeId(index), backwards.has(arrow), words),
  );
  const layoutOptions = {
    ...root.layoutOptions,
    'elk.json.shapeCoords': 'ROOT',
    'elk.json.edgeCoords': 'ROOT',
  };
  return { node: withPorts({ ...root, layoutOptions, edges }, edges), backwards };
}

/** Gives each point at which arrows meet the places they use; it is wider where there are three. */
function withPorts(node: ElkNode, edges: readonly ElkExtendedEdge[]): ElkNode {
  const ends = new Set(edges.flatMap(({ sources, targets }) => [...sources, ...targets]));
  const ports = [...ends].filter((end) => end.startsWith(`${node.id} `)).map((id) => ({ id }));
  return {
    ...node,
    ...(ports.length > 0 ? { ports } : {}),
    ...(ports.length > 2 ? sizes.wideJoin : {}),
    ...(node.children ? { children: node.children.map((child) => withPorts(child, edges)) } : {}),
  };
}

/** A node and all below it, as they follow each other in the definition. */
export function nodesIn(node: ElkNode): readonly ElkNode[] {
  return [node, ...(node.children ?? []).flatMap(nodesIn)];
}

export function textIn(state: ChartState, { loops }: Arrows, words: Words): BoxText {
  return boxText(state, loops.get(state.path) ?? [], words);
}

/** Whether the machine itself has a box around it: it has steps of its own, from any state. */
export function isFramed({ path }: ChartState, drawn: Arrows): boolean {
  const isEnd = (end: End): boolean => 'state' in end && end.state === path;
  return path !== '' || drawn.loops.has('') || drawn.arrows.some(({ from }) => isEnd(from));
}

function nodeOf(state: ChartState, drawn: Arrows, words: Words): ElkNode {
  const id = idOf({ state: state.path });
  if (state.kind === 'dot') return { id, width: sizes.dot, height: sizes.dot };
  const size = boxSize(textIn(state, drawn, words));
  if (state.children.length === 0) return { id, ...size };
  const top = isFramed(state, drawn) ? size.height + 8 : 12;
  const apart = state.kind === 'parallel' && areApart(state, drawn);
  return {
    id,
    children: [
      ...endsIn(state, drawn),
      ...state.children.flatMap((child) => [
        ...joinsIn(state, drawn, child.path),
        nodeOf(child, drawn, words),
      ]),
      ...joinsIn(state, drawn),
    ],
    layoutOptions: {
      ...(apart ? packed : downwards),
      'elk.padding': `[top=${top},left=14,bottom=14,right=14]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${size.width},${size.height})`,
    },
  };
}

/** The bars and the dot within a state: they come before its states. */
function endsIn({ path }: ChartState, { arrows, forks }: Arrows): readonly ElkNode[] {
  const bars = forks
    .filter(({ within }) => within === path)
    .map(({ number }) => ({ id: idOf({ fork: number }), ...sizes.bar }));
  const begins = arrows.some(({ from }) => 'beginningOf' in from && from.beginningOf === path);
  const dot = { id: idOf({ beginningOf: path }), width: sizes.dot, height: sizes.dot };
  return begins ? [...bars, dot] : bars;
}

/** The points in a state at which arrows meet before that child, or after all. */
function joinsIn({ path }: ChartState, { joins }: Arrows, before?: string): readonly ElkNode[] {
  return joins
    .filter((join) => join.within === path && join.before === before)
    .map(({ number }) => ({ id: idOf({ join: number }), ...sizes.join }));
}

/**
 * An arrow that leads to what stands before its source in the definition is laid out the other way
 * round and drawn right: so all lead downwards, and the picture follows the order in which the
 * definition tells of its states.
 */
function edgeOf(arrow: Arrow, id: string, isBackwards: boolean, words: Words): ElkExtendedEdge {
  const { from, to } = arrow;
  const ends = [
    'join' in from ? portOf(from, 'onwards') : idOf(from),
    'join' in to ? portOf(to, isBackwards ? 'fromBelow' : 'fromAbove') : idOf(to),
  ];
  const [source = '', target = ''] = isBackwards ? ends.reverse() : ends;
  const steps = stepTexts(arrow.labels, words);
  const inline = { 'elk.edgeLabels.inline': 'true' };
  const label = { id: `${id} text`, ...stepsSize(steps), layoutOptions: inline };
  return {
    id,
    sources: [source],
    targets: [target],
    labels: steps.length > 0 ? [{ ...label, text: id }] : [],
  };
}

/** Whether no arrow leads from one region into another, or past the state into or out of one. */
function areApart(state: ChartState, { arrows, forks, joins }: Arrows): boolean {
  const regions = state.children.map(({ path }) => path);
  const placeOf = (end: End): string => {
    if ('state' in end) return end.state;
    if ('beginningOf' in end) return childOf(end.beginningOf, '(dot)');
    if ('join' in end) return childOf(joins[end.join]?.within ?? '', '(point)');
    return childOf(forks[end.fork]?.within ?? '', '(bar)');
  };
  const regionOf = (end: End): string | undefined =>
    regions.find((region) => isWithin(placeOf(end), region));
  const isInside = (end: End): boolean =>
    isWithin(placeOf(end), state.path) && placeOf(end) !== state.path;
  return arrows.every(
    ({ from, to }) =>
      regionOf(from) === regionOf(to) && (regionOf(from) !== undefined || !isInside(from)),
  );
}

/** The boxes of a chart: all states that are not dots. */
export function boxesIn({ root }: Chart, drawn: Arrows): readonly ChartState[] {
  return statesIn(root).filter((state) => state.kind !== 'dot' && isFramed(state, drawn));
}
