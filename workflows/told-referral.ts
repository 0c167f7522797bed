import { took, type Told } from '@rapporteur/kernel';
import {
  meetingClosed,
  meetingOfTheGroup,
  theChairInOffice,
  theDecisionAdopted,
  theGroupEstablished,
} from './told';

// Sentences about requests for assistance (¶4), as scenarios of several procedures tell them.

type When = Exclude<Parameters<typeof took>[3], string>;

const group = { role: 'body', of: 'workingGroup' } as const;
const chairOfGroup = { role: 'chair', of: 'workingGroup' } as const;
const consensus = { mode: 'consensus' } as const;

export const firstMeeting = '2018-04-16';

/** The Working Group after its first meeting: it may ask other bodies. */
export const theGroupAtWork: readonly Told[] = [
  ...theDecisionAdopted,
  theGroupEstablished,
  ...theChairInOffice,
  ...meetingOfTheGroup('wg-1', firstMeeting),
  meetingClosed('wg-1', firstMeeting),
  took(
    'workingGroup/ecommerce',
    'workingGroup.firstMeetingHeld',
    { meetingId: 'wg-1' },
    firstMeeting,
  ),
];

/** Two questions for the Council for TRIPS, on subjects that it took up in 1998. */
export const twoQuestions = [
  { id: 'q1', text: 'Enforcement of copyright in the digital environment', subject: 'copyright' },
  { id: 'q2', text: 'Domain names and trademarks', subject: 'trademarks' },
];

const inGroup = { workingGroup: 'workingGroup/ecommerce' };

/** The steps of one request: those of the group and those of the body asked. */
export const request = (name: string, body = 'tripsCouncil') => ({
  ...stepsOfTheGroup(name, body),
  ...stepsOfTheBody(name, body),
});

function stepsOfTheGroup(name: string, body: string) {
  const tell = (step: string, data: object, when: When): Told =>
    took(name, `referral.${step}`, data, when);
  const byGroup = (occurredOn: string) => ({ occurredOn, onBehalfOf: group });
  const draft = { topicIds: [], body, questions: twoQuestions };
  return {
    drafted: (more: object = {}, links: Record<string, string> = inGroup) =>
      tell(
        'drafted',
        { ...draft, ...more },
        { occurredOn: firstMeeting, links, onBehalfOf: chairOfGroup },
      ),
    redrafted: (day: string, questions: readonly object[] = twoQuestions) =>
      tell('drafted', { ...draft, questions }, { occurredOn: day, onBehalfOf: chairOfGroup }),
    agreed: (data: object = {}, more: Partial<When> = {}) =>
      tell('agreed', data, { ...byGroup(firstMeeting), decision: consensus, ...more }),
    replyDateSet: (day: string, replyBy: string) => tell('replyDateSet', { replyBy }, byGroup(day)),
    transmitted: (day = '2018-04-23') =>
      tell('transmitted', { symbol: 'WT/WGEC/SIM/4', date: day }, { occurredOn: day }),
    noted: (day: string, remaining: readonly object[] = [], more: Partial<When> = {}) =>
      tell('noted', { meetingId: 'wg-2', remaining }, { ...byGroup(day), ...more }),
    recalled: (day: string) => tell('recalled', { reason: 'Taken up elsewhere' }, byGroup(day)),
    replyAwaited: (occurredOn: string, dueOn: string) =>
      tell('replyAwaited', { dueOn }, { occurredOn, actor: { id: 'timekeeper', role: 'clock' } }),
  };
}

function stepsOfTheBody(name: string, body: string) {
  const asked =
    body === 'generalCouncil'
      ? ({ role: 'generalCouncil' } as const)
      : ({ role: 'body', of: body } as const);
  const tell = (step: string, occurredOn: string, data: object, more: Partial<When> = {}): Told =>
    took(name, `referral.${step}`, data, { occurredOn, onBehalfOf: asked, ...more });
  const chair = { onBehalfOf: { role: 'chair', of: body } } as const;
  return {
    acknowledged: (day = '2018-05-02') =>
      tell('acknowledged', day, { meetingId: 'trips-2018-06' }, chair),
    accepted: (day: string, data: object = { scope: 'full' }, more: Partial<When> = {}) =>
      tell('accepted', day, data, { decision: consensus, ...more }),
    declined: (day: string, reason = 'noConsensus') => tell('declined', day, { reason }),
    interim: (day: string) => tell('interimReported', day, { symbol: 'IP/C/W/SIM/1' }),
    inPart: (day: string, answered = ['q1']) =>
      tell('reportedInPart', day, { symbol: 'IP/C/W/SIM/2', answered }),
    reported: (day: string, data: object = {}, more: Partial<When> = {}) =>
      tell('reported', day, { symbol: 'IP/C/SIM/3', answered: ['q1', 'q2'], ...data }, more),
    nil: (day: string) => tell('nilReported', day, {}),
  };
}
