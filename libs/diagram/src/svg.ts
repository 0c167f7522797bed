import type { Language } from '@rapporteur/kernel';
import type { Highlight } from './highlight';
import type { Area, Box, Dot, Layout, Route } from './layout';
import { boxSize, sizes, type StepText } from './lettering';
import { arrowHead, roundedWay } from './ways';
import { styleSheet } from './style';

/** What a picture says of itself to those who do not see it. */
export interface Heading {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
}

/** Text as it may stand in XML, between tags and in attributes; what XML cannot hold is left out. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** A laid-out chart as SVG; arrows first, so that nothing is written below a line. */
export function svgOf(layout: Layout, highlight: Highlight, heading: Heading): string {
  const { boxes, dots, bars, joins, routes } = layout;
  const paper = widened(layout);
  const isTaken = ({ arrow }: Route): boolean => highlight.isTaken(arrow.transitions);
  const inOrder = [...routes.filter((route) => !isTaken(route)), ...routes.filter(isTaken)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="statechart" role="img" lang="${heading.language}" ` +
      `width="${paper.width}" height="${paper.height}" ` +
      `viewBox="${paper.x} ${paper.y} ${paper.width} ${paper.height}">`,
    `<title>${escaped(heading.title)}</title>`,
    `<desc>${escaped(heading.description)}</desc>`,
    `<style>\n${styleSheet}\n</style>`,
    `<rect class="paper" ${placed(paper)}/>`,
    ...inOrder.map((route) => routeIn(route, highlight)),
    ...boxes.map((box) => boxIn(box, highlight)),
    ...dots.map((dot) => dotIn(dot, highlight)),
    ...bars.map((area) => `<rect class="bar" ${placed(area)}/>`),
    ...joins.map((area) => `<rect class="join" ${placed(area)} rx="3"/>`),
    '</svg>\n',
  ].join('\n');
}

/** The paper, on which the outermost line is not cut off. */
function widened({ width, height }: Layout): Area {
  return { x: -2, y: -2, width: width + 4, height: height + 4 };
}

function classes(...names: readonly (string | false)[]): string {
  return `class="${names.filter((name) => name !== false).join(' ')}"`;
}

function stepNames(types: readonly string[]): string {
  return ` data-step="${escaped(types.join(' '))}"`;
}

function placed({ x, y, width, height }: Area): string {
  return `x="${x}" y="${y}" width="${width}" height="${height}"`;
}

function centred({ x, y, width, height }: Area): string {
  return `cx="${x + width / 2}" cy="${y + height / 2}"`;
}

function routeIn({ arrow, points, steps, area }: Route, highlight: Highlight): string {
  const types = [...new Set(arrow.transitions.map(({ step }) => step))];
  const isTaken = highlight.isTaken(arrow.transitions);
  const x = area.x + area.width / 2;
  return [
    `<g ${classes('edge', isTaken && 'taken')}${types.length > 0 ? stepNames(types) : ''}>`,
    `<path class="way" d="${roundedWay(points)}"/>`,
    `<path class="head" d="${arrowHead(points)}"/>`,
    ...(steps.length > 0 ? [`<rect class="plate" ${placed(area)}/>`] : []),
    ...stepsIn(steps, { x, y: area.y + 2 }, highlight, 'middle'),
    '</g>',
  ].join('');
}

/** The steps below each other, from this height on. */
function stepsIn(
  steps: readonly StepText[],
  { x, y }: { readonly x: number; readonly y: number },
  highlight: Highlight,
  anchor: 'start' | 'middle',
): readonly string[] {
  const lines = steps.flatMap((step) =>
    step.lines.map((line) => ({ line, isTaken: highlight.isTaken(step.transitions) })),
  );
  const spans = lines.map(({ line, isTaken }, index) => {
    const at = `x="${x}" y="${y + index * sizes.stepLine + 11.5}"`;
    return `<tspan ${at}${isTaken ? ' class="taken"' : ''}>${escaped(line)}</tspan>`;
  });
  return spans.length > 0
    ? [`<text class="steps" text-anchor="${anchor}">${spans.join('')}</text>`]
    : [];
}

function boxIn({ state, text, area }: Box, highlight: Highlight): string {
  const { path, kind, isRegion, children } = state;
  const isTitle = children.length > 0;
  const { height } = boxSize({ ...text, loops: [] });
  const inner = { x: area.x + 3, y: area.y + 3, width: area.width - 6, height: area.height - 6 };
  return [
    `<g ${classes(
      'state',
      kind,
      isRegion && 'region',
      highlight.isNow(path) && 'now',
      highlight.isVisited(path) && 'visited',
    )} data-state="${escaped(path)}">`,
    `<rect class="border" ${placed(area)} rx="7"/>`,
    ...(kind === 'final' ? [`<rect ${placed(inner)} rx="5"/>`] : []),
    ...nameIn(text.name, area, isTitle),
    ...loopsIn(text.loops, { ...area, y: area.y + height - 5 }, highlight),
    '</g>',
  ].join('');
}

/** A title stands at the left, out of the way of most arrows; a plain name in the middle. */
function nameIn(name: readonly string[], area: Area, isTitle: boolean): readonly string[] {
  const x = isTitle ? area.x + sizes.margin : area.x + area.width / 2;
  const spans = name.map((line, index) => {
    const y = area.y + index * sizes.nameLine + 19.5;
    return `<tspan x="${x}" y="${y}">${escaped(line)}</tspan>`;
  });
  const look = isTitle ? 'class="name title"' : 'class="name" text-anchor="middle"';
  return spans.length > 0 ? [`<text ${look}>${spans.join('')}</text>`] : [];
}

/** Steps that lead back to the same state, behind one small loop. */
function loopsIn(
  loops: readonly StepText[],
  { x, y }: Area,
  highlight: Highlight,
): readonly string[] {
  if (loops.length === 0) return [];
  const types = [...new Set(loops.map(({ step }) => step))];
  const isTaken = loops.some(({ transitions }) => highlight.isTaken(transitions));
  const [left, top] = [x + sizes.margin, y + 2];
  const loop = `M${left + 1} ${top + 3}h5a4 4 0 0 1 0 8h-5` + `m3.5 -3.5l-3.5 3.5l3.5 3.5`;
  return [
    `<g ${classes('edge', isTaken && 'taken')}${stepNames(types)}>`,
    `<path class="loop" d="${loop}"/>`,
    ...stepsIn(loops, { x: left + sizes.loop, y }, highlight, 'start'),
    '</g>',
  ];
}

function dotIn({ state, area }: Dot, highlight: Highlight): string {
  const isVisited = state !== undefined && highlight.isVisited(state);
  const which = state === undefined ? '' : ` data-state="${escaped(state)}"`;
  return `<circle ${classes('dot', isVisited && 'visited')}${which} ${centred(area)} r="6"/>`;
}
