import { took, type Told } from '@rapporteur/kernel';

// Sentences that scenarios of several procedures begin with.

const decision = 'decision/ecommerce';
const conference = { role: 'ministerialConference' } as const;

export const submitted: Told = took(
  decision,
  'decision.submitted',
  { proponents: ['RUS'], originalLang: 'en', text: 'Work Programme on Electronic Commerce' },
  { occurredOn: '2017-10-05', actor: { id: 'delegation', role: 'member', of: 'RUS' } },
);

export const circulated: Told = took(
  decision,
  'decision.circulated',
  { symbols: ['JOB/GC/137'], jobNo: '17-0000', restriction: 'restricted' },
  '2017-10-06',
);

export const placedOnAgenda: Told = took(
  decision,
  'decision.placedOnAgenda',
  { meetingId: 'mc11', itemNo: '4' },
  '2017-11-30',
);

export const adopted: Told = took(
  decision,
  'decision.adopted',
  {
    body: 'ministerialConference',
    symbols: ['WT/MIN(17)/SIM/1'],
    paras: ['1', '2', '3', '4', '5', '6', '7'],
  },
  { occurredOn: '2017-12-13', decision: { mode: 'consensus' }, onBehalfOf: conference },
);

/** The draft of 5 October 2017, adopted by the Ministerial Conference on 13 December. */
export const theDecisionAdopted: readonly Told[] = [submitted, circulated, placedOnAgenda, adopted];

/** The Working Group, established by the General Council in March since it did not meet in February. */
export const theGroupEstablished: Told = took(
  'workingGroup/ecommerce',
  'workingGroup.established',
  {
    body: 'generalCouncil',
    termsOfReference: 'Paragraph 1 of the decision',
    symbol: 'WT/L/SIM/1',
  },
  {
    occurredOn: '2018-03-07',
    decision: { mode: 'consensus' },
    irregularity: {
      rules: ['workingGroup.establishedInFebruary2018'],
      reason: 'The General Council held no meeting in February 2018.',
    },
  },
);
