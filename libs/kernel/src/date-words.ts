import type { Language } from './text';

const months: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
};

/** An ISO date in words: `7 March 2018`, `1er mars 2018`, `7 de marzo de 2018`. */
export function dateInWords(date: string, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = months[language][Number(month) - 1] ?? month;
  const number = String(Number(day));
  switch (language) {
    case 'en':
      return `${number} ${name} ${year}`;
    case 'fr':
      return `${number === '1' ? '1er' : number} ${name} ${year}`;
    case 'es':
      return `${number} de ${name} de ${year}`;
  }
}

/** A month (`2018-07`) in words: `July 2018`, `juillet 2018`, `julio de 2018`. */
export function monthInWords(month: string, language: Language): string {
  const [year = '', number = ''] = month.split('-');
  const name = months[language][Number(number) - 1] ?? number;
  return language === 'es' ? `${name} de ${year}` : `${name} ${year}`;
}
