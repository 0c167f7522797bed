import type { Engine } from '@rapporteur/engine';
import { isRefusal, type Language, type Refusal } from '@rapporteur/kernel';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { asked, recordedUpTo } from './basis';
import type { Brief } from './brief';
import { calendarName } from './calendar-words';
import { deadlineEvents } from './deadline-events';
import { meetingEvents } from './meeting-events';
import type { PaperParts } from './paper-parts';

/** What a calendar feed is made from. */
export interface CalendarSource {
  readonly engine: Pick<Engine, 'reading' | 'obligations'>;
  readonly parts: PaperParts;
  readonly register: Brief['register'];
}

/** As any question on two axes: by default today, and all of the log. */
export interface CalendarQuestion {
  /** ISO date. */
  readonly asAt?: string | undefined;
  readonly knownOn?: string | undefined;
}

export interface CalendarFeed {
  readonly outcome: 'answered';
  readonly asAt: string;
  readonly basis: { readonly size: number };
  /** The iCalendar object (`text/calendar; charset=utf-8`). */
  readonly text: string;
}

/**
 * Meetings, sessions and deadlines of all cases as iCalendar (RFC 5545), in one language. Its stamps
 * are those of the last record known: the same question on the same basis gives the same bytes.
 */
export async function calendarFeed(
  { engine, parts, register }: CalendarSource,
  question: CalendarQuestion,
  language: Language,
): Promise<CalendarFeed | Refusal> {
  const { reading } = engine;
  const { asAt, knownOn } = question;
  const understood = asked(reading, { asAt, knownOn });
  if (isRefusal(understood)) return understood;
  const { size } = understood;
  const { date } = understood.asAt;
  const due = await engine.obligations({ asAt: date, knownOn: `@${size}` });
  if (isRefusal(due)) return due;
  const stamp = new Date(recordedUpTo(reading.log, size) ?? 0);
  const events = [
    ...(await meetingEvents(reading, parts, { asAt: date, size, language })),
    ...deadlineEvents(due.obligations, language),
  ];
  const calendar = ical({
    name: calendarName(register, language),
    prodId: { company: 'Rapporteur', product: register.id, language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    x: { 'X-RAPPORTEUR-BASIS': `@${size}` },
  });
  for (const event of events) {
    calendar.createEvent({ ...event, id: `${String(event.id)}@${register.id}`, stamp });
  }
  return { outcome: 'answered', asAt: date, basis: { size }, text: calendar.toString() };
}
