// The figures for a terminal, and for docs/performance.md.
import os from 'node:os';
import { unsteadyBeyond } from './measure.mjs';

/** Two digits that count; a ratio has no more to say here. */
function short(value) {
  if (value >= 10) return value.toFixed(0);
  return value >= 1 ? value.toFixed(1) : value.toPrecision(2);
}

const spread = ({ min, max }) => `${short(min)}..${short(max)}`;
const unsteady = ({ isUnsteady }) => (isUnsteady ? 'unsteady' : '');

/** The ratio that the target is about; and the other one beside it. */
const leading = ({ ratios, leads }) => ratios[leads];
const besides = ({ ratios, leads }) => ratios[leads === 'wall' ? 'cpu' : 'wall'];

function targetWords({ target }) {
  if (!target) return '–';
  const { atMost, atLeast, verdict } = target;
  const asked = atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`;
  return `${asked}: ${verdict}`;
}

/** How a section looks in a terminal. */
export function terminal({ title, figures, tables = [] }) {
  const lines = [`\n${title}`];
  for (const one of figures) {
    const ratio = leading(one);
    const [clock, otherClock] = clocks(one);
    lines.push(
      `\n  ${plain(one.measured)}`,
      `    against ${plain(one.against)}; durable: ${one.durable}`,
      `    ${one.words}, ${clock}: × ${short(ratio.median)}  [${spread(ratio)}]  ` +
        `${ratio.rounds} rounds ${unsteady(ratio)}`.trimEnd(),
      `    ${otherClock}: ${withSpread(besides(one))}; computing ${percent(one.onCpu)} of the time`,
    );
    if (one.target) lines.push(`    target ${targetWords(one)}`);
  }
  for (const { title: about, head, rows } of tables) {
    lines.push(
      `\n  ${about}`,
      ...[head, ...rows].map((cells) => `    ${plain(cells.join(' | '))}`),
    );
  }
  return lines.join('\n');
}

const plain = (text) => text.replaceAll('`', '');
const percent = (share) => `${(100 * share).toFixed(0)} %`;
const clocks = ({ leads }) =>
  leads === 'wall' ? ['by the clock', 'CPU'] : ['CPU', 'by the clock'];

function withSpread(ratio) {
  return [`× ${short(ratio.median)}`, `[${spread(ratio)}]`, unsteady(ratio)].join(' ').trimEnd();
}

/** What the machine is; no name of it, no place on it. */
export function machineLines(folderKind) {
  const [{ model }] = os.cpus();
  return [
    `- Node ${process.version}, ${process.platform} ${process.arch}`,
    `- ${os.cpus().length} × ${model.trim()}, shared with others`,
    `- ${folderKind}`,
    `- load average before the run ${os.loadavg()[0].toFixed(1)}`,
  ];
}

/** The whole file. */
export function document(sections, { date, machine }) {
  return [
    '# Performance',
    '',
    `Written by \`npm run bench\` on ${date}. Do not edit it: run the bench again.`,
    '',
    '## Method',
    '',
    method,
    '',
    '## Machine',
    '',
    ...machine,
    ...sections.flatMap(sectionLines),
    '',
    '## How to read it',
    '',
    reading,
    '',
    '## Limits',
    '',
    limits,
    '',
  ].join('\n');
}

/** The file with one section put anew, before what is said of all of them when it was not there. */
export function withSection(text, section) {
  const [before, ...parts] = text.split(/^(?=## )/m);
  const lines = `${sectionLines(section).join('\n').trim()}\n\n`;
  const at = parts.findIndex((part) => part.startsWith(`## ${section.title}\n`));
  const end = parts.findIndex((part) => part.startsWith('## How to read it\n'));
  parts.splice(at < 0 ? end : at, at < 0 ? 0 : 1, lines);
  return [before, ...parts].join('');
}

function sectionLines({ title, about, run, figures, tables = [] }) {
  const head =
    '| measured | against | of what | ratio | spread | rounds | other clock | computing | durable | target |';
  const rows = figures.map((one) => {
    const ratio = leading(one);
    const [clock, otherClock] = clocks(one);
    const cells = [
      one.measured,
      one.against,
      `${one.words}, ${clock}`,
      `**${short(ratio.median)}** ${unsteady(ratio)}`.trimEnd(),
      spread(ratio),
      ratio.rounds,
      `${otherClock}: ${withSpread(besides(one))}`,
      percent(one.onCpu),
      one.durable,
      targetWords(one),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const ruled = (line) => [line, line.replace(/[^|]+/g, ' --- ')];
  const told = tables.flatMap((table) => ['', `### ${table.title}`, '', ...tableLines(table)]);
  return ['', `## ${title}`, '', about, '', run, '', ...ruled(head), ...rows, ...told];
}

function tableLines({ head, rows }) {
  const [first, ...others] = [head, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return [first, `|${' --- |'.repeat(head.length)}`, ...others];
}

const method = `All in one run, in one process (the stand-in for EventStoreDB has its own). What is compared runs side
by side in short blocks, A B C then C B A, after some rounds of warm-up that do not count. Each round
gives one ratio; the table has their median and their spread, smallest to largest. Before each block of
replay, garbage is collected, so that nobody clears away what another left.

A record is what the engine makes of the first two steps of the register as drafted, a decision
submitted and circulated, each time in a new case; floors write texts of exactly that size. Processor
time is that of the whole process, all threads, user and system.`;

const reading = `- **ratio** is the first column's measure divided by the second's. Of a *time*, less is better; of a
  *rate*, more is. Absolute figures stand only where a target is one, of questions to the board: on a
  shared machine they move fourfold in minutes.
- **other clock**: the same ratio in processor time when the first is by the clock, and the other way
  round. **computing**: the share of its time in which the measured side used the processor; what is
  missing to 100 % it waited, mostly for the disk.
- **unsteady**: the largest round is more than ${unsteadyBeyond} times the smallest. Such a median is an order of
  magnitude, no more.
- **target**: the median decides whether it is met; it is said when some rounds fall on the other side.
  A busy disk hides what the engine costs: a target met on one is met by the disk's doing.
- Two runs are alike when the median of each lies within the spread of the other.`;

const limits = `- \`npm run bench -- --quick\` takes fewer rounds and fewer records, prints, and writes nothing;
  \`-- --only record\`, \`eventstoredb\`, \`replay\` or \`board\` runs one part of it and writes that
  part anew.
- The stand-in is not EventStoreDB: it is a Node process that keeps its log in memory, on the loopback.
  What is measured against it is what the adapter adds to the client, not how fast a server is.
- A disk that acknowledges before it has written makes the floors, and all that stands on them, faster
  than durable.
- One writer waits for the disk; a ratio near 1 says that the engine hides behind it here, and not
  that it would behind a faster disk. The CPU ratio says what it costs.
- The large logs are written straight into the store's file, without the rules having been asked; every
  record is sealed and folded as the engine would, and replays.
- No test depends on a timing.`;
