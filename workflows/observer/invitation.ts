import {
  parseCaseName,
  type Calendar,
  type CalendarEntry,
  type Mentions,
} from '@rapporteur/kernel';
import { meetingName } from '../named-meeting';

/** The case of a meeting, or of a session of the Ministerial Conference, as an invitation calls it. */
export function occasionName(called: unknown): string | undefined {
  if (typeof called !== 'string') return undefined;
  return meetingName(called) ?? (parseCaseName(called) ? called : undefined);
}

/** The meeting to which an organisation is invited. */
export const namedOccasion: Mentions = ({ data }) => {
  const name = occasionName(data['meetingId']);
  return name === undefined ? {} : { meeting: name };
};

/** A body's meeting or session in the calendar, dated or not; undefined when it holds none so called. */
export function occasionIn(
  calendar: Calendar,
  body: string,
  called: string,
): CalendarEntry | undefined {
  const name = occasionName(called);
  const ofBody = [
    ...calendar.meetings(body, '0001-01-01', '9999-12-31'),
    ...calendar.undated(body),
  ];
  return ofBody.find((entry) => entry.name === name);
}

/** Whether nothing of it is to come. */
export const isOver = ({ standing }: CalendarEntry): boolean =>
  standing === 'held' || standing === 'off';
