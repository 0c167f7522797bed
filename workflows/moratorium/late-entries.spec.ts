import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { bySymbol, byClock, decided, in2019, name, neared, untilMc14 } from '../told-moratorium';
import * as told from '../told-session';

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

const termSetOn = '2017-12-13';
const extended = decided('extended', '2019-10-10', { symbol: 'WT/L/SIM/9', term: untilMc14 });
const readings = [
  { label: 'date', date: '2019-12-31' },
  { label: 'nextSession', date: '2020-06-08' },
];

describe.each([
  ['its term was near', [], byClock('nearedTerm', { date: '2019-12-09', termSetOn }, '2019-11-05')],
  [
    'its term had moved',
    [neared],
    byClock('termMoved', { oldDate: '2019-12-09', termSetOn }, '2019-11-05'),
  ],
  [
    'its anchors had diverged',
    [told.mc12InJune2020],
    byClock('anchorDiverged', { readings, termSetOn }, '2019-11-05'),
  ],
])('entered late after the clock noted that %s', (_what, more, byTheClock) => {
  const before = [...in2019, ...more];

  it.each([
    ['made permanent', bySymbol('madePermanent', '2019-10-10')],
    ['ended', bySymbol('ended', '2019-10-10')],
    ['extended', extended],
  ])('the practice is %s as it would have been', (_end, truth) => {
    // What had been noted before the decision is of the time before it.
    const noted = before.filter((each) => each !== neared);
    sameAsInOrder(noted, byTheClock, [truth]);
    expect(given(...noted, byTheClock, truth).due(name, '2019-11-30')).toEqual([]);
  });
});

describe('a change of the session entered late after the clock noted that the term was near', () => {
  const late = [...in2019, told.sessionDated('mc12', '2019-10-01', { from: '2020-06-08' })];

  it('is noted once, after what was noted before', () => {
    const moved = given(...late, neared).due(name, '2019-10-20');
    const away = moved.filter(({ type }) => type === 'moratorium.termMoved');
    expect(away).toMatchObject([{ occurredOn: '2019-10-14' }]);
    const noted = [...late, neared, byClock('termMoved', away[0]?.data ?? {}, '2019-10-14')];
    const [diverged, ...others] = given(...noted).due(name, '2019-10-20');
    expect(others).toEqual([]);
    expect(diverged).toMatchObject({ type: 'moratorium.anchorDiverged', occurredOn: '2019-10-14' });
  });
});
