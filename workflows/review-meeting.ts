import type { Calendar, CalendarEntry, CaseView } from '@rapporteur/kernel';
import { meetingsIn } from './calendar';
import { meetingName } from './named-meeting';

const council = 'generalCouncil';

/** A meeting of the General Council by its id or its name, whether it has days or not. */
export function meetingOfTheCouncil(
  calendar: Calendar,
  called: unknown,
): CalendarEntry | undefined {
  const name = meetingName(called);
  if (name === undefined) return undefined;
  const dated = calendar.meetings(council, '0000-01-01', '9999-12-31');
  return [...dated, ...calendar.undated(council)].find((entry) => entry.name === name);
}

/**
 * The meeting at which a review is to be held: the one it is tied to or was deferred to, otherwise
 * the first of its month. Undefined when nothing is known of it, when it was called off, and after a
 * deferral to no particular meeting.
 */
export function meetingOfReview(
  { context, isIn }: CaseView,
  calendar: Calendar,
): CalendarEntry | undefined {
  const { meetingId, month } = context;
  if (typeof meetingId === 'string') {
    const tiedTo = meetingOfTheCouncil(calendar, meetingId);
    return tiedTo?.standing === 'off' ? undefined : tiedTo;
  }
  if (isIn('agenda.deferred') || typeof month !== 'string') return undefined;
  return meetingsIn(calendar, council, month)[0];
}
