import { noticeDay, noticeRules } from './notice';

describe('the last day for the notice of a meeting', () => {
  it('is the tenth day before it', () => {
    expect(noticeDay('2018-07-26')).toBe('2018-07-16');
  });

  it('is the Friday before when the tenth day is a Sunday or a Saturday', () => {
    expect(noticeDay('2018-12-12')).toBe('2018-11-30');
    expect(noticeDay('2019-07-23')).toBe('2019-07-12');
  });

  it('is the working day before when the tenth day is a holiday', () => {
    // 10 May 2018, Ascension, was a Thursday; 1 August 2019 as well.
    expect(noticeDay('2018-05-20')).toBe('2018-05-09');
    expect(noticeDay('2019-08-11')).toBe('2019-07-31');
  });

  it('is shifted over holidays and weekends that follow one another', () => {
    // Tuesday 2 January 2018 follows New Year’s Day and a weekend: Friday 29 December is left.
    expect(noticeDay('2018-01-12')).toBe('2017-12-29');
    // Easter Monday 2018 follows a weekend and Good Friday: Thursday 29 March is left.
    expect(noticeDay('2018-04-12')).toBe('2018-03-29');
  });

  it('crosses months and years', () => {
    expect(noticeDay('2018-03-07')).toBe('2018-02-23');
    expect(noticeDay('2020-01-06')).toBe('2019-12-27');
    expect(noticeDay('2020-03-10')).toBe('2020-02-28');
  });

  it('is as whoever keeps the procedures sets it: days, rest days, holidays', () => {
    const everyDay = { ...noticeRules, restDays: [], holidays: [] };
    expect(noticeDay('2018-12-12', everyDay)).toBe('2018-12-02');
    expect(noticeDay('2018-12-12', { ...everyDay, days: 21 })).toBe('2018-11-21');
    expect(noticeDay('2018-12-12', { ...everyDay, restDays: [7] })).toBe('2018-12-01');
    const withHoliday = { ...noticeRules, holidays: ['2018-11-30', '2018-11-29'] };
    expect(noticeDay('2018-12-12', withHoliday)).toBe('2018-11-28');
  });
});

describe('the rules of notices', () => {
  it('hold holidays on days of the week that would otherwise be working days', () => {
    const onRestDays = noticeRules.holidays.filter((day) =>
      noticeRules.restDays.includes(new Date(day).getUTCDay() || 7),
    );
    expect(onRestDays).toEqual([]);
  });

  it('hold each holiday once, in order', () => {
    expect(noticeRules.holidays).toEqual([...new Set(noticeRules.holidays)].sort());
  });

  it('prefer three weeks and require ten days', () => {
    expect([noticeRules.days, noticeRules.preferredDays]).toEqual([10, 21]);
  });
});
