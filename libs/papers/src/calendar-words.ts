import { inEach, type Language, type ObligationStatus, type Text } from '@rapporteur/kernel';
import type { Brief } from './brief';
import { statusWords } from './paper-words';
import { simulation } from './words';

/** The name of a feed: the register's label, which says so when it is a simulation. */
export function calendarName({ label, simulated }: Brief['register'], language: Language): string {
  const marked = simulated ? `${simulation[language].toUpperCase()}: ` : '';
  return `${marked}${label[language]}`;
}

/** What a deadline is called in a calendar: its duty, and how it stands when not simply open. */
export function deadlineWords(
  { duty, status }: { readonly duty: Text; readonly status: ObligationStatus },
  language: Language,
): string {
  const marked = status === 'open' ? deadline : statusWords[status];
  return `${marked[language]}: ${duty[language]}`;
}

const deadline: Text = { en: 'Deadline', fr: 'Échéance', es: 'Fecha límite' };

/** A meeting that has lost its days, shown on those it last had. */
export const withoutDate = (name: string, language: Language): string =>
  `${name} (${noDate[language]})`;

const noDate: Text = inEach(
  (language) =>
    ({
      en: 'put off, no new date yet',
      fr: 'reportée, sans nouvelle date',
      es: 'aplazada, sin nueva fecha',
    })[language],
);
