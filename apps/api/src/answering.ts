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

/** The parameters of a question, as texts; any other is refused. */
export function textsIn<N extends string>(
  query: Record<string, unknown>,
  known: readonly N[],
): Partial<Record<N, string>> {
  requireKnown(query, known);
  return texts(query, known);
}

/** A question on both axes; the caller sees to what `more` names. */
export function questionIn(query: Record<string, unknown>, more: readonly string[] = []): Question {
  requireKnown(query, [...onBothAxes, ...more]);
  return texts(query, onBothAxes);
}

/** The parameters of a question on both axes. */
export const onBothAxes = ['asAt', 'moment', 'knownOn', 'after'] as const;

/** A parameter given twice is no text; the question then sees it as the text it is not. */
function texts<N extends string>(
  query: Record<string, unknown>,
  names: readonly N[],
): Partial<Record<N, string>> {
  const found: Partial<Record<N, string>> = {};
  for (const name of names) {
    if (query[name] !== undefined) found[name] = String(query[name]);
  }
  return found;
}
