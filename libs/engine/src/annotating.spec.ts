import { isRefusal, recordOf, replay, type Actor, type Refusal } from '@rapporteur/kernel';
import { motion } from '@rapporteur/kernel/samples';
import {
  carried,
  closeOffices,
  discussed,
  events,
  office,
  paused,
  ref,
  secretariat,
  tabled,
  type Office,
} from '../test/scene';
import type { EventStore } from './event-store';
import { memoryEventStore } from './memory-event-store';
import type { Recorded } from './recorded-answer';
import type { RequestedBy } from './recording';

afterEach(closeOffices);

const tea = 'motion/tea';
const auditor: Actor = { id: 'auditor', role: 'auditor' };

const noted = (text = 'Seen.') => ({ type: 'record.noted', data: { text } });
const evidenceFor = (revision: number, symbol = 'GC/M/1') => ({
  type: 'record.evidenceAdded',
  data: { revision, documents: [{ symbol }] },
});

const annotate = (here: Office, name: string, step: object, by: Partial<RequestedBy> = {}) =>
  here.engine.annotate(ref(name), step, { actor: secretariat, ...by });

async function annotated(...args: Parameters<typeof annotate>): Promise<Recorded> {
  const result = await annotate(...args);
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  return result;
}

describe('An engine step', () => {
  it('is recorded where the case stands last in effective order, and leaves it there', async () => {
    const here = await office({ today: '2019-06-01' });
    await here.recorded(tea, tabled('2019-01-01'));
    await here.recorded(tea, paused('2019-02-01'));
    await here.recorded(tea, discussed('2019-01-15'));
    here.at('2019-06-01T08:00:00.000Z');
    const recorded = await annotated(here, tea, evidenceFor(1));
    const state = { paused: 'openEnded' };
    expect(recorded).toEqual({
      outcome: 'recorded',
      case: tea,
      revision: 3,
      position: '3',
      from: state,
      to: state,
      verdicts: {},
      consequences: [],
      causes: [],
    });
    const records = (await events(here.store)).map(recordOf);
    expect(records[3]).toMatchObject({
      type: 'record.evidenceAdded',
      data: { revision: 1, documents: [{ symbol: 'GC/M/1' }] },
      metadata: {
        occurredOn: '2019-06-01',
        recordedAt: '2020-01-01T12:00:00.000Z',
        actor: secretariat,
        authority: [{ instrument: 'Rapporteur', paragraph: 'record.evidenceAdded' }],
        source: 'document',
        basis: { size: 3, cases: [] },
        previousHash: records[2]!.metadata.hash,
      },
    });
    expect(replay(motion, records)).toBeUndefined();
    expect(await here.state(tea)).toEqual(state);
  });

  it('goes on a case that exists, and through its own request alone', async () => {
    const here = await office();
    for (const actor of [secretariat, { id: 'delegate', role: 'member', of: 'A' } as const]) {
      const nowhere = await annotate(here, tea, noted(), { actor });
      expect(nowhere).toMatchObject({ code: 'notFound', revision: -1 });
    }
    expect(await annotate(here, 'loan/tea', noted())).toMatchObject({ code: 'notFound' });
    await here.recorded(tea, tabled('2019-01-01'));
    const asStep = { ...noted(), occurredOn: '2019-01-02' };
    expect(await here.record(tea, asStep)).toMatchObject({ code: 'invalid' });
    const step = await annotate(here, tea, { type: 'motion.paused', data: {} });
    expect(step).toMatchObject({ code: 'invalid', reasons: [{ field: 'type' }], revision: 0 });
  });

  it('may be followed by steps, late ones too', async () => {
    const here = await office();
    await here.recorded(tea, tabled('2019-01-01'));
    await annotated(here, tea, noted());
    await here.recorded(tea, discussed('2019-01-05'));
    await here.recorded(tea, discussed('2019-01-03'));
    await annotated(here, tea, evidenceFor(3));
    const there = await office({ store: here.store });
    expect(await there.state(tea)).toBe('tabled');
    expect(replay(motion, (await events(here.store)).map(recordOf))).toBeUndefined();
  });

  it('is refused to whom it is not given, and when it is about nothing', async () => {
    const here = await office();
    await here.recorded(tea, tabled('2019-01-01'));
    const by = { actor: auditor };
    expect(await annotate(here, tea, evidenceFor(0), by)).toMatchObject({ code: 'forbidden' });
    expect(await annotate(here, tea, noted(), by)).toMatchObject({ revision: 1 });
    expect(await annotate(here, tea, evidenceFor(2))).toMatchObject({
      code: 'notFound',
      revision: 1,
    });
    expect(await annotate(here, tea, evidenceFor(1))).toMatchObject({ code: 'notPossible' });
    expect(await events(here.store)).toHaveLength(2);
  });

  it('that is too large is refused', async () => {
    const here = await office();
    await here.recorded(tea, tabled('2019-01-01'));
    const documents = Array(50).fill({ title: 'é'.repeat(500), symbol: 'é'.repeat(100) });
    const step = { type: 'record.noted', data: { text: 'é'.repeat(4000), documents } };
    expect(await annotate(here, tea, step)).toMatchObject({ code: 'tooLarge', revision: 0 });
  });

  it('that is only checked is judged, and not recorded', async () => {
    const here = await office();
    await here.recorded(tea, tabled('2019-01-01'));
    const by = { actor: secretariat, key: 'k' };
    const checked = await here.engine.checkAnnotation(ref(tea), noted(), by);
    expect(checked).toMatchObject({
      outcome: 'checked',
      revision: 1,
      from: 'tabled',
      verdicts: {},
    });
    const refused = await here.engine.checkAnnotation(ref(tea), evidenceFor(4), by);
    expect(refused).toMatchObject({ code: 'notFound' });
    expect(await events(here.store)).toHaveLength(1);
    const recorded = await annotated(here, tea, noted(), { key: 'k' });
    expect(await here.engine.checkAnnotation(ref(tea), noted(), by)).toEqual(recorded);
  });
});

