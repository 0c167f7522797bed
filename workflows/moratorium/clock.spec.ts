import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import {
  name,
  practice,
  maintained,
  byClock,
  neared,
  moved,
  diverged,
  untilMc12,
  clarified,
  extendedToMc13,
  untilMc14,
  lapsed,
  in2019,
  contested,
  settled,
  extendedTwice,
} from '../told-moratorium';
import * as told from '../told-session';

const { given } = scenarios(procedures);

const verdict = (before: readonly Told[], step: Told, rule: string) =>
  given(...before).when(step).decision?.verdicts[`moratorium.${rule}`];
const proposed = (before: readonly Told[], day: string, type: string) =>
  given(...before)
    .due(name, day)
    .filter((due) => due.type === `moratorium.${type}`)
    .map(({ occurredOn, data, confirm }) => ({ occurredOn, data, confirm }));

describe('that its anchors diverged', () => {
  it('is noted by the clock as of 18 October 2018, with both readings', () => {
    const june2020 = [...in2019, told.mc12InJune2020];
    const readings = [
      { label: 'date', date: '2019-12-31' },
      { label: 'nextSession', date: '2020-06-08' },
    ];
    const data = { readings, termSetOn: '2017-12-13' };
    const expected = [{ occurredOn: '2018-10-18', data, confirm: false }];
    expect(proposed(june2020, '2018-10-18', 'anchorDiverged')).toEqual(expected);
    expect(proposed(june2020, '2019-05-07', 'anchorDiverged')).toEqual(expected);
  });

  it('is not noted before that day, nor of a session in 2019', () => {
    expect(proposed([...in2019, told.mc12InJune2020], '2018-10-17', 'anchorDiverged')).toEqual([]);
    expect(proposed(in2019, '2019-12-09', 'anchorDiverged')).toEqual([]);
    expect(proposed([maintained()], '2019-12-09', 'anchorDiverged')).toEqual([]);
  });

  it('is noted once; anew when a reading changes', () => {
    expect(proposed(contested, '2019-05-07', 'anchorDiverged')).toEqual([]);
    const later = told.sessionDated('mc12', '2019-07-23', { from: '2020-09-07' });
    const [again] = proposed([...contested, later], '2019-07-23', 'anchorDiverged');
    expect(again).toMatchObject({
      occurredOn: '2019-07-23',
      data: { readings: [{ date: '2019-12-31' }, { date: '2020-09-07' }] },
    });
  });

  it('is noted when 2019 passes while the session has no day', () => {
    const undated = [told.mc12Called, maintained()];
    expect(proposed(undated, '2019-12-31', 'anchorDiverged')).toEqual([]);
    expect(proposed(undated, '2020-01-01', 'anchorDiverged')).toEqual([
      {
        occurredOn: '2020-01-01',
        data: {
          readings: [{ label: 'date', date: '2019-12-31' }, { label: 'nextSession' }],
          termSetOn: '2017-12-13',
        },
        confirm: false,
      },
    ]);
  });

  it('is nothing of a term with one day alone, when it passes', () => {
    const one = maintained({ anyOf: [{ date: '2019-12-31' }] });
    expect(proposed([one], '2020-01-01', 'anchorDiverged')).toEqual([]);
  });

  it('is nothing of a term that says which comes first', () => {
    expect(proposed([maintained(untilMc14)], '2026-04-01', 'anchorDiverged')).toEqual([]);
    const dated = [...extendedTwice, told.mc14Dated];
    expect(proposed(dated, '2026-03-29', 'anchorDiverged')).toEqual([]);
  });

  it('may be entered late, after the clock noted the term as near', () => {
    const late = { ...told.mc12InJune2020 };
    expect(
      given(...in2019, neared, late)
        .when(diverged)
        .state(name),
    ).toEqual({
      maintained: 'contested',
    });
    expect(
      given(...in2019, neared, moved, late)
        .when(diverged)
        .state(name),
    ).toEqual({
      maintained: 'contested',
    });
    expect(
      given(...in2019, neared, late, diverged)
        .when(clarified)
        .state(name),
    ).toEqual({
      maintained: 'current',
    });
  });
});

