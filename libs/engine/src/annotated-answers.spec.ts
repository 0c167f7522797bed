import { isRefusal, type Actor } from '@rapporteur/kernel';
import fc from 'fast-check';
import {
  carried,
  closeOffices,
  discussed,
  office,
  paused,
  ref,
  resumed,
  secretariat,
  tabled,
  type Office,
} from '../test/scene';
import type { CaseAnswer } from './case-answers';

afterEach(closeOffices);

const tea = 'motion/tea';
const chair: Actor = { id: 'chairperson', role: 'chair', of: 'generalCouncil' };

async function annotated(here: Office, step: object, actor: Actor = secretariat) {
  const result = await here.engine.annotate(ref(tea), step, { actor });
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  await here.engine.settled(result.position);
}

const minutes = { symbol: 'GC/M/1' };
const evidenceFor = (revision: number, documents: object[] = [minutes]) => ({
  type: 'record.evidenceAdded',
  data: { revision, documents },
});
const approvalOf = (revision: number) => ({
  type: 'record.irregularityApproved',
  data: { revision, reason: 'There was no other way.' },
});
const noted = { type: 'record.noted', data: { text: 'Seen.' } };

async function records(here: Office, question: object = {}) {
  const answer = await here.engine.history(ref(tea), question);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.records;
}

describe('What rests on the floor alone', () => {
  const provisional = async (here: Office, question: object) => {
    const answer = (await here.engine.stateAt(ref(tea), question)) as CaseAnswer;
    const history = await records(here, question);
    return [answer.provisional, ...history.map((record) => record.provisional)];
  };

  it('is provisional until evidence is known, and was so before', async () => {
    const here = await office();
    await here.recorded(tea, tabled('2019-01-01'));
    await here.recorded(tea, { ...discussed('2019-01-02'), source: 'floor' });
    await here.recorded(tea, { ...discussed('2019-01-03'), source: 'draft' });
    await annotated(here, noted);
    await annotated(here, evidenceFor(1));
    await annotated(here, evidenceFor(2));
    expect(await provisional(here, { knownOn: '@3' })).toEqual([true, false, true, true]);
    expect(await provisional(here, { knownOn: '@4' })).toEqual([true, false, true, true, false]);
    expect((await provisional(here, { knownOn: '@5' })).slice(0, 4)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect((await provisional(here, {})).includes(true)).toBe(false);
    const early = { asAt: '2019-01-02', knownOn: '@5' };
    expect(await here.engine.stateAt(ref(tea), early)).toMatchObject({ provisional: false });
  });

  it('is provisional by date of recording as well', async () => {
    const here = await office();
    here.at('2019-02-01T08:00:00.000Z');
    await here.recorded(tea, { ...tabled('2019-01-01'), source: 'floor' });
    here.at('2019-03-01T08:00:00.000Z');
    await annotated(here, evidenceFor(0));
    const known = async (knownOn: string) => (await provisional(here, { knownOn }))[0];
    expect([await known('2019-02-28'), await known('2019-03-01')]).toEqual([true, false]);
  });

  it('shows its evidence, with the revision that added it', async () => {
    const here = await office();
    await here.recorded(tea, tabled('2019-01-01'));
    await annotated(here, evidenceFor(0));
    await annotated(here, evidenceFor(0, [{ title: 'Recording' }, { sha256: 'a'.repeat(64) }]));
    const shown = async (question: object) => (await records(here, question))[0]!.evidence;
    expect(await shown({ knownOn: '@1' })).toBeUndefined();
    expect(await shown({ knownOn: '@2' })).toEqual([{ revision: 1, documents: [minutes] }]);
    expect(await shown({})).toEqual([
      { revision: 1, documents: [minutes] },
      { revision: 2, documents: [{ title: 'Recording' }, { sha256: 'a'.repeat(64) }] },
    ]);
  });
});

it('What is irregular says that nobody has approved it, then who has', async () => {
  const here = await office();
  await here.recorded(tea, tabled('2019-01-01'));
  await here.recorded(tea, discussed('2019-01-02'));
  const irregularity = { reason: 'The recess was near.' };
  await here.recorded(tea, { ...carried('2019-01-03'), irregularity });
  // Carrying it opened a notice, which is a record of the log as well.
  const before = here.engine.log.size;
  await annotated(here, approvalOf(2), chair);
  const shown = async (question: object) =>
    (await records(here, question)).map((record) => record.irregularity);
  expect(await shown({ knownOn: `@${before}` })).toEqual([
    undefined,
    undefined,
    { unapproved: true },
  ]);
  const approved = {
    revision: 3,
    actor: chair,
    recordedAt: '2020-01-01T12:00:00.000Z',
    reason: 'There was no other way.',
  };
  expect((await shown({}))[2]).toEqual({ approved });
  expect((await records(here))[2]!.metadata.irregularity).toMatchObject(irregularity);
});

/** A step on a random day, or an engine step about some record; many are refused, which is as well. */
const told = fc.oneof(
  fc
    .tuple(fc.constantFrom(discussed, paused, resumed), fc.integer({ min: 2, max: 28 }))
    .map(([make, day]) => ({ step: make(`2019-01-${String(day).padStart(2, '0')}`) })),
  fc
    .tuple(
      fc.constantFrom(evidenceFor, approvalOf, () => noted),
      fc.integer({ min: 0, max: 4 }),
    )
    .map(([make, about]) => ({ engineStep: make(about) })),
);

const days = ['2018-12-31', '2019-01-01', '2019-01-09', '2019-01-18', '2019-01-31'];

it('A note, evidence or an approval never changes a state, at any date, known at any time', async () => {
  let annotations = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(told, { minLength: 4, maxLength: 14 }), async (all) => {
      const [here, plain] = [await office(), await office()];
      await here.recorded(tea, tabled('2019-01-01'));
      await plain.recorded(tea, tabled('2019-01-01'));
      /** How much of the plain log there is at each size of the annotated one. */
      const sizes = [0, 1];
      for (const each of all) {
        const result =
          'step' in each
            ? await here.record(tea, each.step)
            : await here.engine.annotate(ref(tea), each.engineStep, { actor: secretariat });
        const same = 'step' in each ? await plain.record(tea, each.step) : result;
        expect(same.outcome).toBe(result.outcome);
        if (result.outcome === 'recorded') sizes.push(sizes.at(-1)! + Number('step' in each));
        annotations += Number('engineStep' in each && result.outcome === 'recorded');
      }
      for (const [size, plainSize] of sizes.entries()) {
        for (const asAt of days) {
          const asked = await here.engine.stateAt(ref(tea), { asAt, knownOn: `@${size}` });
          const wanted = await plain.engine.stateAt(ref(tea), { asAt, knownOn: `@${plainSize}` });
          const { state, context } = wanted as CaseAnswer;
          expect(asked).toMatchObject({ state, context });
        }
      }
      await closeOffices();
    }),
    { numRuns: 40 },
  );
  expect(annotations).toBeGreaterThan(40);
});
