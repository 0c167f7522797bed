import { clockStepOf, endOfMonth } from '@rapporteur/kernel';
import { isPopulated, meetingsIn } from '../calendar';
import { isParagraphInForce } from '../paragraph-in-force';
import type { ReviewContext } from './machine';
import type { steps } from './steps';

const clockStep = clockStepOf<typeof steps, ReviewContext>();

const open = ['agenda.scheduled', 'agenda.anchored', 'agenda.onAgenda', 'agenda.underReview'];

export const clock = [
  // At the end of the month, or of a meeting that began in it. A deferral is known, not missed; and
  // of a year that is not in the calendar nobody can say that the General Council did not meet.
  clockStep({
    step: 'review.missed',
    sees: { calendar: true },
    when({ case: review, related, calendar }, today) {
      const { month } = review.context;
      if (month === null || !open.some(review.isIn)) return undefined;
      const decision = related('parent');
      if (decision && !isParagraphInForce(decision, '6')) return undefined;
      if (!isPopulated(calendar, 'generalCouncil', month.slice(0, 4))) return undefined;
      const meetings = meetingsIn(calendar, 'generalCouncil', month);
      if (meetings.some(({ standing }) => standing === 'inSession')) return undefined;
      const ends = [endOfMonth(month), ...meetings.flatMap(({ lastDay }) => lastDay ?? [])].sort();
      const occurredOn = ends.at(-1) ?? '';
      return occurredOn <= today ? { occurredOn, data: {} } : undefined;
    },
  }),
];
