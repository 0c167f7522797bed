import { describe, expect, it, jest } from '@jest/globals';
import { StoreFault, StoreUnavailable, type EventStore } from '@rapporteur/engine';
import { eventStoreContract } from '@rapporteur/engine/contract';
import { noHash, seal, sha256 } from '@rapporteur/kernel';
import { copyFileSync } from 'node:fs';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { all, event, temporaryFiles } from '../test/scene';
import { openDriver } from '@rapporteur/sqlite';
import { sqliteEventStore } from './sqlite-event-store';

const freshFile = temporaryFiles();

eventStoreContract(
  'The SQLite store',
  async () => {
    const file = freshFile();
    const store = sqliteEventStore(file);
    return {
      store,
      another: async () => sqliteEventStore(file),
      cutNextAppend: () => {
        throw new Error('declared impossible');
      },
      dispose: () => store.close(),
    };
  },
  { cutNextAppend: 'it has no connection' },
);

describe('The SQLite store', () => {
  it('has after reopening what was appended before, at the same positions', async () => {
    const file = freshFile();
    const first = sqliteEventStore(file);
    await first.append('a', -1, [event(1), event(2)]);
    await first.append('b', -1, [event(3)]);
    const before = await all(first.readAll());
    await first.close();
    const second = sqliteEventStore(file);
    expect(await all(second.readAll())).toEqual(before);
    expect(before.map(({ position }) => position)).toEqual(['0', '1', '2']);
    expect(await second.append('a', 1, [event(4)])).toMatchObject({ position: '3' });
    await second.close();
  });

  it('leaves everything in the file itself when it is closed', async () => {
    const [file, copy] = [freshFile(), freshFile()];
    const store = sqliteEventStore(file);
    await store.append('a', -1, [event()]);
    await store.close();
    copyFileSync(file, copy);
    const copied = sqliteEventStore(copy);
    expect(await all(copied.readAll())).toHaveLength(1);
    await copied.close();
  });

  it('finishes the appends under way when it is closed, and takes no more', async () => {
    const file = freshFile();
    const store = sqliteEventStore(file);
    const underWay = store.append('a', -1, [event()]);
    const closed = store.close();
    await expect(store.append('b', -1, [event()])).rejects.toThrow(StoreUnavailable);
    expect(await underWay).toMatchObject({ outcome: 'appended' });
    await closed;
    await store.close();
    await expect(all(store.readAll())).rejects.toThrow(StoreUnavailable);
    const again = sqliteEventStore(file);
    expect(await all(again.readAll())).toHaveLength(1);
    await again.close();
  });

  it('refuses a position that another kind of store gave', async () => {
    const store = sqliteEventStore(freshFile());
    await expect(all(store.readAll('C:12/P:12'))).rejects.toThrow(StoreFault);
    const subscription = store.subscribe('-1', new AbortController().signal);
    await expect(subscription[Symbol.asyncIterator]().next()).rejects.toThrow(StoreFault);
    await store.close();
  });

  it('delivers its own appends to its subscriptions without waiting for a poll', async () => {
    const store = sqliteEventStore(freshFile());
    const stop = new AbortController();
    const started = performance.now();
    let revision = -1;
    for await (const delivery of store.subscribe(undefined, stop.signal)) {
      if (delivery !== 'caughtUp') continue;
      if (revision === 20) stop.abort();
      else void setTimeout(5).then(() => store.append('a', revision++, [event()]));
    }
    // 21 polls would take 2.1 s.
    expect(performance.now() - started).toBeLessThan(1500);
    await store.close();
  });

  it('ends a subscription that waits as soon as it is closed', async () => {
    const store = sqliteEventStore(freshFile());
    let hasEnded = false;
    const following = (async () => {
      for await (const delivery of store.subscribe(undefined, new AbortController().signal)) {
        expect(delivery).toBe('caughtUp');
      }
      hasEnded = true;
    })();
    await setTimeout(20);
    await store.close();
    await setImmediate();
    expect(hasEnded).toBe(true);
    await following;
  });

  it('polls with one timer while subscriptions wait, and with none when they do not', async () => {
    const [set, clear] = [
      jest.spyOn(globalThis, 'setInterval'),
      jest.spyOn(globalThis, 'clearInterval'),
    ];
    const store = sqliteEventStore(freshFile());
    const stop = new AbortController();
    const follow = async () => {
      for await (const delivery of store.subscribe(undefined, stop.signal)) {
        expect(delivery).toBe('caughtUp');
      }
    };
    const following = Promise.all([follow(), follow()]);
    await setTimeout(30);
    stop.abort();
    await following;
    expect(set).toHaveBeenCalledTimes(1);
    expect(clear.mock.lastCall?.[0]).toBe(set.mock.results[0]?.value);
    await store.close();
    jest.restoreAllMocks();
  });
});

describe('What the SQLite store keeps of an event', () => {
  const sealed = (revision: number, previousHash: string) =>
    seal(
      {
        stream: 'topic-a',
        revision,
        id: `id-${revision}`,
        type: 'topic.referred',
        data: { title: 'Établi\u2028“à 10h” 😀', n: 1e21 },
        metadata: {
          occurredOn: '2026-11-24',
          recordedAt: '2026-11-24T10:00:00.000Z',
          actor: { id: 'registrar', role: 'secretariat' },
          authority: [],
          source: 'minutes',
          from: 'registered',
          to: 'registered',
          stateHash: 'a'.repeat(64),
          verdicts: {},
          basis: { size: revision, cases: [] },
          definition: { id: 'topic', version: 0, hash: 'b'.repeat(64), xstate: '5.33.3' },
          request: 'c'.repeat(64),
          $correlationId: `id-${revision}`,
          $causationId: `id-${revision}`,
        },
      },
      previousHash,
    );

  async function append(store: EventStore, record: ReturnType<typeof seal>): Promise<void> {
    const { stream, revision, ...parts } = record;
    await store.append(stream, revision - 1, [parts as never]);
  }

  it('is, for a sealed record, a text whose SHA-256 is the hash beside it', async () => {
    const file = freshFile();
    const store = sqliteEventStore(file);
    const first = sealed(0, noHash);
    const second = sealed(1, first.metadata.hash);
    await append(store, first);
    await append(store, second);
    expect(await all(store.readStream('topic-a'))).toEqual([
      { ...first, position: '0' },
      { ...second, position: '1' },
    ]);
    await store.close();
    const driver = openDriver(file);
    const rows = driver.prepare('select text, hash from events').all() as {
      text: string;
      hash: string;
    }[];
    driver.close();
    expect(rows.map(({ text }) => sha256(text))).toEqual(rows.map(({ hash }) => hash));
    expect(rows[1]?.hash).toBe(second.metadata.hash);
  });

  it('is the same event, whatever a member called hash may be', async () => {
    const store = sqliteEventStore(freshFile());
    const sent = [
      event(0, {}),
      event(1, { hash: 'text' }),
      event(2, { hash: null }),
      event(3, { hash: { $: 1 } }),
      { ...event(4), id: 'with \u0000 inside', type: 'é' },
    ];
    await store.append('a', -1, sent);
    const read = await all(store.readStream('a'));
    expect(read.map(({ id, type, data, metadata }) => ({ id, type, data, metadata }))).toEqual(
      sent,
    );
    await store.close();
  });
});
