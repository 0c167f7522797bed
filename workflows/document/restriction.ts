import { plusDays } from '@rapporteur/kernel';

/**
 * How long documents stay restricted, in calendar days from their circulation (WT/L/452). A
 * secretariat that applies other numbers changes them here and nowhere else.
 */
export interface RestrictionRules {
  /** By kind of document; a kind not named is not derestricted by the passing of time. */
  readonly days: Readonly<Record<string, number>>;
  /** By how many days a Member may have the restriction of its paper extended, once. */
  readonly extension: number;
  /** The kinds that are derestricted once a body has considered them, if that comes first. */
  readonly afterConsideration: readonly string[];
}

export const restrictionRules: RestrictionRules = {
  days: { minutes: 45, memberPaper: 60 },
  extension: 30,
  afterConsideration: ['memberPaper'],
};

/** What the day of derestriction depends on. */
export interface Restriction {
  readonly kind: string | null;
  /** ISO date. */
  readonly circulatedOn: string | null;
  /** Days by which it was extended in all. */
  readonly extendedBy: number;
}

/** The day on which a restricted document is derestricted by the passing of time, if it is. */
export function derestrictionDay(
  { kind, circulatedOn, extendedBy }: Restriction,
  rules: RestrictionRules = restrictionRules,
): string | undefined {
  const days = rules.days[kind ?? ''];
  if (days === undefined || circulatedOn === null) return undefined;
  return plusDays(circulatedOn, days + extendedBy);
}
