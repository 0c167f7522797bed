import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { theDecisionAdopted, theGroupEstablished } from '../told';
import { blocked, consulting, designated, holding, noted, resigned, vacant } from '../told-chair';

const { given } = scenarios(procedures);
const rule = 'workingGroup.dormantWithoutChair';
const dormant = took(
  'workingGroup/ecommerce',
  'workingGroup.becameDormant',
  { reason: 'No chair' },
  '2018-11-01',
);

const verdict = (before: readonly Told[]) =>
  given(...before).when(dormant).decision?.verdicts[rule];

describe('a group that becomes dormant', () => {
  it.each([
    ['vacant', vacant],
    ['the subject of consultations', consulting],
    ['blocked', [...consulting, blocked('2018-03-07')]],
    ['as good as filled', [...consulting, noted('2018-03-07')]],
    ['not taken up', [...vacant, designated('2018-03-07')]],
    ['vacant again', [...holding, resigned('2018-10-01')]],
  ])('has an office of chair that is %s', (_what, before) => {
    expect(verdict(before)).toBe(true);
  });

  it('with a chair in office is noted: the reason says why it does not meet', () => {
    const then = given(...holding).when(dormant);
    expect(then.decision?.verdicts[rule]).toBe(false);
    expect(then.state('workingGroup/ecommerce')).toMatchObject({
      established: { activity: 'dormant' },
    });
  });

  it('is not judged by a chairmanship to which nothing leads', () => {
    const ref = { procedure: 'workingGroup', case: 'other' };
    const instructed = took(
      'workingGroup/other',
      'workingGroup.establishmentInstructed',
      { decisionSymbol: 'WT/MIN(17)/SIM/1', para: '2' },
      { occurredOn: '2017-12-13', links: { parent: 'decision/ecommerce' } },
    );
    const other = [...theDecisionAdopted, instructed, { ...theGroupEstablished, ref }];
    const then = given(...other).when({ ...dormant, ref });
    expect(then.decision?.verdicts[rule]).toBe('notComputable');
  });
});
