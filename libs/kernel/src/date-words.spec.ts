import { dateInWords, monthInWords } from './date-words';
import { languages } from './text';

const inAll = (date: string) => languages.map((language) => dateInWords(date, language));

describe('a date in words', () => {
  it('is as each language writes it', () => {
    expect(inAll('2018-03-07')).toEqual(['7 March 2018', '7 mars 2018', '7 de marzo de 2018']);
    expect(inAll('2019-12-31')).toEqual([
      '31 December 2019',
      '31 décembre 2019',
      '31 de diciembre de 2019',
    ]);
  });

  it('says the first of a month in French as an ordinal, and only the first', () => {
    expect(inAll('2018-02-01')).toEqual([
      '1 February 2018',
      '1er février 2018',
      '1 de febrero de 2018',
    ]);
    expect(dateInWords('2018-02-11', 'fr')).toBe('11 février 2018');
    expect(dateInWords('2018-02-21', 'fr')).toBe('21 février 2018');
  });

  it('agrees with the calendars of the languages', () => {
    for (const language of languages) {
      for (let month = 1; month <= 12; month += 1) {
        const date = `2018-${String(month).padStart(2, '0')}-15`;
        const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
        expect(dateInWords(date, language)).toContain(name.format(new Date(date)));
      }
    }
  });
});

describe('a month in words', () => {
  it('is as each language writes it', () => {
    const months = languages.map((language) => monthInWords('2018-07', language));
    expect(months).toEqual(['July 2018', 'juillet 2018', 'julio de 2018']);
    expect(monthInWords('2018-12', 'fr')).toBe('décembre 2018');
  });
});
