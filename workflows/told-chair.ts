import { took, type Told } from '@rapporteur/kernel';
import { theDecisionAdopted, theGroupEstablished } from './told';

// Sentences about the chairmanship of the group, each with the day on which it happened.

type When = Parameters<typeof took>[3];

const told = (type: string, data: object, when: When): Told =>
  took('chair/ecommerce', `chair.${type}`, data, when);

export const consultations = (day: string): Told =>
  told('consultationsOpened', { by: 'generalCouncil', groupings: ['Africa Group', 'GRULAC'] }, day);

export const noted = (when: When, holderRef = 'HOLDER-A'): Told =>
  told('consensusNoted', { meetingId: 'gc-2018-03-07', holderRef }, when);

export const blocked = (day: string): Told =>
  told('designationBlocked', { reason: 'No consensus' }, day);

export const designated = (when: When, term = 'full', holderRef = 'HOLDER-A'): Told =>
  told('designated', { holderRef, capacity: 'personal', term }, when);

export const tookOffice = (day: string): Told => told('tookOffice', { from: day }, day);

export const resigned = (day: string, effectiveOn = day): Told =>
  told('resigned', { effectiveOn }, day);

export const interim = (day: string, scope: object = { meetingId: 'wg-3' }): Told =>
  told(
    'interimAppointed',
    { holderRef: 'HOLDER-I', scope },
    { occurredOn: day, onBehalfOf: { role: 'body', of: 'workingGroup' } },
  );

export const heldOver = (day: string): Told =>
  told('heldOver', { reason: 'No successor agreed' }, day);

export const termEnded = (day: string): Told => told('termEnded', {}, day);

/** The office as the establishment of the group finds it. */
export const vacant: readonly Told[] = [...theDecisionAdopted, theGroupEstablished];
export const consulting: readonly Told[] = [...vacant, consultations('2018-01-22')];
/** HOLDER-A has been in office since 8 March 2018. */
export const holding: readonly Told[] = [
  ...consulting,
  designated('2018-03-07'),
  tookOffice('2018-03-08'),
];
