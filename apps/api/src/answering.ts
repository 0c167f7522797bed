import type { Question } from '@rapporteur/engine';
import { isRefusal, type Refusal } from '@rapporteur/kernel';
import { Refused } from './problem';
import { requireKnown } from './request-parts';

/** The answer without its tag, or the refusal thrown to the filter. */
export function accepted<A extends { readonly outcome: string }>(
  result: A | Refusal,
): Omit<A, 'outcome'> {
  if (isRefusal(result)) throw new Refused(result);
  const { outcome: _outcome, ...answer } = result;
  return answer;
}

/** A parameter given twice is no text; the question then sees it as the text it is not. */
export function questionIn(query: Record<string, unknown>, more: readonly string[] = []): Question {
  requireKnown(query, ['asAt', 'moment', 'knownOn', 'after', ...more]);
  const text = (name: string) => (query[name] === undefined ? undefined : String(query[name]));
  const [asAt, moment, knownOn, after] = [
    text('asAt'),
    text('moment'),
    text('knownOn'),
    text('after'),
  ];
  return { asAt, moment, knownOn, after };
}
