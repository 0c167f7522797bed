import type { StepEvents } from '@rapporteur/kernel';
import type { steps } from './steps';

/** A term of office, whoever serves it: a successor may serve what is left of it. */
export type ChairTerm = {
  /** The day from which the first of its holders was in office. */
  readonly since: string;
  /** The day on which its last holder left, null while somebody serves it. */
  readonly endedOn: string | null;
};

export type ChairContext = {
  /** Who is in office, or designated while nobody is, by reference. */
  readonly holderRef: string | null;
  /** On whom consensus was noted, by reference. */
  readonly notedRef: string | null;
  readonly term: 'full' | 'remainder' | null;
  /** Where the search for the next holder stands, also while somebody is in office. */
  readonly succession: 'none' | 'consultations' | 'nameNoted' | 'blocked' | 'designated';
  /** Who is designated while somebody else is in office, by reference. */
  readonly successorRef: string | null;
  readonly successorTerm: 'full' | 'remainder' | null;
  /** The day on which whoever is designated, and not yet in office, was so. */
  readonly designatedOn: string | null;
  /** The day as of which whoever is in office came into it: not before it can they leave. */
  readonly inOfficeOn: string | null;
  /** The day a resignation takes effect. */
  readonly effectiveOn: string | null;
  /** The term is over and its holder serves on, for want of a successor. */
  readonly isHeldOver: boolean;
  /** Its holder resigned before the term was over, and nobody has taken office since. */
  readonly leftMidTerm: boolean;
  /** Whether a designation was blocked before anybody was designated. */
  readonly wasBlocked: boolean;
  /** Whether anybody has ever been designated: what paragraph 2 instructs is then done. */
  readonly wasDesignated: boolean;
  /** In their order; the last is the one being served, or the last served. */
  readonly terms: readonly ChairTerm[];
  /** The meetings for which an interim chair was appointed; the office is left when they close. */
  readonly interimAt: readonly string[];
  /** For how long the interim chair in office was appointed. */
  readonly interimScope: { readonly meetingId?: string; readonly until?: string } | null;
};

type Events = StepEvents<typeof steps>;
type Event<T extends Events['type']> = Extract<Events, { readonly type: T }>;
type Change = Partial<ChairContext>;

/** Somebody is designated, whether or not somebody else is in office. */
export function designation({ occurredOn }: Event<'chair.designated'>): Change {
  return { designatedOn: occurredOn, succession: 'designated', wasDesignated: true };
}

/** Whoever was designated is in office: for a term of their own, or for what is left of the last. */
export function inOffice(context: ChairContext, event: Event<'chair.tookOffice'>): Change {
  const { terms, successorRef } = context;
  const { holderRef, term } =
    successorRef === null ? context : { holderRef: successorRef, term: context.successorTerm };
  const last = terms.at(-1);
  const served =
    term === 'remainder' && last
      ? [...terms.slice(0, -1), { ...last, endedOn: null }]
      : [...ended(terms, event.occurredOn), { since: event.data.from, endedOn: null }];
  return {
    ...nobodyLeaving,
    inOfficeOn: event.occurredOn,
    holderRef,
    term,
    succession: 'none',
    designatedOn: null,
    leftMidTerm: false,
    terms: served,
  };
}

/** An interim chair is in office; whoever is designated already will succeed. */
export function interimInOffice(
  { holderRef, term, succession, successorRef, interimAt }: ChairContext,
  { data, occurredOn }: Event<'chair.interimAppointed'>,
): Change {
  const isDesignee = succession === 'designated' && successorRef === null;
  return {
    ...(isDesignee ? { successorRef: holderRef, successorTerm: term } : {}),
    inOfficeOn: occurredOn,
    holderRef: data.holderRef,
    term: null,
    interimAt: withMeeting(interimAt, data.scope.meetingId),
    interimScope: { ...data.scope },
  };
}

/** The office is left; a successor, when there is one, is then the one designated. */
export function vacated({
  succession,
  successorRef,
  successorTerm,
  notedRef,
}: ChairContext): Change {
  return {
    ...nobodyLeaving,
    holderRef: successorRef,
    term: successorTerm,
    notedRef: succession === 'nameNoted' ? notedRef : null,
  };
}

/** The terms with the last one ended on that day, unless it had ended before. */
export function ended(terms: readonly ChairTerm[], day: string): readonly ChairTerm[] {
  const last = terms.at(-1);
  return last ? [...terms.slice(0, -1), { ...last, endedOn: last.endedOn ?? day }] : terms;
}

/** A term lasts beyond the year in which it began: in that year it cannot be over. */
export function isRunning({ terms }: ChairContext, day: string): boolean {
  const since = terms.at(-1)?.since;
  return since !== undefined && since.slice(0, 4) >= day.slice(0, 4);
}

const nobodyLeaving: Change = {
  inOfficeOn: null,
  successorRef: null,
  successorTerm: null,
  effectiveOn: null,
  isHeldOver: false,
  interimScope: null,
};

/** The meetings with one more, sorted, so that the order of recording leaves no trace. */
function withMeeting(meetings: readonly string[], id: string | undefined): readonly string[] {
  return id === undefined ? meetings : [...new Set([...meetings, id])].sort();
}
