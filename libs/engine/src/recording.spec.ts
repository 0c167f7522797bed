import { isRefusal, recordOf, replay, type Refusal } from '@rapporteur/kernel';
import { motion } from '@rapporteur/kernel/samples';
import {
  carried,
  closeOffices,
  discussed,
  office,
  paused,
  ref,
  resumed,
  tabled,
} from '../test/scene';
import { StoreUnavailable, type EventStore } from './event-store';
import { memoryEventStore } from './memory-event-store';

afterEach(closeOffices);

const tea = 'motion/tea';

async function events(store: EventStore, stream = 'motion-tea') {
  const found = [];
  for await (const event of store.readStream(stream)) found.push(event);
  return found;
}

const recordedBasis = (metadata: unknown) => (metadata as { basis: { size: number } }).basis;

describe('Recording a step', () => {
  it('answers with its place, the moments around it, its verdicts and what it causes', async () => {
    const here = await office();
    await here.recorded(tea, tabled('2019-01-01'));
    await here.recorded(tea, discussed('2019-01-02'));
    await here.recorded(tea, discussed('2019-01-03'));
    const step = { ...carried('2019-01-04', { present: 5 }), decision: { mode: 'vote' } };
    expect(await here.record(tea, step)).toEqual({
      outcome: 'recorded',
      case: tea,
      revision: 3,
      position: '3',
      from: 'tabled',
      to: 'carried',
      verdicts: {
        isDiscussed: true,
        'motion.amendmentFirst': true,
        'motion.threeDiscussionsAtMost': true,
        'motion.discussedTwice': true,
        'motion.quorum': true,
        'motion.byConsensus': false,
      },
      consequences: [],
      causes: [{ case: 'notice/tea', type: 'notice.opened' }],
    });
  });

  it('stores everything that the decision rested on, chained and replayable', async () => {
    const here = await office();
    await here.recorded('motion/amended', tabled('2019-01-01'));
    here.at('2020-01-02T08:00:00.000Z');
    const first = await here.recorded(tea, {
      ...tabled('2019-01-01'),
      links: { amends: 'motion/amended' },
    });
    await here.recorded(tea, discussed('2019-01-02'));
    await here.recorded(tea, discussed('2019-01-03'));
    await here.recorded(tea, { ...carried('2019-01-04'), source: 'floor' });
    const records = (await events(here.store)).map(recordOf);
    expect(replay(motion, records)).toBeUndefined();
    expect(records.at(-1)!.metadata).toMatchObject({
      occurredOn: '2019-01-04',
      recordedAt: '2020-01-02T08:00:00.000Z',
      actor: { id: 'registrar', role: 'secretariat' },
      onBehalfOf: { role: 'generalCouncil' },
      authority: [{ instrument: 'Standing orders', paragraph: '4' }],
      source: 'floor',
      basis: { size: 4, cases: [{ case: 'motion/amended', revision: 0, state: 'tabled' }] },
      definition: { id: 'motion', version: 0, hash: motion.lock.hash, xstate: '5.33.3' },
      verdicts: { 'motion.quorum': 'notComputable' },
    });
    expect(records[0]!.metadata.$correlationId).toBe(records[0]!.id);
    expect(first.revision).toBe(0);
  });

  it('rests on a log followed at least as far as the cases that its rules looked at', async () => {
    const inner = memoryEventStore();
    const store: EventStore = {
      ...inner,
      subscribe: async function* (after, signal) {
        for await (const delivery of inner.subscribe(after, signal)) {
          await new Promise((resolve) => setTimeout(resolve, 10));
          yield delivery;
        }
      },
    };
    const here = await office({ store });
    await here.record('motion/amended', tabled('2019-01-01'));
    await here.record(tea, { ...tabled('2019-01-01'), links: { amends: 'motion/amended' } });
    await here.record(tea, discussed('2019-01-02'));
    const sizes = (await events(store)).map(({ metadata }) => recordedBasis(metadata).size);
    expect(sizes).toEqual([1, 2]);
  });

  it('never lets transaction time go back within a case, whatever the clock says', async () => {
    const here = await office();
    here.at('2020-05-05T10:00:00.000Z');
    await here.recorded(tea, tabled('2019-01-01'));
    here.at('2020-05-05T09:00:00.000Z');
    await here.recorded(tea, discussed('2019-01-02'));
    await here.recorded('motion/other', tabled('2019-01-01'));
    const times = (await events(here.store)).map(({ metadata }) => metadata['recordedAt']);
    expect(times).toEqual(['2020-05-05T10:00:00.000Z', '2020-05-05T10:00:00.000Z']);
    const other = await events(here.store, 'motion-other');
    expect(other[0]!.metadata['recordedAt']).toBe('2020-05-05T09:00:00.000Z');
  });

  it('takes links with the first step only, to cases of the declared procedures', async () => {
    const here = await office();
    const wrong = await here.record(tea, {
      ...tabled('2019-01-01'),
      links: { amends: 'notice/x' },
    });
    expect(wrong).toMatchObject({
      code: 'invalid',
      revision: -1,
      reasons: [{ field: 'links.amends' }],
    });
    const opening = { type: 'notice.opened', data: { subject: 'x' }, occurredOn: '2019-01-01' };
    expect(await here.record('notice/x', opening)).toMatchObject({
      code: 'invalid',
      reasons: [{ field: 'links.motion' }],
    });
    await here.recorded(tea, tabled('2019-01-01'));
    const late = await here.record(tea, {
      ...discussed('2019-01-02'),
      links: { amends: 'motion/y' },
    });
    expect(late).toMatchObject({ code: 'invalid', reasons: [{ field: 'links.amends' }] });
    expect(await events(here.store)).toHaveLength(1);
  });

  it('refuses a step that says too much for one event, storing nothing', async () => {
    const here = await office();
    const texts = Array.from({ length: 50 }, () => ({
      title: 'é'.repeat(500),
      symbol: 'x'.repeat(100),
    }));
    const authority = Array.from({ length: 50 }, () => ({ instrument: 'é'.repeat(200) }));
    const step = { ...tabled('2019-01-01'), documents: texts, authority };
    expect(await here.record(tea, step)).toMatchObject({ code: 'tooLarge', revision: -1 });
    expect(await here.state(tea)).toBe('notFound');
  });
});

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

