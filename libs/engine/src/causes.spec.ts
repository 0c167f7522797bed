import { isRefusal, recordOf } from '@rapporteur/kernel';
import { carried, closeOffices, discussed, office, tabled, type Office } from '../test/scene';
import { memoryCheckpoints, type Checkpoint, type Checkpoints } from './checkpoint';
import { StoreUnavailable, type EventStore } from './event-store';
import { memoryEventStore } from './memory-event-store';

afterEach(closeOffices);

async function carry(here: Office, id: string, data: object = {}): Promise<string> {
  const name = `motion/${id}`;
  await here.record(name, tabled('2019-01-01'));
  await here.record(name, discussed('2019-01-02'));
  await here.record(name, discussed('2019-01-03'));
  const result = await here.record(name, carried('2019-01-04', data));
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  return result.position;
}

async function log(store: EventStore) {
  const found = [];
  for await (const event of store.readAll()) found.push(event);
  return found;
}

const notices = async (store: EventStore) =>
  (await log(store)).filter(({ type }) => type === 'notice.opened').map(({ stream }) => stream);

describe('A caused step', () => {
  it('is taken with its cause’s date and authority, by the clock, and points at its cause', async () => {
    const here = await office();
    await here.engine.settled(await carry(here, 'tea', { annexes: ['a', 'b'] }));
    expect(await notices(here.store)).toEqual(['notice-tea', 'notice-tea-a', 'notice-tea-b']);
    const events = (await log(here.store)).map(recordOf);
    const cause = events.find(({ type }) => type === 'motion.carried')!;
    const effect = events.find(({ stream }) => stream === 'notice-tea-b')!;
    expect(effect.metadata).toMatchObject({
      occurredOn: '2019-01-04',
      authority: cause.metadata.authority,
      actor: { id: 'engine', role: 'clock' },
      links: { motion: 'motion/tea' },
      $causationId: cause.id,
      $correlationId: cause.metadata.$correlationId,
    });
  });

  it('happens once though several processes follow the log', async () => {
    const store = memoryEventStore();
    const offices = await Promise.all([1, 2, 3].map(() => office({ store })));
    for (const [i, here] of offices.entries()) {
      const position = await carry(here, `m${i}`);
      await Promise.all(offices.map(({ engine }) => engine.settled(position)));
    }
    expect((await notices(store)).sort()).toEqual(['notice-m0', 'notice-m1', 'notice-m2']);
    expect(offices.flatMap(({ engine }) => engine.alerts())).toEqual([]);
  });

  it('is not measured against another day’s today', async () => {
    const here = await office({ readOnly: true });
    await carry(here, 'tea');
    const early = await office({ store: here.store, today: '2018-01-01' });
    await early.engine.settled((await log(here.store)).at(-1)!.position);
    expect(await notices(here.store)).toEqual(['notice-tea']);
    expect(early.engine.alerts()).toEqual([]);
  });

  it('is not proposed by a process that only answers', async () => {
    const here = await office({ readOnly: true });
    await carry(here, 'tea');
    await here.engine.stop();
    expect(await notices(here.store)).toEqual([]);
  });

  it('that is refused becomes an alert, which a restart does not forget', async () => {
    const here = await office();
    const opening = {
      type: 'notice.opened',
      data: { subject: 'x' },
      occurredOn: '2018-01-01',
      links: { motion: 'motion/x' },
    };
    await here.recorded('notice/tea', opening);
    await here.engine.settled(await carry(here, 'tea'));
    const alert = {
      cause: { case: 'motion/tea', revision: 3 },
      effect: { case: 'notice/tea', type: 'notice.opened' },
      refusal: { code: 'notPossible', revision: 0 },
    };
    expect(here.engine.alerts()).toMatchObject([alert]);
    expect(here.reports.join()).toContain(
      'ALERT: notice.opened in notice/tea, caused by motion/tea',
    );
    await here.engine.stop();
    const again = await office({ store: here.store, checkpoints: here.checkpoints });
    expect(again.engine.alerts()).toMatchObject([alert]);
  });

  it('is proposed after a crash between the cause and it', async () => {
    const inner = memoryEventStore();
    let down = false;
    const store: EventStore = {
      ...inner,
      append: async (stream, revision, events) => {
        if (down && stream.startsWith('notice')) throw new StoreUnavailable('gone');
        return inner.append(stream, revision, events);
      },
    };
    const here = await office({ store });
    await here.engine.settled(await carry(here, 'before'));
    down = true;
    await carry(here, 'tea', { annexes: ['a'] });
    await here.engine.stop();
    expect(await notices(store)).toEqual(['notice-before']);
    down = false;
    const again = await office({ store, checkpoints: here.checkpoints });
    await again.engine.settled((await log(store)).at(-1)!.position);
    expect(await notices(store)).toEqual(['notice-before', 'notice-tea', 'notice-tea-a']);
  });

  it('is tried again while the store is away', async () => {
    const inner = memoryEventStore();
    let failures = 2;
    const store: EventStore = {
      ...inner,
      append: async (stream, revision, events) => {
        if (stream.startsWith('notice') && (failures -= 1) >= 0) throw new StoreUnavailable('away');
        return inner.append(stream, revision, events);
      },
    };
    const here = await office({ store });
    await here.engine.settled(await carry(here, 'tea'));
    expect(failures).toBe(-1);
    expect(await notices(store)).toEqual(['notice-tea']);
  });
});

