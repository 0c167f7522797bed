import { clockStepOf, type Around, type CalendarEntry } from '@rapporteur/kernel';
import { meetingOfGroup } from '../group-meetings';
import { meetingName } from '../named-meeting';
import type { ChairContext } from './office';
import type { steps } from './steps';
import { lastMeetingOf } from './term';

const clockStep = clockStepOf<typeof steps, ChairContext>();

type Seen = Around<ChairContext>;

export const clock = [
  clockStep({
    step: 'chair.heldOver',
    sees: { calendar: true },
    when: (around) => {
      const day = endOfTerm(around);
      if (day === undefined || hasSuccessorOn(around, day)) return undefined;
      return { occurredOn: day, data: { reason: 'No successor was designated.' } };
    },
  }),
  clockStep({
    step: 'chair.termEnded',
    sees: { calendar: true },
    when: (around, today) => {
      const day = endOfService(around);
      return day !== undefined && day <= today ? { occurredOn: day, data: {} } : undefined;
    },
  }),
];

/** The day on which the term of a chair in regular office was over, once its last meeting has closed. */
function endOfTerm({ case: chair, calendar }: Seen): string | undefined {
  const term = chair.context.terms.at(-1);
  if (!term || !chair.isIn('inOffice.regular')) return undefined;
  return onceInOffice(chair.context, closing(lastMeetingOf(term, calendar)));
}

/** A successor designated after the term was over found a chair who had been held over. */
function hasSuccessorOn({ case: { context } }: Seen, day: string): boolean {
  const { successorRef, designatedOn } = context;
  return successorRef !== null && designatedOn !== null && designatedOn <= day;
}

function endOfService(around: Seen): string | undefined {
  const { case: chair } = around;
  if (chair.isIn('inOffice.outgoing')) return chair.context.effectiveOn ?? undefined;
  if (chair.isIn('inOffice.interim')) return endOfInterim(around);
  const day = endOfTerm(around);
  return day !== undefined && hasSuccessorOn(around, day) ? day : undefined;
}

/** An interim chair serves until the meeting closes, or until the day that was said. */
function endOfInterim({ case: chair, calendar }: Seen): string | undefined {
  const { meetingId, until } = chair.context.interimScope ?? {};
  const day = closing(meetingOfGroup(calendar, meetingName(meetingId))) ?? until;
  return onceInOffice(chair.context, day);
}

/** Whoever came into office when that day had passed leaves it on the day of coming into it. */
function onceInOffice({ inOfficeOn }: ChairContext, day: string | undefined): string | undefined {
  return day === undefined || inOfficeOn === null || inOfficeOn < day ? day : inOfficeOn;
}

function closing(meeting: CalendarEntry | undefined): string | undefined {
  return meeting?.standing === 'held' ? meeting.lastDay : undefined;
}
