import { understand, type Question, type Reading, type Understood } from '@rapporteur/engine';
import {
  dateAtSeat,
  endOfDay,
  isDate,
  isRefusal,
  normalInstant,
  refuseField,
  streamOf,
} from '@rapporteur/kernel';
import { parseCaseName, type Refusal } from '@rapporteur/kernel';
import type { Knowledge } from './brief';

type Log = Reading['log'];

const [earliest, latest] = [Date.parse('0000-01-01T00:00:00Z'), Date.parse('9999-12-31T00:00:00Z')];

/** The latest `recordedAt` among the first `size` records of the log; null where there is none. */
export function recordedUpTo(log: Log, size: number): string | null {
  if (size === 0) return null;
  const at = (time: number) => new Date(time).toISOString();
  return at(firstWhere(earliest, latest, (time) => log.sizeKnownOn(at(time)) >= size));
}

/** The index in the log of a record of a case, which must be among the first `size`. */
export function indexOf(log: Log, record: Place, size: number): number {
  return firstWhere(0, size, (index) => log.countIn(record.stream, index + 1) > record.revision);
}

interface Place {
  readonly stream: string;
  readonly revision: number;
}

/** How much of a case is among the first `size` records. */
export function countKnown(log: Log, name: string, size: number): number {
  const ref = parseCaseName(name);
  return ref ? log.countIn(streamOf(ref), size) : 0;
}

/** The smallest whole number from `low` to `high` for which something holds from there on. */
function firstWhere(low: number, high: number, holds: (n: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** What is asked, on both axes, and what was known then. */
export interface Basis {
  /** ISO date. */
  readonly asAt: string;
  readonly then: Knowledge;
  readonly now: Knowledge;
}

/** What is known now, when a question leaves it open: all of the log. */
export function knownNow(reading: Reading, knownOn: string | undefined): Knowledge | Refusal {
  return knowledge(reading, knownOn ?? `@${reading.log.size}`);
}

/**
 * What was known then: by default at the end of the day asked about, or what is known now where that is
 * less; refused when more is asked for than is known now. Both are beginnings of the log, so that a
 * paper asked for again with both sizes is the same.
 */
export function knownThen(
  reading: Reading,
  asked: { readonly asAt: string; readonly knownThen?: string | undefined },
  now: Knowledge,
): Knowledge | Refusal {
  const then = knowledge(reading, asked.knownThen ?? asked.asAt);
  if (isRefusal(then)) return asked.knownThen === undefined ? then : aboutThen(then);
  if (asked.knownThen !== undefined && then.size > now.size) return wrongWayRound();
  return then.size < now.size ? then : { ...now, date: earlier(then, now) };
}

const wrongWayRound = (): Refusal =>
  refuseField('knownThen', {
    en: 'must not be later than knownOn',
    fr: 'ne doit pas être postérieur à knownOn',
    es: 'no debe ser posterior a knownOn',
  });

/** The same refusal, of the member in which it was asked. */
const aboutThen = (refusal: Refusal): Refusal => ({
  ...refusal,
  reasons: refusal.reasons.map((reason) => ({ ...reason, field: 'knownThen' })),
});

const earlier = (a: Knowledge, b: Knowledge): string => (a.date < b.date ? a.date : b.date);

function knowledge(reading: Reading, knownOn: string): Knowledge | Refusal {
  const understood = asked(reading, { knownOn });
  if (isRefusal(understood)) return understood;
  const upTo = recordedUpTo(reading.log, understood.size);
  return { size: understood.size, recordedUpTo: upTo, date: dateOf(knownOn, upTo) };
}

export function asked(reading: Reading, question: Question): Understood | Refusal {
  return understand(question, reading.log, reading.now());
}

/** A day as it was asked for; of a size, the day of its last record. */
function dateOf(knownOn: string, upTo: string | null): string {
  if (isDate(knownOn)) return knownOn;
  const instant = normalInstant(knownOn) ?? upTo;
  return instant ? dateAtSeat(instant) : dateAtSeat(endOfDay('1970-01-01'));
}
