import {
  beforeOpening,
  endOfDay,
  inEach,
  isDate,
  isRefusal,
  normalInstant,
  refuseField,
  type AsAt,
  type Refusal,
} from '@rapporteur/kernel';
import type { Ledger } from './ledger';

/** A question to a case on two axes, as it is asked; both default to now. */
export interface Question {
  /** ISO date: what had happened by then. */
  readonly asAt?: string | undefined;
  /** `opening`: at the beginning of the day instead of its end. */
  readonly moment?: string | undefined;
  /** ISO date, ISO instant or `@<size>`: what was known by then. */
  readonly knownOn?: string | undefined;
  /** A position: answer only when the caused steps of all records up to there have run. */
  readonly after?: string | undefined;
}

/** The same question, understood. */
export interface Understood {
  readonly outcome: 'understood';
  readonly asAt: AsAt;
  readonly knownOn: string;
  /** How many records of the log are known. */
  readonly size: number;
}

/** What "now" is when a question leaves it open. */
export interface Now {
  readonly today: string;
  readonly instant: string;
}

/** The log as far as it has been followed: its size, and what it was at an instant. */
export type KnownLog = Pick<Ledger, 'size' | 'sizeKnownOn'>;

/** Understands a question against the log as far as it has been followed. */
export function understand(question: Question, log: KnownLog, now: Now): Understood | Refusal {
  const { asAt = now.today, moment = 'close', knownOn } = question;
  if (!isDate(asAt)) return refuseField('asAt', dateWords);
  if (moment !== 'close' && moment !== 'opening') return refuseField('moment', momentWords);
  const opening = moment === 'opening';
  const known =
    knownOn === undefined ? { size: log.size } : understandKnownOn(knownOn, opening, log);
  if (isRefusal(known)) return known;
  return {
    outcome: 'understood',
    asAt: { date: asAt, opening },
    knownOn: knownOn ?? now.instant,
    size: known.size,
  };
}

function understandKnownOn(
  knownOn: string,
  opening: boolean,
  log: KnownLog,
): { readonly outcome?: never; readonly size: number } | Refusal {
  if (knownOn.startsWith('@')) {
    const size = /^@\d{1,15}$/.test(knownOn) ? Number(knownOn.slice(1)) : Infinity;
    return size <= log.size ? { size } : refuseField('knownOn', sizeWords(log.size));
  }
  const day = isDate(knownOn) ? knownOn : undefined;
  const instant = day ? (opening ? beforeOpening(day) : endOfDay(day)) : normalInstant(knownOn);
  return instant ? { size: log.sizeKnownOn(instant) } : refuseField('knownOn', knownOnWords);
}

const dateWords = inEach(
  (language) =>
    ({
      en: 'must be a date that exists, written YYYY-MM-DD',
      fr: 'doit être une date existante, écrite AAAA-MM-JJ',
      es: 'debe ser una fecha existente, escrita AAAA-MM-DD',
    })[language],
);

const momentWords = inEach(
  (language) =>
    ({
      en: 'must be opening or close',
      fr: 'doit être opening (ouverture) ou close (clôture)',
      es: 'debe ser opening (apertura) o close (cierre)',
    })[language],
);

const knownOnWords = inEach(
  (language) =>
    ({
      en: 'must be a date (YYYY-MM-DD), an instant (2018-03-07T10:00:00Z) or @ and the size of the log (@120)',
      fr: 'doit être une date (AAAA-MM-JJ), un instant (2018-03-07T10:00:00Z) ou @ suivi de la taille du journal (@120)',
      es: 'debe ser una fecha (AAAA-MM-DD), un instante (2018-03-07T10:00:00Z) o @ y el tamaño del registro (@120)',
    })[language],
);

const sizeWords = (size: number) =>
  inEach(
    (language) =>
      ({
        en: `must be @ and a size the log has had: @0 to @${size}`,
        fr: `doit être @ suivi d'une taille que le journal a eue: @0 à @${size}`,
        es: `debe ser @ y un tamaño que haya tenido el registro: @0 a @${size}`,
      })[language],
  );
