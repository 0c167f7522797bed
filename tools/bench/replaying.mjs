// The replay that proves a history: each record's hash and chain, and the machine's every answer.
import { figure } from './figures.mjs';
import {
  bringRegister,
  canonicalRecord,
  caseOfStream,
  memoryEventStore,
  noHash,
  recordOf,
  registers,
  registry,
  replay,
  seal,
} from './libraries.mjs';
import { byWriters, sideBySide } from './measure.mjs';
import { sqliteStore } from './sqlite-appends.mjs';
import { newCase } from './workload.mjs';

const [asDrafted] = registers;
const nameInRegister = 'ecommerce';

export const name = 'replay';
export const title = 'Replaying histories';
export const about =
  'The records are copies of the cases of the register as drafted under other names, sealed anew. ' +
  'A full run goes over 100,000 of them. `replay` checks each record’s hash and chain and what the machine (XState, live) says of it. ' +
  'Ratios are of rates per second of processor time.';

// Rounds times turns times size: each pass of the rounds goes over all records once.
const quick = { rounds: 11, turns: 1, warmUp: 2, size: 1000, within: 8_000 };
const full = { rounds: 25, turns: 1, warmUp: 3, size: 4000 };

/** Parsing is so much faster that it goes over the same records several times. */
const parses = 5;

export async function measure(folder, isQuick) {
  const plan = isQuick ? quick : full;
  const store = sqliteStore(folder, 'histories');
  try {
    const lengths = await writeCopies(store, plan.rounds * plan.turns * plan.size);
    const portions = portionsOf(lengths, plan.size);
    return { figures: figuresOf(await sideBySide(contendersOn(store, portions), plan)) };
  } finally {
    await store.close();
  }
}

/**
 * Writes at least so many records: the cases of the register, copied under other names.
 * @returns how many records each stream has
 */
async function writeCopies(store, least) {
  const originals = await registerCases();
  const copies = Math.ceil(least / originals.flat().length);
  const lengths = new Map();
  await byWriters(64, copies, async () => {
    const id = newCase();
    for (const original of originals) {
      const copied = copyOf(original, id);
      const [{ stream }] = copied;
      await store.append(stream, -1, copied);
      lengths.set(stream, copied.length);
    }
  });
  return lengths;
}

/** The cases of the register as drafted, as the engine records them. */
async function registerCases() {
  const store = memoryEventStore();
  await bringRegister(asDrafted, store);
  const cases = new Map();
  for await (const { position: _position, ...event } of store.readAll()) {
    cases.set(event.stream, [...(cases.get(event.stream) ?? []), event]);
  }
  await store.close();
  return [...cases.values()];
}

/** The same case under another name, its chain sealed anew. */
function copyOf(records, id) {
  const renamed = JSON.parse(JSON.stringify(records).replaceAll(nameInRegister, id));
  let previousHash = noHash;
  return renamed.map((record) => {
    const sealed = seal(record, previousHash);
    previousHash = sealed.metadata.hash;
    return sealed;
  });
}

/** The streams in portions of about so many records, whole cases each. */
function portionsOf(lengths, size) {
  const portions = [];
  let room = 0;
  for (const [stream, length] of lengths) {
    if (room <= 0) {
      portions.push([]);
      room = size;
    }
    portions.at(-1).push(stream);
    room -= length;
  }
  return portions;
}

/** Each contender goes over the portions in the same order, one in a block. */
function contendersOn(store, portions) {
  const contender = (name, prepare, work) => {
    let begun = 0;
    let prepared;
    return {
      name,
      collects: true,
      before: async () => {
        prepared = await prepare(portions[begun % portions.length]);
        begun += 1;
      },
      run: () => work(prepared),
    };
  };
  return [
    contender('parse', async (streams) => textsOf(await historiesOf(store, streams)), parsed),
    contender(
      'audit',
      (streams) => streams,
      async (streams) => proved(await historiesOf(store, streams)),
    ),
    contender('replay', (streams) => historiesOf(store, streams), proved),
  ];
}

async function historiesOf(store, streams) {
  const histories = [];
  for (const stream of streams) {
    const records = [];
    for await (const event of store.readStream(stream)) records.push(recordOf(event));
    histories.push(records);
  }
  return histories;
}

const textsOf = (histories) => histories.flat().map(canonicalRecord);

function parsed(texts) {
  for (let time = 0; time < parses; time += 1) texts.forEach((text) => JSON.parse(text));
  return parses * texts.length;
}

/** @throws when a history does not prove itself: then there is nothing to measure */
function proved(histories) {
  let records = 0;
  for (const history of histories) {
    const { procedure } = caseOfStream(history[0].stream);
    const difference = replay(registry.get(procedure), history);
    if (difference) throw new Error(JSON.stringify(difference));
    records += history.length;
  }
  return records;
}

const durable = 'nothing is written';

function figuresOf(measured) {
  const parse = '`JSON.parse` of the same texts, which are in memory';
  const about = (one, told) =>
    figure(measured, { of: [one, 'parse'], kind: 'cpuRate', against: parse, durable, ...told });
  return [
    about('audit', {
      measured: 'audit: cases read from SQLite, then `replay`',
      target: { atLeast: 0.08 },
    }),
    about('replay', { measured: '`replay` alone, of records in memory' }),
  ];
}
