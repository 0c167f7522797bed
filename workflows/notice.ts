import { plusDays, weekday } from '@rapporteur/kernel';

/**
 * How notices are counted. The ten days are a rule (Rule 2); the shift to a working day and the days
 * that are none are practice, and are changed here by whoever keeps the procedures.
 */
export interface NoticeRules {
  /** Calendar days between the notice and the first day of the meeting. */
  readonly days: number;
  /** As far as it can be, so many days. */
  readonly preferredDays: number;
  /** Days of the week on which no notice is issued: 1 for Monday to 7 for Sunday. */
  readonly restDays: readonly number[];
  /** ISO dates of holidays at the seat that fall on other days of the week. */
  readonly holidays: readonly string[];
}

export const noticeRules: NoticeRules = {
  days: 10,
  preferredDays: 21,
  restDays: [6, 7],
  holidays: [
    '2017-12-25',
    '2017-12-26',
    '2018-01-01',
    '2018-01-02',
    '2018-03-30',
    '2018-04-02',
    '2018-05-10',
    '2018-05-21',
    '2018-09-06',
    '2018-12-25',
    '2018-12-31',
    '2019-01-01',
    '2019-01-02',
    '2019-04-19',
    '2019-04-22',
    '2019-05-30',
    '2019-06-10',
    '2019-08-01',
    '2019-09-05',
    '2019-12-25',
    '2019-12-31',
  ],
};

/** The last day on which a meeting that begins on this day can be convened in time. */
export function noticeDay(firstDay: string, rules: NoticeRules = noticeRules): string {
  let day = plusDays(firstDay, -rules.days);
  while (!isWorkingDay(day, rules)) day = plusDays(day, -1);
  return day;
}

function isWorkingDay(day: string, { restDays, holidays }: NoticeRules): boolean {
  return !restDays.includes(weekday(day)) && !holidays.includes(day);
}
