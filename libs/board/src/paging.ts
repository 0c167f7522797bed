import type { Question, Understood } from '@rapporteur/engine';
import { isRefusal, sha256, type Refusal } from '@rapporteur/kernel';
import type { Paging } from './questions';
import { malformedLimit, malformedPage } from './refusals';

const [usualLimit, mostOnAPage] = [100, 1000];

/** A list as it is asked for. */
export interface AskedList extends Omit<Question, 'after'>, Paging {
  readonly kind: 'cases' | 'changes' | 'late' | 'obligations';
  /** Whatever else it is asked by, always in the same order: a page of another list is no page of it. */
  readonly filters: readonly (string | undefined)[];
}

/** Which page is asked for. */
export interface Page<K = string | undefined> {
  readonly outcome: 'page';
  readonly limit: number;
  /** What the first page was asked on, on which all pages of an answer rest. */
  readonly asked: Understood;
  /** The key of the last row of the page before; undefined for the first page. */
  readonly after: K;
  /** What asks for the page after a row. */
  next(key: string | number): string;
}

/**
 * Understands which page is asked for. A page is about the day and rests on what was known when the
 * first was given, also when more has been recorded since; where the question leaves these out they
 * are those of the first.
 * @param asked the question itself, understood
 */
export function pageOf(list: AskedList, asked: Understood): Page | Refusal {
  const limit = limitIn(list.limit);
  if (limit === undefined) return malformedLimit(mostOnAPage);
  const place = list.page === undefined ? { asked, after: undefined } : placeIn(list, list.page);
  if (!place || !isOf(list, place.asked) || place.asked.size > asked.size) return malformedPage();
  const next = (key: string | number) => textOf(list, place.asked, String(key));
  return { outcome: 'page', limit, ...place, next };
}

/** As `pageOf`, where rows are told by whole numbers; before the first page is −1. */
export function numberedPageOf(list: AskedList, asked: Understood): Page<number> | Refusal {
  const page = pageOf(list, asked);
  if (isRefusal(page)) return page;
  const { after = '-1' } = page;
  return /^-?\d{1,15}$/.test(after) ? { ...page, after: Number(after) } : malformedPage();
}

function limitIn(limit: string | number = usualLimit): number | undefined {
  const text = String(limit);
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= mostOnAPage ? number : undefined;
}

/** Where a question says what it is asked on, it says the same as the first page. */
function isOf({ asAt, moment, knownOn }: AskedList, asked: Understood): boolean {
  const { date, opening } = asked.asAt;
  const isOfThatMoment = moment === undefined || (moment === 'opening') === opening;
  const isOfThatDay = isOfThatMoment && (asAt ?? date) === date;
  return isOfThatDay && (knownOn ?? asked.knownOn) === asked.knownOn;
}

interface Place {
  readonly asked: Understood;
  readonly after: string;
}

function textOf(list: AskedList, { asAt, knownOn, size }: Understood, key: string): string {
  const place = [asAt.date, asAt.opening, knownOn, size, key];
  const text = JSON.stringify([...place, digestOf(list, place)]);
  return Buffer.from(text).toString('base64url');
}

/** Short: it finds what was mixed up, and guards nothing. */
function digestOf({ kind, filters }: AskedList, place: readonly unknown[]): string {
  return sha256(JSON.stringify([kind, filters, place])).slice(0, 16);
}

function placeIn(list: AskedList, page: string): Place | undefined {
  try {
    const place: unknown = JSON.parse(Buffer.from(page, 'base64url').toString());
    if (!Array.isArray(place)) return undefined;
    const [date, opening, knownOn, size, after]: readonly unknown[] = place;
    if (typeof date !== 'string' || typeof opening !== 'boolean') return undefined;
    if (typeof knownOn !== 'string' || typeof size !== 'number') return undefined;
    if (typeof after !== 'string') return undefined;
    const asAt = { date, opening };
    const asked: Understood = { outcome: 'understood', asAt, knownOn, size };
    return textOf(list, asked, after) === page ? { asked, after } : undefined;
  } catch {
    return undefined;
  }
}
