import { isRefusal, recordOf, replay, type Refusal } from '@rapporteur/kernel';
import { motion } from '@rapporteur/kernel/samples';
import {
  carried,
  closeOffices,
  discussed,
  events,
  office,
  paused,
  ref,
  resumed,
  tabled,
} from '../test/scene';
import type { EventStore } from './event-store';
import { memoryEventStore } from './memory-event-store';

afterEach(closeOffices);

const tea = 'motion/tea';

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

  it('are not refused for what another process has just changed and the log has not shown yet', async () => {
    const inner = memoryEventStore();
    const here = await office({ store: slowToShow(inner) });
    const there = await office({ store: inner });
    await here.recorded(tea, tabled('2019-01-01'));
    await here.recorded(tea, paused('2019-01-02'));
    await there.recorded(tea, resumed('2019-01-03'));
    expect(await here.record(tea, discussed('2019-01-04'))).toMatchObject({ revision: 3 });
    await there.recorded(tea, discussed('2019-01-05'));
    const seen = { ifMatch: 4 };
    expect(await here.record(tea, discussed('2019-01-06'), seen)).toMatchObject({ revision: 5 });
  });

  it('who named the revision that he saw is told also when his step would be refused there', async () => {
    const inner = memoryEventStore();
    const here = await office({ store: slowToShow(inner) });
    const there = await office({ store: inner });
    await there.recorded(tea, tabled('2019-01-01'));
    await there.recorded(tea, paused('2019-01-02'));
    const seen = { ifMatch: 1 };
    expect(await here.record(tea, discussed('2019-01-04'), seen)).toMatchObject({
      code: 'notPossible',
    });
    await there.recorded(tea, resumed('2019-01-03'));
    expect(await here.record(tea, discussed('2019-01-04'), seen)).toMatchObject({
      code: 'conflict',
      revision: 2,
    });
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

/** A store whose log shows everything a while later. */
const slowToShow = (inner: EventStore): EventStore => ({
  ...inner,
  subscribe: async function* (after, signal) {
    for await (const delivery of inner.subscribe(after, signal)) {
      await new Promise((resolve) => setTimeout(resolve, 150));
      yield delivery;
    }
  },
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
