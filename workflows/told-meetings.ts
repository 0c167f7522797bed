import { took, type Told } from '@rapporteur/kernel';

// Sentences about meetings that scenarios of several procedures begin with. They are informal, so
// that no notice needs telling.

/** A meeting of a body on one day or more: `['2019-07-23', '2019-07-24']`. */
export function meetingPlanned(
  id: string,
  body: string,
  [from, to = from]: readonly [string, string?],
  plannedOn: string,
): Told {
  const links = body === 'workingGroup' ? { workingGroup: 'workingGroup/ecommerce' } : {};
  const data = { body, spans: [{ from, to }], format: 'informal' };
  return took(`meeting/${id}`, 'meeting.planned', data, { occurredOn: plannedOn, links });
}

/** The meeting takes place, all of it on that day. */
export function meetingHeld(id: string, day: string): readonly Told[] {
  const opening = { presidingRef: 'HOLDER-A', capacity: 'chair', quorum: 'presumed' };
  return [
    took(`meeting/${id}`, 'meeting.opened', opening, day),
    took(`meeting/${id}`, 'meeting.closed', { endedAt: '18:05' }, day),
  ];
}

/** The meeting is put off to another day, or without one. */
export function meetingPostponed(id: string, day: string, newDate?: string): Told {
  const reason = { reason: 'The hall is not available.', by: 'Chair' };
  const data = newDate === undefined ? reason : { ...reason, newDate };
  return took(`meeting/${id}`, 'meeting.postponed', data, day);
}

export function meetingCancelled(id: string, day: string): Told {
  const data = { reason: 'Nothing is ready for discussion.', by: 'Chair' };
  return took(`meeting/${id}`, 'meeting.cancelled', data, day);
}