describe('The checkpoint', () => {
  it('keeps a restart from proposing again what has been proposed', async () => {
    const inner = memoryEventStore();
    let reads = 0;
    const store: EventStore = {
      ...inner,
      readStream: (stream, from) => {
        reads += Number(stream.startsWith('notice'));
        return inner.readStream(stream, from);
      },
    };
    const here = await office({ store });
    await here.engine.settled(await carry(here, 'tea'));
    await here.engine.stop();
    reads = 0;
    const again = await office({ store, checkpoints: here.checkpoints });
    await again.engine.settled((await log(store)).at(-1)!.position);
    expect(reads).toBe(0);
  });

  it.each<[string, Partial<Checkpoint>]>([
    ['beyond its end', { position: '999', hash: 'f'.repeat(64) }],
    ['at a record that it does not hold', { position: '3', hash: 'f'.repeat(64) }],
  ])('of another log, %s, is not trusted', async (_where, foreign) => {
    const here = await office();
    const position = await carry(here, 'tea');
    await here.engine.settled(position);
    await here.engine.stop();
    const bare = memoryEventStore();
    for (const { stream, revision, ...event } of await log(here.store)) {
      if (stream.startsWith('motion')) await bare.append(stream, revision - 1, [event]);
    }
    const checkpoints = memoryCheckpoints();
    await checkpoints.save({ position: '0', hash: '', alerts: [], ...foreign });
    const there = await office({ store: bare, checkpoints });
    await there.engine.settled('3');
    expect(await notices(bare)).toEqual(['notice-tea']);
  });

  it('that cannot be kept is reported, and stops nothing', async () => {
    let broken = true;
    const inner = memoryCheckpoints();
    const checkpoints: Checkpoints = {
      ...inner,
      save: async (checkpoint) => {
        if (broken) throw new Error('ENOSPC');
        return inner.save(checkpoint);
      },
    };
    const here = await office({ checkpoints });
    await here.engine.settled(await carry(here, 'tea'));
    expect(here.reports.join()).toContain('cannot be kept (Error: ENOSPC)');
    broken = false;
    await here.engine.settled(await carry(here, 'cake'));
    expect(await notices(here.store)).toEqual(['notice-tea', 'notice-cake']);
    expect((await inner.load())?.position).toBe('8');
  });

  it('that was never kept costs nothing but time', async () => {
    const forgetful: Checkpoints = { load: async () => undefined, save: async () => {} };
    const here = await office({ checkpoints: forgetful });
    await here.engine.settled(await carry(here, 'tea'));
    await here.engine.stop();
    const again = await office({ store: here.store, checkpoints: forgetful });
    await again.engine.settled((await log(here.store)).at(-1)!.position);
    expect(await notices(here.store)).toEqual(['notice-tea']);
    expect(again.engine.alerts()).toEqual([]);
  });
});

describe('Stopping', () => {
  it('ends at once although an effect waits for a log that is not followed', async () => {
    const inner = memoryEventStore();
    let blind = false;
    const store: EventStore = {
      ...inner,
      subscribe: async function* (after, signal) {
        for await (const delivery of inner.subscribe(after, signal)) {
          if (blind && delivery !== 'caughtUp' && delivery.stream.startsWith('notice')) {
            await new Promise((resolve) => signal.addEventListener('abort', resolve));
          }
          yield delivery;
        }
      },
    };
    const here = await office({ store });
    blind = true;
    await carry(here, 'tea');
    while ((await notices(store)).length === 0) await new Promise((r) => setTimeout(r, 5));
    const waiting = here.engine.settled((await log(store)).at(-1)!.position);
    const told = expect(waiting).rejects.toThrow(StoreUnavailable);
    await here.engine.stop();
    await told;
  });
});

describe('Following the log', () => {
  it('goes on from where it was when the store is lost', async () => {
    const inner = memoryEventStore();
    let cut: (() => void) | undefined;
    const store: EventStore = {
      ...inner,
      subscribe: async function* (after, signal) {
        let isCut = false;
        const ended = new AbortController();
        signal.addEventListener('abort', () => ended.abort());
        cut = () => {
          isCut = true;
          ended.abort();
        };
        yield* inner.subscribe(after, ended.signal);
        if (isCut) throw new StoreUnavailable('cut');
      },
    };
    const here = await office({ store });
    await here.engine.settled(await carry(here, 'one'));
    cut?.();
    const position = await carry(here, 'two');
    await here.engine.settled(position);
    expect(await notices(store)).toEqual(['notice-one', 'notice-two']);
    expect(here.reports.join()).toContain('the log cannot be followed now (cut)');
    expect(here.engine.isFollowing()).toBe(true);
  });
});
