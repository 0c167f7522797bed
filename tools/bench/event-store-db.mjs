// The adapter for EventStoreDB over the stand-in: against the bare client, which sends the same
// events and trusts whatever comes, and against the store on SQLite.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { EventStoreDBClient, NO_STREAM, eventStoreDbEventStore, jsonEvent } from './libraries.mjs';
import { figure } from './figures.mjs';
import { sideBySide } from './measure.mjs';
import { sqliteStore, storeAppends } from './sqlite-appends.mjs';
import { sampleEvents } from './workload.mjs';

export const name = 'eventstoredb';
export const title = 'Appending to EventStoreDB, over the stand-in';
export const about =
  'Appends of one event through the adapter and through the bare client, in either of its modes: a ' +
  'call for each append (classic), or all in one stream of batches. Processor time is that of the ' +
  'client’s side alone.';

const quick = { rounds: 25, turns: 1, warmUp: 3, single: 24, many: 192, within: 12_000 };
const full = { rounds: 19, turns: 2, warmUp: 4, single: 60, many: 512 };

const modes = ['classic', 'batch'];
const writers = [1, 64];

export async function measure(folder, isQuick) {
  const plan = isQuick ? quick : full;
  const events = await sampleEvents();
  const standIn = await startStandIn();
  const stores = storesOn(standIn.connectionString, folder);
  try {
    const contenders = stores.flatMap(([name, store]) =>
      writers.map((count) => ({
        ...storeAppends(`${name}${count}`, { store, events, writers: count }),
        size: count === 1 ? plan.single : plan.many,
      })),
    );
    return { figures: figuresOf(await sideBySide(contenders, plan)) };
  } finally {
    for (const [, store] of stores) await store.close();
    await standIn.stop();
  }
}

/** Each kept apart: what one has on its way does not wait behind another's. */
function storesOn(connectionString, folder) {
  return [
    ['sqlite', sqliteStore(folder, 'beside')],
    ...modes.map((appends) => [appends, eventStoreDbEventStore(connectionString, { appends })]),
    ...modes.map((appends) => [`client-${appends}`, bareClient(connectionString, appends)]),
  ];
}

/** The client's own append, in a mode; what it is given is what it sends. */
function bareClient(connectionString, mode) {
  const client = EventStoreDBClient.connectionString(connectionString);
  // With credentials the client makes one call for each append; without a secure line it keeps them.
  const credentials = { username: 'not sent', password: 'not sent' };
  const asked = mode === 'classic' ? { credentials } : {};
  return {
    append: async (stream, revision, events) => {
      const expectedRevision = revision < 0 ? NO_STREAM : BigInt(revision);
      await client.appendToStream(stream, events.map(jsonEvent), { ...asked, expectedRevision });
      return { outcome: 'appended' };
    },
    close: () => client.dispose(),
  };
}

async function startStandIn() {
  const child = fork(new URL('stand-in-process.mjs', import.meta.url));
  const ended = once(child, 'exit');
  const failed = ended.then(() => {
    throw new Error('the stand-in has ended');
  });
  failed.catch(() => {});
  const [connectionString] = await Promise.race([once(child, 'message'), failed]);
  return {
    connectionString,
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

const neither = 'neither: the stand-in keeps all in memory';
const other = 'the store on SQLite only';

function figuresOf(measured) {
  return modes.flatMap((mode) =>
    writers.flatMap((count) => {
      const kind = count === 1 ? 'p50' : 'rate';
      const told = `adapter, \`append\`, ${mode}, ${count} at once`;
      return [
        figure(measured, {
          of: [`${mode}${count}`, `client-${mode}${count}`],
          kind,
          measured: told,
          against: `the bare client, ${mode}, ${count} at once`,
          durable: neither,
        }),
        figure(measured, {
          of: [`${mode}${count}`, `sqlite${count}`],
          kind,
          measured: told,
          against: `SQLite store, \`append\`, ${count} at once`,
          durable: other,
        }),
      ];
    }),
  );
}
