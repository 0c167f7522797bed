import type { Around, CalendarEntry } from '@rapporteur/kernel';
import { noticeDay } from '../notice';
import { meetingOfReview } from '../review-meeting';

/** The meeting of the review for which a report is asked, when it has a day. */
export function meetingFor({
  related,
  calendar,
}: Pick<Around, 'related' | 'calendar'>):
  (CalendarEntry & { readonly firstDay: string }) | undefined {
  const review = related('review');
  const meeting = review && meetingOfReview(review, calendar);
  return meeting?.firstDay === undefined ? undefined : { ...meeting, firstDay: meeting.firstDay };
}

/** The last day on which a report is in time: that of the notice of the meeting of its review. */
export function lastDayFor(around: Pick<Around, 'related' | 'calendar'>): string | undefined {
  const meeting = meetingFor(around);
  return meeting && noticeDay(meeting.firstDay);
}
