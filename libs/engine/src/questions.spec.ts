import fc from 'fast-check';
import { isRefusal, leaves, type StateValue } from '@rapporteur/kernel';
import { closeOffices, discussed, office, paused, ref, resumed, tabled } from '../test/scene';
import type { CaseAnswer } from './case-answers';

afterEach(closeOffices);

const tea = 'motion/tea';

describe('A case asked about on two dates', () => {
  it('gives four right answers around a late entry', async () => {
    const here = await office();
    here.at('2019-02-01T08:00:00.000Z');
    await here.recorded(tea, tabled('2019-01-01'));
    here.at('2019-02-02T08:00:00.000Z');
    await here.recorded(tea, paused('2019-01-20'));
    here.at('2019-03-01T08:00:00.000Z');
    await here.recorded(tea, discussed('2019-01-07'));
    const context = async (question: object) => {
      const answer = (await here.engine.stateAt(ref(tea), question)) as CaseAnswer;
      return [leaves(answer.state).join(), answer.context?.['discussions']];
    };
    expect(await context({ asAt: '2019-01-10', knownOn: '2019-02-15' })).toEqual(['tabled', 0]);
    expect(await context({ asAt: '2019-01-10', knownOn: '2019-03-15' })).toEqual(['tabled', 1]);
    expect(await context({ asAt: '2019-01-31', knownOn: '2019-02-15' })).toEqual([
      'paused.openEnded',
      0,
    ]);
    expect(await context({ asAt: '2019-01-31', knownOn: '2019-03-15' })).toEqual([
      'paused.openEnded',
      1,
    ]);
  });

  it('takes a date as the end of that day at the seat, or as its beginning', async () => {
    const here = await office();
    here.at('2019-07-01T21:59:59.999Z');
    await here.recorded(tea, tabled('2019-06-30'));
    here.at('2019-07-01T22:00:00.000Z');
    await here.recorded(tea, paused('2019-07-01'));
    const asked = { asAt: '2019-07-01', knownOn: '2019-07-01' };
    expect(await here.state(tea, asked)).toBe('tabled');
    expect(await here.state(tea, { ...asked, knownOn: '2019-07-01T22:00:00Z' })).toEqual({
      paused: 'openEnded',
    });
    expect(await here.state(tea, { ...asked, knownOn: '2019-07-02T00:00:00+02:00' })).toEqual({
      paused: 'openEnded',
    });
    expect(await here.state(tea, { ...asked, moment: 'opening' })).toBe('beforeLog');
    expect(await here.state(tea, { asAt: '2019-07-01', moment: 'opening' })).toBe('tabled');
  });

  it('knows a prefix of the log: a record whose clock ran ahead hides those after it', async () => {
    const here = await office();
    here.at('2019-05-02T08:00:00.000Z');
    await here.recorded('motion/ahead', tabled('2019-01-01'));
    here.at('2019-05-01T08:00:00.000Z');
    await here.recorded(tea, tabled('2019-01-01'));
    expect(await here.state(tea, { knownOn: '2019-05-01' })).toBe('beforeLog');
    expect(await here.state(tea, { knownOn: '2019-05-02' })).toBe('tabled');
    const answer = await here.engine.stateAt(ref(tea), { knownOn: '2019-05-01' });
    expect(answer).toMatchObject({ basis: { size: 0 }, revision: -1, context: null });
  });

  it('says on what it rests, and the same basis gives the same answer later', async () => {
    const here = await office();
    await here.recorded(tea, tabled('2019-01-01'));
    const { basis } = (await here.engine.stateAt(ref(tea), {})) as CaseAnswer;
    const asked = { asAt: '2019-06-01', knownOn: `@${basis.size}` };
    const before = JSON.stringify(await here.engine.stateAt(ref(tea), asked));
    await here.recorded(tea, discussed('2019-01-02'));
    expect(JSON.stringify(await here.engine.stateAt(ref(tea), asked))).toBe(before);
  });

  it('marks what rests on the floor or a draft alone as provisional', async () => {
    const here = await office();
    await here.recorded(tea, tabled('2019-01-01'));
    await here.recorded(tea, { ...discussed('2019-02-01'), source: 'floor' });
    expect(await here.engine.stateAt(ref(tea), {})).toMatchObject({ provisional: true });
    const before = { asAt: '2019-01-31' };
    expect(await here.engine.stateAt(ref(tea), before)).toMatchObject({ provisional: false });
  });
});

