/** The working languages of the organisation; every word shown to a person exists in all three. */
export const languages = ['en', 'fr', 'es'] as const;

export type Language = (typeof languages)[number];

export type Text = Readonly<Record<Language, string>>;

/** Writes one text in each language. */
export function inEach(write: (language: Language) => string): Text {
  return { en: write('en'), fr: write('fr'), es: write('es') };
}
