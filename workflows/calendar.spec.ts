import { calendarOf, type CalendarEntry, type Standing } from '@rapporteur/kernel';
import { firstFrom, isPopulated, meetingsIn } from './calendar';

const entry = (firstDay: string, standing: Standing = 'expected', body = 'generalCouncil') =>
  ({
    name: `meeting/${body === 'generalCouncil' ? 'gc' : 'wg'}-${firstDay}`,
    body,
    spans: [{ from: firstDay, to: firstDay }],
    standing,
    firstDay,
    lastDay: firstDay,
  }) satisfies CalendarEntry;

const undated: CalendarEntry = {
  name: 'meeting/gc-undated',
  body: 'generalCouncil',
  spans: [],
  standing: 'expected',
};

const calendar = calendarOf([
  entry('2018-12-12'),
  entry('2018-07-31'),
  entry('2018-07-01', 'held'),
  entry('2018-07-26', 'off'),
  entry('2018-06-30'),
  entry('2018-08-01'),
  entry('2018-07-10', 'held', 'workingGroup'),
  entry('2019-02-28', 'off'),
  undated,
]);

const names = (found: readonly CalendarEntry[]) => found.map(({ name }) => name);

describe('the meetings of a body in a month', () => {
  it('begin in it, from its first to its last day, in the order of days', () => {
    expect(names(meetingsIn(calendar, 'generalCouncil', '2018-07'))).toEqual([
      'meeting/gc-2018-07-01',
      'meeting/gc-2018-07-31',
    ]);
  });

  it('are that body’s alone', () => {
    expect(names(meetingsIn(calendar, 'workingGroup', '2018-07'))).toEqual([
      'meeting/wg-2018-07-10',
    ]);
    expect(meetingsIn(calendar, 'goodsCouncil', '2018-07')).toEqual([]);
  });

  it('do not count when they were called off', () => {
    expect(meetingsIn(calendar, 'generalCouncil', '2019-02')).toEqual([]);
  });

  it('may be in February, whose days are fewer', () => {
    const leap = calendarOf([entry('2020-02-29'), entry('2020-03-01')]);
    expect(names(meetingsIn(leap, 'generalCouncil', '2020-02'))).toEqual(['meeting/gc-2020-02-29']);
  });
});

describe('the calendar of a body for a year', () => {
  it('is entered when it holds a meeting in that year, even one that was called off', () => {
    expect(isPopulated(calendar, 'generalCouncil', '2018')).toBe(true);
    expect(isPopulated(calendar, 'generalCouncil', '2019')).toBe(true);
  });

  it('is not entered by meetings of other years or bodies, or without a date', () => {
    expect(isPopulated(calendar, 'generalCouncil', '2020')).toBe(false);
    expect(isPopulated(calendar, 'workingGroup', '2019')).toBe(false);
    expect(isPopulated(calendarOf([undated]), 'generalCouncil', '2018')).toBe(false);
  });
});

describe('the first meeting of a body from a day on', () => {
  it('may begin on that very day', () => {
    expect(firstFrom(calendar, 'generalCouncil', '2018-08-01')?.firstDay).toBe('2018-08-01');
    expect(firstFrom(calendar, 'generalCouncil', '2018-08-02')?.firstDay).toBe('2018-12-12');
  });

  it('is not one that was called off', () => {
    expect(firstFrom(calendar, 'generalCouncil', '2018-07-02')?.firstDay).toBe('2018-07-31');
    expect(firstFrom(calendar, 'generalCouncil', '2018-12-13')).toBeUndefined();
  });
});
