import { isRefusal, type Refusal } from '@rapporteur/kernel';
import type { Paging } from './questions';
import { malformedLimit, malformedPage } from './refusals';

const [usualLimit, mostOnAPage] = [100, 1000];

/** Which page is asked for. */
export interface Page {
  readonly outcome: 'page';
  readonly limit: number;
  /** The size of the log that all pages of an answer rest on. */
  readonly size: number;
  /** The key of the last row of the page before; undefined for the first page. */
  readonly after: string | undefined;
}

/**
 * Understands which page is asked for. A page rests on what was known when the first was given,
 * also when more has been recorded since.
 * @param size what is known for the question itself
 */
export function pageOf({ limit, page }: Paging, size: number): Page | Refusal {
  const most = limitIn(limit);
  if (most === undefined) return malformedLimit(mostOnAPage);
  if (page === undefined) return { outcome: 'page', limit: most, size, after: undefined };
  const place = placeIn(page);
  if (!place || place.size > size) return malformedPage();
  return { outcome: 'page', limit: most, ...place };
}

/** What asks for the page after a row. */
export function nextPage(size: number, key: string | number): string {
  return Buffer.from(JSON.stringify([size, String(key)])).toString('base64url');
}

/** As `pageOf`, where rows are told by whole numbers; before the first page is −1. */
export function numberedPageOf(
  paging: Paging,
  size: number,
): (Omit<Page, 'after'> & { readonly after: number }) | Refusal {
  const page = pageOf(paging, size);
  if (isRefusal(page)) return page;
  const { after = '-1' } = page;
  return /^-?\d{1,15}$/.test(after) ? { ...page, after: Number(after) } : malformedPage();
}

function limitIn(limit: string | number = usualLimit): number | undefined {
  const text = String(limit);
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= mostOnAPage ? number : undefined;
}

function placeIn(page: string): { readonly size: number; readonly after: string } | undefined {
  try {
    const place: unknown = JSON.parse(Buffer.from(page, 'base64url').toString());
    if (!Array.isArray(place) || nextPage(place[0], place[1]) !== page) return undefined;
    const [size, after]: readonly unknown[] = place;
    const isPlace = Number.isSafeInteger(size) && typeof after === 'string';
    return isPlace ? { size: Number(size), after } : undefined;
  } catch {
    return undefined;
  }
}
