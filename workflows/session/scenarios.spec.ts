import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { session as procedure } from '.';

const { given, uncovered } = scenarios(procedures);
const name = 'session/mc12';

type When = Parameters<typeof took>[3];
const session = (type: string, data: object, when: When, of = name): Told =>
  took(of, `session.${type}`, data, when);

const by = (role: 'generalCouncil' | 'ministerialConference') => (occurredOn: string) => ({
  occurredOn,
  onBehalfOf: { role },
});
const byCouncil = by('generalCouncil');
const byConference = by('ministerialConference');
const byChair = (occurredOn: string) => ({
  occurredOn,
  onBehalfOf: { role: 'chair', of: 'ministerialConference' } as const,
});

const called = (day = '2017-12-13', data: object = { number: 12, inYear: 2019 }) =>
  session('called', data, byConference(day));
const dateAgreed = (day: string, from: string, to?: string, more: object = {}) =>
  session('dateAgreed', { dates: to ? { from, to } : { from }, ...more }, byCouncil(day));
const postponed = (day: string, newDates?: object) =>
  session(
    'postponed',
    { ...(newDates ? { newDates } : {}), reason: 'The host withdraws' },
    byCouncil(day),
  );
const venueChanged = (day: string) => session('venueChanged', { venue: 'Geneva' }, byCouncil(day));
const opened = (day: string) => session('opened', { presidingRef: 'HOLDER-M' }, byChair(day));
const prolonged = (day: string, to: string) => session('prolonged', { to }, byConference(day));
const closed = (day: string) => session('closed', {}, byChair(day));
const cancelled = (day: string) => session('cancelled', { reason: 'No host' }, byCouncil(day));

const agreed = dateAgreed('2018-10-18', '2020-06-08', '2020-06-11', { venue: 'Astana' });
const toGeneva: readonly Told[] = [
  called(),
  agreed,
  postponed('2020-03-12'),
  dateAgreed('2021-03-01', '2021-11-29', '2021-12-03', { venue: 'Geneva' }),
  postponed('2021-11-26'),
  dateAgreed('2022-02-23', '2022-06-12', '2022-06-15'),
];
const held: readonly Told[] = [
  ...toGeneva,
  opened('2022-06-12'),
  prolonged('2022-06-15', '2022-06-17'),
  closed('2022-06-17'),
];

/** The eleventh session, of 10 to 13 December 2017. */
const theEleventh: readonly Told[] = [
  session('dateAgreed', { dates: { from: '2017-12-10', to: '2017-12-13' } }, '2016-12-07', mc11()),
  session('opened', {}, byChair('2017-12-10'), mc11()),
  session('closed', {}, byChair('2017-12-13'), mc11()),
];

function mc11(): string {
  return 'session/mc11';
}

const verdict = (before: readonly Told[], told: Told, rule: string) =>
  given(...before).when(told).decision?.verdicts[`session.${rule}`];

