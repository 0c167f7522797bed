import { dateInWords, inEach, type Text } from '@rapporteur/kernel';

// What papers say, in three languages. Of the bodies and paragraphs, the parts speak for themselves.

const words = (en: string, fr: string, es: string): Text => ({ en, fr, es });

const day = (date: string): Text => inEach((language) => dateInWords(date, language));

export const briefTitle = words('Review brief', 'Note de situation', 'Nota de situación');

/** Why a review is looked at on this day. */
export const asAtWords = {
  asked: words('the date asked for', 'la date demandée', 'la fecha solicitada'),
  held: words(
    'the day on which the review was held',
    "le jour où il a été procédé à l'examen",
    'el día en que se realizó el examen',
  ),
  opened: words(
    'the day on which the review was opened',
    "le jour de l'ouverture de l'examen",
    'el día en que se inició el examen',
  ),
  meeting: words(
    'the first day of the meeting to which the review is tied',
    "le premier jour de la réunion à laquelle l'examen est rattaché",
    'el primer día de la reunión a la que está vinculado el examen',
  ),
  month: words(
    'the end of the month of the review',
    "la fin du mois de l'examen",
    'el final del mes del examen',
  ),
};

export const sinceWords = {
  review: (name: Text, date: string): Text => {
    const on = day(date);
    return {
      en: `since the ${lowerFirst(name.en)} (${on.en})`,
      fr: `depuis l'${lowerFirst(name.fr)} (${on.fr})`,
      es: `desde el ${lowerFirst(name.es)} (${on.es})`,
    };
  },
  adoption: (date: string): Text => {
    const on = day(date);
    return {
      en: `since the adoption of the decision (${on.en})`,
      fr: `depuis l'adoption de la décision (${on.fr})`,
      es: `desde la adopción de la decisión (${on.es})`,
    };
  },
  beginning: words('since the beginning', 'depuis le début', 'desde el principio'),
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What the sentence of a paper is made of. */
export interface Said {
  /** ISO dates. */
  readonly asAt: string;
  readonly knownOn: string;
  readonly register: { readonly id: string; readonly simulated: boolean };
  readonly size: number;
  readonly summary: Text;
}

/** The sentence to be quoted. */
export function sentence({ asAt, knownOn, register, size, summary }: Said): Text {
  const [at, known] = [day(asAt), day(knownOn)];
  const of = inEach((language) => {
    const simulated = register.simulated ? `, ${simulation[language]}` : '';
    return `${register.id}${simulated}, @${size}`;
  });
  return {
    en: `As at ${at.en}, according to the information available on ${known.en} (register ${of.en}), ${summary.en}.`,
    fr: `À la date du ${at.fr}, selon les informations disponibles au ${known.fr} (registre ${of.fr}), ${summary.fr}.`,
    es: `A fecha de ${at.es}, según la información disponible al ${known.es} (registro ${of.es}), ${summary.es}.`,
  };
}

export const simulation = words('simulation', 'simulation', 'simulación');

/** How many records became known, and between when and when. */
export function sinceKnown(count: number, then: string, now: string): Text {
  const [from, to] = [day(then), day(now)];
  if (count === 0) {
    return {
      en: `Nothing was recorded between what was known on ${from.en} and what was known on ${to.en}.`,
      fr: `Rien n'a été enregistré entre ce qui était connu au ${from.fr} et ce qui était connu au ${to.fr}.`,
      es: `No se registró nada entre lo conocido al ${from.es} y lo conocido al ${to.es}.`,
    };
  }
  const one = count === 1;
  return {
    en: `${count} ${one ? 'record was' : 'records were'} added between what was known on ${from.en} and what was known on ${to.en}.`,
    fr: `${count} ${one ? 'enregistrement a été ajouté' : 'enregistrements ont été ajoutés'} entre ce qui était connu au ${from.fr} et ce qui était connu au ${to.fr}.`,
    es: `${one ? 'Se añadió 1 registro' : `Se añadieron ${count} registros`} entre lo conocido al ${from.es} y lo conocido al ${to.es}.`,
  };
}

/** Whole days from one ISO date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
