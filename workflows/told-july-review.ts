import { took, type Told } from '@rapporteur/kernel';
import { theDecisionAdopted } from './told';
import { councilMeets, councilOpens, reportSubmitted, reviewHeld } from './told-review';

// Sentences about the first periodic review, in July 2018: `gc-july` is the General Council's meeting.

export const review = 'review/ecommerce-2018-07';
export const report = 'report/ecommerce-2018-07';
export const july = '2018-07-26';

type When = Parameters<typeof took>[3];
const told = (type: string, data: object, when: When) => took(review, `review.${type}`, data, when);

export const anchored = (meetingId: string, when: When = '2018-05-08') =>
  told('anchored', { meetingId }, when);
export const received = (data: object, when: When) => told('reportReceived', data, when);
export const listed = (day: string, itemNo = '4') => told('listed', { itemNo }, day);
export const opened = (occurredOn: string, meeting?: string) =>
  told(
    'opened',
    {},
    {
      occurredOn,
      onBehalfOf: { role: 'chair', of: 'generalCouncil' },
      ...(meeting ? { decision: { mode: 'administrative', meeting } } : {}),
    },
  );
export const held = (day = july, more: Parameters<typeof reviewHeld>[2] = {}) =>
  reviewHeld(review, day, more);
export const deferred = (occurredOn: string, toMeeting?: string) =>
  told('deferred', toMeeting ? { toMeeting } : {}, {
    occurredOn,
    onBehalfOf: { role: 'generalCouncil' },
  });
export const missed = (day: string) => told('missed', {}, day);

export const scheduled: readonly Told[] = [...theDecisionAdopted, councilMeets('gc-july', july)];
export const tied: readonly Told[] = [...scheduled, anchored('gc-july')];
export const onAgenda: readonly Told[] = [...tied, listed('2018-07-12')];
/** On the agenda, with the report of the group submitted on the day of the notice. */
export const inTime: readonly Told[] = [...onAgenda, ...reportSubmitted(report, '2018-07-16')];
export const underReview: readonly Told[] = [
  ...inTime,
  councilOpens('gc-july', july),
  opened(july),
];
