import type { Calendar, CalendarEntry } from '@rapporteur/kernel';
import { firstFrom } from './calendar';

const group = 'workingGroup';
const earliest = '0000-01-01';

/** The group's first meeting that has not been called off. */
export function firstMeetingOfGroup(calendar: Calendar): CalendarEntry | undefined {
  return firstFrom(calendar, group, earliest);
}

/** The group's first meeting that begins in that year and has not been called off. */
export function firstMeetingOfYear(calendar: Calendar, year: number): CalendarEntry | undefined {
  const found = firstFrom(calendar, group, `${year}-01-01`);
  return found?.firstDay?.startsWith(`${year}-`) ? found : undefined;
}

/** The meeting of the group that has this name (`meeting/wgec-2018-06-12`). */
export function meetingOfGroup(
  calendar: Calendar,
  name: string | undefined,
): CalendarEntry | undefined {
  return calendar.meetings(group, earliest, '9999-12-31').find((each) => each.name === name);
}
