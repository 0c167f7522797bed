import type { Mentions } from '@rapporteur/kernel';
import { reviewMonths } from '../review-months';

/** The reviews of the same decision, by month: they are called after its case, as the report is. */
export const reviews: Mentions = (_step, { case: id }) =>
  Object.fromEntries(reviewMonths.map((month) => [month, `review/${id}-${month}`]));
