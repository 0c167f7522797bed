import { describe, expect, it, afterAll, beforeAll } from '@jest/globals';
import type { JsonObject } from '@rapporteur/kernel';
import { randomUUID } from 'node:crypto';
import {
  EventTooLarge,
  largestEvent,
  type Delivery,
  type EventStore,
  type NewEvent,
  type StoredEvent,
} from './event-store';

/** One log to test on; it may already hold other streams. */
export interface Bench {
  readonly store: EventStore;
  /** Another handle on the same log, as a second process would have it. */
  another(): Promise<EventStore>;
  /** Cuts the connection of the next append, before or after the store committed it. */
  cutNextAppend(when: 'beforeCommit' | 'afterCommit'): void;
  dispose(): Promise<void>;
}

/** What an adapter cannot do, with the reason; its cases are printed as skipped. */
export interface Cannot {
  readonly another?: string;
  readonly cutNextAppend?: string;
}

/** The contract of the port, run by every adapter. */
export function eventStoreContract(
  name: string,
  open: () => Promise<Bench>,
  cannot: Cannot = {},
): void {
  describe(`${name} keeps the contract of an event store`, () => {
    let bench: Bench;
    beforeAll(async () => {
      bench = await open();
    });
    afterAll(() => bench.dispose());
    const store = () => bench.store;

    appending(store);
    concurrency(store);
    retrying(store);
    refusing(store);
    reading(store);
    subscribing(store);
    acrossHandles(() => bench, cannot.another);
    whenCut(() => bench, cannot.cutNextAppend);
  });
}

/** Registers a case, or prints it as one that this adapter cannot do. */
function caseUnless(reason: string | undefined, title: string, run: () => Promise<void>): void {
  if (reason === undefined) it(title, run);
  else it.skip(`${title} (cannot: ${reason})`, run);
}

let streams = 0;
const freshStream = (): string => `contract-${randomUUID()}-${(streams += 1)}`;
const event = (data: JsonObject = {}, metadata: JsonObject = {}): NewEvent => ({
  id: randomUUID(),
  type: 'thing.happened',
  data,
  metadata,
});
const events = (count: number): NewEvent[] => Array.from({ length: count }, (_, n) => event({ n }));

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** Reads a subscription until the events satisfy the condition, then ends it. */
async function until(
  store: EventStore,
  after: string | undefined,
  enough: (seen: readonly Delivery[]) => boolean,
): Promise<Delivery[]> {
  const seen: Delivery[] = [];
  const stop = new AbortController();
  for await (const delivery of store.subscribe(after, stop.signal)) {
    seen.push(delivery);
    if (enough(seen)) stop.abort();
  }
  return seen;
}

const only = (stream: string, seen: readonly Delivery[]): StoredEvent[] =>
  seen.filter((item): item is StoredEvent => item !== 'caughtUp' && item.stream === stream);

async function append(store: EventStore, stream: string, count: number): Promise<string> {
  const result = await store.append(stream, -1, events(count));
  if (result.outcome !== 'appended') throw new Error('the stream is not fresh');
  return result.position;
}