describe('Several who write', () => {
  it('one wins each revision of a step that cannot be taken twice', async () => {
    const here = await office();
    const there = await office({ store: here.store });
    await here.recorded(tea, tabled('2019-01-01'));
    const results = await Promise.all(
      Array.from({ length: 64 }, (_, i) =>
        (i % 2 ? here : there).record(tea, paused('2019-01-02')),
      ),
    );
    expect(results.filter(({ outcome }) => outcome === 'recorded')).toHaveLength(1);
    const refused = results.filter(isRefusal);
    expect(refused.every(({ code, revision }) => code === 'notPossible' && revision === 1)).toBe(
      true,
    );
  });

  it('do not get in one another’s way within a process', async () => {
    const inner = memoryEventStore();
    let appends = 0;
    const store: EventStore = {
      ...inner,
      append: (...args) => {
        appends += 1;
        return inner.append(...args);
      },
    };
    const here = await office({ store });
    await here.recorded(tea, tabled('2019-01-01'));
    const speeches = Array.from({ length: 20 }, (_, i) => discussed('2019-01-02', `speech ${i}`));
    await Promise.all(speeches.map((speech) => here.record(tea, speech)));
    expect(appends).toBe(21);
  });

  it('all succeed, in some order, with steps that admit one another', async () => {
    const here = await office();
    const there = await office({ store: here.store });
    await here.recorded(tea, tabled('2019-01-01'));
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        (i % 2 ? here : there).record(tea, discussed('2019-01-02', `speech ${i}`)),
      ),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(20).fill('recorded'));
    const records = (await events(here.store)).map(recordOf);
    expect(records).toHaveLength(21);
    expect(replay(motion, records)).toBeUndefined();
  });

  it('who named the revision that he saw is told what another process recorded since', async () => {
    const here = await office();
    const there = await office({ store: here.store });
    await here.recorded(tea, tabled('2019-01-01'));
    await there.recorded(tea, paused('2019-01-02'));
    const refused = (await here.record(tea, discussed('2019-01-02'), { ifMatch: 0 })) as Refusal;
    expect(refused).toMatchObject({ code: 'conflict', revision: 1 });
    expect(refused.reasons[0]!.message.en).toContain('1 motion.paused (2019-01-02, registrar');
  });

  it('never decide on a case that another process has changed', async () => {
    const here = await office();
    const there = await office({ store: here.store });
    await here.recorded(tea, tabled('2019-01-01'));
    await here.recorded(tea, discussed('2019-01-02'));
    await there.recorded(tea, paused('2019-01-03'));
    expect(await here.state(tea)).toEqual({ paused: 'openEnded' });
    expect(await here.record(tea, discussed('2019-01-04'))).toMatchObject({ code: 'notPossible' });
    await there.recorded(tea, resumed('2019-01-05'));
    expect(await here.record(tea, discussed('2019-01-06'))).toMatchObject({ revision: 4 });
  });
});

describe('Twice the same', () => {
  it('is refused with who recorded it and when, unless it is meant', async () => {
    const here = await office();
    await here.recorded(tea, tabled('2019-01-01'));
    await here.recorded(tea, discussed('2019-01-02'));
    const refused = (await here.record(tea, discussed('2019-01-02'))) as Refusal;
    expect(refused.code).toBe('alreadyRecorded');
    expect(refused.reasons[0]!.message.en).toContain('registrar, secretariat, 2020-01-01T12:00');
    const again = { ...discussed('2019-01-02'), again: true };
    expect(await here.record(tea, again)).toMatchObject({ revision: 2 });
  });
});

it('names the procedures that there are when one is not', async () => {
  const here = await office();
  const refused = (await here.engine.record(ref('loan/x'), tabled('2019-01-01'), {
    actor: { id: 'x', role: 'secretariat' },
  })) as Refusal;
  expect(refused.code).toBe('notFound');
  expect(refused.reasons[0]!.message.es).toContain('motion, notice');
});
