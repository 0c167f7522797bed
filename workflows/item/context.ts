import type { StepEvents } from '@rapporteur/kernel';
import { isCarried } from './membership';
import type { ItemRequested, steps } from './steps';

export type Events = StepEvents<typeof steps>;

export type ItemContext = {
  readonly by: string | null;
  readonly title: string | null;
  readonly docs: readonly string[];
  /** Asked for, or its papers presented, after the notice. */
  readonly isLate: boolean;
  readonly itemNo: string | null;
  readonly isStanding: boolean;
  readonly contestedBy: readonly string[];
  readonly isOtherBusiness: boolean;
  /** The body has decided to act on it all the same. */
  readonly isForAction: boolean;
  readonly textSymbol: string | null;
  /** The Members whose formal objection stands. */
  readonly objectors: readonly string[];
  /** The Members that reserved their position, and those that have confirmed. */
  readonly reservers: readonly string[];
  readonly confirmers: readonly string[];
  readonly confirmBy: string | null;
  readonly decision: string | null;
  /** The day from which what was decided has effect. */
  readonly effectiveOn: string | null;
  readonly votes: {
    readonly for: number;
    readonly against: number;
    readonly abstain: number;
  } | null;
};

/** What a step adds to what is known of an item. */
export function itemAfter(event: Events, context: ItemContext): Partial<ItemContext> {
  return {
    ...agendaKept(event, context),
    ...textKept(event, context),
    ...decisionKept(event, context),
  };
}

/** What a step says of the item's place on the agenda. */
function agendaKept(event: Events, context: ItemContext): Partial<ItemContext> {
  switch (event.type) {
    case 'item.requested':
      return requestKept(event.data);
    case 'item.listed':
      return { itemNo: event.data.itemNo, isStanding: event.data.standing ?? false };
    case 'item.inclusionContested':
      return { contestedBy: inOrder([...context.contestedBy, event.data.by]) };
    case 'item.movedToOtherBusiness':
      return { isOtherBusiness: true };
    case 'item.reverted':
      return { isOtherBusiness: false };
    case 'item.takenUp':
      return { isForAction: event.data.forAction ?? context.isForAction };
  }
  return {};
}

function requestKept(asked: ItemRequested): Partial<ItemContext> {
  const { by, docs, title = null, late = false } = asked;
  return { by, title, docs: inOrder(docs), isLate: late };
}

/** What a step says of the text before the body and of those who object to it. */
function textKept(event: Events, { objectors }: ItemContext): Partial<ItemContext> {
  switch (event.type) {
    case 'item.consensusPut':
      return { textSymbol: event.data.textSymbol, objectors: [] };
    case 'item.objectionRaised':
    case 'item.reservationMaintained':
      return { objectors: inOrder([...objectors, event.data.byMember]) };
    case 'item.objectionLifted':
      return { objectors: objectors.filter((each) => each !== event.data.byMember) };
  }
  return {};
}

/** What a step says of the decision: confirmed or not, counted or not, and from when it has effect. */
function decisionKept(event: Events, context: ItemContext): Partial<ItemContext> {
  switch (event.type) {
    case 'item.decided':
      return { decision: event.data.text, effectiveOn: event.occurredOn };
    case 'item.decidedAdReferendum': {
      const { reservers, confirmBy } = event.data;
      return { reservers: inOrder(reservers), confirmers: [], confirmBy };
    }
    case 'item.confirmed': {
      const confirmers = inOrder([...context.confirmers, event.data.byMember]);
      const isWhole = context.reservers.every((each) => confirmers.includes(each));
      return { confirmers, ...(isWhole ? { effectiveOn: event.occurredOn } : {}) };
    }
    case 'item.voteTaken': {
      const { for: inFavour, against, abstain } = event.data;
      const votes = { for: inFavour, against, abstain };
      return {
        votes,
        ...(isCarried(event.data, event.occurredOn) ? { effectiveOn: event.occurredOn } : {}),
      };
    }
  }
  return {};
}

const inOrder = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();
