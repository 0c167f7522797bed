import {
  dateAtSeat,
  dateInWords,
  inEach,
  stateName,
  stepName,
  type Language,
  type Procedure,
  type StateValue,
  type Text,
} from '@rapporteur/kernel';
import type { CaseChange, ChangeStep } from './answers';

// What changed, in words: for a secretary to read out.

/** “Chair (ecommerce): from “Consultations” to “Designated”; Designated on 7 March 2018 (…)”. */
export function changeWords(
  procedure: Procedure,
  id: string,
  change: Pick<CaseChange, 'from' | 'to' | 'sameState' | 'steps'>,
): Text {
  return inEach((language) => {
    const steps = change.steps.map((each) => stepWords(procedure, each, language));
    return [
      titleOf(procedure, id, language) + stateWords(procedure, change, language),
      ...steps,
    ].join('; ');
  });
}

/** The case, as a sentence about it begins. */
export function titleOf(procedure: Procedure, id: string, language: Language): string {
  return `${procedure.labels[language].title} (${id}): `;
}

function stateWords(
  procedure: Procedure,
  { from, to, sameState }: Pick<CaseChange, 'from' | 'to' | 'sameState'>,
  language: Language,
): string {
  const name = (value: StateValue) => stateName(procedure, { value, context: {} }, language);
  const [a, b] = [name(from), name(to)];
  if (sameState) return still(b)[language];
  if (from === 'beforeLog') return opened(b)[language];
  return to === 'beforeLog' ? undone(a)[language] : moved(a, b)[language];
}

const still = (state: string): Text => ({
  en: `still “${state}”`,
  fr: `toujours «${state}»`,
  es: `sigue en «${state}»`,
});

const opened = (state: string): Text => ({
  en: `opened, now “${state}”`,
  fr: `ouvert, désormais «${state}»`,
  es: `abierto, ahora en «${state}»`,
});

const undone = (state: string): Text => ({
  en: `was “${state}”, now not yet opened`,
  fr: `était «${state}», désormais pas encore ouvert`,
  es: `estaba en «${state}», ahora todavía no abierto`,
});

const moved = (from: string, to: string): Text => ({
  en: `from “${from}” to “${to}”`,
  fr: `de «${from}» à «${to}»`,
  es: `de «${from}» a «${to}»`,
});

/**
 * A step with its date, and when it was recorded if late, corrected or annulled if it was.
 * @param more what else there is to note of it
 */
export function stepWords(
  procedure: Procedure,
  step: Pick<ChangeStep, 'type' | 'occurredOn' | 'recordedAt' | 'late' | 'corrected'>,
  language: Language,
  more?: string,
): string {
  const name = stepName(procedure, step.type, language);
  const date = dateInWords(step.occurredOn, language);
  const what = { en: `${name} on ${date}`, fr: `«${name}» le ${date}`, es: `«${name}» el ${date}` };
  const notes = [lateWords(step, language), correctedWords(step, language), more].flatMap(
    (each) => each ?? [],
  );
  return notes.length > 0 ? `${what[language]} (${notes.join('; ')})` : what[language];
}

function lateWords(
  { recordedAt, late }: Pick<ChangeStep, 'recordedAt' | 'late'>,
  language: Language,
): string | undefined {
  if (late === undefined) return undefined;
  const date = seatDateInWords(recordedAt, language);
  return {
    en: `recorded on ${date}, ${late} ${late === 1 ? 'day' : 'days'} later`,
    fr: `enregistré le ${date}, ${late} ${late === 1 ? 'jour' : 'jours'} plus tard`,
    es: `registrado el ${date}, ${late} ${late === 1 ? 'día' : 'días'} después`,
  }[language];
}

function correctedWords(
  { corrected }: Pick<ChangeStep, 'corrected'>,
  language: Language,
): string | undefined {
  if (!corrected) return undefined;
  const date = seatDateInWords(corrected.recordedAt, language);
  if (corrected.annulled) {
    return { en: `annulled on ${date}`, fr: `annulé le ${date}`, es: `anulado el ${date}` }[
      language
    ];
  }
  const before = corrected.occurredOn && dateInWords(corrected.occurredOn, language);
  return {
    en: `corrected on ${date}${before ? `, before that dated ${before}` : ''}`,
    fr: `rectifié le ${date}${before ? `, auparavant daté du ${before}` : ''}`,
    es: `rectificado el ${date}${before ? `, antes con fecha ${before}` : ''}`,
  }[language];
}

/** The day at the seat of an instant, in words. */
export const seatDateInWords = (instant: string, language: Language): string =>
  dateInWords(dateAtSeat(instant), language);
