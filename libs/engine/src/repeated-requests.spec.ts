import { recordOf, replay, type Refusal } from '@rapporteur/kernel';
import { motion } from '@rapporteur/kernel/samples';
import { carried, closeOffices, discussed, events, office, tabled } from '../test/scene';
import { StoreUnavailable, type EventStore } from './event-store';
import { memoryEventStore } from './memory-event-store';

afterEach(closeOffices);

const tea = 'motion/tea';

describe('A repeated request', () => {
  it('is answered by its record, also by another process and after a restart', async () => {
    const here = await office();
    await here.recorded(tea, tabled('2019-01-01'));
    const by = { key: 'k' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => here.record(tea, discussed('2019-01-02'), by)),
    );
    await here.recorded(tea, discussed('2019-01-05'));
    const there = await office({ store: here.store });
    answers.push(await there.record(tea, discussed('2019-01-02'), by));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await events(here.store)).toHaveLength(3);
  });

  it('repeats the consequences of a late entry, although more has been recorded since', async () => {
    const here = await office();
    await here.recorded(tea, tabled('2019-01-01'));
    await here.recorded(tea, discussed('2019-01-02'));
    const irregularity = { reason: 'The summer recess was near.' };
    await here.recorded(tea, { ...carried('2019-01-10'), irregularity });
    const late = await here.record(tea, discussed('2019-01-03'), { key: 'late' });
    expect(late).toMatchObject({
      consequences: [
        {
          revision: 2,
          type: 'motion.carried',
          rule: 'motion.discussedTwice',
          before: false,
          after: true,
        },
      ],
    });
    await here.recorded(tea, discussed('2019-01-04'));
    const there = await office({ store: here.store });
    expect(await there.record(tea, discussed('2019-01-03'), { key: 'late' })).toEqual(late);
  });

  it('with another body or by another actor is refused, naming what the key belongs to', async () => {
    const here = await office();
    await here.recorded(tea, tabled('2019-01-01'), { key: 'k' });
    for (const [step, by] of [
      [tabled('2019-01-02'), { key: 'k' }],
      [{ ...tabled('2019-01-01'), source: 'floor' }, { key: 'k' }],
      [{ nonsense: true }, { key: 'k' }],
      [tabled('2019-01-01'), { key: 'k', actor: { id: 'x', role: 'member', of: 'A' } as const }],
    ] as const) {
      const refused = (await here.record(tea, step, by)) as Refusal;
      expect(refused).toMatchObject({ code: 'keyReused', revision: 0 });
      expect(refused.reasons[0]!.message.en).toContain('motion.tabled (2019-01-01, revision 0)');
    }
  });

  it('is recorded once when the store answered nothing the first time', async () => {
    const inner = memoryEventStore();
    let lose = false;
    const store: EventStore = {
      ...inner,
      async append(...args) {
        const result = await inner.append(...args);
        if (lose) throw new StoreUnavailable('the answer was lost');
        return result;
      },
    };
    const here = await office({ store });
    await here.recorded(tea, tabled('2019-01-01'));
    lose = true;
    const by = { key: 'k' };
    await expect(here.record(tea, discussed('2019-01-02'), by)).rejects.toThrow(StoreUnavailable);
    lose = false;
    here.at('2020-01-01T12:00:01.000Z');
    expect(await here.record(tea, discussed('2019-01-02'), by)).toMatchObject({ revision: 1 });
    await here.recorded(tea, discussed('2019-01-03'));
    const records = (await events(store)).map(recordOf);
    expect(records).toHaveLength(3);
    expect(replay(motion, records)).toBeUndefined();
  });

  it('is answered by its record though what it rested on has changed since', async () => {
    const inner = memoryEventStore();
    let lose = false;
    const store: EventStore = {
      ...inner,
      append: async (...args) => {
        const result = await inner.append(...args);
        if (lose) throw new StoreUnavailable('the answer was lost');
        return result;
      },
      subscribe: async function* (after, signal) {
        for await (const delivery of inner.subscribe(after, signal)) {
          const isLost = delivery !== 'caughtUp' && delivery.stream === 'motion-tea' && lose;
          if (isLost) await new Promise((resolve) => setTimeout(resolve, 100));
          yield delivery;
        }
      },
    };
    const here = await office({ store });
    const irregularity = { reason: 'The summer recess was near.' };
    await here.recorded('motion/cake', tabled('2019-01-01'));
    await here.recorded('motion/cake', discussed('2019-01-02'));
    await here.recorded(tea, { ...tabled('2019-01-01'), links: { amends: 'motion/cake' } });
    await here.recorded(tea, discussed('2019-01-02'));
    lose = true;
    const step = { ...carried('2019-01-04'), irregularity };
    const by = { key: 'k' };
    await expect(here.record(tea, step, by)).rejects.toThrow(StoreUnavailable);
    const there = await office({ store: inner });
    await there.recorded('motion/cake', { ...carried('2019-01-04'), irregularity });
    expect(await here.record(tea, step, by)).toMatchObject({ outcome: 'recorded', revision: 2 });
  });

  it.each([
    ['the same request', discussed('2019-01-02'), 'recorded'],
    ['another request', discussed('2019-01-02', 'in brief'), 'refused'],
  ])('to another process, unaware of the first, finds %s', async (_what, step, outcome) => {
    for (const canTell of [true, false]) {
      const inner = memoryEventStore();
      const store: EventStore = {
        ...inner,
        append: async (...args) => {
          const { isRepeat, ...result } = { isRepeat: false, ...(await inner.append(...args)) };
          return canTell ? { isRepeat, ...result } : result;
        },
      };
      const [here, there] = [await office({ store }), await office({ store })];
      there.at('2020-01-01T12:00:05.000Z');
      await here.recorded(tea, tabled('2019-01-01'));
      await there.state(tea);
      const answers = await Promise.all([
        here.record(tea, discussed('2019-01-02'), { key: 'k' }),
        there.record(tea, step, { key: 'k' }),
      ]);
      expect(answers.map((answer) => answer.outcome)).toEqual(['recorded', outcome]);
      if (outcome === 'recorded') expect(answers[1]).toEqual(answers[0]);
      else expect(answers[1]).toMatchObject({ code: 'keyReused', revision: 1 });
      await there.recorded(tea, discussed('2019-01-03'));
      const records = (await events(store)).map(recordOf);
      expect(records).toHaveLength(3);
      expect(replay(motion, records)).toBeUndefined();
    }
  });
});
