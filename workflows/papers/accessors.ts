import type { CaseView } from '@rapporteur/kernel';
import type { ReferralContext } from '../referral/context';
import type { ReviewContext } from '../review/machine';
import type { ViewsContext } from '../views/machine';
import { meetingName } from '../named-meeting';
import { stakeholders } from '../views/stakeholders';
import { bodyCalled, reading, type Fact } from './telling';
import { groupFacts, groupNames } from './told-of-work';

/** How the reviews of a decision are dated. */
export const review = {
  procedure: 'review',
  parent: 'parent',
  held: 'review.held',
  opened: 'review.opened',
  meeting: reading<ReviewContext, string | undefined>(
    ({ context }) => meetingName(context.meetingId),
    () => undefined,
  ),
  month: reading<ReviewContext, string | undefined>(
    ({ context }) => context.month ?? undefined,
    () => undefined,
  ),
};

/** Which body a request went to. */
export const referrals = {
  procedure: 'referral',
  addressee: reading<
    ReferralContext,
    { readonly id: string; readonly name: ReturnType<typeof bodyCalled> }
  >(
    ({ context: { body } }) => ({ id: body ?? '', name: bodyCalled(body) }),
    () => ({ id: '', name: bodyCalled(null) }),
  ),
};

interface GroupViews {
  readonly region: string;
  readonly name: ReturnType<typeof bodyCalled>;
  readonly facts: readonly Fact[];
}

/** Whose views on a topic are followed. */
export const views = {
  procedure: 'views',
  about: 'topic',
  groups: reading<ViewsContext, readonly GroupViews[]>(
    ({ context }) =>
      stakeholders.map((region) => ({
        region,
        name: groupNames[region],
        facts: groupFacts(context, region),
      })),
    () => [],
  ),
};

/** Whether the days of a meeting or a session still to come are settled. */
export const isConvened = (view: CaseView): boolean =>
  typeof view.context['noticeDate'] === 'string' || view.isIn('dated');
