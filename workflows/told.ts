import { took, type Told } from '@rapporteur/kernel';

// Sentences that scenarios of several procedures begin with.

const decision = 'decision/ecommerce';
const conference = { role: 'ministerialConference' } as const;
const group = { role: 'body', of: 'workingGroup' } as const;

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

const chair = 'chair/ecommerce';

export const theChairDesignated: Told = took(
  chair,
  'chair.designated',
  { holderRef: 'HOLDER-A', capacity: 'personal', term: 'full' },
  '2018-03-07',
);

export const theChairInOffice: readonly Told[] = [
  theChairDesignated,
  took(chair, 'chair.tookOffice', { from: '2018-03-08' }, '2018-03-08'),
];

/** A meeting of the group on one day, convened in time, from its planning to its opening. */
export function meetingOfTheGroup(id: string, day: string): readonly Told[] {
  const name = `meeting/${id}`;
  const links = { workingGroup: 'workingGroup/ecommerce' };
  const plan = { body: 'workingGroup', spans: [{ from: day }], format: 'formal' };
  const notice = { airgramSymbol: 'WTO/AIR/SIM/1', noticeDate: '2018-03-16' };
  const opening = { presidingRef: 'HOLDER-A', capacity: 'chair', quorum: 'presumed' };
  return [
    took(name, 'meeting.planned', plan, { occurredOn: '2018-03-12', links }),
    took(name, 'meeting.convened', notice, '2018-03-16'),
    took(name, 'meeting.opened', opening, day),
    took(
      name,
      'meeting.agendaAdopted',
      { removed: [], added: [] },
      { occurredOn: day, onBehalfOf: group },
    ),
  ];
}

export const meetingClosed = (id: string, day: string): Told =>
  took(`meeting/${id}`, 'meeting.closed', { endedAt: '18:05' }, day);
