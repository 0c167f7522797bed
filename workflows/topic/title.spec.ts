import { languages } from '@rapporteur/kernel';
import { categories, categoryIds } from './categories';
import { printedTitle } from './title';

describe('a title in print', () => {
  const title = { en: 'Transparency', es: 'Transparencia' };

  it('is that of the language when there is one', () => {
    expect(printedTitle(title, 'en', 'en')).toBe('Transparency');
    expect(printedTitle(title, 'en', 'es')).toBe('Transparencia');
  });

  it('is the original while it is not translated, and says so', () => {
    expect(printedTitle(title, 'en', 'fr')).toBe('Transparency [en anglais seulement]');
    expect(printedTitle({ fr: 'Transparence' }, 'fr', 'en')).toBe('Transparence [in French only]');
    expect(printedTitle({ fr: 'Transparence' }, 'fr', 'es')).toBe(
      'Transparence [en francés solamente]',
    );
  });
});

describe('the categories', () => {
  it('are the eight of paragraph 3, in its order and words, and all others', () => {
    const listed = categoryIds.map((id) => categories[id].fr);
    expect(listed.join('; ')).toBe(
      "portée et définitions; règles applicables existantes et lacunes du cadre juridique de l'OMC; obstacles au commerce électronique existants; renforcement de la confiance; mesures de facilitation des échanges; transparence; participation accrue des pays en développement; droits de propriété intellectuelle; autres",
    );
  });

  it('have a label of their own in each language', () => {
    for (const language of languages) {
      const labels = categoryIds.map((id) => categories[id][language]);
      expect(new Set(labels).size).toBe(9);
    }
  });
});
