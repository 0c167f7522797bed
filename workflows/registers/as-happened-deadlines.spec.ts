import { knownOn, practice, report, said, supersededOn } from './retold-as-happened';

// How the session of 2019, held in 2022, moved what was tied to it; and what was known of it when.

const then = knownOn();

describe('the report to the next session', () => {
  const notComputable = 'the date cannot be computed, because the calendar is not populated.';

  it('was due to a session that moved three times, each date kept as superseded', () => {
    expect(said(then, [report, 'D9', '2018-10-17'])).toEqual([notComputable]);
    expect(said(then, [report, 'D9', '2018-10-18'])).toEqual(['due by 8 June 2020.']);
    expect(said(then, [report, 'D9', '2020-03-12'])).toEqual([notComputable]);
    expect(said(then, [report, 'D9', '2021-03-01'])).toEqual(['due by 29 November 2021.']);
    expect(said(then, [report, 'D9', '2021-11-26'])).toEqual([notComputable]);
    expect(supersededOn(then, [report, 'D9', '2022-06-12'])).toEqual(['2020-03-12', '2021-11-26']);
  });

  it('is recorded nowhere, so that the clock missed it when the session closed', () => {
    expect(said(then, [report, 'D9', '2022-06-17'])).toEqual([
      'not done (due by 12 June 2022): it had not been transmitted at the opening of the session on 12 June 2022.',
    ]);
    expect(then.stateAt(report, '2022-06-16')).toBe('due');
    expect(then.state(report)).toBe('notSubmitted');
  });
});

describe('the practice on customs duties', () => {
  it('had one term until 18 October 2018, then two readings, and none was chosen', () => {
    expect(said(then, [practice, 'D10', '2018-10-17'])).toEqual(['due by 31 December 2019.']);
    expect(said(then, [practice, 'D10', '2018-10-18'])).toEqual([
      'due by 31 December 2019 (until 31 December 2019) or from 8 June 2020 to 11 June 2020 (until the next session of the Ministerial Conference); the readings diverge and none has been chosen.',
    ]);
    expect(then.stateAt(practice, '2018-10-18')).toEqual({ maintained: 'contested' });
  });

  it('was kept by the General Council on 10 December 2019 until MC12, which lost its day', () => {
    expect(then.stateAt(practice, '2019-12-10')).toEqual({ maintained: 'current' });
    expect(said(then, [practice, 'D10', '2020-01-01'])).toEqual([
      'due from 8 June 2020 to 11 June 2020.',
    ]);
    expect(said(then, [practice, 'D10', '2020-03-12'])).toEqual([
      'the date cannot be computed, because the calendar is not populated.',
    ]);
    expect(said(then, [practice, 'D10', '2021-03-01'])).toEqual([
      'due from 29 November 2021 to 3 December 2021.',
    ]);
    expect(supersededOn(then, [practice, 'D10', '2021-11-26'])).toEqual([
      '2018-10-18',
      '2019-12-10',
      '2020-03-12',
      '2021-11-26',
    ]);
  });

  it('was near its term before MC12 was put off again, and then no longer', () => {
    expect(then.stateAt(practice, '2021-10-04')).toEqual({ maintained: 'expiring' });
    expect(then.stateAt(practice, '2021-11-26')).toEqual({ maintained: 'current' });
  });

  it('was extended until MC13 or 31 March 2024, then to whichever is earlier of two', () => {
    expect(then.stateAt(practice, '2022-06-17')).toEqual({ maintained: 'extended' });
    expect(said(then, [practice, 'D10', '2022-06-18'])).toEqual(['due by 31 March 2024.']);
    expect(said(then, [practice, 'D10', '2024-02-26'])).toEqual([
      'due from 26 February 2024 to 2 March 2024.',
    ]);
    expect(said(then, [practice, 'D10', '2024-03-03'])).toEqual(['due by 31 March 2026.']);
    expect(said(then, [practice, 'D10', '2026-03-26'])).toEqual([
      'due from 26 March 2026 to 30 March 2026.',
    ]);
  });

  it('lapsed in 2026, on 30 or 31 March, and the deadline stays unmet', () => {
    expect(then.stateAt(practice, '2026-03-29')).toEqual({ maintained: 'expiring' });
    expect(then.state(practice)).toBe('lapsed');
    expect(then.context(practice)).toMatchObject({
      lapse: { date: '2026-03-30', otherReadings: [{ label: 'date', date: '2026-03-31' }] },
    });
    const [lapsed] = then
      .obligations(practice, '2026-12-31')
      .filter(({ status }) => status === 'overdue');
    expect(lapsed?.sentence.fr).toContain('le terme de la pratique est passé sans décision');
    expect(said(then, [practice, 'D10', '2026-12-31'])).toEqual([
      'not done (due from 26 March 2026 to 30 March 2026): the term of the practice passed without a decision.',
    ]);
  });
});

describe('what was known when', () => {
  it('the meeting of 29 May 2020 is known from its minutes, 26 days later', () => {
    const meeting = 'meeting/gc-2020-05-29';
    expect(knownOn('2020-06-24').stateAt(meeting, '2020-05-29')).toBeUndefined();
    const known = knownOn('2020-06-25');
    expect(known.stateAt(meeting, '2020-05-29')).toEqual({ closed: { record: 'none' } });
    expect(known.stateAt(meeting, '2020-06-24')).toEqual({ closed: { record: 'issued' } });
  });

  it('the minutes of 7 May 2019 came 63 days later, and were derestricted 45 days after that', () => {
    const [meeting, minutes] = ['meeting/gc-2019-05-07', 'document/wt-gc-m-177'];
    expect(knownOn('2019-05-13').state(meeting)).toEqual({ closed: { record: 'none' } });
    expect(knownOn('2019-07-09').stateAt(meeting, '2019-07-09')).toEqual({
      closed: { record: 'none' },
    });
    expect(then.stateAt(meeting, '2019-07-09')).toEqual({ closed: { record: 'issued' } });
    expect(then.stateAt(minutes, '2019-08-22')).toMatchObject({ access: 'restricted' });
    expect(then.stateAt(minutes, '2019-08-23')).toMatchObject({ access: 'derestricted' });
    expect(said(then, [minutes, 'D11', '2019-08-22'])).toEqual(['due by 23 August 2019.']);
    expect(said(then, [minutes, 'D11', '2019-08-24'])).toEqual([
      'done on 23 August 2019, in time (due by 23 August 2019).',
    ]);
  });

  it('on 18 October 2018 the readings diverged; whoever asked on the 20th was not told yet', () => {
    const early = knownOn('2018-10-20');
    expect(early.stateAt(practice, '2018-10-18')).toEqual({ maintained: 'current' });
    expect(said(early, [practice, 'D10', '2018-10-18'])).toEqual(['due by 31 December 2019.']);
    expect(knownOn('2018-10-23').stateAt(practice, '2018-10-18')).toEqual({
      maintained: 'contested',
    });
  });

  it('the term of June 2022 seemed to have passed, until the decision of its last day was known', () => {
    const early = knownOn('2022-06-19');
    expect(said(early, [practice, 'D10', '2022-06-18'])).toEqual([
      'not done (due from 12 June 2022 to 17 June 2022): the term of the practice passed without a decision.',
    ]);
    expect(early.due(practice, '2022-06-18')).toMatchObject([
      { type: 'moratorium.lapsed', confirm: true },
    ]);
    expect(said(then, [practice, 'D10', '2022-06-18'])).toEqual(['due by 31 March 2024.']);
    expect(then.due(practice, '2022-06-18')).toEqual([]);
  });
});