describe('History', () => {
  it('shows what is known and had happened, with the place of each step', async () => {
    const here = await office();
    await here.recorded('motion/other', tabled('2019-01-01'));
    await here.recorded(tea, tabled('2019-01-01'));
    await here.recorded(tea, discussed('2019-03-01'));
    await here.recorded(tea, discussed('2019-02-01'));
    const rows = async (question: object) => {
      const answer = await here.engine.history(ref(tea), question);
      if (isRefusal(answer)) throw new Error(answer.code);
      return answer.records.map(({ revision, index, place, position }) => [
        revision,
        index,
        place,
        position,
      ]);
    };
    expect(await rows({})).toEqual([
      [0, 1, 0, '1'],
      [1, 2, 2, '2'],
      [2, 3, 1, '3'],
    ]);
    expect(await rows({ asAt: '2019-02-28' })).toEqual([
      [0, 1, 0, '1'],
      [2, 3, 1, '3'],
    ]);
    expect(await rows({ knownOn: '@3' })).toEqual([
      [0, 1, 0, '1'],
      [1, 2, 1, '2'],
    ]);
  });
});

/** A step of a random case, on a random day of one month; many are refused, which is as well. */
const step = fc.record({
  name: fc.constantFrom('motion/a', 'motion/b'),
  make: fc.constantFrom(tabled, discussed, paused, resumed),
  day: fc.integer({ min: 1, max: 28 }),
  follows: fc.option(fc.integer({ min: -1, max: 3 }), { nil: undefined }),
});

it('never changes an answer by what is recorded later (laws 1 and 2)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const here = await office();
      const asked = [
        { asAt: '2019-01-10' },
        { asAt: '2019-01-20', moment: 'opening' },
        { asAt: '2019-01-31' },
      ];
      const answers = new Map<string, string>();
      const ask = async (name: string, size: number) => {
        for (const question of asked) {
          const whole = { ...question, knownOn: `@${size}` };
          const key = JSON.stringify([name, whole]);
          const answer = JSON.stringify(await here.engine.stateAt(ref(name), whole));
          expect(answers.get(key) ?? answer).toBe(answer);
          answers.set(key, answer);
        }
      };
      const opened = new Set<string>();
      for (const { name, make, day, follows } of steps) {
        const date = `2019-01-${String(day).padStart(2, '0')}`;
        const placed = follows === undefined ? {} : { follows };
        const result = await here.record(name, { ...make(date), ...placed });
        if (result.outcome === 'recorded') opened.add(name);
        for (const each of opened) {
          for (let size = 0; size <= here.engine.log.size; size += 1) await ask(each, size);
        }
      }
      await closeOffices();
    }),
    { numRuns: 40 },
  );
});

it('gives answers that stay, also while others record', async () => {
  const here = await office();
  const there = await office({ store: here.store });
  await here.recorded(tea, tabled('2019-01-01'));
  const answers: CaseAnswer[] = [];
  const ask = async () => {
    for (let i = 0; i < 30; i += 1) {
      answers.push((await there.engine.stateAt(ref(tea), {})) as CaseAnswer);
      if (i % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const speak = (who: typeof here, name: string) =>
    Promise.all(
      Array.from({ length: 15 }, (_, i) =>
        who.record(tea, discussed('2019-01-02', `${name} ${i}`)),
      ),
    );
  await Promise.all([speak(here, 'here'), speak(there, 'there'), ask(), ask()]);
  for (const { basis, context, revision } of answers) {
    const again = await there.engine.stateAt(ref(tea), { knownOn: `@${basis.size}` });
    expect(again).toMatchObject({ context, revision });
  }
});

it('refuses to wait for a position that is none of the store’s, and goes on working', async () => {
  const here = await office();
  await here.recorded(tea, tabled('2019-01-01'));
  for (const after of ['1/2', 'x', '12345678901234567890']) {
    const answer = await here.engine.stateAt(ref(tea), { after });
    expect(answer).toMatchObject({ code: 'invalid', reasons: [{ field: 'after' }] });
  }
  await here.recorded(tea, discussed('2019-01-02'));
  expect(await here.state(tea, { after: '1' })).toBe('tabled');
});

it('a case that does not exist is not found, whatever is asked of it', async () => {
  const here = await office();
  expect(await here.state('motion/none')).toBe('notFound');
  const state: StateValue | string = String(await here.state('motion/none', { asAt: 'x' }));
  expect(state).toBe('notFound');
});
