import { expect, it } from '@jest/globals';
import {
  all,
  append,
  caseUnless,
  event,
  events,
  freshStream,
  only,
  until,
  type Bench,
} from './contract-bench';
import { StoreFault, type Delivery, type EventStore } from './event-store';

export function reading(store: () => EventStore): void {
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

  it('refuses to compare what cannot be a position of its own', () => {
    for (const text of ['', 'x', '-1', '1e3', '1/2/3', ' 1', '9'.repeat(40)]) {
      expect(() => store().comparePositions(text, text)).toThrow(StoreFault);
    }
  });

  it('frees what an abandoned read holds', async () => {
    // Large enough that a store which sends ahead is still sending when the reader leaves.
    const stream = freshStream();
    const large = () => event({ text: 'x'.repeat(500) });
    for (let at = -1; at < 899; at += 300) {
      await store().append(stream, at, Array.from({ length: 300 }, large));
    }
    for (let i = 0; i < 150; i += 1) {
      for await (const read of store().readStream(stream)) if (read.revision === 1) break;
    }
    expect(await all(store().readStream(stream, 899))).toHaveLength(1);
    expect(await store().append(stream, 899, events(1))).toMatchObject({ revision: 900 });
  });
}

export function subscribing(store: () => EventStore): void {
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

export function acrossHandles(bench: () => Bench, cannot: string | undefined): void {
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

export function whenCut(bench: () => Bench, cannot: string | undefined): void {
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
