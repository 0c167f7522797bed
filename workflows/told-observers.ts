import { took, type Told } from '@rapporteur/kernel';
import { theDecisionAdopted, theGroupEstablished } from './told';

// Sentences about an organisation that asks the Working Group for observer status.

export const observerName = 'observer/unctad-workinggroup';

type When = Parameters<typeof took>[3];
type More = Exclude<When, string>;

export const group = { role: 'body', of: 'workingGroup' } as const;
export const council = { role: 'generalCouncil' } as const;
const consensus = { mode: 'consensus' } as const;

export const observer = (type: string, data: object, when: When) =>
  took(observerName, `observer.${type}`, data, when);
const byGroup = (type: string, data: object, occurredOn: string, more: Partial<More> = {}) =>
  observer(type, data, { occurredOn, onBehalfOf: group, decision: consensus, ...more });

export const requested = (occurredOn = '2018-04-03', data: object = {}, of = 'UNCTAD') =>
  observer(
    'requested',
    { org: 'UNCTAD', body: 'workingGroup', ...data },
    { occurredOn, onBehalfOf: { role: 'observer', of } },
  );
export const invited = (meetingId: string, on = '2018-06-12', more: Partial<More> = {}) =>
  byGroup('invitedAdHoc', { meetingId }, on, more);
export const granted = (on = '2018-06-12', more: Partial<More> = {}) =>
  byGroup('granted', {}, on, more);
export const leftPending = (on = '2018-06-12', more: Partial<More> = {}) =>
  byGroup('leftPending', { reason: 'No consensus' }, on, more);
export const refused = (on = '2018-06-12', more: Partial<More> = {}) =>
  byGroup('refused', {}, on, more);
export const lapsed = (when: When, data: object = {}) => observer('lapsed', data, when);

/** A meeting from its planning on; of the group unless another body is named. */
export const planned = (id: string, from: string, body = 'workingGroup'): Told =>
  took(
    `meeting/${id}`,
    'meeting.planned',
    { body, spans: [{ from }], format: 'informal' },
    '2018-03-12',
  );
const opened = (id: string, day: string): Told =>
  took(
    `meeting/${id}`,
    'meeting.opened',
    { presidingRef: 'HOLDER-A', capacity: 'chair', quorum: 'presumed' },
    { occurredOn: day, onBehalfOf: { role: 'chair', of: 'workingGroup' } },
  );
const closed = (id: string, day: string): Told =>
  took(`meeting/${id}`, 'meeting.closed', { endedAt: '18:05' }, day);
const june = [planned('wgec-2018-06-12', '2018-06-12')];
const juneHeld = [
  ...june,
  opened('wgec-2018-06-12', '2018-06-12'),
  closed('wgec-2018-06-12', '2018-06-12'),
];
export const established: readonly Told[] = [...theDecisionAdopted, theGroupEstablished];
export const asked: readonly Told[] = [...established, ...june, requested()];
export const askedAndHeld: readonly Told[] = [...established, ...juneHeld, requested()];
