import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import {
  askedAndHeld,
  granted,
  invited,
  lapsed,
  observerName as name,
  planned,
  refused,
} from '../told-observers';

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

const june = 'wgec-2018-06-12';
const before = [
  ...askedAndHeld,
  planned('wgec-2018-07-10', '2018-07-10'),
  invited(june, '2018-06-05'),
];
const over = lapsed('2018-06-12', { meetings: [june] });

describe('entered late after the clock let an invitation lapse', () => {
  it.each([
    ['regular', granted('2018-06-08')],
    ['refused', refused('2018-06-08')],
    ['adHoc', invited('wgec-2018-07-10', '2018-06-08')],
  ])('the organisation is %s as it would have been', (state, truth) => {
    sameAsInOrder(before, over, [truth]);
    expect(given(...before, over, truth).state(name)).toBe(state);
    expect(given(...before, over, truth).due(name, '2018-06-30')).toEqual([]);
  });
});
