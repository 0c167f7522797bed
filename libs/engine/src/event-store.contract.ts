import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { all, append, event, events, freshStream, type Bench, type Cannot } from './contract-bench';
import { acrossHandles, reading, subscribing, whenCut } from './event-store-reading.contract';
import {
  EventTooLarge,
  largestEvent,
  type Appended,
  type Conflict,
  type EventStore,
} from './event-store';

export type { Bench, Cannot } from './contract-bench';

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
    expect(first).toMatchObject({ outcome: 'appended', revision: 1, position: read[1]!.position });
    expect(second).toMatchObject({ outcome: 'appended', revision: 2, position: read[2]!.position });
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

function written(result: Appended | Conflict): Appended {
  if (result.outcome === 'conflict') throw new Error('nothing was appended');
  return result;
}

function retrying(store: () => EventStore): void {
  it('finds a repeated append and answers as the first time, also when the stream moved on', async () => {
    const stream = freshStream();
    await append(store(), stream, 1);
    const sent = events(2);
    const { isRepeat, ...first } = written(await store().append(stream, 0, sent));
    expect(isRepeat).not.toBe(true);
    const again = written(await store().append(stream, 0, sent));
    expect(again).toMatchObject(first);
    expect(again.isRepeat).not.toBe(false);
    await store().append(stream, 2, events(1));
    expect(await store().append(stream, 0, sent)).toMatchObject(first);
    expect(await all(store().readStream(stream))).toHaveLength(4);
  });

  it('keeps the first of two appends with the same id, and never says that it wrote the other', async () => {
    const stream = freshStream();
    const [one, other] = [event({ said: 'one' }), event({ said: 'other' })];
    await store().append(stream, -1, [one]);
    const repeated = written(await store().append(stream, -1, [{ ...other, id: one.id }]));
    expect(repeated.isRepeat).not.toBe(false);
    expect((await all(store().readStream(stream))).map(({ data }) => data)).toEqual([one.data]);
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
