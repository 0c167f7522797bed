import type { CaseView } from '@rapporteur/kernel';

type Seen = Pick<CaseView, 'isIn'>;

const settled = {
  referral: ['unopened', 'declined', 'noted', 'recalled'],
  topic: ['unopened', 'outsideMandate', 'concluded', 'withdrawn', 'merged', 'split'],
} as const;

const ends = ['concluded', 'terminated', 'expired'];

/** Whether a body still has the request before it, or the group the answer. */
export const isOpenReferral = ({ isIn }: Seen): boolean => !settled.referral.some(isIn);

/** Whether the group still has the topic before it. */
export const isOpenTopic = ({ isIn }: Seen): boolean => !settled.topic.some(isIn);

/** Whether the group is no more, as far as is known: an extension takes an expired one up again. */
export const hasGroupEnded = ({ isIn }: Seen): boolean => ends.some(isIn);
