import { eventStoreContract } from './event-store.contract';
import { memoryEventStore } from './memory-event-store';
import { rehearsalStore } from './rehearsal-store';

const none = () => {
  throw new Error('declared impossible');
};

eventStoreContract(
  'The rehearsal on an empty log',
  async () => {
    const base = memoryEventStore();
    const store = rehearsalStore(base, { size: 0, countOf: () => 0 });
    return { store, another: none, cutNextAppend: none, dispose: () => store.close() };
  },
  {
    another: 'it lives in one process',
    cutNextAppend: 'it has no connection',
  },
);

describe('a rehearsal on a log', () => {
  const event = (n: number) => ({
    id: `event-${n}`,
    type: 'motion.tabled',
    data: { n },
    metadata: {},
  });
  const all = async <T>(from: AsyncIterable<T>): Promise<T[]> => {
    const found: T[] = [];
    for await (const each of from) found.push(each);
    return found;
  };

  async function scene() {
    const base = memoryEventStore();
    await base.append('motion-a', -1, [event(0), event(1)]);
    await base.append('motion-b', -1, [event(2)]);
    const counts: Record<string, number> = { 'motion-a': 2 };
    const store = rehearsalStore(base, { size: 2, countOf: (stream) => counts[stream] ?? 0 });
    return { base, store };
  }

  it('goes on where the log was, and leaves the log alone', async () => {
    const { base, store } = await scene();
    expect(await store.append('motion-a', 1, [event(3)])).toMatchObject({ revision: 2 });
    expect((await all(store.readStream('motion-a'))).map(({ id }) => id)).toEqual([
      'event-0',
      'event-1',
      'event-3',
    ]);
    expect(await all(base.readStream('motion-a'))).toHaveLength(2);
  });

  it('sees no more of the log than its ground, whatever was appended there since', async () => {
    const { store } = await scene();
    expect((await all(store.readAll())).map(({ id }) => id)).toEqual(['event-0', 'event-1']);
    expect(await all(store.readStream('motion-b'))).toEqual([]);
    expect(await store.append('motion-b', -1, [event(4)])).toMatchObject({ revision: 0 });
  });

  it('finds a conflict as the log would', async () => {
    const { store } = await scene();
    expect(await store.append('motion-a', 0, [event(5)])).toEqual({
      outcome: 'conflict',
      revision: 1,
    });
  });

  it('puts its positions after those of the log', async () => {
    const { base, store } = await scene();
    const [first] = await all(base.readAll());
    const added = await store.append('motion-a', 1, [event(6)]);
    const position = added.outcome === 'appended' ? added.position : '';
    expect(store.comparePositions(first?.position ?? '', position)).toBeLessThan(0);
    expect(store.comparePositions(position, position)).toBe(0);
    expect((await all(store.readAll(first?.position))).map(({ id }) => id)).toEqual([
      'event-1',
      'event-6',
    ]);
  });
});
