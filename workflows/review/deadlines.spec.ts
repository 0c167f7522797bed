import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { theDecisionAdopted } from '../told';
import { meetingCancelled, meetingHeld, meetingPostponed } from '../told-meetings';
import { councilCloses, councilMeets, councilOpens, reviewHeld } from '../told-review';
import { review as procedure } from '.';

const { given } = scenarios(procedures);
const first = 'review/ecommerce-2018-07';
const [second, third] = ['review/ecommerce-2018-12', 'review/ecommerce-2019-07'];

const meetings = [
  councilMeets('gc-march', '2018-03-07'),
  councilMeets('gc-july', '2018-07-26'),
  councilMeets('gc-october', '2018-10-18'),
  councilMeets('gc-december', '2018-12-12'),
  councilMeets('gc-july-2019', '2019-07-23', '2019-07-24'),
];
const planned: readonly Told[] = [...theDecisionAdopted, ...meetings];
const [march, , october] = meetings;
/** The General Council has planned no meeting in July 2018. */
const noJuly: readonly Told[] = [...theDecisionAdopted, march!, october!];

const reason = 'The General Council took it up in October.';
const inOctober = reviewHeld(first, '2018-10-18', { reason });

const obligations = (told: readonly Told[], name: string, date: string) =>
  given(...told).obligations(name, date);
const missed = (told: readonly Told[], date: string, name = first) =>
  given(...told)
    .due(name, date)
    .filter(({ type }) => type === 'review.missed');

describe('the deadlines of the reviews', () => {
  it.each([
    [first, 'review.july2018', 'D3', '2018-07-26', '2018-07-26'],
    [second, 'review.december2018', 'D4', '2018-12-12', '2018-12-12'],
    [third, 'review.july2019', 'D5', '2019-07-23', '2019-07-24'],
  ])('%s is to be held on the days of its meeting (%s)', (name, deadline, number, ...days) => {
    const [from, to] = days;
    const found = obligations(planned, name, '2018-02-01').filter(
      ({ status }) => status !== 'superseded',
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ deadline, number, status: 'open', windows: [{ from, to }] });
  });

  it('are not computable while nothing is entered of their year', () => {
    const before = obligations(theDecisionAdopted, first, '2018-02-01');
    expect(before).toMatchObject([{ status: 'notComputable', windows: [] }]);
    expect(before[0]?.sentence.en).toContain('the calendar is not populated');
    const of2018 = obligations(noJuly, third, '2018-02-01');
    expect(of2018).toMatchObject([{ status: 'notComputable' }]);
  });

  it('are met on the second day of a meeting of two days', () => {
    const held = reviewHeld(third, '2019-07-24');
    const found = obligations([...planned, held], third, '2019-07-31');
    expect(found).toMatchObject([{ status: 'met', metOn: '2019-07-24', isBreached: false }]);
    expect(found[0]?.sentence.fr).toBe(
      'Examen périodique de juillet 2019: fait le 24 juillet 2019, dans les délais (à faire du 23 juillet 2019 au 24 juillet 2019).',
    );
  });

  it('pass when the General Council met and did not hold the review', () => {
    const sat = [...planned, ...meetingHeld('gc-july', '2018-07-26')];
    const found = obligations(sat, first, '2018-07-27').filter(({ isBreached }) => isBreached);
    expect(found).toMatchObject([{ status: 'overdue', windows: [{ anchor: 'meeting/gc-july' }] }]);
    expect(found[0]?.sentence.en).toBe(
      'Periodic review of July 2018: not done (due on 26 July 2018): the General Council did not hold it at its meeting of July 2018.',
    );
  });

  it('pass with the month when no meeting was held in it, and stay breached when remedied', () => {
    const open = obligations(noJuly, first, '2018-07-31').at(-1);
    expect(open).toMatchObject({
      status: 'open',
      windows: [{ from: '2018-07-01', to: '2018-07-31' }],
    });
    const overdue = obligations(noJuly, first, '2018-08-01').at(-1);
    expect(overdue).toMatchObject({ status: 'overdue', isBreached: true });
    expect(overdue?.sentence.en).toContain('the General Council held no meeting in July 2018');
    const remedied = obligations([...noJuly, inOctober], first, '2018-12-31').at(-1);
    expect(remedied).toMatchObject({ status: 'breached', isBreached: true, metOn: '2018-10-18' });
    expect(remedied?.sentence.fr).toBe(
      "Examen périodique de juillet 2018: fait le 18 octobre 2018, hors délai (à faire du 1er juillet 2018 au 31 juillet 2018): le Conseil général n'a pas tenu de réunion en juillet 2018.",
    );
    expect(remedied?.sentence.es).toContain('no celebró ninguna reunión en julio de 2018');
  });

  it('move with a meeting that is put off, and the old one is kept as superseded', () => {
    const within = [...planned, meetingPostponed('gc-july', '2018-07-20', '2018-07-30')];
    expect(obligations(within, first, '2018-07-21').slice(-2)).toMatchObject([
      { status: 'superseded', supersededOn: '2018-07-20', windows: [{ to: '2018-07-26' }] },
      { status: 'open', windows: [{ from: '2018-07-30', to: '2018-07-30' }] },
    ]);
  });

  it.each([
    ['put off to another month', meetingPostponed('gc-july', '2018-07-20', '2018-09-10')],
    ['called off', meetingCancelled('gc-july', '2018-07-20')],
  ])('fall back on the month when its meeting is %s', (_what, told) => {
    const found = obligations([...planned, told], first, '2018-08-01').slice(-2);
    expect(found).toMatchObject([
      { status: 'superseded', windows: [{ to: '2018-07-26' }] },
      { status: 'overdue', windows: [{ to: '2018-07-31' }] },
    ]);
    expect(found[1]?.sentence.en).toContain('held no meeting in July 2018');
  });

  it('run over all meetings that begin in the month', () => {
    const special = councilMeets('gc-special', '2018-07-10');
    const found = obligations([...planned, special], first, '2018-02-01').at(-1);
    expect(found?.windows).toMatchObject([{ from: '2018-07-10', to: '2018-07-26' }]);
  });

  it('are not moved by a deferral, and stay breached', () => {
    const told = [
      ...planned,
      took(first, 'review.anchored', { meetingId: 'gc-july' }, '2018-05-08'),
      took(first, 'review.deferred', { toMeeting: 'gc-october' }, '2018-07-26'),
      inOctober,
    ];
    const found = obligations(told, first, '2018-12-31').filter(
      ({ status }) => status !== 'superseded',
    );
    expect(found).toMatchObject([{ status: 'breached', windows: [{ to: '2018-07-26' }] }]);
  });

  it.each([
    ['paragraph 6', ['6'], 0],
    ['paragraph 7 alone', ['7'], 1],
  ])('depend on paragraph 6: superseded is %s', (_what, paras, count) => {
    const bySymbol = { bySymbol: 'WT/L/SIM/9', paras };
    const told = took('decision/ecommerce', 'decision.superseded', bySymbol, '2018-06-01');
    const open = obligations([...planned, told], first, '2018-06-02').filter(
      ({ status }) => status === 'open',
    );
    expect(open).toHaveLength(count);
  });
});