describe('A repeated request for an engine step', () => {
  it('is answered by its record, also by another process', async () => {
    const here = await office();
    await here.recorded(tea, tabled('2019-01-01'));
    const by = { key: 'k' };
    const first = await annotated(here, tea, noted(), by);
    await here.recorded(tea, paused('2019-01-05'));
    const there = await office({ store: here.store });
    expect(await annotate(here, tea, noted(), by)).toEqual(first);
    expect(await annotate(there, tea, noted(), by)).toEqual(first);
    expect(await events(here.store)).toHaveLength(3);
  });

  it('with another body, by another actor, or for a step, is refused', async () => {
    const here = await office();
    await here.recorded(tea, tabled('2019-01-01'));
    await annotated(here, tea, noted(), { key: 'k' });
    const by = { key: 'k' };
    for (const refused of [
      await annotate(here, tea, noted('Seen again.'), by),
      await annotate(here, tea, { nonsense: true }, by),
      await annotate(here, tea, noted(), { key: 'k', actor: auditor }),
      await here.record(tea, discussed('2019-01-02'), by),
    ]) {
      expect(refused).toMatchObject({ code: 'keyReused', revision: 1 });
    }
    const reserved = await annotate(here, tea, noted(), { key: 'cause:1:0' });
    expect(reserved).toMatchObject({ code: 'invalid' });
  });
});

describe('Several who annotate', () => {
  it('are told when the case has moved on from the revision that they saw', async () => {
    const here = await office();
    const there = await office({ store: here.store });
    await here.recorded(tea, tabled('2019-01-01'));
    await annotated(there, tea, noted());
    const refused = await annotate(here, tea, noted('Mine.'), { ifMatch: 0 });
    expect(refused).toMatchObject({ code: 'conflict', revision: 1 });
    expect((refused as Refusal).reasons[0]!.message.en).toContain('1 record.noted (');
    expect(await annotate(here, tea, noted('Mine.'), { ifMatch: 1 })).toMatchObject({
      revision: 2,
    });
  });

  it('all succeed, in some order, beside those who record steps', async () => {
    const here = await office();
    const there = await office({ store: here.store });
    await here.recorded(tea, tabled('2019-01-01'));
    const results = await Promise.all(
      Array.from({ length: 24 }, (_, i) => {
        const who = i % 2 ? here : there;
        return i % 3
          ? annotate(who, tea, noted(`note ${i}`))
          : who.record(tea, discussed('2019-01-02', `speech ${i}`));
      }),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(24).fill('recorded'));
    const records = (await events(here.store)).map(recordOf);
    expect(records).toHaveLength(25);
    expect(replay(motion, records)).toBeUndefined();
  });

  it('are not refused for want of a record that another process has just made', async () => {
    const inner = memoryEventStore();
    let slow = false;
    const behind: EventStore = {
      ...inner,
      subscribe: async function* (after, signal) {
        for await (const delivery of inner.subscribe(after, signal)) {
          if (slow) await new Promise((resolve) => setTimeout(resolve, 150));
          yield delivery;
        }
      },
    };
    const here = await office({ store: behind });
    const there = await office({ store: inner });
    await here.recorded(tea, tabled('2019-01-01'));
    slow = true;
    await there.recorded(tea, discussed('2019-01-02'));
    expect(await annotate(here, tea, evidenceFor(1))).toMatchObject({ revision: 2 });
  });

  it('approve an irregularity once, though both are asked at the same time', async () => {
    const here = await office();
    const there = await office({ store: here.store });
    await here.recorded(tea, tabled('2019-01-01'));
    await here.recorded(tea, discussed('2019-01-02'));
    const irregularity = { reason: 'The recess was near.' };
    await here.recorded(tea, { ...carried('2019-01-03'), irregularity });
    const approval = { type: 'record.irregularityApproved', data: { revision: 2 } };
    const results = await Promise.all(
      [here, there].map((who, i) =>
        annotate(who, tea, approval, {
          actor: { id: `chair ${i}`, role: 'chair', of: 'generalCouncil' },
        }),
      ),
    );
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['recorded', 'refused']);
    expect(results.find(isRefusal)).toMatchObject({
      code: 'alreadyRecorded',
      reasons: [{ rule: 'record.irregularityApproved.once' }],
    });
  });
});
