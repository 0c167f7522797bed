import { endOfMonth, type Calendar, type CalendarEntry } from '@rapporteur/kernel';

/** The body's meetings that begin in a month (`2018-07`) and have not been called off. */
export function meetingsIn(
  calendar: Calendar,
  body: string,
  month: string,
): readonly CalendarEntry[] {
  const found = calendar.meetings(body, `${month}-01`, endOfMonth(month));
  return found.filter(({ standing }) => standing !== 'off');
}

/** Whether the calendar holds any meeting of the body in that year: without one it says nothing. */
export function isPopulated(calendar: Calendar, body: string, year: string): boolean {
  return calendar.meetings(body, `${year}-01-01`, `${year}-12-31`).length > 0;
}

/** The body's first meeting that begins on this day or later and has not been called off. */
export function firstFrom(
  calendar: Calendar,
  body: string,
  from: string,
): CalendarEntry | undefined {
  return calendar.meetings(body, from, '9999-12-31').find(({ standing }) => standing !== 'off');
}
