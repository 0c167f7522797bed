import { clockStepOf, plusDays } from '@rapporteur/kernel';
import { hasGroupEnded, isOpenReferral } from '../open-cases';
import type { ReferralContext } from './machine';
import type { steps } from './steps';

const clockStep = clockStepOf<typeof steps, ReferralContext>();

export const clock = [
  // Only a day that the request has set can pass; while the group is suspended it is not counted.
  clockStep({
    step: 'referral.replyAwaited',
    when: ({ case: { context, isIn }, related }, today) => {
      const { replyBy, replyBySetOn } = context;
      if (replyBy === null || replyBy >= today || !isIn('asked.timing.inTime')) return undefined;
      if (related('workingGroup')?.isIn('established.activity.suspended')) return undefined;
      // A day set when it had passed already is awaited from the day on which it was set.
      const [dayAfter, setOn] = [plusDays(replyBy, 1), replyBySetOn ?? ''];
      return { occurredOn: dayAfter > setOn ? dayAfter : setOn, data: { dueOn: replyBy } };
    },
  }),
  // The end of the group recalls what is open on its day. Entered late, it comes before what had happened
  // in a request by then, which is recalled once it is known: on the day on which the clock is asked.
  clockStep({
    step: 'referral.recalled',
    when: ({ case: request, related }, today) => {
      const group = related('workingGroup');
      if (!group || !hasGroupEnded(group) || !isOpenReferral(request)) return undefined;
      return { occurredOn: today, data: { reason: 'The Working Group had come to its end.' } };
    },
  }),
];
