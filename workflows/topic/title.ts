import type { Language } from '@rapporteur/kernel';

/** A title in the languages in which it exists. */
export type Title = Readonly<Partial<Record<Language, string>>>;

const onlyIn: Readonly<Record<Language, Readonly<Record<Language, string>>>> = {
  en: { en: '[in English only]', fr: '[in French only]', es: '[in Spanish only]' },
  fr: {
    en: '[en anglais seulement]',
    fr: '[en français seulement]',
    es: '[en espagnol seulement]',
  },
  es: { en: '[en inglés solamente]', fr: '[en francés solamente]', es: '[en español solamente]' },
};

/** A title as it is printed in a language: while it is not translated, the original, which says so. */
export function printedTitle(title: Title, originalLang: Language, language: Language): string {
  return title[language] ?? `${title[originalLang] ?? ''} ${onlyIn[language][originalLang]}`.trim();
}
