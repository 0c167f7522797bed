import { inCalendar, type CaseView, type Standing } from '@rapporteur/kernel';
import type { MeetingContext } from './machine';

/** A meeting in the calendar, from the day it is planned. */
export const calendarFacts = inCalendar<MeetingContext>((meeting) => {
  const { body, spans } = meeting.context;
  if (body === null) return undefined;
  return {
    body,
    spans: spans.map(({ from, to = from }) => ({ from, to })),
    standing: standingOf(meeting),
  };
});

function standingOf(meeting: CaseView<MeetingContext>): Standing {
  if (meeting.isIn('cancelled')) return 'off';
  if (meeting.isIn('closed')) return 'held';
  return meeting.isIn('open') ? 'inSession' : 'expected';
}
