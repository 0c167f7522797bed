import { EventStoreDBClient } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  StoreFault,
  StoreUnavailable,
  type Delivery,
  type EventStore,
  type NewEvent,
  type StoredEvent,
} from '@rapporteur/engine';
import { eventStoreDbStandIn, type EventStoreDbStandIn } from '@rapporteur/eventstoredb-stand-in';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eventStoreDbEventStore } from './event-store-db-event-store';

let server: EventStoreDbStandIn;
let store: EventStore;
let impatient: EventStore;
const never = new AbortController().signal;

beforeEach(async () => {
  server = await eventStoreDbStandIn();
  store = eventStoreDbEventStore(server.connectionString);
  impatient = eventStoreDbEventStore(server.connectionString, { timeLimit: 200 });
});
afterEach(async () => {
  await Promise.all([store.close(), impatient.close()]);
  await server.close();
});

const events = (count: number): NewEvent[] =>
  Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    type: 'thing.happened',
    data: { n, text: 'x'.repeat(500) },
    metadata: {},
  }));

async function all<T>(
  items: AsyncIterable<T>,
  each: (item: T) => unknown = () => {},
): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) {
    found.push(item);
    await each(item);
  }
  return found;
}

/** Delivers until it has caught up. */
async function history(after?: string): Promise<Delivery[]> {
  const stop = new AbortController();
  return all(store.subscribe(after, stop.signal), (item) => {
    if (item === 'caughtUp') stop.abort();
  });
}

describe("the server's own streams and events", () => {
  beforeEach(async () => {
    for (let n = -1; n < 19; n += 1) await store.append('a-1', n, events(1));
  });

  it('are there, before and among ours', async () => {
    const client = EventStoreDBClient.connectionString(server.connectionString);
    const types = (await all(client.readAll())).map(({ event }) => event!.type);
    const first = types.indexOf('thing.happened');
    expect(types.slice(0, first).length).toBeGreaterThanOrEqual(10);
    expect(types.slice(first).filter((type) => type.startsWith('$'))).not.toEqual([]);
    await client.dispose();
  });

  it('are hidden from who reads all', async () => {
    const read = await all(store.readAll());
    expect(read.map(({ stream }) => stream)).toEqual(Array(20).fill('a-1'));
  });

  it('are hidden from who subscribes, also where a projection links in an ordinary stream', async () => {
    expect(await history()).toEqual([...(await all(store.readAll())), 'caughtUp']);
  });

  it('are hidden from who reads such a stream', async () => {
    expect(await all(store.readStream('byCategory-workingGroup'))).toEqual([]);
  });
});

describe('an event that this program cannot have written', () => {
  const foreign = { id: randomUUID(), type: 'image.taken' };
  const json = { ...foreign, contentType: 'application/json' as const, data: {} };
  const binary = { contentType: 'application/octet-stream' as const, data: Uint8Array.of(1, 2) };

  it.each([
    ['data that are not JSON', { ...foreign, ...binary, metadata: {} }],
    ['no metadata', { ...json, metadata: undefined }],
    ['metadata that are not JSON', { ...json, metadata: Uint8Array.of(1, 2) }],
  ])('is a fault that names it: %s', async (_, written) => {
    const client = EventStoreDBClient.connectionString(server.connectionString);
    await client.appendToStream('a-1', written);
    await client.dispose();
    await expect(all(store.readStream('a-1'))).rejects.toThrow(StoreFault);
    await expect(all(store.readAll())).rejects.toThrow(/revision 0 of a-1/);
    await expect(all(store.subscribe(undefined, never))).rejects.toThrow(StoreFault);
  });
});

