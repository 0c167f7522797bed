import {
  isRefusal,
  recordOf,
  registryOf,
  replay,
  type CausedStep,
  type Procedure,
} from '@rapporteur/kernel';
import { motion, notice } from '@rapporteur/kernel/samples';
import { closeOffices, discussed, events, office, ref, tabled, type Office } from '../test/scene';

afterEach(closeOffices);

/** A motion that is discussed at another one, and whose carrying bears out what its annexes name. */
const named: Procedure = {
  ...motion,
  mentions: ({ decision }) =>
    decision?.meeting === undefined ? {} : { meeting: `motion/${decision.meeting}` },
  causes: [
    {
      on: 'motion.paused',
      under: [],
      causes: () => [borneOut('tea', 0), borneOut('tea', 7), borneOut('cake', 0)],
    },
  ],
};

const borneOut = (id: string, revision: number): CausedStep => ({
  case: { procedure: 'motion', case: id },
  type: 'record.evidenceAdded',
  data: { revision, documents: [{ symbol: 'GC/M/1' }] },
  links: {},
});

const registry = registryOf([named, notice]);
const theMeeting = 'motion/meeting';
const at = (meeting: string) => ({ decision: { mode: 'noted', meeting }, source: 'floor' });

async function mentions(here: Office, question: object = {}) {
  const answer = await here.engine.mentions(ref(theMeeting), question);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.records;
}

describe('The records that name a case', () => {
  async function told(): Promise<Office> {
    const here = await office({ registry });
    await here.recorded(theMeeting, tabled('2019-01-01'));
    await here.recorded('motion/tea', tabled('2019-01-01'));
    await here.recorded('motion/tea', { ...discussed('2019-01-05'), ...at('meeting') });
    await here.recorded('motion/cake', tabled('2019-01-01'));
    await here.recorded('motion/cake', { ...discussed('2019-01-03'), ...at(theMeeting) });
    await here.recorded('motion/tea', { ...discussed('2019-01-06'), ...at('other') });
    return here;
  }
  const rows = async (here: Office, question: object = {}) =>
    (await mentions(here, question)).map(({ case: name, revision, index }) => [
      name,
      revision,
      index,
    ]);
  const [first, second] = [
    ['motion/tea', 1, 2],
    ['motion/cake', 1, 4],
  ];

  it('are given in log order, whether they name it by its id or by its name', async () => {
    const here = await told();
    expect(await rows(here)).toEqual([first, second]);
    expect((await mentions(here))[0]).toEqual({
      case: 'motion/tea',
      revision: 1,
      type: 'motion.discussed',
      occurredOn: '2019-01-05',
      recordedAt: '2020-01-01T12:00:00.000Z',
      decision: { mode: 'noted', meeting: 'meeting' },
      position: '2',
      index: 2,
      provisional: true,
    });
  });

  it('count as known and as at a date', async () => {
    const here = await told();
    expect(await rows(here, { knownOn: '@2' })).toEqual([]);
    expect(await rows(here, { knownOn: '@4' })).toEqual([first]);
    expect(await rows(here, { asAt: '2019-01-03' })).toEqual([second]);
    expect(await rows(here, { asAt: '2019-01-03', moment: 'opening' })).toEqual([]);
  });

  it('show whether there is evidence for them', async () => {
    const here = await told();
    const size = here.engine.log.size;
    const actor = { id: 'registrar', role: 'secretariat' } as const;
    const { type, data } = borneOut('tea', 1);
    await here.engine.annotate(ref('motion/tea'), { type, data }, { actor });
    const provisional = async (question: object) =>
      (await mentions(here, question)).map((record) => record.provisional);
    expect(await provisional({})).toEqual([false, true]);
    expect(await provisional({ knownOn: `@${size}` })).toEqual([true, true]);
    expect((await mentions(here))[0]).toMatchObject({ evidence: [{ revision: 3 }] });
  });

  it('are found again by a process that begins later', async () => {
    const there = await office({ store: (await told()).store, registry });
    expect(await rows(there)).toEqual([first, second]);
    const answer = await there.engine.mentions(ref('motion/none'), {});
    expect(answer).toMatchObject({ code: 'notFound' });
  });
});

describe('A cause that proposes an engine step in another case', () => {
  it('has it recorded once, with its own date and authority, and an alert for each refusal', async () => {
    const here = await office({ registry });
    const there = await office({ store: here.store, registry });
    await here.recorded('motion/tea', { ...tabled('2019-01-01'), source: 'floor' });
    await here.recorded(theMeeting, tabled('2019-01-01'));
    const pausing = { type: 'motion.paused', data: {}, occurredOn: '2019-01-09' };
    const cause = await here.recorded(theMeeting, pausing);
    expect(cause.causes).toEqual(
      ['tea', 'tea', 'cake'].map((id) => ({ case: `motion/${id}`, type: 'record.evidenceAdded' })),
    );
    await there.engine.settled(cause.position);
    const records = (await events(here.store)).map(recordOf);
    expect(records.map(({ type }) => type)).toEqual(['motion.tabled', 'record.evidenceAdded']);
    const [, effect] = records;
    const [, causing] = (await events(here.store, 'motion-meeting')).map(recordOf);
    expect(effect!.metadata).toMatchObject({
      occurredOn: '2019-01-09',
      authority: causing!.metadata.authority,
      actor: { id: 'engine', role: 'clock' },
      $causationId: causing!.id,
      $correlationId: causing!.metadata.$correlationId,
    });
    expect(replay(named, records)).toBeUndefined();
    expect(await here.engine.stateAt(ref('motion/tea'), {})).toMatchObject({ provisional: false });
    for (const { engine } of [here, there]) {
      expect(engine.alerts()).toMatchObject([
        { effect: { case: 'motion/tea' }, refusal: { code: 'notFound' } },
        { effect: { case: 'motion/cake' }, refusal: { code: 'notFound' } },
      ]);
    }
  });
});
