import { calendarOf, type CalendarEntry, type Standing } from '@rapporteur/kernel';
import { lastChange, nextSession, sessionCalled, undatedSessions } from './next-session';

const entry = (
  name: string,
  firstDay?: string,
  standing: Standing = 'expected',
  datedOn?: string,
): CalendarEntry => ({
  name,
  body: 'ministerialConference',
  standing,
  spans: firstDay === undefined ? [] : [{ from: firstDay, to: firstDay }],
  ...(firstDay === undefined ? {} : { firstDay, lastDay: firstDay }),
  ...(datedOn === undefined ? {} : { datedOn }),
});
const next = (after: string, ...entries: readonly CalendarEntry[]) =>
  nextSession(calendarOf(entries), after)?.name;

describe('the next session of the Conference', () => {
  it('begins after the day, not on it', () => {
    const both = [entry('session/mc13', '2024-02-26'), entry('session/mc12', '2022-06-12', 'held')];
    expect(next('2017-12-13', ...both)).toBe('session/mc12');
    expect(next('2022-06-11', ...both)).toBe('session/mc12');
    expect(next('2022-06-12', ...both)).toBe('session/mc13');
    expect(next('2024-02-26', ...both)).toBeUndefined();
  });

  it('is not one that was called off, nor a meeting of the Conference', () => {
    const off = entry('session/mc12', '2020-06-08', 'off');
    expect(next('2017-12-13', off, entry('meeting/heads', '2019-05-01'))).toBeUndefined();
    expect(next('2017-12-13', off, entry('session/mc13', '2021-12-06'))).toBe('session/mc13');
  });

  it('is one without a day when no other has one', () => {
    const undated = entry('session/mc12');
    expect(next('2017-12-13', undated)).toBe('session/mc12');
    expect(next('2017-12-13', undated, entry('session/mc13', '2024-02-26'))).toBe('session/mc13');
    expect(next('2017-12-13', entry('session/mc12', undefined, 'off'))).toBeUndefined();
    expect(undatedSessions(calendarOf([undated, entry('meeting/heads')]))).toEqual([undated]);
  });

  it('may be called by its id or its name', () => {
    const calendar = calendarOf([
      entry('session/mc12', '2022-06-12', 'off'),
      entry('session/mc13', '2024-02-26'),
      entry('session/mc14'),
    ]);
    expect(sessionCalled(calendar, 'mc13')?.name).toBe('session/mc13');
    expect(sessionCalled(calendar, 'session/mc14')?.name).toBe('session/mc14');
    expect(sessionCalled(calendar, 'mc12')).toBeUndefined();
    expect(sessionCalled(calendar, 'meeting/mc13')).toBeUndefined();
  });

  it('changed last when the days of any were set, moved or taken away', () => {
    const calendar = calendarOf([
      entry('session/mc12', undefined, 'off', '2020-03-12'),
      entry('session/mc13', '2024-02-26', 'expected', '2019-12-19'),
    ]);
    expect(lastChange(calendar, '2017-12-13')).toBe('2020-03-12');
    expect(lastChange(calendar, '2022-06-17')).toBe('2022-06-17');
    expect(lastChange(calendarOf([]), '2017-12-13')).toBe('2017-12-13');
  });
});
