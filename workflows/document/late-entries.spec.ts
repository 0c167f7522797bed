import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import {
  circulated,
  derestricted,
  documentName as name,
  extended,
  inThree,
  registered,
} from '../told-documents';

const { given } = scenarios(procedures);
const paper: readonly Told[] = [registered({ kind: 'memberPaper' }), circulated()];

describe('entered late after the clock derestricted it, a document', () => {
  it('has its restriction extended: its days had not run', () => {
    const whole = [...paper, ...inThree, derestricted('2019-09-07')];
    const then = given(...whole).when(extended('2019-09-02'));
    expect(then.decision?.consequences).toMatchObject([
      { type: 'document.derestricted', rule: 'document.periodHasRun', before: true, after: false },
      { type: 'document.derestricted', rule: 'isExtendedBeyond', before: false, after: true },
    ]);
    const inOrder = given(...paper, ...inThree).when(extended('2019-09-02'));
    expect(then.state(name)).toEqual(inOrder.state(name));
    expect(then.context(name)).toEqual(inOrder.context(name));
    expect(then.due(name, '2019-10-07')).toMatchObject([{ occurredOn: '2019-10-07' }]);
  });

  it('is so on another ground since the day of that', () => {
    const whole = [...paper, ...inThree, derestricted('2019-09-07')];
    const then = given(...whole).when(derestricted('2019-08-20', 'firstConsideration'));
    expect(then.context(name)).toMatchObject({ derestrictedOn: '2019-08-20' });
  });
});
