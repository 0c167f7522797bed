import { inEach, languages, malformed, refuse, type Language } from '@rapporteur/kernel';
import type { Request } from 'express';
import { Refused } from './problem';

/** The best of our languages for an `Accept-Language` header (RFC 9110 §12.5.4); English otherwise. */
export function preferredLanguage(header: string | undefined): Language {
  const wishes = (header ?? '')
    .split(',')
    .map(parsedWish)
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wishes) {
    const found = languages.find((language) => tag === language || tag.startsWith(`${language}-`));
    if (found) return found;
    if (tag === '*') return 'en';
  }
  return 'en';
}

function parsedWish(wish: string): { readonly tag: string; readonly quality: number } {
  const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
  const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
  return { tag: tag.trim(), quality: quality ? Number(quality.trim().slice(2)) : 1 };
}

/** `?lang=` when the address says so, for links and pictures in pages; else what the caller reads. */
export function languageOf({ query, headers }: Request): Language {
  const asked = query['lang'];
  if (asked === undefined) return preferredLanguage(headers['accept-language']);
  const found = languages.find((language) => language === asked);
  if (found) return found;
  throw new Refused(refuse('invalid', malformed('lang', languageWords)));
}

const languageSentences = { en: 'must be one of', fr: "doit être l'un de", es: 'debe ser uno de' };
const languageWords = inEach(
  (language) => `${languageSentences[language]}: ${languages.join(', ')}`,
);
