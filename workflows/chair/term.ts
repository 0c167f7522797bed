import type { Calendar, CalendarEntry } from '@rapporteur/kernel';
import { firstMeetingOfYear } from '../group-meetings';
import type { ChairTerm } from './office';

/**
 * The meeting at whose end a term is over: the group's first of the year after that in which the term
 * began. Undefined while the calendar holds none.
 */
export function lastMeetingOf({ since }: ChairTerm, calendar: Calendar): CalendarEntry | undefined {
  return firstMeetingOfYear(calendar, Number(since.slice(0, 4)) + 1);
}