function appending(store: () => EventStore): void {
  it('returns exactly what was appended, in order', async () => {
    const stream = freshStream();
    const sent = [
      event({ text: 'Établi “à 10h” \u0000\u2028 😀', list: [1, 1.5, -0.25, 1e21, [], {}] }),
      event({ nested: { z: null, a: { yes: true, no: false } } }, { $correlationId: 'é', n: 3 }),
      event(),
    ];
    expect(await store().append(stream, -1, sent)).toMatchObject({
      outcome: 'appended',
      revision: 2,
    });
    const read = await all(store().readStream(stream));
    expect(read.map(({ id, type, data, metadata }) => ({ id, type, data, metadata }))).toEqual(
      sent,
    );
    expect(read.map(({ revision }) => revision)).toEqual([0, 1, 2]);
    expect(read.every((stored) => stored.stream === stream)).toBe(true);
  });

  it('answers with the revision and the position of the last event appended', async () => {
    const stream = freshStream();
    const first = await store().append(stream, -1, events(2));
    const second = await store().append(stream, 1, events(1));
    const read = await all(store().readStream(stream));
    expect(first).toEqual({ outcome: 'appended', revision: 1, position: read[1]!.position });
    expect(second).toEqual({ outcome: 'appended', revision: 2, position: read[2]!.position });
    expect(store().comparePositions(read[1]!.position, read[2]!.position)).toBeLessThan(0);
    expect(store().comparePositions(read[2]!.position, read[1]!.position)).toBeGreaterThan(0);
    expect(store().comparePositions(read[2]!.position, read[2]!.position)).toBe(0);
  });

  it('refuses an append whose expected revision is behind, ahead, or of a missing stream', async () => {
    const stream = freshStream();
    await append(store(), stream, 2);
    expect(await store().append(stream, 0, [event()])).toEqual({
      outcome: 'conflict',
      revision: 1,
    });
    expect(await store().append(stream, -1, [event()])).toEqual({
      outcome: 'conflict',
      revision: 1,
    });
    expect(await store().append(stream, 7, [event()])).toEqual({
      outcome: 'conflict',
      revision: 1,
    });
    expect(await store().append(freshStream(), 0, [event()])).toEqual({
      outcome: 'conflict',
      revision: -1,
    });
    expect(await all(store().readStream(stream))).toHaveLength(2);
  });
}

