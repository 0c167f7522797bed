import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { theGroupAtWork } from '../told-referral';

const { given } = scenarios(procedures);
const name = 'workingGroup/ecommerce';

const group = (type: string, data: object, occurredOn: string) =>
  took(name, `workingGroup.${type}`, data, occurredOn);
const until = { date: '2019-12-31' };
const termed = [...theGroupAtWork, group('mandateTermSet', { until }, '2018-12-12')];
const neared = group('mandateNearedExpiry', { anchor: until.date }, '2019-10-08');

/** Entered late, the truth gives what it would have given had the clock never been mistaken. */
function sameAsInOrder(before: readonly Told[], byTheClock: Told, truth: readonly Told[]) {
  const [last, ...earlier] = [...truth].reverse();
  if (!last) throw new Error('nothing is entered late');
  const rest = earlier.reverse();
  const inOrder = given(...before, ...rest).when(last);
  const late = given(...before, byTheClock, ...rest).when(last);
  expect(late.refusedBy).toEqual([]);
  expect(late.state(name)).toEqual(inOrder.state(name));
  expect(late.context(name)).toEqual(inOrder.context(name));
}

describe('entered late after the clock saw the term of the mandate come near', () => {
  it.each(['terminated', 'concluded'])('the group is %s as it would have been', (end) => {
    sameAsInOrder(termed, neared, [group(end, {}, '2019-10-01')]);
    expect(given(...termed, neared, group(end, {}, '2019-10-01')).due(name, '2020-12-31')).toEqual(
      [],
    );
  });

  it('an extension makes another term of it, which is not near', () => {
    const extended = group('mandateExtended', { until: { date: '2020-12-31' } }, '2019-10-01');
    sameAsInOrder(termed, neared, [extended]);
    const then = given(...termed, neared, extended);
    expect(then.state(name)).toMatchObject({ established: { mandate: 'termed' } });
    expect(then.due(name, '2020-10-07')).toEqual([]);
    expect(then.due(name, '2020-10-08')).toMatchObject([
      { type: 'workingGroup.mandateNearedExpiry', occurredOn: '2020-10-08' },
    ]);
  });
});
