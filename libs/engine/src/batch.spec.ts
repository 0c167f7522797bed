import { isRefusal } from '@rapporteur/kernel';
import { asked, copied, delivered, dropped, paperRegistry, planned } from '../test/papers';
import { closeOffices, office, secretariat } from '../test/scene';
import { parseBatch } from './batch';

afterEach(closeOffices);

const of = (name: string, proposal: object) => ({ case: name, ...proposal });

function read(...steps: readonly object[]) {
  const batch = parseBatch({ steps });
  if (isRefusal(batch as object)) throw new Error(JSON.stringify(batch));
  return batch as Exclude<typeof batch, { outcome: 'refused' }>;
}

describe('many steps together', () => {
  const whole = () =>
    read(
      of('sitting/one', planned('2019-03-01', '2019-01-01')),
      of('paper/tea', asked('2019-01-10')),
      of('copy/a', copied('2019-01-11')),
      of('paper/tea', dropped('2019-02-01')),
    );

  it('are recorded all, with what they cause', async () => {
    const desk = await office({ registry: paperRegistry });
    const batch = await desk.engine.recordAll(whole(), { actor: secretariat, checkOnly: false });
    expect(batch).toMatchObject({ outcome: 'recorded' });
    expect(await desk.state('copy/a')).toBe('back');
    expect(desk.engine.log.size).toBe(5);
  });

  it('are tried without recording anything, each after those before it', async () => {
    const desk = await office({ registry: paperRegistry });
    const batch = await desk.engine.recordAll(whole(), { actor: secretariat, checkOnly: true });
    expect(batch).toMatchObject({ outcome: 'checked', steps: [{}, {}, {}, { from: 'awaited' }] });
    expect(desk.engine.log.size).toBe(0);
  });

  it('are not recorded when one is impossible, and every problem is named', async () => {
    const desk = await office({ registry: paperRegistry });
    await desk.recorded('sitting/one', planned('2019-03-01', '2019-01-01'));
    const steps = read(
      of('paper/tea', asked('2019-01-10')),
      of('paper/tea', delivered('2019-03-20')),
      of('paper/tea', { type: 'paper.lost', data: {}, occurredOn: '2019-03-20' }),
      of('paper/tea', delivered('2019-02-20')),
    );
    const batch = await desk.engine.recordAll(steps, { actor: secretariat, checkOnly: false });
    expect(batch).toMatchObject({
      outcome: 'refused',
      recorded: [],
      problems: [
        { index: 1, case: 'paper/tea', refusal: { code: 'irregular' } },
        { index: 2, case: 'paper/tea', refusal: { code: 'invalid' } },
      ],
    });
    expect(desk.engine.log.size).toBe(1);
  });

  it('are not even tried for somebody who may not take them', async () => {
    const desk = await office({ registry: paperRegistry });
    const member = { id: 'delegate', role: 'member', of: 'RUS' } as const;
    const batch = await desk.engine.recordAll(whole(), { actor: member, checkOnly: false });
    expect(batch).toMatchObject({ outcome: 'refused', recorded: [] });
    const problems = batch.outcome === 'refused' ? batch.problems : [];
    expect(problems.map(({ index, refusal }) => [index, refusal.code])).toEqual([
      [0, 'forbidden'],
      [1, 'forbidden'],
      [2, 'forbidden'],
      [3, 'forbidden'],
    ]);
  });

  it('rest on what the log holds, and are recorded once however often they are sent', async () => {
    const desk = await office({ registry: paperRegistry });
    await desk.recorded('paper/tea', asked('2019-01-10'));
    const steps = read(of('copy/a', copied('2019-01-11')), of('paper/tea', dropped('2019-02-01')));
    const by = { actor: secretariat, key: 'minutes-of-may', checkOnly: false };
    const first = await desk.engine.recordAll(steps, by);
    const again = await desk.engine.recordAll(steps, by);
    expect(again).toEqual(first);
    expect(desk.engine.log.size).toBe(4);
  });

  it.each([
    ['no list', {}],
    ['more than a list', { steps: [of('paper/tea', asked('2019-01-10'))], stepz: [] }],
    ['an empty list', { steps: [] }],
    ['a step without a case', { steps: [asked('2019-01-10')] }],
    ['a case that cannot be called so', { steps: [of('Tea', asked('2019-01-10'))] }],
  ])('are refused when they are %s', (_what, body) => {
    expect(parseBatch(body)).toMatchObject({ outcome: 'refused', code: 'invalid' });
  });
});