function concurrency(store: () => EventStore): void {
  it('lets exactly one of 64 simultaneous writers of a revision win, and tells the others', async () => {
    const stream = freshStream();
    await append(store(), stream, 1);
    const results = await Promise.all(
      Array.from({ length: 64 }, () => store().append(stream, 0, events(2))),
    );
    const won = results.filter(({ outcome }) => outcome === 'appended');
    expect(won).toHaveLength(1);
    expect(results.filter((r) => r.outcome === 'conflict' && r.revision === 2)).toHaveLength(63);
    expect(await all(store().readStream(stream))).toHaveLength(3);
  });

  it('never fails the neighbours of a refused append', async () => {
    const names = Array.from({ length: 32 }, freshStream);
    const results = await Promise.all(
      names.map((stream, i) => store().append(stream, i % 2 === 0 ? -1 : 5, events(3))),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(
      names.map((_, i) => (i % 2 === 0 ? 'appended' : 'conflict')),
    );
    const lengths = await Promise.all(
      names.map(async (n) => (await all(store().readStream(n))).length),
    );
    expect(lengths).toEqual(names.map((_, i) => (i % 2 === 0 ? 3 : 0)));
  });
}

function retrying(store: () => EventStore): void {
  it('finds a repeated append and answers as the first time, also when the stream moved on', async () => {
    const stream = freshStream();
    await append(store(), stream, 1);
    const sent = events(2);
    const first = await store().append(stream, 0, sent);
    expect(await store().append(stream, 0, sent)).toEqual(first);
    await store().append(stream, 2, events(1));
    expect(await store().append(stream, 0, sent)).toEqual(first);
    expect(await all(store().readStream(stream))).toHaveLength(4);
  });

  it('refuses other events on a revision already taken', async () => {
    const stream = freshStream();
    const [one, two] = [event(), event()];
    await store().append(stream, -1, [one, two]);
    expect(await store().append(stream, -1, [one, event()])).toMatchObject({ outcome: 'conflict' });
    expect(await store().append(stream, -1, [one, two, event()])).toMatchObject({
      outcome: 'conflict',
    });
    expect(await all(store().readStream(stream))).toHaveLength(2);
  });
}

function refusing(store: () => EventStore): void {
  const bytes = (text: string) =>
    Buffer.byteLength(JSON.stringify(['thing.happened', { text }, {}]));

  it('takes an event of the largest size and refuses a larger one, storing nothing of it', async () => {
    const stream = freshStream();
    const largest = 'x'.repeat(largestEvent - bytes(''));
    await store().append(stream, -1, [event({ text: largest })]);
    const tooLarge = [event(), event({ text: `${largest}x` })];
    await expect(store().append(stream, 0, tooLarge)).rejects.toThrow(EventTooLarge);
    const read = await all(store().readStream(stream));
    expect(read.map(({ data }) => data)).toEqual([{ text: largest }]);
  });

  it('refuses what JSON cannot hold and goes on working', async () => {
    const stream = freshStream();
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    for (const value of [10n, undefined, Number.NaN, 'half \ud83d', circular]) {
      const broken = event({ value } as never);
      await expect(store().append(stream, -1, [broken])).rejects.toThrow();
    }
    expect(await store().append(stream, -1, [event()])).toMatchObject({ revision: 0 });
  });
}

function reading(store: () => EventStore): void {
  it('reads nothing from a stream that does not exist, or from beyond its end', async () => {
    const stream = freshStream();
    expect(await all(store().readStream(stream))).toEqual([]);
    await append(store(), stream, 1);
    expect(await all(store().readStream(stream, 1))).toEqual([]);
    expect(await all(store().readStream(stream, 9))).toEqual([]);
  });

  it('reads a stream of thousands, whole and from a revision on', async () => {
    const stream = freshStream();
    for (let at = -1; at < 2499; at += 500) await store().append(stream, at, events(500));
    const read = await all(store().readStream(stream));
    expect(read.map(({ revision }) => revision)).toEqual(read.map((_, i) => i));
    expect(read).toHaveLength(2500);
    expect((await all(store().readStream(stream, 2400))).map((e) => e.revision)).toEqual(
      Array.from({ length: 100 }, (_, i) => 2400 + i),
    );
  });

  it('reads all streams in one order, strictly after a position', async () => {
    const [a, b] = [freshStream(), freshStream()];
    const start = await append(store(), a, 1);
    await append(store(), b, 2);
    await store().append(a, 0, events(1));
    const read = (await all(store().readAll(start))).filter((e) => [a, b].includes(e.stream));
    expect(read.map((e) => `${e.stream === a ? 'a' : 'b'}${e.revision}`)).toEqual([
      'b0',
      'b1',
      'a1',
    ]);
    const positions = (await all(store().readAll())).map(({ position }) => position);
    const ordered = positions
      .slice(1)
      .every((p, i) => store().comparePositions(positions[i]!, p) < 0);
    expect(ordered).toBe(true);
  });

  it('frees what an abandoned read holds', async () => {
    const stream = freshStream();
    await append(store(), stream, 50);
    for (let i = 0; i < 150; i += 1) {
      for await (const read of store().readStream(stream)) if (read.revision === 1) break;
    }
    expect(await all(store().readStream(stream, 49))).toHaveLength(1);
    expect(await store().append(stream, 49, events(1))).toMatchObject({ revision: 50 });
  });
}

function subscribing(store: () => EventStore): void {
  it('delivers history, says that it has caught up, then delivers what is appended', async () => {
    const stream = freshStream();
    const start = await append(store(), stream, 1);
    await store().append(stream, 0, events(2));
    let live = false;
    const seen = await until(store(), start, (deliveries) => {
      if (deliveries.at(-1) === 'caughtUp' && !live) {
        live = true;
        void store().append(stream, 2, events(2));
      }
      return only(stream, deliveries).length === 4;
    });
    const mine = seen.filter((item) => item === 'caughtUp' || item.stream === stream);
    const firstSign = mine.indexOf('caughtUp');
    expect(only(stream, mine.slice(0, firstSign)).map((e) => e.revision)).toEqual([1, 2]);
    expect(only(stream, seen).map((e) => e.revision)).toEqual([1, 2, 3, 4]);
  });

  it('has no gap and no repeat while several write', async () => {
    const names = Array.from({ length: 8 }, freshStream);
    const start = await append(store(), names[0]!, 1);
    const write = async (stream: string, first: number) => {
      for (let at = first; at < 24; at += 1) await store().append(stream, at, events(1));
    };
    const writing = Promise.all(names.map((stream, i) => write(stream, i === 0 ? 0 : -1)));
    const ours = (seen: readonly Delivery[]) => names.flatMap((stream) => only(stream, seen));
    const seen = await until(store(), start, (deliveries) => {
      return deliveries.length >= 199 && ours(deliveries).length === 8 * 25 - 1;
    });
    await writing;
    for (const [i, stream] of names.entries()) {
      const expected = Array.from({ length: 25 }, (_, n) => n).slice(i === 0 ? 1 : 0);
      expect(only(stream, seen).map((e) => e.revision)).toEqual(expected);
    }
  });

  it('resumes strictly after the last position seen', async () => {
    const stream = freshStream();
    await append(store(), stream, 10);
    const half = await until(store(), undefined, (seen) => only(stream, seen).length === 5);
    const last = only(stream, half).at(-1)!;
    const rest = await until(store(), last.position, (seen) => only(stream, seen).length === 5);
    expect(only(stream, rest).map((e) => e.revision)).toEqual([5, 6, 7, 8, 9]);
  });

  it('ends when its signal aborts, also while it waits and before it began', async () => {
    const stop = new AbortController();
    for await (const delivery of store().subscribe(undefined, stop.signal)) {
      if (delivery === 'caughtUp') setTimeout(() => stop.abort(), 20);
    }
    for await (const delivery of store().subscribe(undefined, AbortSignal.abort())) {
      throw new Error(`delivered ${String(delivery)} after it was ended`);
    }
  });
}

function acrossHandles(bench: () => Bench, cannot: string | undefined): void {
  caseUnless(cannot, 'shows another process what was appended, live', async () => {
    const other = await bench().another();
    const stream = freshStream();
    const start = await append(bench().store, stream, 1);
    let sent = false;
    const seen = await until(other, start, (deliveries) => {
      if (!sent && deliveries.at(-1) === 'caughtUp') {
        sent = true;
        void bench().store.append(stream, 0, events(3));
      }
      return only(stream, deliveries).length === 3;
    });
    expect(only(stream, seen).map((e) => e.revision)).toEqual([1, 2, 3]);
    await other.close();
  });

  caseUnless(cannot, 'lets exactly one of two processes win each revision', async () => {
    const other = await bench().another();
    const stream = freshStream();
    for (let at = -1; at < 19; at += 1) {
      const results = await Promise.all([
        bench().store.append(stream, at, events(1)),
        other.append(stream, at, events(1)),
      ]);
      expect(results.map(({ outcome }) => outcome).sort()).toEqual(['appended', 'conflict']);
    }
    expect(await all(other.readStream(stream))).toHaveLength(20);
    await other.close();
  });

  caseUnless(
    cannot,
    'ends the subscriptions of a handle that is closed, and no others',
    async () => {
      const other = await bench().another();
      const ended = (async () => {
        for await (const delivery of other.subscribe(undefined, new AbortController().signal)) {
          if (delivery === 'caughtUp') void other.close();
        }
      })();
      await ended;
      expect(await bench().store.append(freshStream(), -1, events(1))).toMatchObject({
        revision: 0,
      });
    },
  );
}

function whenCut(bench: () => Bench, cannot: string | undefined): void {
  for (const when of ['beforeCommit', 'afterCommit'] as const) {
    caseUnless(cannot, `appends exactly once when the connection is cut ${when}`, async () => {
      const stream = freshStream();
      await append(bench().store, stream, 1);
      bench().cutNextAppend(when);
      const sent = events(2);
      expect(await bench().store.append(stream, 0, sent)).toMatchObject({ revision: 2 });
      const read = await all(bench().store.readStream(stream));
      expect(read.slice(1).map(({ id }) => id)).toEqual(sent.map(({ id }) => id));
    });
  }
}
