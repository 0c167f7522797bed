import { took } from '@rapporteur/kernel';
import {
  meetingClosed,
  meetingOfTheGroup,
  theChairInOffice,
  theDecisionAdopted,
  theGroupEstablished,
} from '../told';

/** What walks begin with, as far as their seed says: an adopted decision, a group that has met. */
export const beginning = [
  ...theDecisionAdopted,
  theGroupEstablished,
  ...theChairInOffice,
  ...meetingOfTheGroup('wg-1', '2018-03-26'),
  meetingClosed('wg-1', '2018-03-26'),
  took(
    'workingGroup/ecommerce',
    'workingGroup.firstMeetingHeld',
    { meetingId: 'wg-1' },
    '2018-03-26',
  ),
];

/** The year after, no successor being designated: seldom reached by chance. */
export const theChairHeldOver = took(
  'chair/ecommerce',
  'chair.heldOver',
  { reason: 'No successor was designated.' },
  { occurredOn: '2019-03-15', actor: { id: 'timekeeper', role: 'clock' } },
);
