import type { Language, StepEvents } from '@rapporteur/kernel';
import type { Category } from './categories';
import type { rulesOutcomes, steps } from './steps';
import type { Title } from './title';

export type Events = StepEvents<typeof steps>;

/** A request for assistance that serves the topic, once it was transmitted. */
export type KnownReferral = {
  readonly id: string;
  /** How it ended for the group; null while its answer is outstanding. */
  readonly outcome: 'noted' | 'declined' | 'recalled' | null;
};

export type TopicContext = {
  /** ISO date of its submission. */
  readonly submittedOn: string | null;
  /** The sponsors, co-sponsors included; sorted. */
  readonly members: readonly string[];
  readonly originalLang: Language | null;
  readonly title: Title;
  readonly categories: readonly Category[];
  readonly proposesRules: boolean;
  /** The paper that submits it and its revisions, sorted. */
  readonly symbols: readonly string[];
  readonly topicNo: string | null;
  /** Null until it is registered. */
  readonly bearsOnWorldTrade: boolean | null;
  readonly planItem: string | null;
  /** For which meetings it is scheduled, and at which it was discussed, as the steps call them. */
  readonly meetingIds: readonly string[];
  readonly discussedAt: readonly string[];
  readonly docs: readonly string[];
  readonly balanceNotes: readonly string[];
  readonly rulesConsidered: (typeof rulesOutcomes)[number] | null;
  readonly toPlan: string | null;
  readonly referrals: readonly KnownReferral[];
  readonly textSymbol: string | null;
  /** Where its lineage leads on, as the steps call it. */
  readonly mergedInto: string | null;
  readonly splitInto: readonly string[];
};

export const nothingKnown: TopicContext = {
  submittedOn: null,
  members: [],
  originalLang: null,
  title: {},
  categories: [],
  proposesRules: false,
  symbols: [],
  topicNo: null,
  bearsOnWorldTrade: null,
  planItem: null,
  meetingIds: [],
  discussedAt: [],
  docs: [],
  balanceNotes: [],
  rulesConsidered: null,
  toPlan: null,
  referrals: [],
  textSymbol: null,
  mergedInto: null,
  splitInto: [],
};

type Known = Partial<TopicContext>;

/** What the sponsors and the Secretariat say of the topic. */
export function saidOfIt(context: TopicContext, event: Events): Known {
  switch (event.type) {
    case 'topic.submitted':
      return submission(event);
    case 'topic.registered': {
      const { topicNo, bearsOnWorldTrade = true } = event.data;
      return { topicNo, bearsOnWorldTrade };
    }
    case 'topic.titleTranslated':
      return { title: { ...context.title, [event.data.lang]: event.data.title } };
    case 'topic.cosponsored':
      return { members: union(context.members, event.data.members) };
    case 'topic.revised':
      return { symbols: union(context.symbols, [event.data.docSymbol]) };
    case 'topic.reclassified': {
      const { from, to } = event.data;
      const others = context.categories.filter((category) => category !== from);
      return { categories: union(others, [to]) };
    }
  }
  return {};
}

function submission({ data, occurredOn }: Extract<Events, { type: 'topic.submitted' }>): Known {
  return {
    submittedOn: occurredOn,
    members: union([], data.members),
    originalLang: data.originalLang,
    title: { [data.originalLang]: data.title },
    categories: union([], data.categories),
    proposesRules: data.proposesRules ?? false,
    symbols: [data.docSymbol],
    balanceNotes: data.balanceNote === undefined ? [] : [data.balanceNote],
  };
}

/** What the group does with it. */
export function doneWithIt(context: TopicContext, event: Events): Known {
  switch (event.type) {
    case 'topic.scheduled':
      return {
        planItem: event.data.planItem,
        meetingIds: union(context.meetingIds, event.data.meetingIds),
      };
    case 'topic.discussed':
      return discussion(context, event.data);
    case 'topic.rulesConsidered':
      return { rulesConsidered: event.data.outcome };
    case 'topic.carriedForward':
      return { toPlan: event.data.toPlan };
    case 'topic.concluded':
      return { textSymbol: event.data.textSymbol ?? null };
    case 'topic.merged':
      return { mergedInto: event.data.into };
    case 'topic.split':
      return { splitInto: union([], event.data.children) };
  }
  return {};
}

function discussion(
  context: TopicContext,
  { meetingId, docs, balanceNote }: Extract<Events, { type: 'topic.discussed' }>['data'],
): Known {
  const notes = balanceNote === undefined ? [] : [balanceNote];
  return {
    discussedAt: union(context.discussedAt, [meetingId]),
    docs: union(context.docs, docs),
    balanceNotes: union(context.balanceNotes, notes),
  };
}

/** The referrals with what the step says of one; the end of one that was never made changes nothing. */
export function referralsAfter(
  { referrals }: TopicContext,
  event: Events,
): readonly KnownReferral[] {
  if (event.type === 'topic.referralMade') {
    const { referralId: id } = event.data;
    const others = referrals.filter((known) => known.id !== id);
    return [...others, { id, outcome: null }].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  if (event.type !== 'topic.referralEnded') return referrals;
  const { referralId, outcome } = event.data;
  return referrals.map((known) => (known.id === referralId ? { ...known, outcome } : known));
}

/** Both lists without repetition, sorted, so that the order of recording leaves no trace. */
function union<T extends string>(kept: readonly T[], more: readonly T[]): readonly T[] {
  return [...new Set([...kept, ...more])].sort();
}