describe('a session', () => {
  it('is called without a date, dated, opened and closed', () => {
    expect(given(called()).state(name)).toBe('undated');
    expect(given(called(), agreed).state(name)).toBe('dated');
    const then = given(called(), agreed, opened('2020-06-08')).when(closed('2020-06-11'));
    expect(then.stateAt(name, '2020-06-10')).toBe('open');
    expect(then.state(name)).toBe('closed');
    expect(then.context(name)).toEqual({
      number: 12,
      inYear: 2019,
      venue: 'Astana',
      opens: '2020-06-08',
      closes: '2020-06-11',
      openedOn: '2020-06-08',
      closedOn: '2020-06-11',
      datedOn: '2018-10-18',
    });
  });

  it('may be known by its date first; that it was called is entered late', () => {
    const first = given(agreed);
    expect(first.state(name)).toBe('dated');
    const late = first.when(called());
    expect(late.state(name)).toBe('dated');
    expect(late.context(name)).toEqual(given(called(), agreed).context(name));
    expect(given(agreed).when(called('2018-10-18')).context(name)).toMatchObject({ inYear: 2019 });
  });

  it('is called without a year when none was decided', () => {
    expect(
      given()
        .when(called('2017-12-13', { number: 12 }))
        .context(name),
    ).toMatchObject({
      inYear: null,
    });
  });

  it.each([
    postponed('2020-03-12'),
    venueChanged('2020-03-12'),
    opened('2020-06-08'),
    prolonged('2020-06-11', '2020-06-12'),
    closed('2020-06-11'),
    cancelled('2020-03-12'),
  ])('is not known by this step alone: $proposal.type', (told) => {
    const { type } = told.proposal as { type: string };
    expect(given().when(told).refusedBy).toEqual([`${type}.order`]);
  });

  it.each([
    called('2022-07-01'),
    dateAgreed('2022-07-01', '2022-12-01'),
    postponed('2022-07-01'),
    venueChanged('2022-07-01'),
    opened('2022-07-01'),
    prolonged('2022-07-01', '2022-07-02'),
    closed('2022-07-01'),
    cancelled('2022-07-01'),
  ])('takes no step once it is closed or cancelled: $proposal.type', (told) => {
    const { type } = told.proposal as { type: string };
    for (const before of [held, [...toGeneva, cancelled('2022-03-01')]]) {
      expect(given(...before).when(told).refusedBy).toEqual([`${type}.order`]);
    }
  });

  it('is opened and closed by whoever presides over the Conference', () => {
    const actor = { id: 'chair', role: 'chair', of: 'generalCouncil' } as const;
    const refused = given(agreed).when({ ...session('opened', {}, '2020-06-08'), actor });
    expect(refused.refusedBy).toEqual(['session.opened.by']);
  });

  it('may have been opened though nobody recorded its days', () => {
    const then = given(called()).when(opened('2020-06-08'));
    expect(then.context(name)).toMatchObject({ opens: null, openedOn: '2020-06-08' });
    expect(then.decision?.verdicts['session.openedOnFirstDay']).toBe('notComputable');
    expect(verdict([called(), opened('2020-06-08')], closed('2020-06-11'), 'closedOnLastDay')).toBe(
      'notComputable',
    );
  });
});

describe('the days of a session', () => {
  it.each([
    ['2018-10-18', 'dated', '2020-06-08', '2020-06-11'],
    ['2020-03-12', 'postponed', null, null],
    ['2021-03-01', 'dated', '2021-11-29', '2021-12-03'],
    ['2021-11-26', 'postponed', null, null],
    ['2022-02-23', 'dated', '2022-06-12', '2022-06-15'],
  ])('were changed on %s: %s', (day, state, opens, closes) => {
    const told = toGeneva.filter(({ proposal }) => {
      const { occurredOn } = proposal as { occurredOn: string };
      return occurredOn <= day;
    });
    const then = given(...told);
    expect(then.state(name)).toBe(state);
    expect(then.context(name)).toMatchObject({ opens, closes, datedOn: day });
  });

  it('may be put off to others at once, and a session put off may be put off again', () => {
    const later = { from: '2022-06-13', to: '2022-06-16' };
    const then = given(agreed, postponed('2020-03-12')).when(postponed('2020-05-01', later));
    expect(then.state(name)).toBe('postponed');
    expect(then.context(name)).toMatchObject({ opens: '2022-06-13', closes: '2022-06-16' });
    const one = given(agreed).when(postponed('2020-03-12', { from: '2021-06-01' }));
    expect(one.context(name)).toMatchObject({ opens: '2021-06-01', closes: '2021-06-01' });
  });

  it('keep the venue unless another is named; it may change alone', () => {
    expect(given(...toGeneva.slice(0, 3)).context(name)).toMatchObject({ venue: 'Astana' });
    expect(given(...toGeneva).context(name)).toMatchObject({ venue: 'Geneva' });
    const then = given(agreed).when(venueChanged('2019-11-01'));
    expect(then.context(name)).toMatchObject({ venue: 'Geneva', datedOn: '2018-10-18' });
  });

  it('are those on which it sat, once it is opened, prolonged and closed', () => {
    const then = given(...held);
    expect(then.context(name)).toMatchObject({
      opens: '2022-06-12',
      closes: '2022-06-17',
      openedOn: '2022-06-12',
      closedOn: '2022-06-17',
      datedOn: '2022-06-15',
    });
    const other = given(agreed, opened('2020-06-09'), closed('2020-06-12'));
    expect(other.stateAt(name, '2020-06-09')).toBe('open');
    expect(other.context(name)).toMatchObject({ opens: '2020-06-08', datedOn: '2020-06-12' });
    expect(given(agreed, opened('2020-06-09')).context(name)).toMatchObject({
      datedOn: '2020-06-09',
    });
  });

  it('are noted as taken away on the day on which it is called off', () => {
    const then = given(agreed).when(cancelled('2020-03-12'));
    expect(then.state(name)).toBe('cancelled');
    expect(then.context(name)).toMatchObject({ opens: '2020-06-08', datedOn: '2020-03-12' });
  });

  it('do not end before they begin', () => {
    const backwards = { from: '2020-06-11', to: '2020-06-08' };
    expect(
      given().when(session('dateAgreed', { dates: backwards }, '2018-10-18')).refusedBy,
    ).toEqual(['session.daysInOrder']);
    expect(given(agreed).when(postponed('2020-03-12', backwards)).refusedBy).toEqual([
      'session.newDaysInOrder',
    ]);
  });

  it('of one that sits are prolonged, not shortened', () => {
    const sits = [agreed, opened('2020-06-08')];
    expect(given(...sits).when(prolonged('2020-06-10', '2020-06-10')).refusedBy).toEqual([
      'session.prolongedToLaterDay',
    ]);
    const late = [agreed, opened('2020-06-15')];
    expect(given(...late).when(prolonged('2020-06-15', '2020-06-12')).refusedBy).toEqual([
      'session.prolongedToLaterDay',
    ]);
    expect(verdict(sits, prolonged('2020-06-11', '2020-06-12'), 'prolongedToLaterDay')).toBe(true);
  });
});

