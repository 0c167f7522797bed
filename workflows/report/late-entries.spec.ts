import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import {
  adopted,
  considered,
  due,
  july,
  missed,
  report as name,
  submitted,
} from '../told-july-report';

const { given } = scenarios(procedures);

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

describe('a report entered late after the clock missed it', () => {
  const told = [adopted('2018-07-10'), submitted('2018-07-12')];

  it('is submitted when it was adopted and submitted before', () => {
    sameAsInOrder(due, missed(july), told);
    expect(given(...due, missed(july), ...told).state(name)).toEqual({ submitted: 'onTime' });
  });

  it('is late when it was late, and considered when it was', () => {
    sameAsInOrder(due, missed(july), [
      adopted('2018-07-10'),
      submitted('2018-07-20', 'Translation'),
    ]);
    sameAsInOrder(due, missed(july), [...told, considered(july)]);
  });

  it('is not missed again', () => {
    expect(given(...due, missed(july), ...told).due(name, '2018-08-31')).toEqual([]);
  });
});
