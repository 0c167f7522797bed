import type { ElkExtendedEdge, ElkNode, ElkShape } from 'elkjs';
import { arrowsOf, type Arrow, type Arrows } from './arrows';
import { statesIn, type Chart, type ChartState } from './chart';
import { boxesIn, edgeId, graphOf, idOf, nodesIn, textIn, type Graph } from './graph';
import { stepTexts, type BoxText, type StepText } from './lettering';
import type { Words } from './words';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Area extends Point {
  readonly width: number;
  readonly height: number;
}

/** A state with its place. */
export interface Box {
  readonly state: ChartState;
  readonly text: BoxText;
  readonly area: Area;
}

/** A dot; `state` where the case is not yet open. */
export interface Dot {
  readonly state?: string;
  readonly area: Area;
}

/** An arrow with its way, and where its steps are written. */
export interface Route {
  readonly arrow: Arrow;
  readonly points: readonly Point[];
  readonly steps: readonly StepText[];
  readonly area: Area;
}

/** Where everything stands, in pixels. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly dots: readonly Dot[];
  readonly bars: readonly Area[];
  /** Points at which arrows meet. */
  readonly joins: readonly Area[];
  readonly routes: readonly Route[];
}

/** Lays a chart out; the same chart is laid out the same. */
export async function layOut(chart: Chart, words: Words): Promise<Layout> {
  const drawn = arrowsOf(chart);
  const graph = graphOf(chart, drawn, words);
  // Loaded with the first picture: it is large, and most commands never draw.
  const { default: Elk } = await import('elkjs');
  const placed = await new Elk().layout(graph.node);
  const areas = new Map(nodesIn(placed).map((node) => [node.id, areaOf(node)]));
  const areaAt = (id: string): Area => areas.get(id) ?? areaOf({});
  return {
    width: areaOf(placed).width,
    height: areaOf(placed).height,
    boxes: boxesIn(chart, drawn).map((state) => ({
      state,
      text: textIn(state, drawn, words),
      area: areaAt(idOf({ state: state.path })),
    })),
    dots: dotsIn(chart, drawn, areaAt),
    bars: drawn.forks.map(({ number }) => areaAt(idOf({ fork: number }))),
    joins: drawn.joins.map(({ number }) => areaAt(idOf({ join: number }))),
    routes: routesOf(placed, drawn, graph, words),
  };
}

function dotsIn({ root }: Chart, { arrows }: Arrows, areaAt: (id: string) => Area): readonly Dot[] {
  const states = statesIn(root)
    .filter(({ kind }) => kind === 'dot')
    .map(({ path }) => ({ state: path, area: areaAt(idOf({ state: path })) }));
  const beginnings = arrows
    .filter(({ from }) => 'beginningOf' in from)
    .map(({ from }) => ({ area: areaAt(idOf(from)) }));
  return [...states, ...beginnings];
}

function routesOf(
  { edges = [] }: ElkNode,
  { arrows }: Arrows,
  { backwards }: Graph,
  words: Words,
): readonly Route[] {
  const byId = new Map(edges.map((edge) => [edge.id, edge]));
  return arrows.map((arrow, index) => {
    const edge = byId.get(edgeId(index));
    const points = pointsOf(edge);
    return {
      arrow,
      points: backwards.has(arrow) ? points.reverse() : points,
      steps: stepTexts(arrow.labels, words),
      area: areaOf(edge?.labels?.[0] ?? {}),
    };
  });
}

function pointsOf(edge: ElkExtendedEdge | undefined): Point[] {
  return (edge?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].map(({ x, y }) => ({ x: rounded(x), y: rounded(y) })),
  );
}

function areaOf({ x = 0, y = 0, width = 0, height = 0 }: ElkShape): Area {
  return { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
}

/** Half pixels are fine enough, and never differ between machines in their last digits. */
function rounded(pixels: number): number {
  return Math.round(pixels * 2) / 2;
}