describe('that its term is near', () => {
  it('is noted eight weeks before the first day on which it may come', () => {
    expect(proposed(in2019, '2019-10-13', 'nearedTerm')).toEqual([]);
    expect(proposed(in2019, '2019-10-20', 'nearedTerm')).toEqual([
      {
        occurredOn: '2019-10-14',
        data: { date: '2019-12-09', termSetOn: '2017-12-13' },
        confirm: false,
      },
    ]);
    expect(
      given(...in2019)
        .when(neared)
        .state(name),
    ).toEqual({ maintained: 'expiring' });
    expect(proposed([...in2019, neared], '2019-10-20', 'nearedTerm')).toEqual([]);
    expect(proposed(in2019, '2019-12-10', 'nearedTerm')).toEqual([]);
  });

  it('is noted on the day on which the term became so near, or again when its day changes', () => {
    const late = [...in2019, told.sessionDated('mc12', '2019-11-20', { from: '2019-12-16' })];
    const day = {
      occurredOn: '2019-11-20',
      data: { date: '2019-12-16', termSetOn: '2017-12-13' },
      confirm: false,
    };
    expect(proposed(late, '2019-11-20', 'nearedTerm')).toEqual([day]);
    const again = [...late.slice(0, 3), neared, ...late.slice(3)];
    expect(proposed(again, '2019-11-20', 'nearedTerm')).toEqual([day]);
    expect(
      given(...again)
        .when(byClock('nearedTerm', { date: '2019-12-16' }, '2019-11-20'))
        .context(name),
    ).toMatchObject({ nearedDate: '2019-12-16' });
  });

  it('is not noted while it is contested, nor of a term without a day', () => {
    expect(proposed(contested, '2019-12-10', 'nearedTerm')).toEqual([]);
    expect(proposed([maintained(untilMc12)], '2019-12-10', 'nearedTerm')).toEqual([]);
  });

  it('is taken back when the session moves away', () => {
    const toNovember2021 = [...settled, told.mc12Off, told.mc12InNovember2021];
    const near = byClock('nearedTerm', { date: '2021-11-29' }, '2021-10-04');
    const off = [...toNovember2021, near, told.mc12OffAgain];
    expect(proposed([...toNovember2021, near], '2021-11-25', 'termMoved')).toEqual([]);
    const [back] = proposed(off, '2021-11-26', 'termMoved');
    expect(back).toMatchObject({ occurredOn: '2021-11-26', data: { oldDate: '2021-11-29' } });
    const step = byClock('termMoved', { oldDate: '2021-11-29' }, '2021-11-26');
    expect(
      given(...off)
        .when(step)
        .state(name),
    ).toEqual({ maintained: 'current' });
    const [withDay] = proposed([...off, told.mc12InJune2022], '2022-02-23', 'termMoved');
    expect(withDay?.data).toMatchObject({ oldDate: '2021-11-29', newDate: '2022-06-12' });
  });

  it('is taken back to what it was: an extended one stays extended', () => {
    const near = byClock('nearedTerm', { date: '2024-02-26' }, '2024-01-01');
    const step = byClock('termMoved', { oldDate: '2024-02-26' }, '2024-02-01');
    const then = given(...settled, extendedToMc13, near).when(step);
    expect(then.stateAt(name, '2024-01-01')).toEqual({ maintained: 'expiring' });
    expect(then.state(name)).toEqual({ maintained: 'extended' });
  });
});

describe('its lapse', () => {
  const toMc14 = [...extendedTwice, told.mc14Dated, ...told.mc14Held];

  it('is only put before the Secretariat by the clock, with every reading', () => {
    expect(proposed(toMc14, '2026-03-30', 'lapsed')).toEqual([]);
    expect(proposed(toMc14, '2026-03-31', 'lapsed')).toEqual([
      {
        occurredOn: '2026-03-30',
        data: {
          reading: 'session/mc14',
          date: '2026-03-30',
          otherReadings: [{ label: 'date', date: '2026-03-31' }],
        },
        confirm: true,
      },
    ]);
  });

  it.each([
    ['2026-03-30', 'session/mc14'],
    ['2026-03-31', 'date'],
  ])('may be recorded as of %s, by the %s; the contest over the day is noted', (date, reading) => {
    const otherReadings = [{ label: 'the other', date: '2026-03-30' }];
    const step = practice('lapsed', { reading, date, otherReadings }, { occurredOn: '2026-03-31' });
    const then = given(...toMc14).when(step);
    expect(then.state(name)).toBe('lapsed');
    expect(then.context(name)).toMatchObject({ lapse: { reading, date, otherReadings } });
    expect(then.decision?.verdicts).toMatchObject({
      'moratorium.lapsesAtItsTerm': true,
      'moratorium.lapseUncontested': false,
    });
  });

  it('does not come before its term by any reading', () => {
    const early = lapsed('2026-03-25', 'date', '2026-03-25');
    expect(given(...toMc14).when(early).refusedBy).toEqual(['moratorium.lapsesAtItsTerm']);
  });

  it('of a term with one day is uncontested, of one without a day not computable', () => {
    const one = [maintained({ anyOf: [{ date: '2019-12-31' }] })];
    const step = lapsed('2019-12-31', 'date', '2020-01-01');
    expect(verdict(one, step, 'lapseUncontested')).toBe(true);
    const none = [maintained({ unless: 'extended' })];
    expect(verdict(none, step, 'lapseUncontested')).toBe('notComputable');
    expect(verdict(none, step, 'lapsesAtItsTerm')).toBe('notComputable');
  });

  it('is proposed of a contested term only when the last reading has passed', () => {
    expect(proposed(contested, '2020-01-01', 'lapsed')).toEqual([]);
    expect(proposed(contested, '2020-06-12', 'lapsed')).toMatchObject([
      { data: { reading: 'nextSession', otherReadings: [{ label: 'date', date: '2019-12-31' }] } },
    ]);
  });
});
