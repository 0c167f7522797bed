import { isRefusal } from '@rapporteur/kernel';
import { carried, closeOffices, discussed, office, paused, ref, tabled } from '../test/scene';
import type { Office } from '../test/scene';
import type { CaseNext, NextAnswer } from './next';

afterEach(closeOffices);

type Asked = Parameters<Office['engine']['next']>[1];

async function next(here: Office, name: string, question: Asked = {}): Promise<NextAnswer> {
  const answer = await here.engine.next(ref(name), question);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer;
}

const status = ({ steps }: CaseNext, type: string) =>
  steps.find((step) => step.type === type)?.status;

it('tells what now, and what it was at a date, as known then', async () => {
  const here = await office();
  await here.recorded('motion/tea', tabled('2019-01-01'));
  await here.recorded('motion/tea', paused('2019-01-10'));
  await here.recorded('motion/tea', discussed('2019-01-05'));
  const now = await next(here, 'motion/tea');
  expect(now).toMatchObject({ state: { paused: 'openEnded' }, basis: { size: 3 } });
  expect(status(now, 'motion.resumed')).toBe('allowed');
  const before = await next(here, 'motion/tea', { asAt: '2019-01-07' });
  expect(status(before, 'motion.carried')).toBe('allowed');
  const unknown = await next(here, 'motion/tea', { asAt: '2019-01-07', knownOn: '@2' });
  expect(status(unknown, 'motion.carried')).toBe('notYet');
  expect(unknown.basis.size).toBe(2);
  const opening = await next(here, 'motion/tea', { asAt: '2018-01-01' });
  expect(opening.state).toBe('beforeLog');
  expect(status(opening, 'motion.tabled')).toBe('allowed');
});

it('looks at related cases as at that date, as known then', async () => {
  const here = await office();
  const irregularity = { reason: 'The summer recess was near.' };
  await here.recorded('motion/cake', tabled('2019-01-01'));
  await here.recorded('motion/cake', discussed('2019-01-02'));
  await here.recorded('motion/tea', { ...tabled('2019-01-01'), links: { amends: 'motion/cake' } });
  await here.recorded('motion/tea', discussed('2019-01-02'));
  await here.recorded('motion/cake', { ...carried('2019-01-20'), irregularity });
  const at = async (question: Asked) =>
    status(await next(here, 'motion/tea', question), 'motion.carried');
  expect(await at({})).toBe('notYet');
  expect(await at({ asAt: '2019-01-19' })).toBe('allowed');
  expect(await at({ knownOn: '@4' })).toBe('allowed');
});

it('tells it of all cases under a case, however far below', async () => {
  const here = await office();
  const irregularity = { reason: 'The summer recess was near.' };
  await here.recorded('motion/cake', tabled('2019-01-01'));
  await here.recorded('motion/other', tabled('2019-01-01'));
  await here.recorded('motion/tea', { ...tabled('2019-01-01'), links: { amends: 'motion/cake' } });
  await here.recorded('motion/tea', discussed('2019-01-02'));
  await here.recorded('motion/tea', { ...carried('2019-01-04', { annexes: ['a'] }), irregularity });
  const under = async (question: Asked) =>
    (await next(here, 'motion/cake', question)).under?.map(
      (each) => `${each.procedure}/${each.case}`,
    );
  expect(await under({ under: true })).toEqual(['motion/tea', 'notice/tea', 'notice/tea-a']);
  expect(await under({ under: true, knownOn: '@3' })).toEqual(['motion/tea']);
  expect(await under({})).toBeUndefined();
});

it('of a case that nobody opened is not found', async () => {
  const here = await office();
  expect(await here.engine.next(ref('motion/none'), {})).toMatchObject({ code: 'notFound' });
});
