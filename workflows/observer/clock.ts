import { clockStepOf, type CalendarEntry } from '@rapporteur/kernel';
import { isOver, occasionIn } from './invitation';
import type { ObserverContext } from './machine';
import type { steps } from './steps';

const clockStep = clockStepOf<typeof steps, ObserverContext>();

export const clock = [
  // Ad hoc status ends with the last of the meetings to which the organisation is invited.
  clockStep({
    step: 'observer.lapsed',
    sees: { calendar: true },
    when: ({ case: observer, calendar }, today) => {
      if (!observer.isIn('adHoc')) return undefined;
      const { body, meetings, invitedOn } = observer.context;
      const found = meetings.flatMap((each) => occasionIn(calendar, body ?? '', each) ?? []);
      if (found.length < meetings.length || !found.every(isOver)) return undefined;
      const days = [...found.map((each) => dayOver(each, today)), invitedOn ?? ''];
      return { occurredOn: days.sort().at(-1) ?? today, data: { meetings: [...meetings] } };
    },
  }),
];

/** A meeting called off is over on the day on which this is known. */
function dayOver({ standing, lastDay = '', datedOn }: CalendarEntry, today: string): string {
  return standing === 'held' ? lastDay : (datedOn ?? today);
}