describe('a subscription', () => {
  it('never says that it has caught up before the last event of history', async () => {
    await store.append('a-1', -1, events(300));
    const stop = new AbortController();
    const seen = await all(store.subscribe(undefined, stop.signal), async (item) => {
      if (item === 'caughtUp') stop.abort();
      else if (item.revision > 260) await pause(2);
    });
    expect(seen.indexOf('caughtUp')).toBe(300);
  });

  it('ends at once when its signal aborts, whatever is still in its buffer', async () => {
    await store.append('a-1', -1, events(300));
    const stop = new AbortController();
    const seen = await all(store.subscribe(undefined, stop.signal), (item) => {
      if (item !== 'caughtUp' && item.revision === 2) stop.abort();
    });
    expect(seen).toHaveLength(3);
  });

  it('throws when the connection is lost, and can be resumed after its last position', async () => {
    await store.append('a-1', -1, events(3));
    const seen: Delivery[] = [];
    const following = all(store.subscribe(undefined, never), (item) => {
      seen.push(item);
      if (item === 'caughtUp') server.cutConnections();
    });
    await expect(following).rejects.toThrow(StoreUnavailable);
    expect(seen).toMatchObject([{ revision: 0 }, { revision: 1 }, { revision: 2 }, 'caughtUp']);
    await store.append('a-1', 2, events(1));
    const last = seen[2] as StoredEvent;
    expect(await history(last.position)).toMatchObject([{ revision: 3 }, 'caughtUp']);
  });

  it('throws when the server ends it, does not confirm it, stops, or denies access', async () => {
    server.refuseNextRead({ code: 0, details: 'OK' });
    await expect(all(store.subscribe(undefined, never))).rejects.toThrow(StoreUnavailable);
    server.silenceNextRead();
    await expect(all(impatient.subscribe(undefined, never))).rejects.toThrow(StoreUnavailable);
    server.refuseNextRead({ code: 1, details: 'the node is stopping' });
    await expect(all(store.subscribe(undefined, never))).rejects.toThrow(StoreUnavailable);
    server.refuseNextRead({ code: 7, details: '', trailers: { exception: 'access-denied' } });
    await expect(all(store.subscribe(undefined, never))).rejects.toThrow(StoreFault);
  });

  it('throws when the client is thrown away, as another read asks', async () => {
    const following = all(store.subscribe(undefined, never), async () => {
      server.refuseNextRead({ code: 13, details: 'RST_STREAM' });
      await expect(all(store.readAll())).rejects.toThrow(StoreUnavailable);
    });
    await expect(following).rejects.toThrow(StoreUnavailable);
    expect(await history()).toEqual(['caughtUp']);
  });

  it('may stay quiet for as long as nothing is appended', async () => {
    const stop = new AbortController();
    const following = all(impatient.subscribe(undefined, stop.signal));
    await pause(300);
    await store.append('a-1', -1, events(1));
    await pause(20);
    stop.abort();
    expect(await following).toMatchObject(['caughtUp', { stream: 'a-1' }]);
  });

  it('ends when the store is closed, before the append that closing waits for', async () => {
    server.delayNextAppend(150);
    const order: string[] = [];
    const appending = store.append('a-1', -1, events(1)).then(() => order.push('appended'));
    const following = all(store.subscribe(undefined, never), () => void store.close());
    await Promise.all([appending, following.then(() => order.push('ended'))]);
    expect(order).toEqual(['ended', 'appended']);
  });
});

describe('a read', () => {
  it('throws when the server falls silent, but never because its reader is slow', async () => {
    await store.append('a-1', -1, events(3));
    expect(await all(impatient.readStream('a-1'), () => pause(250))).toHaveLength(3);
    for (const events of [0, 2]) {
      server.silenceNextRead(events);
      await expect(all(impatient.readStream('a-1'))).rejects.toThrow(StoreUnavailable);
    }
  });

  it('never passes for whole when the connection or the store is lost half-way', async () => {
    for (let at = -1; at < 599; at += 300) await store.append('a-1', at, events(300));
    const cut = all(store.readStream('a-1'), ({ revision }) => {
      if (revision === 10) server.cutConnections();
    });
    await expect(cut).rejects.toThrow(StoreUnavailable);
    const closed = all(store.readAll(), ({ revision }) => {
      if (revision === 10) void store.close();
    });
    await expect(closed).rejects.toThrow(StoreFault);
  });

  it('never passes for whole when the client is thrown away half-way, as another read asks', async () => {
    for (let at = -1; at < 599; at += 300) await store.append('a-1', at, events(300));
    const lost = all(store.readStream('a-1'), async ({ revision }) => {
      if (revision !== 10) return;
      server.refuseNextRead({ code: 2, details: 'No leader info available' });
      await expect(all(store.readAll())).rejects.toThrow(StoreUnavailable);
    });
    await expect(lost).rejects.toThrow(/given up/);
    expect(await all(store.readStream('a-1'))).toHaveLength(600);
  });

  it('frees its call when it is abandoned, however much was still to come', async () => {
    await store.append('a-1', -1, events(400));
    for (let n = 0; n < 110; n += 1) {
      for await (const { revision } of store.readStream('a-1')) if (revision === 1) break;
    }
    expect(await all(store.readStream('a-1', 399))).toHaveLength(1);
  });

  it('that is abandoned does no harm when the connection breaks at that moment', async () => {
    await store.append('a-1', -1, events(400));
    for await (const { revision } of store.readStream('a-1')) if (revision === 1) break;
    server.cutConnections();
    await pause(20);
    expect(await all(store.readStream('a-1', 398))).toHaveLength(2);
  });
});

it('is of no use once closed, and may be closed twice', async () => {
  await store.close();
  await store.close();
  await expect(store.append('a-1', -1, events(1))).rejects.toThrow(StoreFault);
  await expect(all(store.readStream('a-1'))).rejects.toThrow(StoreFault);
  await expect(all(store.readAll())).rejects.toThrow(StoreFault);
  await expect(all(store.subscribe(undefined, never))).rejects.toThrow(StoreFault);
});
