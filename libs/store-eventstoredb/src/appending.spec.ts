import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  StoreFault,
  StoreUnavailable,
  type EventStore,
  type NewEvent,
  type StoredEvent,
} from '@rapporteur/engine';
import {
  eventStoreDbStandIn,
  type EventStoreDbStandIn,
  type Refusal,
} from '@rapporteur/eventstoredb-stand-in';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eventStoreDbEventStore, type EventStoreDbOptions } from './event-store-db-event-store';

let server: EventStoreDbStandIn;
let store: EventStore;
let waits: number[];

const open = (options: EventStoreDbOptions = {}): EventStore =>
  eventStoreDbEventStore(server.connectionString, {
    attempts: 4,
    random: () => 0.5,
    wait: async (milliseconds) => void waits.push(milliseconds),
    ...options,
  });

beforeEach(async () => {
  waits = [];
  server = await eventStoreDbStandIn();
  store = open();
});
afterEach(async () => {
  await store.close();
  await server.close();
});

const event = (parts: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'thing.happened',
  data: {},
  metadata: {},
  ...parts,
});

async function all(events: AsyncIterable<StoredEvent>): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for await (const stored of events) found.push(stored);
  return found;
}

/** Nobody knows whether it was appended: the same request is sent again. */
const unknown: [string, Refusal][] = [
  ['CANCELLED by the server', { code: 1, details: 'the node is stopping' }],
  ['UNKNOWN, as while there is no leader', { code: 2, details: 'No leader info available' }],
  ['DEADLINE_EXCEEDED', { code: 4, details: 'too late' }],
  ['ABORTED, the timeout of a write', { code: 10, details: 'Prepare phase timeout' }],
  ['INTERNAL, from below', { code: 13, details: 'RST_STREAM' }],
  ['UNAVAILABLE', { code: 14, details: 'Server Is Not Ready' }],
];

describe('an append whose outcome is unknown', () => {
  it.each(unknown)('is sent again after %s', async (_, refusal) => {
    server.refuseNextAppend(refusal);
    expect(await store.append('a-1', -1, [event()])).toMatchObject({ revision: 0 });
    expect(waits).toHaveLength(1);
  });

  it('goes to the leader that the server names', async () => {
    const [, host, port] = /\/\/(.*):(\d+)/.exec(server.connectionString)!;
    server.refuseNextAppend({
      code: 5,
      details: 'Leader info available',
      trailers: {
        exception: 'not-leader',
        'leader-endpoint-host': host!,
        'leader-endpoint-port': port!,
      },
    });
    expect(await store.append('a-1', -1, [event()])).toMatchObject({ revision: 0 });
  });

  it.each(['classic', 'batch'] as const)(
    'is sent again when the server never answers (%s), and stored once',
    async (appends) => {
      const patient = open({ appends, timeLimit: 200 });
      server.silenceNextAppend('afterCommit');
      const sent = [event(), event()];
      expect(await patient.append('a-1', -1, sent)).toMatchObject({ revision: 1 });
      expect((await all(patient.readStream('a-1'))).map(({ id }) => id)).toEqual(
        sent.map(({ id }) => id),
      );
      await patient.close();
    },
  );

  it('is left to run when it is given up: cut off between two events, it could be stored in half', async () => {
    const impatient = open({ timeLimit: 60 });
    server.silenceNextAppend('beforeCommit');
    await impatient.append('a-1', -1, [event(), event()]);
    expect(server.deadlines().map((milliseconds) => milliseconds > 20_000)).toEqual([true, true]);
    await impatient.close();
  });

  it.each(['classic', 'batch'] as const)(
    'is given up after the last attempt, with the outcome unknown (%s)',
    async (appends) => {
      const impatient = open({ appends, timeLimit: 60 });
      for (let i = 0; i < 4; i += 1) server.silenceNextAppend('beforeCommit');
      await expect(impatient.append('a-1', -1, [event()])).rejects.toThrow(StoreUnavailable);
      expect(waits).toEqual([37.5, 75, 150]);
      await impatient.close();
    },
  );

  it('waits longer each time, never beyond two seconds, and by chance', async () => {
    const chances = [0, 0.999, 0, 0, 0, 0, 0.999];
    const many = open({ attempts: 8, random: () => chances.shift()! });
    for (let i = 0; i < 8; i += 1) server.refuseNextAppend({ code: 14, details: 'busy' });
    await expect(many.append('a-1', -1, [event()])).rejects.toThrow(StoreUnavailable);
    expect(waits.map(Math.round)).toEqual([25, 100, 100, 200, 400, 800, 1999]);
    await many.close();
  });

  it('is found by its ids when the server speaks of a conflict after a retry', async () => {
    const sent = [event(), event()];
    server.cutNextAppend('afterCommit');
    server.refuseNextAppend(conflictAt(1));
    expect(await store.append('a-1', -1, sent)).toEqual({
      outcome: 'appended',
      revision: 1,
      position: (await all(store.readStream('a-1')))[1]!.position,
    });
  });

  it('is a conflict after a retry when the events there are of somebody else', async () => {
    await store.append('a-1', -1, [event()]);
    server.cutNextAppend('beforeCommit');
    expect(await store.append('a-1', -1, [event()])).toEqual({ outcome: 'conflict', revision: 0 });
    expect(waits).toHaveLength(1);
  });
});

const conflictAt = (revision: number): Refusal => ({
  code: 9,
  details: 'WrongExpectedVersion',
  trailers: {
    exception: 'wrong-expected-version',
    'stream-name': 'a-1',
    'expected-version': '-1',
    'actual-version': String(revision),
  },
});

