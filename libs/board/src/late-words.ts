import {
  dateInWords,
  inEach,
  partyName,
  sameJson,
  stepName,
  type Language,
  type Procedure,
  type SignedOff,
  type Text,
} from '@rapporteur/kernel';
import type {
  ChangeStep,
  CorrectedRecord,
  CorrectionEntry,
  LateEntry,
  StepContent,
} from './answers';
import { seatDateInWords, stepWords, titleOf } from './change-words';

// Late entries and corrections, in words.

/** “Chair (ecommerce): Designated on 7 March 2018 (recorded on 4 April 2018, 28 days later)”. */
export function lateEntryWords(
  procedure: Procedure,
  id: string,
  { annulled, corrected, ...step }: LateStep,
): Text {
  return inEach((language) => {
    const since = sinceWords({ annulled, corrected }, language);
    return titleOf(procedure, id, language) + stepWords(procedure, step, language, since);
  });
}

type LateStep = Pick<ChangeStep, 'type' | 'occurredOn' | 'recordedAt' | 'late'> & Since;

/** What has become of it since. */
interface Since {
  readonly annulled?: true | undefined;
  readonly corrected?: LateEntry['corrected'] | undefined;
}

function sinceWords({ annulled, corrected }: Since, language: Language): string | undefined {
  if (annulled) {
    return { en: 'since annulled', fr: 'annulé depuis', es: 'anulado después' }[language];
  }
  if (!corrected) return undefined;
  const date = dateInWords(corrected.occurredOn, language);
  return {
    en: `date since corrected to ${date}`,
    fr: `date rectifiée depuis: ${date}`,
    es: `fecha rectificada después: ${date}`,
  }[language];
}

/** Who proposed and who decided, what of which record, and why. */
export function correctionWords(
  procedure: Procedure,
  id: string,
  entry: Pick<CorrectionEntry, 'status' | 'proposed' | 'decided' | 'corrections'>,
): Text {
  return inEach((language) => {
    const { proposed, decided, status } = entry;
    const made = madeBy(proposed, language);
    const ended = decided ? decidedBy(decided, status, language) : undecided[language];
    const changed = entry.corrections.map((each) => correctedWords(procedure, each, language));
    const reason = { en: 'Reason', fr: 'Motif', es: 'Motivo' }[language];
    const why = proposed.reason === undefined ? '' : `. ${reason}: ${proposed.reason}`;
    return `${titleOf(procedure, id, language)}${made}, ${ended}: ${changed.join('; ')}${why}`;
  });
}

const undecided: Text = {
  en: 'not yet decided',
  fr: 'pas encore tranchée',
  es: 'todavía sin resolver',
};

function madeBy({ actor, recordedAt }: SignedOff, language: Language): string {
  const [date, who] = [
    seatDateInWords(recordedAt, language),
    `${actor.id} (${partyName(actor, language)})`,
  ];
  return {
    en: `correction proposed on ${date} by ${who}`,
    fr: `rectification proposée le ${date} par ${who}`,
    es: `rectificación propuesta el ${date} por ${who}`,
  }[language];
}

function decidedBy(
  { actor, recordedAt }: SignedOff,
  status: CorrectionEntry['status'],
  language: Language,
): string {
  const [date, who] = [
    seatDateInWords(recordedAt, language),
    `${actor.id} (${partyName(actor, language)})`,
  ];
  const isApproved = status === 'approved';
  return {
    en: `${isApproved ? 'approved' : 'rejected'} on ${date} by ${who}`,
    fr: `${isApproved ? 'approuvée' : 'rejetée'} le ${date} par ${who}`,
    es: `${isApproved ? 'aprobada' : 'rechazada'} el ${date} por ${who}`,
  }[language];
}

function correctedWords(
  procedure: Procedure,
  { revision, type, before, after }: CorrectedRecord,
  language: Language,
): string {
  const name = stepName(procedure, type, language);
  const from = dateInWords(before.occurredOn, language);
  const what = {
    en: `“${name}” of ${from} (revision ${revision})`,
    fr: `«${name}» du ${from} (révision ${revision})`,
    es: `«${name}» del ${from} (revisión ${revision})`,
  }[language];
  const changes = after ? changesTo(before, after, language) : [annulment[language]];
  return [what, ...changes].join(', ');
}

const annulment: Text = { en: 'annulment', fr: 'annulation', es: 'anulación' };

function changesTo(before: StepContent, after: StepContent, language: Language): readonly string[] {
  const to = dateInWords(after.occurredOn, language);
  const date = { en: `new date ${to}`, fr: `nouvelle date: ${to}`, es: `nueva fecha: ${to}` };
  const content = { en: 'new content', fr: 'nouveau contenu', es: 'nuevo contenido' };
  const place = {
    en: 'another place on its day',
    fr: 'autre place dans sa journée',
    es: 'otro lugar en su día',
  };
  const changes = [
    ...(before.occurredOn === after.occurredOn ? [] : [date]),
    ...(sameJson(before.data, after.data) ? [] : [content]),
  ];
  return (changes.length > 0 ? changes : [place]).map((each) => each[language]);
}
