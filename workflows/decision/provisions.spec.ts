import { scenarios, took } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { adopted, circulated, placedOnAgenda, submitted, theDecisionAdopted } from '../told';
import { reviewMonths } from '../review-months';

const { given } = scenarios(procedures);
const reviews = reviewMonths.map((month) => `review/ecommerce-${month}`);
const reports = reviewMonths.map((month) => `report/ecommerce-${month}`);
const others = ['ministerialReport/ecommerce', 'moratorium/ecommerce'];
const group = ['workingGroup/ecommerce', 'chair/ecommerce'];
const all = [...group, ...reviews, ...reports, ...others];

const adopting = (paras: readonly string[], provides?: readonly string[]) => {
  const data = { body: 'ministerialConference', symbols: ['WT/MIN(17)/SIM/1'], paras };
  const proposal = {
    ...(adopted.proposal as object),
    data: provides ? { ...data, provides } : data,
  };
  return given(submitted, circulated, placedOnAgenda).when({ ...adopted, proposal });
};
const opened = (then: ReturnType<typeof adopting>) =>
  all.filter((name) => then.state(name) !== undefined);

describe('what the adoption of the decision provides for', () => {
  it('is all of the draft: a group and its chair, three reviews and reports, ¶6 and ¶7', () => {
    const then = given(submitted, circulated, placedOnAgenda).when(adopted);
    expect(then.alerts).toEqual([]);
    expect(opened(then)).toEqual(all);
    expect(then.context('review/ecommerce-2018-12')).toMatchObject({ month: '2018-12' });
  });

  it.each([
    ['2', group],
    ['6', [...reviews, 'ministerialReport/ecommerce']],
    ['7', ['moratorium/ecommerce']],
    ['1', []],
  ])('is what its paragraphs say: paragraph %s', (para, names) => {
    const then = adopting([para]);
    expect(then.alerts).toEqual([]);
    expect(opened(then)).toEqual(names);
  });

  it('is everything when its paragraphs are named otherwise than by number', () => {
    expect(opened(adopting(['all']))).toEqual(all);
    expect(opened(adopting(['1', 'xxx']))).toEqual(all);
  });

  it.each([
    [['workingGroup'], group],
    [['reviews'], reviews],
    [['ministerialReport'], ['ministerialReport/ecommerce']],
    [['moratorium'], ['moratorium/ecommerce']],
    [
      ['moratorium', 'reviews'],
      [...reviews, 'moratorium/ecommerce'],
    ],
  ])('is what the text itself says it is, whatever its paragraphs: %j', (provides, names) => {
    for (const paras of [['1', '2', '3'], ['all'], ['7']]) {
      const then = adopting(paras, provides);
      expect(then.alerts).toEqual([]);
      expect(opened(then)).toEqual(names);
    }
  });

  it('asks for reports where it establishes a group and calls for reviews', () => {
    const then = adopting(['all'], ['reviews', 'workingGroup']);
    expect(opened(then)).toEqual([...group, ...reviews, ...reports]);
  });

  it.each([[[]], [['reviews', 'reviews']], [['minutes']]])(
    'is said properly: not %j',
    (provides) => {
      const then = adopting(['all'], provides);
      expect(then.refusal?.code).toBe('invalid');
      expect(then.refusal?.reasons[0]?.field).toContain('provides');
    },
  );

  it('leaves the practice of paragraph 7 with two readings of its term', () => {
    const then = given(...theDecisionAdopted);
    expect(then.context('moratorium/ecommerce')).toMatchObject({
      term: { anyOf: [{ event: 'nextSession' }, { date: '2019-12-31' }] },
    });
  });
});

describe('a paragraph that a later decision replaces', () => {
  const superseded = (data: object, actor: { id: string; role: 'clock' | 'member'; of?: string }) =>
    took(
      'decision/ecommerce',
      'decision.superseded',
      { bySymbol: 'WT/L/SIM/2', ...data },
      { occurredOn: '2019-12-10', actor },
    );

  it('may be known from another case, and is then recorded by the clock', () => {
    const clock = { id: 'engine', role: 'clock' } as const;
    const then = given(...theDecisionAdopted).when(superseded({ paras: ['7'] }, clock));
    expect(then.state('decision/ecommerce')).toMatchObject({
      adopted: { force: 'partlySuperseded' },
    });
  });

  it('is not replaced by a Member alone', () => {
    const member = { id: 'delegation', role: 'member', of: 'RUS' } as const;
    const then = given(...theDecisionAdopted).when(superseded({ paras: ['7'] }, member));
    expect(then.refusedBy).toEqual(['decision.superseded.by']);
  });
});
