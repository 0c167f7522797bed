/** What a picture is painted with: on white paper and prints, and on a dark screen. */
const paints = {
  paper: ['#ffffff', '#15181d'],
  box: ['#f4f6f9', '#232830'],
  line: ['#5b6b7f', '#8d9db2'],
  text: ['#1d2733', '#e6ebf1'],
  quiet: ['#46556a', '#b4c0cf'],
  visitedBox: ['#e3ecf7', '#26364a'],
  nowBox: ['#ffe9b8', '#5a4310'],
  now: ['#8a5a00', '#ffc24d'],
  taken: ['#0b57a4', '#6db3ff'],
} as const;

type Paint = keyof typeof paints;

const fonts = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, 'DejaVu Sans', sans-serif";

/** Programs that know no variables take the first of the two. */
const paint = (property: 'fill' | 'stroke', name: Paint): string =>
  `${property}: ${paints[name][0]}; ${property}: var(--${name})`;

const variables = (which: 0 | 1): string =>
  Object.entries(paints)
    .map(([name, values]) => `--${name}: ${values[which]};`)
    .join(' ');

const rules: readonly (readonly [string, ...string[]])[] = [
  ['', `font-family: ${fonts}`],
  ['.paper, .plate', paint('fill', 'paper')],
  ['.state rect', paint('fill', 'box'), paint('stroke', 'line')],
  ['.state.compound > .border, .state.parallel > .border', 'fill: none'],
  ['.state.region > .border', 'stroke-dasharray: 6 4'],
  ['.name', paint('fill', 'text'), 'font-size: 13px'],
  ['.title', 'font-weight: bold', paint('stroke', 'paper'), 'stroke-width: 5px'],
  ['.title', 'paint-order: stroke', 'stroke-linejoin: round'],
  ['.steps', paint('fill', 'quiet'), 'font-size: 12px'],
  ['.state.compound .steps, .state.parallel .steps', paint('stroke', 'paper'), 'stroke-width: 5px'],
  ['.state.compound .steps, .state.parallel .steps', 'paint-order: stroke'],
  ['.way, .loop', 'fill: none', paint('stroke', 'line')],
  ['.head, .dot, .bar, .join', paint('fill', 'line')],
  ['.state.visited:not(.compound):not(.parallel) > rect', paint('fill', 'visitedBox')],
  ['.state.visited > rect', paint('stroke', 'taken')],
  ['.state.now > rect', paint('stroke', 'now'), 'stroke-width: 2.5px'],
  ['.state.now:not(.compound):not(.parallel) > rect', paint('fill', 'nowBox')],
  ['.state.now.compound > rect, .state.now.parallel > rect', 'stroke-width: 1.5px'],
  ['.state.now > .name', 'font-weight: bold'],
  ['.taken > .way, .taken > .loop', paint('stroke', 'taken'), 'stroke-width: 2.5px'],
  ['.taken > .head, .dot.visited', paint('fill', 'taken')],
  ['.steps .taken', paint('fill', 'taken'), 'text-decoration: underline'],
];

const written = rules.map(([selectors, ...what]) => {
  const within = selectors.split(', ').map((selector) => `.statechart ${selector}`.trim());
  return `${within.join(', ')} { ${what.join('; ')} }`;
});

/** The style sheet of every picture; its selectors reach nothing outside of one. */
export const styleSheet: string = [
  `.statechart { ${variables(0)} }`,
  `@media screen and (prefers-color-scheme: dark) { .statechart { ${variables(1)} } }`,
  ...written,
].join('\n');