describe('it is noted', () => {
  it('when a session that was to be held in 2019 is given days in another year', () => {
    const rule = 'inTheYearDecided';
    expect(verdict([called()], agreed, rule)).toBe(false);
    expect(verdict([called()], dateAgreed('2018-05-08', '2019-12-09'), rule)).toBe(true);
    expect(verdict([], agreed, rule)).toBe('notComputable');
    const in2019 = [called(), dateAgreed('2018-05-08', '2019-12-09', '2019-12-12')];
    expect(verdict(in2019, postponed('2018-10-18', { from: '2020-06-08' }), rule)).toBe(false);
    expect(verdict(in2019, postponed('2018-10-18'), rule)).toBe('notComputable');
  });

  it('when the Conference does not meet within two years', () => {
    const rule = 'everyTwoYears';
    const after11 = [...theEleventh, called()];
    expect(verdict(after11, agreed, rule)).toBe(false);
    expect(verdict(after11, dateAgreed('2018-05-08', '2019-12-13'), rule)).toBe(true);
    expect(verdict(after11, dateAgreed('2018-05-08', '2019-12-14'), rule)).toBe(false);
    expect(verdict([called()], agreed, rule)).toBe('notComputable');
    expect(verdict([...after11, agreed], postponed('2020-03-12'), rule)).toBe('notComputable');
  });

  it('which session came before: none that was called off, nor the same one', () => {
    const rule = 'everyTwoYears';
    const off = [session('cancelled', { reason: 'None' }, byCouncil('2017-12-01'), mc11())];
    expect(verdict([...theEleventh.slice(0, 1), ...off], agreed, rule)).toBe('notComputable');
    const again = dateAgreed('2020-06-20', '2020-12-01');
    expect(verdict([agreed], again, rule)).toBe('notComputable');
  });

  it('when it opens or closes on another day', () => {
    expect(verdict([agreed], opened('2020-06-08'), 'openedOnFirstDay')).toBe(true);
    expect(verdict([agreed], opened('2020-06-09'), 'openedOnFirstDay')).toBe(false);
    const sits = [agreed, opened('2020-06-08')];
    expect(verdict(sits, closed('2020-06-11'), 'closedOnLastDay')).toBe(true);
    expect(verdict(sits, closed('2020-06-12'), 'closedOnLastDay')).toBe(false);
    const on = [...sits, prolonged('2020-06-11', '2020-06-12')];
    expect(verdict(on, closed('2020-06-12'), 'closedOnLastDay')).toBe(true);
  });
});

describe('the scenarios', () => {
  it('take every step, and see every step refused', () => {
    expect(uncovered(procedure)).toEqual({ neverTaken: [], neverRefused: [] });
  });
});
