import { isCaseId, parseCaseName, type Calendar, type CalendarEntry } from '@rapporteur/kernel';

const conference = 'ministerialConference';

/** A session is a case of its own; a meeting held in the course of one is not a session. */
const isSession = ({ name }: CalendarEntry): boolean =>
  parseCaseName(name)?.procedure === 'session';

/** The sessions of the Conference that have days, those called off among them. */
export function datedSessions(calendar: Calendar): readonly CalendarEntry[] {
  return calendar.meetings(conference, '0000-01-01', '9999-12-31').filter(isSession);
}

/** Whether a day is one on which any of these sessions sits; one that was called off does not. */
export const isOnDayOf = (sessions: readonly CalendarEntry[], day: string): boolean =>
  sessions.some(
    ({ standing, firstDay = '', lastDay = '' }) =>
      standing !== 'off' && firstDay <= day && day <= lastDay,
  );

/** The sessions that are still to be held and have no day. */
export function undatedSessions(calendar: Calendar): readonly CalendarEntry[] {
  return calendar
    .undated(conference)
    .filter((entry) => isSession(entry) && entry.standing !== 'off');
}

/**
 * The next session of the Ministerial Conference after a day, such as that of an instrument which
 * speaks of "our next session". A session that began on that day or before is not the next one, nor
 * is one that was called off. Those with days come first, by their first day; without any, one whose
 * days are still to be agreed, so that it is known, though not when.
 */
export function nextSession(calendar: Calendar, after: string): CalendarEntry | undefined {
  const dated = datedSessions(calendar).find(
    ({ standing, firstDay = '' }) => standing !== 'off' && firstDay > after,
  );
  return dated ?? undatedSessions(calendar)[0];
}

/** The case of a session called by its id or by its name: `mc13`, `session/mc13`. */
export function sessionName(called: string): string {
  return isCaseId(called) ? `session/${called}` : called;
}

/** The session so called, unless it was called off. */
export function sessionCalled(calendar: Calendar, called: string): CalendarEntry | undefined {
  const name = sessionName(called);
  return [...datedSessions(calendar), ...undatedSessions(calendar)].find(
    (entry) => entry.name === name && entry.standing !== 'off',
  );
}

/** The last day on which the days of any session were set or changed, not before a given day. */
export function lastChange(calendar: Calendar, notBefore: string): string {
  const changed = [...datedSessions(calendar), ...calendar.undated(conference).filter(isSession)];
  return changed.reduce((last, { datedOn = '' }) => (datedOn > last ? datedOn : last), notBefore);
}
