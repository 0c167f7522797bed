import {
  dateInWords,
  parseCaseName,
  type Calendar,
  type CalendarEntry,
  type Text,
} from '@rapporteur/kernel';
import { nextSession, sessionCalled, sessionName } from '../next-session';
import type { MoratoriumContext } from './machine';
import type { TermAnchor } from './steps';

/** A day, or the days of a session, on which the term may come under one reading. */
export interface Reading {
  /** `nextSession`, `session/mc14`, `date` */
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** The session that it is tied to, `procedure/case`. */
  readonly anchor?: string;
  readonly text: Text;
}

/** What a term comes to with the sessions as they stand in the calendar. */
export interface Readings {
  /** Those between which nothing in the text decides; several when they diverge. */
  readonly open: readonly Reading[];
  /** Every anchor that has a day, in the order of days. */
  readonly all: readonly Reading[];
  /** The labels of anchors that have none: a session not dated, an event of which nothing is known. */
  readonly undated: readonly string[];
}

type Dated = Pick<MoratoriumContext, 'term' | 'setOn'>;

/**
 * Reads a term. Of `earliestOf` it is the earliest day of any anchor. Of `anyOf` a date says by when
 * the session was expected: one that opens by that date agrees with it, and the term is the session;
 * one that opens later makes the two diverge, and neither is chosen.
 */
export function readingsOf({ term, setOn }: Dated, calendar: Calendar): Readings {
  const read = (anchors: readonly TermAnchor[] = []) =>
    anchors.flatMap((anchor) => anchorReadings(anchor, calendar, setOn ?? ''));
  const [any, earliest] = [read(term?.anyOf), read(term?.earliestOf)];
  const open = [...divergent(any.filter(isDated)), ...earliestOf(earliest.filter(isDated))];
  const all = [...any, ...earliest];
  return {
    open: open.sort(byDay),
    all: all.filter(isDated).sort(byDay),
    undated: all.filter((each) => !isDated(each)).map(({ label }) => label),
  };
}

function divergent(readings: readonly Reading[]): readonly Reading[] {
  const sessions = readings.filter(({ anchor }) => anchor !== undefined);
  const agrees = (date: Reading) =>
    sessions.length > 0 && sessions.every(({ from }) => from <= date.to);
  return readings.filter((reading) => sessions.includes(reading) || !agrees(reading));
}

/** The first of them, ending no later than any: a session that sits beyond a date ends with it. */
function earliestOf(readings: readonly Reading[]): readonly Reading[] {
  const [first] = [...readings].sort(byDay);
  if (!first) return [];
  const [to = first.to] = readings.map((reading) => reading.to).sort();
  return [{ ...first, to }];
}

type Undated = Pick<Reading, 'label'>;

const isDated = (reading: Reading | Undated): reading is Reading => 'from' in reading;

function anchorReadings(
  { event, session, date }: TermAnchor,
  calendar: Calendar,
  setOn: string,
): readonly (Reading | Undated)[] {
  return [
    ...(event === undefined ? [] : [eventReading(event, calendar, setOn)]),
    ...(session === undefined ? [] : [calledReading(session, calendar)]),
    ...(date === undefined ? [] : [dateReading(date)]),
  ];
}

function eventReading(event: string, calendar: Calendar, setOn: string): Reading | Undated {
  if (event !== 'nextSession') return { label: event };
  return sessionReading(nextSession(calendar, setOn), event, {
    en: 'until the next session of the Ministerial Conference',
    fr: "jusqu'à la prochaine session de la Conférence ministérielle",
    es: 'hasta el próximo período de sesiones de la Conferencia Ministerial',
  });
}

function calledReading(called: string, calendar: Calendar): Reading | Undated {
  const name = sessionName(called);
  return sessionReading(sessionCalled(calendar, called), name, untilCalled(name));
}

function sessionReading(
  entry: CalendarEntry | undefined,
  label: string,
  text: Text,
): Reading | Undated {
  const { firstDay: from, lastDay: to = from } = entry ?? {};
  if (!entry || from === undefined || to === undefined) return { label };
  return { label, from, to, anchor: entry.name, text };
}

function untilCalled(name: string): Text {
  const id = parseCaseName(name)?.case.toUpperCase() ?? name;
  return { en: `until ${id}`, fr: `jusqu'à ${id}`, es: `hasta ${id}` };
}

function dateReading(date: string): Reading {
  return {
    label: 'date',
    from: date,
    to: date,
    text: {
      en: `until ${dateInWords(date, 'en')}`,
      fr: `jusqu'au ${dateInWords(date, 'fr')}`,
      es: `hasta el ${dateInWords(date, 'es')}`,
    },
  };
}

const byDay = (a: Reading, b: Reading): number =>
  order(`${a.from} ${a.to} ${a.label}`, `${b.from} ${b.to} ${b.label}`);

const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
