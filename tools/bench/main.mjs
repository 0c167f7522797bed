// `npm run bench [-- --quick] [-- --only NAME]`: how fast the parts are, each beside its floor or its
// peer in the same run. A full run writes docs/performance.md; one of a single part, that part of it.
import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, statfsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import * as board from './board.mjs';
import * as eventStoreDb from './event-store-db.mjs';
import * as recording from './recording.mjs';
import * as replaying from './replaying.mjs';
import { document, machineLines, terminal, withSection } from './report.mjs';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const sections = [recording, eventStoreDb, replaying, board];

const { quick, only } = asked();
const chosen = sections.filter(({ name }) => only === undefined || name === only);
// Where the product keeps its data by default: the same disk, which a temporary folder may not be.
const data = path.join(root, 'var');
const madeData = mkdirSync(data, { recursive: true }) !== undefined;
const folder = mkdtempSync(path.join(data, 'bench-'));
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
process.once('exit', cleanUp);

const machine = machineLines(kindOf(folder));
console.log(machine.join('\n'));
const results = [];
for (const { title, about, measure } of chosen) {
  const run = `On ${today()}, load average before it ${os.loadavg()[0].toFixed(1)}.`;
  const { figures, tables = [] } = await measure(folder, quick);
  results.push({ title, about, run, figures, tables });
  console.log(terminal({ title, figures, tables }));
}
if (!quick) await writeDocument();

function asked() {
  const names = sections.map(({ name }) => name);
  try {
    const options = { quick: { type: 'boolean', default: false }, only: { type: 'string' } };
    const { values } = parseArgs({ options });
    if (values.only === undefined || names.includes(values.only)) return values;
    console.error(`--only takes one of ${names.join(', ')}`);
  } catch (error) {
    console.error(`${error.message}\nUsage: npm run bench [-- --quick] [-- --only NAME]`);
  }
  process.exit(2);
}

/** In memory there is nothing to wait for, and no figure about the disk means anything. */
function kindOf(place) {
  const temporary = 0x01021994;
  const isInMemory = statfsSync(place).type === temporary;
  return isInMemory ? 'data in memory (tmpfs): NOTHING HERE IS DURABLE' : 'data on a disk';
}

async function writeDocument() {
  const target = path.join(root, 'docs/performance.md');
  const options = { ...(await resolveConfig(target)), filepath: target };
  const [section] = results;
  const text =
    only === undefined
      ? document(results, { date: today(), machine })
      : withSection(await readFile(target, 'utf8'), section);
  await writeFile(target, await format(text, options));
  console.log('\ndocs/performance.md is written');
}

function today() {
  return new Date().toISOString().slice(0, 10);
}

function cleanUp() {
  rmSync(folder, { recursive: true, force: true });
  if (madeData && readdirSync(data).length === 0) rmdirSync(data);
}
