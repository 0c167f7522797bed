import { took, type Told } from '@rapporteur/kernel';
import { theDecisionAdopted } from './told';
import { meetingPlanned } from './told-meetings';
import { councilMeets } from './told-review';

// Sentences about the report of the Working Group for the first review, in July 2018.

export const report = 'report/ecommerce-2018-07';
export const review = 'review/ecommerce-2018-07';
export const july = '2018-07-26';

type When = Parameters<typeof took>[3];
const told = (type: string, data: object, when: When) => took(report, `report.${type}`, data, when);

const group = { role: 'body', of: 'workingGroup' } as const;

export const drafted = (when: When, more: object = {}) =>
  told(
    'drafted',
    {
      symbol: 'JOB/WGEC/SIM/1',
      coverage: { from: '2018-04-16', to: '2018-06-30' },
      sections: ['meetings', 'internationalRules', 'views'],
      ...more,
    },
    when,
  );
export const tabled = (when: When, meetingId = 'wg-3') => told('tabled', { meetingId }, when);
export const adopted = (occurredOn: string, mode: 'consensus' | 'noted' = 'consensus') =>
  told(
    'adopted',
    { text: 'JOB/WGEC/SIM/1', dissent: ['One Member did not share paragraph 12.'] },
    { occurredOn, onBehalfOf: group, decision: { mode } },
  );
export const issued = (day: string) =>
  told('issuedOnChairResponsibility', { reason: 'No consensus on section 4' }, day);
export const submitted = (circulatedOn: string, late?: string, occurredOn = circulatedOn) =>
  told(
    'submitted',
    {
      symbol: 'WT/WGEC/SIM/1',
      circulatedOn,
      langs: ['en'],
      ...(late ? { late: { reason: late } } : {}),
    },
    occurredOn,
  );
export const supplemented = (n: number, day: string) =>
  told('supplemented', { symbol: `WT/WGEC/SIM/1/Add.${n}` }, day);
export const corrected = (n: number, day: string) =>
  told('corrected', { symbol: `WT/WGEC/SIM/1/Corr.${n}` }, day);
export const considered = (occurredOn: string) =>
  told(
    'considered',
    { reviewId: 'ecommerce-2018-07' },
    { occurredOn, onBehalfOf: { role: 'generalCouncil' } },
  );
export const missed = (day: string) => told('missed', {}, day);

export const due: readonly Told[] = [...theDecisionAdopted, councilMeets('gc-july', july)];
export const ofGroup = meetingPlanned('wg-3', 'workingGroup', ['2018-07-09'], '2018-04-16');
export const written: readonly Told[] = [...due, ofGroup, drafted('2018-06-30')];
export const before: readonly Told[] = [...written, tabled('2018-07-09')];
export const agreed: readonly Told[] = [...before, adopted('2018-07-09')];
export const inTime: readonly Told[] = [...agreed, submitted('2018-07-16')];
