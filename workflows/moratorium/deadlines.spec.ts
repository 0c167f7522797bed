import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import * as practice from '../told-moratorium';
import * as told from '../told-session';

const { given } = scenarios(procedures);

/** D10 as at the end of a day, the superseded windows before the one that replaced them. */
const d10 = (steps: readonly Told[], date: string) =>
  given(...steps)
    .obligations(practice.name, date)
    .filter(({ number }) => number === 'D10');
const short = (steps: readonly Told[], date: string) =>
  d10(steps, date).map(({ status, windows, supersededOn }) => [
    status,
    windows.map(({ to }) => to).join(' | '),
    ...(supersededOn === undefined ? [] : [supersededOn]),
  ]);

const { in2019, contested, settled, maintained } = practice;
const toJune2022 = [
  ...settled,
  told.mc12Off,
  told.mc12InNovember2021,
  told.mc12OffAgain,
  told.mc12InJune2022,
];
const toMc14 = [...practice.extendedTwice, told.mc14Dated, ...told.mc14Held];

describe('D10, the term of the practice', () => {
  it('breaks no rule when it passes: a practice, not a duty', () => {
    expect(d10(in2019, '2018-03-07').map(({ soft }) => soft)).toEqual([true, true]);
  });

  it('is 31 December 2019 while the next session has no day', () => {
    expect(short([maintained()], '2018-01-10')).toEqual([['open', '2019-12-31']]);
    expect(short([told.mc12Called, maintained()], '2018-01-10')).toEqual([['open', '2019-12-31']]);
  });

  it('is the session, from its opening to its close, when it is held in 2019', () => {
    expect(short(in2019, '2018-03-07')).toEqual([
      ['superseded', '2019-12-31', '2018-03-07'],
      ['open', '2019-12-12'],
    ]);
    expect(d10(in2019, '2018-03-07')[1]).toMatchObject({
      isContested: false,
      windows: [{ from: '2019-12-09', to: '2019-12-12', anchor: 'session/mc12' }],
    });
  });

  it('is the session also when it opens on the very day that the text gives', () => {
    const lastDay = { from: '2019-12-31', to: '2020-01-02' };
    const steps = [told.mc12Called, maintained(), told.sessionDated('mc12', '2018-10-18', lastDay)];
    expect(short(steps, '2018-10-18').at(-1)).toEqual(['open', '2020-01-02']);
  });

  it('is contested with both readings from 18 October 2018, and settled on 10 December 2019', () => {
    const on18October = d10(contested, '2018-10-18');
    expect(short(contested, '2018-10-18').slice(1)).toEqual([
      ['superseded', '2019-12-12', '2018-10-18'],
      ['open', '2019-12-31 | 2020-06-11'],
    ]);
    const [, , open] = on18October;
    expect(open?.isContested).toBe(true);
    expect(open?.sentence.en).toBe(
      'Decision on what follows the term of the practice of not imposing customs duties on electronic transmissions: due by 31 December 2019 (until 31 December 2019) or from 8 June 2020 to 11 June 2020 (until the next session of the Ministerial Conference); the readings diverge and none has been chosen.',
    );
    expect(open?.sentence.fr).toContain(
      "au plus tard le 31 décembre 2019 (jusqu'au 31 décembre 2019) ou du 8 juin 2020 au 11 juin 2020 (jusqu'à la prochaine session de la Conférence ministérielle); les interprétations divergent",
    );
    expect(short(contested, '2020-02-01').at(-1)).toEqual(['open', '2019-12-31 | 2020-06-11']);
    expect(short(settled, '2019-12-10').slice(2)).toEqual([
      ['superseded', '2019-12-31 | 2020-06-11', '2019-12-10'],
      ['open', '2020-06-11'],
    ]);
    expect(d10(settled, '2019-12-10').at(-1)?.isContested).toBe(false);
  });

  it('cannot be computed while the session is put off without a day', () => {
    expect(short([...settled, told.mc12Off], '2020-03-12').slice(3)).toEqual([
      ['superseded', '2020-06-11', '2020-03-12'],
      ['notComputable', ''],
    ]);
  });

  it('moves with the session each time, and every former day stays shown', () => {
    expect(short(toJune2022, '2021-03-01').slice(4)).toEqual([['open', '2021-12-03']]);
    expect(short(toJune2022, '2022-02-23').slice(3)).toEqual([
      ['superseded', '2020-06-11', '2020-03-12'],
      ['superseded', '2021-12-03', '2021-11-26'],
      ['open', '2022-06-15'],
    ]);
  });

  it('is MC13 once the Conference has said "until MC13 or 31 March 2024 unless extended"', () => {
    const extended = [...toJune2022, ...told.mc12Held, practice.extendedToMc13];
    expect(short(extended, '2022-06-17').slice(5)).toEqual([
      ['superseded', '2022-06-15', '2022-06-15'],
      ['superseded', '2022-06-17', '2022-06-17'],
      ['open', '2024-03-31'],
    ]);
    expect(short([...extended, told.mc13Dated], '2022-12-19').slice(7)).toEqual([
      ['superseded', '2024-03-31', '2022-12-19'],
      ['open', '2024-02-29'],
    ]);
    const late = told.sessionDated('mc13', '2022-12-19', { from: '2024-05-01' });
    expect(short([...extended, late], '2022-12-19').at(-1)).toEqual([
      'open',
      '2024-03-31 | 2024-05-01',
    ]);
  });

  it('is whichever is earlier of MC14 and 31 March 2026', () => {
    expect(short(toMc14, '2024-03-02').at(-1)).toEqual(['open', '2026-03-31']);
    expect(d10(toMc14, '2024-12-16').at(-1)).toMatchObject({
      status: 'open',
      windows: [{ from: '2026-03-26', to: '2026-03-29', anchor: 'session/mc14' }],
    });
    expect(short(toMc14, '2026-03-29').at(-1)).toEqual(['open', '2026-03-30']);
    const across = { from: '2026-03-30', to: '2026-04-02' };
    const later = [...practice.extendedTwice, told.sessionDated('mc14', '2024-12-16', across)];
    expect(d10(later, '2024-12-16').at(-1)?.windows).toMatchObject([
      { from: '2026-03-30', to: '2026-03-31' },
    ]);
    const after = { from: '2026-05-04' };
    const tooLate = [...practice.extendedTwice, told.sessionDated('mc14', '2024-12-16', after)];
    expect(d10(tooLate, '2024-12-16').at(-1)?.windows).toMatchObject([{ to: '2026-03-31' }]);
  });

  it('that passed without a decision says so, also when the practice lapsed or was extended later', () => {
    const [overdue] = d10(toMc14, '2026-04-01').slice(-1);
    expect(overdue).toMatchObject({ status: 'overdue', isBreached: true });
    expect(overdue?.sentence.en).toContain(
      'not done (due from 26 March 2026 to 30 March 2026): the term of the practice passed without a decision.',
    );
    expect(overdue?.sentence.fr).toContain(
      'non fait (à faire du 26 mars 2026 au 30 mars 2026): le terme de la pratique est passé sans décision.',
    );
    const over = [...toMc14, practice.lapsed()];
    expect(short(over, '2026-04-01').at(-1)).toEqual(['overdue', '2026-03-30']);
    const term = { anyOf: [{ date: '2028-03-31' }] };
    const later = practice.decided('extended', '2026-07-22', { symbol: 'WT/L/SIM/1300', term });
    expect(short([...over, later], '2026-07-22').slice(-2)).toEqual([
      ['overdue', '2026-03-30'],
      ['open', '2028-03-31'],
    ]);
  });

  it('is met for good by a decision that makes the practice permanent or ends it', () => {
    const inTime = [...settled, practice.bySymbol('madePermanent', '2020-06-11')];
    expect(d10(inTime, '2020-07-01').at(-1)).toMatchObject({
      status: 'met',
      metOn: '2020-06-11',
      isBreached: false,
    });
    const late = [...toMc14, practice.lapsed(), practice.bySymbol('ended', '2026-07-22')];
    expect(d10(late, '2026-08-01').at(-1)).toMatchObject({
      status: 'breached',
      metOn: '2026-07-22',
      isBreached: true,
    });
  });

  it('is tied to the session after the next when the next is called off', () => {
    const off = [
      ...in2019,
      told.sessionCancelled('mc12', '2019-05-07'),
      told.sessionDated('mc13', '2019-07-23', { from: '2021-12-06' }),
    ];
    expect(short(off, '2019-05-07').at(-1)).toEqual(['open', '2019-12-31']);
    expect(short(off, '2019-07-23').at(-1)).toEqual(['open', '2019-12-31 | 2021-12-06']);
  });

  it('is not computable of a term tied to what nobody can date', () => {
    const vague = maintained({ anyOf: [{ event: 'a new agreement' }] });
    expect(short([vague], '2018-01-10')).toEqual([['notComputable', '']]);
  });
});
