import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  StoreUnavailable,
  type Delivery,
  type EventStore,
  type NewEvent,
} from '@rapporteur/engine';
import { eventStoreDbStandIn, type EventStoreDbStandIn } from '@rapporteur/eventstoredb-stand-in';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eventStoreDbEventStore } from './event-store-db-event-store';

let server: EventStoreDbStandIn;
let store: EventStore;

beforeEach(async () => {
  server = await eventStoreDbStandIn();
  store = eventStoreDbEventStore(server.connectionString, { livenessInterval: 20 });
});
afterEach(async () => {
  await store.close();
  await server.close();
});

const event = (): NewEvent => ({
  id: randomUUID(),
  type: 'thing.happened',
  data: {},
  metadata: {},
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(5);
}

/** Waits for so many more looks at the end of the log: nothing else reads in these tests. */
async function looks(count: number): Promise<void> {
  const enough = server.callCount() + count;
  await until(() => server.callCount() >= enough);
}

interface Following {
  readonly seen: Delivery[];
  readonly ended: Promise<void>;
  stop(): void;
}

function follow(after?: string, each: () => unknown = () => undefined): Following {
  const seen: Delivery[] = [];
  const stop = new AbortController();
  const ended = (async () => {
    for await (const delivery of store.subscribe(after, stop.signal)) {
      seen.push(delivery);
      await each();
    }
  })();
  ended.catch(() => undefined);
  return { seen, ended, stop: () => stop.abort() };
}

describe('a subscription that the server has forgotten', () => {
  it('ends once an event is in the log and does not come', async () => {
    const { seen, ended } = follow();
    await until(() => seen.length === 1);
    server.forgetSubscriptions();
    await store.append('a-1', -1, [event()]);
    await expect(ended).rejects.toThrow(StoreUnavailable);
    await expect(ended).rejects.toThrow(/forgotten/);
    expect(seen).toEqual(['caughtUp']);
  });

  it('ends also when the log ends with something of the server', async () => {
    const { seen, ended } = follow();
    // After every eighth append the stand-in writes something of its own, in the same breath.
    for (let at = -1; at < 6; at += 1) await store.append('a-1', at, [event()]);
    await until(() => seen.length === 8);
    server.forgetSubscriptions();
    await store.append('a-1', 6, [event()]);
    await expect(ended).rejects.toThrow(/forgotten/);
  });

  it('can be resumed after its last position, without gap or repeat', async () => {
    await store.append('a-1', -1, [event(), event()]);
    const first = follow();
    await until(() => first.seen.length === 3);
    server.forgetSubscriptions();
    await store.append('a-1', 1, [event()]);
    await expect(first.ended).rejects.toThrow(/forgotten/);
    const last = first.seen[1];
    const second = follow(typeof last === 'object' ? last.position : undefined);
    await until(() => second.seen.length === 2);
    expect(second.seen).toMatchObject([{ revision: 2 }, 'caughtUp']);
    second.stop();
    await second.ended;
  });
});

describe('a subscription that is alive', () => {
  it('is left alone while only the server writes, or nobody', async () => {
    const following = follow();
    await until(() => following.seen.length === 1);
    await looks(3);
    for (let n = 0; n < 40; n += 1) server.appendSystemEvent();
    await looks(5);
    await store.append('a-1', -1, [event()]);
    await until(() => following.seen.length === 2);
    following.stop();
    await following.ended;
    expect(server.subscriptionCount()).toBe(1);
  });

  it('is left alone while its reader is slow, though more has come', async () => {
    let hasAppended = false;
    const following = follow(undefined, async () => {
      if (hasAppended) return;
      hasAppended = true;
      await store.append('a-1', -1, [event(), event(), event()]);
      await pause(150);
    });
    await until(() => following.seen.length === 4);
    following.stop();
    await following.ended;
    expect(server.subscriptionCount()).toBe(1);
  });

  it('is no longer looked after once it has ended', async () => {
    const following = follow();
    await until(() => following.seen.length === 1);
    following.stop();
    await following.ended;
    await until(() => server.openCallCount() === 0);
    const calls = server.callCount();
    await pause(100);
    expect(server.callCount()).toBe(calls);
  });
});
