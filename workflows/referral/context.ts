import type { StepEvents } from '@rapporteur/kernel';
import type { Subject } from './competence';
import type { steps } from './steps';

/** A question as it was put. */
export type Question = {
  readonly id: string;
  readonly text: string;
  readonly subject?: Subject;
};

export type ReferralContext = {
  readonly topicIds: readonly string[];
  /** The body asked; whoever answers is measured by it. */
  readonly body: string | null;
  readonly questions: readonly Question[];
  readonly replyBy: string | null;
  /** The day since which the body is asked for a reply by that day: not before it can the day pass. */
  readonly replyBySetOn: string | null;
  readonly transmittedOn: string | null;
  /** The day on which it was first answered, in part, in whole or by nothing to report. */
  readonly repliedOn: string | null;
  readonly symbol: string | null;
  readonly meetingId: string | null;
  readonly excluded: readonly string[];
  readonly answered: readonly string[];
  readonly reports: readonly string[];
  readonly onChairResponsibility: boolean;
  readonly pursued: readonly string[];
  readonly dropped: readonly string[];
};

type Events = StepEvents<typeof steps>;

/** The day set for the reply, and when it was; agreed without one, a request keeps the one it had. */
export function replyDay(
  { replyBy, replyBySetOn }: ReferralContext,
  {
    data,
    occurredOn,
  }: { readonly data: { readonly replyBy?: string }; readonly occurredOn: string },
): Pick<ReferralContext, 'replyBy' | 'replyBySetOn'> {
  return data.replyBy === undefined
    ? { replyBy, replyBySetOn }
    : { replyBy: data.replyBy, replyBySetOn: occurredOn };
}

/** What is known once a body has reported: the questions answered so far, and by which papers. */
export function reportKept(context: ReferralContext, event: Events): Partial<ReferralContext> {
  switch (event.type) {
    case 'referral.interimReported':
      return { reports: inOrder([...context.reports, event.data.symbol]) };
    case 'referral.nilReported':
      return event.data.symbol === undefined
        ? {}
        : { reports: inOrder([...context.reports, event.data.symbol]) };
    case 'referral.reportedInPart':
      return reported(context, event.data);
    case 'referral.reported': {
      const { onChairResponsibility = false } = event.data;
      return { ...reported(context, event.data), onChairResponsibility };
    }
  }
  return {};
}

function reported(
  { reports, answered }: ReferralContext,
  said: { readonly symbol: string; readonly answered: readonly string[] },
): Pick<ReferralContext, 'reports' | 'answered'> {
  return {
    reports: inOrder([...reports, said.symbol]),
    answered: inOrder([...answered, ...said.answered]),
  };
}

export function remaining(
  said: readonly { readonly question: string; readonly action: string }[],
  action: 'pursued' | 'dropped',
): readonly string[] {
  return inOrder(said.filter((each) => each.action === action).map(({ question }) => question));
}

export const inOrder = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();
