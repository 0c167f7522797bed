import { causeOf, parseCaseName, type CaseView, type CausedStep } from '@rapporteur/kernel';
import { isOpenReferral, isOpenTopic } from '../open-cases';
import type { steps } from './steps';

const on = causeOf<typeof steps>();

/** No body is left with a request of a group that is no more. */
const recalled = (referrals: readonly CaseView[], reason: string): readonly CausedStep[] =>
  referrals.filter(isOpenReferral).flatMap(stepIn('referral.recalled', { reason }));

export const causes = [
  // ¶2: the group in being owes a work plan and a calendar of meetings.
  on('workingGroup.established', ({ case: id }) => [
    {
      case: { procedure: 'workPlan', case: id },
      type: 'workPlan.requested',
      data: { para: '2' },
      links: { parent: `workingGroup/${id}` },
    },
  ]),
  on(
    'workingGroup.concluded',
    ({ under }) => recalled(under('referral'), 'The work of the Working Group was concluded.'),
    { under: ['referral'] },
  ),
  on(
    'workingGroup.terminated',
    ({ under }) => recalled(under('referral'), 'The Working Group was terminated.'),
    { under: ['referral'] },
  ),
  // What is open is carried to the General Council, under whose auspices the group stood (¶1).
  on(
    'workingGroup.mandateExpired',
    ({ under }) => [
      ...recalled(under('referral'), 'The mandate of the Working Group expired.'),
      ...under('topic')
        .filter(isOpenTopic)
        .flatMap(stepIn('topic.carriedForward', { toPlan: 'General Council' })),
    ],
    { under: ['referral', 'topic'] },
  ),
];

/** The same step in each of these cases. */
function stepIn(type: string, data: CausedStep['data']) {
  return ({ name }: CaseView): readonly CausedStep[] => {
    const ref = parseCaseName(name);
    return ref ? [{ case: ref, type, data, links: {} }] : [];
  };
}