/** [what the server says, what the fault tells the operator] */
const final: [string, Refusal, RegExp][] = [
  [
    'access denied',
    { code: 7, details: 'Access Denied', trailers: { exception: 'access-denied' } },
    /user:password@/,
  ],
  ['UNAUTHENTICATED', { code: 16, details: 'Unauthenticated' }, /user:password@/],
  [
    'stream deleted',
    {
      code: 9,
      details: 'Event stream is deleted.',
      trailers: { exception: 'stream-deleted', 'stream-name': 'a-1' },
    },
    /deleted/,
  ],
];

describe('an append that no retry can mend', () => {
  it.each(final)(
    '%s: is a fault at once that says what would be right',
    async (_, refusal, says) => {
      server.refuseNextAppend(refusal);
      const appending = store.append('a-1', -1, [event()]);
      await expect(appending).rejects.toThrow(StoreFault);
      await expect(appending).rejects.toThrow(says);
      expect(waits).toEqual([]);
    },
  );

  it.each(['classic', 'batch'] as const)(
    'is a fault when all its events are together more than the server takes (%s)',
    async (appends) => {
      const own = open({ appends });
      const events = Array.from({ length: 20 }, () =>
        event({ data: { text: 'x'.repeat(60_000) } }),
      );
      await expect(own.append('a-1', -1, events)).rejects.toThrow(/MaxAppendSize/);
      expect(await all(own.readStream('a-1'))).toEqual([]);
      await own.close();
    },
  );

  it.each([
    ['no events', 'a-1', []],
    ['a stream of the server', '$a-1', [event()]],
    ['a type of the server', 'a-1', [event({ type: '$thing' })]],
    ['an id that would come back another', 'a-1', [event({ id: randomUUID().toUpperCase() })]],
    ['an id that is no UUID', 'a-1', [event({ id: 'first' })]],
  ])('refuses %s before anything is sent', async (_, stream, events) => {
    await expect(store.append(stream, -1, events)).rejects.toThrow(StoreFault);
    expect(server.connectionCount()).toBe(0);
  });

  it.each(['classic', 'batch'] as const)(
    'is refused before the client sees it when JSON cannot hold it (%s)',
    async (appends) => {
      const own = open({ appends });
      const cycle: { self?: unknown } = {};
      cycle.self = cycle;
      const unfit = [10n, Number.NaN, [undefined], undefined, Symbol('s'), { do: () => 1 }, cycle];
      for (const value of unfit as never[]) {
        const appending = (parts: Partial<NewEvent>) => own.append('a-1', -1, [event(parts)]);
        await expect(appending({ data: value })).rejects.toThrow();
        await expect(appending({ metadata: { value } })).rejects.toThrow();
      }
      expect(server.connectionCount()).toBe(0);
      expect(await own.append('a-1', -1, [event()])).toMatchObject({ revision: 0 });
      await own.close();
    },
  );
});

it('stores data of every kind of JSON, and brings it back', async () => {
  const kinds = [
    null,
    true,
    0,
    -1.5e-7,
    '',
    'a\u0000b',
    [],
    [null, [1]],
    { 'é\u2028': '😀', '1': 1 },
  ];
  await store.append(
    'a-1',
    -1,
    kinds.map((data) => event({ data })),
  );
  expect((await all(store.readStream('a-1'))).map(({ data }) => data)).toEqual(kinds);
});

it('says that a server which is gone is unavailable, after all attempts', async () => {
  await store.append('a-1', -1, [event()]);
  await server.close();
  await expect(store.append('a-1', 0, [event()])).rejects.toThrow(StoreUnavailable);
  expect(waits).toHaveLength(3);
  await expect(all(store.readStream('a-1'))).rejects.toThrow(StoreUnavailable);
  await expect(all(store.readAll())).rejects.toThrow(StoreUnavailable);
});

it('waits on closing for the append under way, also when it has to look it up', async () => {
  await store.append('a-1', -1, [event()]);
  server.cutNextAppend('afterCommit');
  server.refuseNextAppend(conflictAt(1));
  const appending = store.append('a-1', 0, [event()]);
  let answered = false;
  void appending.then(() => (answered = true));
  await store.close();
  expect(answered).toBe(true);
  expect(await appending).toMatchObject({ outcome: 'appended', revision: 1 });
});

it('goes on looking up what became of an append when it is closed meanwhile', async () => {
  const closing = open({ timeLimit: 500 });
  server.cutNextAppend('afterCommit');
  server.refuseNextAppend(conflictAt(0));
  server.silenceNextRead();
  const unknown = expect(closing.append('a-1', -1, [event()])).rejects.toThrow(StoreUnavailable);
  await pause(200);
  await closing.close();
  await unknown;
});

it('is not harmed by the connection of another store that breaks', async () => {
  const elsewhere = await eventStoreDbStandIn();
  const other = eventStoreDbEventStore(elsewhere.connectionString);
  await other.append('b-1', -1, [event()]);
  const steady = open();
  server.delayNextAppend(60);
  const appending = steady.append('a-1', -1, [event()]);
  await pause(20);
  elsewhere.silenceNextAppend('beforeCommit');
  const lost = other.append('b-1', 0, [event()]);
  await pause(10);
  elsewhere.cutConnections();
  expect(await appending).toMatchObject({ revision: 0 });
  expect(waits).toEqual([]);
  await lost;
  await Promise.all([other.close(), steady.close()]);
  await elsewhere.close();
});
