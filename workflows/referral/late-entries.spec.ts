import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { request, theGroupAtWork } from '../told-referral';

const { given } = scenarios(procedures);
const name = 'referral/ecommerce-trips';
const of = request(name);
const asked = [
  ...theGroupAtWork,
  of.drafted(),
  of.agreed({ replyBy: '2018-10-20' }),
  of.transmitted(),
];
const awaited = of.replyAwaited('2018-10-21', '2018-10-20');

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

describe('entered late after the clock awaited a reply', () => {
  it.each([
    ['declined', [of.declined('2018-10-05')]],
    ['recalled', [of.recalled('2018-10-05')]],
    ['noted', [of.reported('2018-09-28'), of.noted('2018-10-05')]],
  ])('a request is %s as it would have been', (state, truth) => {
    sameAsInOrder(asked, awaited, truth);
    expect(given(...asked, awaited, ...truth).state(name)).toBe(state);
  });

  it('another day set for the reply is the one that counts', () => {
    const moved = of.replyDateSet('2018-10-05', '2018-11-30');
    sameAsInOrder(asked, awaited, [moved]);
    const then = given(...asked, awaited, moved);
    expect(then.due(name, '2018-11-30')).toEqual([]);
    expect(then.due(name, '2018-12-01')).toMatchObject([{ occurredOn: '2018-12-01' }]);
  });
});

describe('a day that had passed when it was set', () => {
  const undated = [...theGroupAtWork, of.drafted(), of.agreed(), of.transmitted()];
  const set = [...undated, of.replyDateSet('2018-10-15', '2018-10-10')];

  it('is awaited from the day on which it was set, once', () => {
    expect(given(...set).due(name, '2018-10-20')).toMatchObject([
      { occurredOn: '2018-10-15', data: { dueOn: '2018-10-10' } },
    ]);
    const noted = [...set, of.replyAwaited('2018-10-15', '2018-10-10')];
    expect(given(...noted).state(name)).toEqual({
      asked: { reply: 'transmitted', timing: 'awaited' },
    });
    expect(given(...noted).due(name, '2018-12-31')).toEqual([]);
  });

  it('is awaited from the transmission, when that came after it', () => {
    const early = [...theGroupAtWork, of.drafted(), of.agreed({ replyBy: '2018-04-20' })];
    expect(given(...early, of.transmitted('2018-04-23')).due(name, '2018-05-31')).toMatchObject([
      { occurredOn: '2018-04-23' },
    ]);
  });
});
