import { took, type Told } from '@rapporteur/kernel';
import { meetingPlanned } from './told-meetings';

// Sentences about the reviews that the General Council holds, its meetings and the reports for them.

const council = { role: 'generalCouncil' } as const;
const chairOfCouncil = { role: 'chair', of: 'generalCouncil' } as const;

const plannedOn = '2018-01-08';

/** A meeting of the General Council, planned in January 2018 for one day or more. */
export const councilMeets = (id: string, from: string, to: string = from): Told =>
  meetingPlanned(id, 'generalCouncil', [from, to], plannedOn);

export const councilOpens = (id: string, occurredOn: string): Told =>
  took(
    `meeting/${id}`,
    'meeting.opened',
    { presidingRef: 'HOLDER-G', capacity: 'chair', quorum: 'presumed' },
    { occurredOn, onBehalfOf: chairOfCouncil },
  );

export const councilCloses = (id: string, occurredOn: string): Told =>
  took(
    `meeting/${id}`,
    'meeting.closed',
    { endedAt: '18:05' },
    { occurredOn, onBehalfOf: chairOfCouncil },
  );

/** The General Council holds a review on the basis of the report of the group, unless said otherwise. */
export const reviewHeld = (
  review: string,
  occurredOn: string,
  { reason, ...data }: { readonly reason?: string } & Readonly<Record<string, unknown>> = {},
): Told =>
  took(
    review,
    'review.held',
    { outcome: 'noted', reportBasis: 'wg', ...data },
    { occurredOn, onBehalfOf: council, ...(reason ? { irregularity: { reason } } : {}) },
  );

/** The Working Group adopts its report and submits it. */
export function reportSubmitted(
  report: string,
  circulatedOn: string,
  late?: { readonly reason: string },
): readonly Told[] {
  const symbol = 'WT/WGEC/SIM/1';
  return [
    took(
      report,
      'report.adopted',
      { text: symbol, dissent: [] },
      {
        occurredOn: circulatedOn,
        onBehalfOf: { role: 'body', of: 'workingGroup' },
        decision: { mode: 'consensus' },
      },
    ),
    took(
      report,
      'report.submitted',
      { symbol, circulatedOn, langs: ['en'], ...(late ? { late } : {}) },
      circulatedOn,
    ),
  ];
}