describe('the clock', () => {
  it('says at the end of the month that a review was not held', () => {
    expect(missed(noJuly, '2018-07-30')).toEqual([]);
    const proposed = { type: 'review.missed', confirm: false, occurredOn: '2018-07-31', data: {} };
    expect(missed(noJuly, '2018-07-31')).toEqual([proposed]);
    expect(missed(noJuly, '2018-09-30')).toEqual([proposed]);
  });

  it('says so too when the General Council met without holding it', () => {
    const sat = [...planned, ...meetingHeld('gc-july', '2018-07-26')];
    expect(missed(sat, '2018-07-30')).toEqual([]);
    expect(missed(sat, '2018-07-31')).toHaveLength(1);
  });

  it('waits for a meeting that began in the month to end', () => {
    const late = councilMeets('gc-end', '2018-07-31', '2018-08-01');
    expect(missed([...noJuly, late], '2018-07-31')).toEqual([]);
    const sitting = [...noJuly, late, councilOpens('gc-end', '2018-07-31')];
    expect(missed(sitting, '2018-08-02')).toEqual([]);
    const closed = [...sitting, councilCloses('gc-end', '2018-08-01')];
    expect(missed(closed, '2018-08-01')).toMatchObject([{ occurredOn: '2018-08-01' }]);
  });

  it('says nothing of a year that is not in the calendar', () => {
    expect(missed(theDecisionAdopted, '2018-12-31')).toEqual([]);
    expect(missed(noJuly, '2019-12-31', third)).toEqual([]);
  });

  it('says nothing of a review that was held, deferred, found missed, or is no longer called for', () => {
    const held = reviewHeld(first, '2018-07-26');
    expect(missed([...planned, held], '2018-08-01')).toEqual([]);
    const anchored = took(first, 'review.anchored', { meetingId: 'gc-july' }, '2018-05-08');
    const deferred = took(first, 'review.deferred', {}, '2018-07-26');
    expect(missed([...planned, anchored], '2018-08-01')).toHaveLength(1);
    expect(missed([...planned, anchored, deferred], '2018-08-01')).toEqual([]);
    const found = took(first, 'review.missed', {}, '2018-07-31');
    expect(missed([...noJuly, found], '2018-08-01')).toEqual([]);
    const bySymbol = { bySymbol: 'WT/L/SIM/9', paras: ['6'] };
    const gone = took('decision/ecommerce', 'decision.superseded', bySymbol, '2018-06-01');
    expect(missed([...noJuly, gone], '2018-08-01')).toEqual([]);
  });
});

describe('the duty to hold a review', () => {
  const status = (told: readonly Told[], date = '2018-08-01') =>
    given(...told)
      .next(first, date)
      .find(({ type }) => type === 'review.held')?.status;

  it('stands until it has been held, also when it was not held in its month', () => {
    expect(status(planned)).toBe('caused');
    expect(status([...noJuly, took(first, 'review.missed', {}, '2018-07-31')])).toBe('caused');
    expect(status([...planned, reviewHeld(first, '2018-07-26')])).toBe('done');
  });

  it('falls with paragraph 6, superseded or lapsed', () => {
    const by = { bySymbol: 'WT/L/SIM/9', paras: ['6'] };
    const gone = took('decision/ecommerce', 'decision.superseded', by, '2018-06-01');
    expect(status([...planned, gone])).toBe('allowed');
    const lapsed = took('decision/ecommerce', 'decision.lapsed', { anchor: 'x' }, '2018-06-01');
    expect(status([...planned, lapsed])).toBe('allowed');
  });

  it('quotes the paragraph', () => {
    expect(procedure.duties[0]?.text.fr).toContain(
      'de procéder à des examens périodiques des progrès accomplis',
    );
  });
});
