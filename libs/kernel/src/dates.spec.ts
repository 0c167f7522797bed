import fc from 'fast-check';
import {
  beforeOpening,
  dateAtSeat,
  endOfDay,
  endOfMonth,
  isDate,
  normalInstant,
  plusDays,
  plusMonths,
  weekday,
} from './dates';

/** Days from 1995, when the organisation was founded, to 2100. */
const days = fc
  .date({ min: new Date('1995-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const dayAfter = (day: string) =>
  new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

describe('a date', () => {
  it.each(['2018-03-07', '2016-02-29', '2000-02-29', '2018-12-31'])('%s exists', (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each(['2017-02-29', '2017-02-30', '1900-02-29', '2018-04-31', '2018-13-01', '2018-00-10'])(
    '%s does not exist',
    (text) => {
      expect(isDate(text)).toBe(false);
    },
  );

  it.each([
    '2018-3-7',
    '20180307',
    '2018-03-07T00:00:00Z',
    ' 2018-03-07',
    '2018-03-07\n',
    '+002018-03-07',
    '07-03-2018',
    '',
  ])('is written YYYY-MM-DD, not %j', (text) => {
    expect(isDate(text)).toBe(false);
  });
});

describe('the end of a day at the seat', () => {
  it.each([
    ['in winter', '2018-01-15', '2018-01-15T22:59:59.999Z'],
    ['in summer', '2018-07-15', '2018-07-15T21:59:59.999Z'],
    ['on the day summer time begins', '2018-03-25', '2018-03-25T21:59:59.999Z'],
    ['on the day summer time ends', '2018-10-28', '2018-10-28T22:59:59.999Z'],
    ['at the end of a year', '2018-12-31', '2018-12-31T22:59:59.999Z'],
    ['in a leap year', '2016-02-28', '2016-02-28T22:59:59.999Z'],
  ])('%s is its last millisecond', (_when, day, instant) => {
    expect(endOfDay(day)).toBe(instant);
  });

  it('is on that day, and the millisecond after it is not', () => {
    fc.assert(
      fc.property(days, (day) => {
        const next = new Date(Date.parse(endOfDay(day)) + 1).toISOString();
        expect([dateAtSeat(endOfDay(day)), dateAtSeat(next)]).toEqual([day, dayAfter(day)]);
      }),
    );
  });
});

describe('the moment before a day opens', () => {
  it.each([
    ['in winter', '2018-01-15', '2018-01-14T22:59:59.999Z'],
    ['in summer', '2018-07-15', '2018-07-14T21:59:59.999Z'],
    ['the day after summer time began', '2018-03-26', '2018-03-25T21:59:59.999Z'],
  ])('%s is the last millisecond of the day before', (_when, day, instant) => {
    expect(beforeOpening(day)).toBe(instant);
  });

  it('is the end of the day before, whatever the season', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(beforeOpening(dayAfter(day))).toBe(endOfDay(day));
      }),
    );
  });
});

describe('the date at the seat', () => {
  it.each([
    ['2018-01-14T22:59:59.999Z', '2018-01-14'],
    ['2018-01-14T23:00:00.000Z', '2018-01-15'],
    ['2018-07-14T21:59:59.999Z', '2018-07-14'],
    ['2018-07-14T22:00:00.000Z', '2018-07-15'],
    ['2018-12-31T23:00:00.000Z', '2019-01-01'],
    ['2018-07-14T23:30:00-05:00', '2018-07-15'],
  ])('at %s is %s', (instant, day) => {
    expect(dateAtSeat(instant)).toBe(day);
  });
});

describe('an instant', () => {
  it.each([
    ['2018-03-07T10:00:00Z', '2018-03-07T10:00:00.000Z'],
    ['2018-03-07T10:00:00+01:00', '2018-03-07T09:00:00.000Z'],
    ['2018-03-07T00:30:00+05:30', '2018-03-06T19:00:00.000Z'],
    ['2018-03-07T10:00:00.1239Z', '2018-03-07T10:00:00.123Z'],
    ['2018-12-31T23:59:59-01:00', '2019-01-01T00:59:59.000Z'],
  ])('%s is written %s', (text, normal) => {
    expect(normalInstant(text)).toBe(normal);
  });

  it.each([
    ['without an offset', '2018-03-07T10:00:00'],
    ['on a day that does not exist', '2018-02-30T10:00:00Z'],
    ['at an hour that does not exist', '2018-03-07T25:00:00Z'],
    ['without a time', '2018-03-07'],
    ['in words', 'yesterday'],
  ])('%s is none', (_what, text) => {
    expect(normalInstant(text)).toBeUndefined();
  });

  it('written in the normal form stays as it is', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(normalInstant(endOfDay(day))).toBe(endOfDay(day));
      }),
    );
  });
});

describe('days later and earlier', () => {
  it.each([
    ['2019-07-09', 45, '2019-08-23'],
    ['2018-12-12', -10, '2018-12-02'],
    ['2018-02-28', 1, '2018-03-01'],
    ['2020-02-28', 1, '2020-02-29'],
    ['2019-12-31', 1, '2020-01-01'],
    ['2018-01-01', -1, '2017-12-31'],
    ['2018-03-07', 0, '2018-03-07'],
    // A day of 23 hours and one of 25 at the seat are days like others.
    ['2018-03-24', 2, '2018-03-26'],
    ['2018-10-27', 2, '2018-10-29'],
  ])('%s and %i days is %s', (date, count, found) => {
    expect(plusDays(date, count)).toBe(found);
  });

  it('lead back where they came from', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(plusDays(plusDays(day, count), -count)).toBe(day);
        expect(plusDays(day, 1)).toBe(dayAfter(day));
      }),
    );
  });
});

describe('the day of the week', () => {
  it.each([
    ['2018-07-16', 1],
    ['2018-11-30', 5],
    ['2019-07-13', 6],
    ['2018-12-02', 7],
  ])('of %s is %i', (date, number) => {
    expect(weekday(date)).toBe(number);
  });

  it('is the same seven days later, and the next one a day later', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(weekday(plusDays(day, 7))).toBe(weekday(day));
        expect(weekday(plusDays(day, 1))).toBe((weekday(day) % 7) + 1);
      }),
    );
  });
});

describe('months later', () => {
  it.each([
    ['2018-07-26', 6, '2019-01-26'],
    ['2018-08-31', 6, '2019-02-28'],
    ['2018-03-31', -1, '2018-02-28'],
  ])('%s and %i are %s', (date, months, found) => {
    expect(plusMonths(date, months)).toBe(found);
  });
});

describe('the end of a month', () => {
  it.each([
    ['2018-02', '2018-02-28'],
    ['2020-02', '2020-02-29'],
    ['2018-04', '2018-04-30'],
    ['2018-12', '2018-12-31'],
    ['2018-07-09', '2018-07-31'],
  ])('%s is %s', (month, last) => {
    expect(endOfMonth(month)).toBe(last);
  });

  it('is the day before the first of another', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(plusDays(endOfMonth(day), 1)).toMatch(/-01$/);
      }),
    );
  });
});
