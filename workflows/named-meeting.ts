import { isCaseId, parseCaseName, type Mentions } from '@rapporteur/kernel';

/** The case of a meeting called by its id or by its name: `meeting/wgec-2018-06-12`. */
export function meetingName(called: unknown): string | undefined {
  if (typeof called !== 'string') return undefined;
  if (isCaseId(called)) return `meeting/${called}`;
  return parseCaseName(called)?.procedure === 'meeting' ? called : undefined;
}

/** The meeting that a step names in itself: in its payload, or as the place of its decision. */
export const namedMeeting: Mentions = ({ data, decision }) => {
  const name = meetingName(data['meetingId'] ?? decision?.meeting);
  return name === undefined ? {} : { meeting: name };
};
