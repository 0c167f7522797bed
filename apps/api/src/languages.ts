import { languages, type Language } from '@rapporteur/kernel';

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
