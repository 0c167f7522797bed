// What is told of the board: how it compares, and, since its targets are times, the times as well.
import { figure } from './figures.mjs';
import { quantile } from './measure.mjs';

const durable = 'nothing is written';
const inWords = (size) => size.toLocaleString('en');
const [small] = [1e4];

export function figuresOf(measured, sizes) {
  const large = sizes.at(-1);
  const isFull = large === 1e6;
  const of = (one, other, told) => figure(measured, { of: [one, other], durable, ...told });
  const grown = (name, what, target) =>
    of(`${name}@${large}`, `${name}@${small}`, {
      kind: 'p50',
      measured: `${what}, of ${inWords(large)} records`,
      against: `the same of ${inWords(small)}`,
      ...(target ? { target } : {}),
    });
  return [
    grown('case', 'one case', { atMost: 3 }),
    grown('counts', 'counts by state'),
    grown('overdue', 'count of overdue obligations'),
    ...sizes.flatMap((size) => [
      of(`case@${size}`, `fold@${size}`, {
        kind: 'p50',
        measured: `one case, of ${inWords(size)} records`,
        against: 'folding the case from zero',
      }),
      of(`scan@${size}`, `counts@${size}`, {
        kind: 'p50',
        measured: `scan along a covering index, of ${inWords(size)} records`,
        against: 'counts by state from the board',
        ...(size === large && isFull ? { target: { atLeast: 40 } } : {}),
      }),
      of(`longPage@${size}`, `page@${size}`, {
        kind: 'rate',
        measured: `1,000 overdue obligations to a page, of ${inWords(size)} records`,
        against: '100 to a page, in rows',
      }),
    ]),
  ];
}

/** The targets of times at a million records, in milliseconds; `page` and `longPage` have none. */
const questions = [
  { name: 'case', what: 'one case', atMost: { p50: 0.15, p99: 5 } },
  { name: 'fold', what: 'one case, folded from zero' },
  { name: 'counts', what: 'counts by state', atMost: { p50: 2, p99: 5 } },
  { name: 'scan', what: 'counts by state, scanned' },
  { name: 'overdue', what: 'count of overdue obligations', atMost: { p50: 1 } },
  { name: 'page', what: 'overdue obligations, 100 to a page' },
  { name: 'longPage', what: 'overdue obligations, 1,000 to a page' },
];

export function tablesOf(times, portfolios, folded) {
  const sizes = portfolios.map(({ size }) => size);
  return [timesTable(times, sizes), buildingTable(portfolios, folded)];
}

function timesTable(times, sizes) {
  return {
    title: 'Times of one question, in milliseconds: the median and the 99th percentile',
    head: [
      'asked',
      'which',
      ...sizes.map((size) => `${inWords(size)} records`),
      'target at 1,000,000',
    ],
    rows: questions.flatMap(({ name, what, atMost = {} }) =>
      [
        ['p50', 0.5],
        ['p99', 0.99],
      ].map(([which, share]) => {
        const of = (size, clock) => quantile(times.get(`${name}@${size}`)[clock], share);
        const cells = sizes.map(
          (size) => `${inMs(of(size, 'clock'))} (CPU ${inMs(of(size, 'cpu'))})`,
        );
        const last = sizes.at(-1) === 1e6 ? of(1e6, 'clock') : undefined;
        return [what, which, ...cells, targetWords(atMost[which], last)];
      }),
    ),
  };
}

function targetWords(atMost, found) {
  if (atMost === undefined) return '–';
  const verdict = found === undefined ? '' : found <= atMost ? ': met' : ': not met';
  return `≤ ${atMost}${verdict}`;
}

function buildingTable(portfolios, folded) {
  const row = (what, cell) => [what, ...portfolios.map(cell)];
  return {
    title: 'Building, and what it takes (once for each size)',
    head: ['', ...portfolios.map(({ size }) => `${inWords(size)} records`)],
    rows: [
      row('cases', ({ cases }) => inWords(cases.length)),
      row('rectangles', ({ scan }) => inWords(scan.rectangles)),
      row('records a second of processor time', ({ size, building }) =>
        inWords(Math.round(size / building.cpuSeconds)),
      ),
      row(
        'building, against folding all cases from zero once',
        ({ building }, i) => `× ${(building.seconds / (folded[i] / 1000)).toFixed(1)}`,
      ),
      row('folding all cases from zero, in milliseconds', (_each, i) =>
        inWords(Math.round(folded[i])),
      ),
      row(
        'board’s file, against the log’s',
        ({ bytes }) => `× ${(bytes.board / bytes.log).toFixed(2)}`,
      ),
      row('board’s file, bytes a record', ({ bytes, size }) =>
        inWords(Math.round(bytes.board / size)),
      ),
      row('engine’s heap, MB', ({ building }) => megabytes(building.withoutBoard.heap)),
      row('with the board, after building, MB', ({ building }) =>
        megabytes(building.withBoard.heap),
      ),
      row('most that was ever resident, MB', ({ building }) =>
        megabytes(building.withBoard.resident),
      ),
    ],
  };
}

const inMs = (value) => (value >= 10 ? value.toFixed(0) : value.toPrecision(2));
const megabytes = (bytes) => inWords(Math.round(bytes / 1e6));
