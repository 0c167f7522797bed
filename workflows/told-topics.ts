import { took, type Told } from '@rapporteur/kernel';
import { firstMeeting, theGroupAtWork } from './told-referral';

// Sentences about topics of discussion (¶3) and the views on them (¶5).

type When = Exclude<Parameters<typeof took>[3], string>;

const group = { role: 'body', of: 'workingGroup' } as const;
const consensus = { mode: 'consensus' } as const;

/** A delegation that enters its own acts. */
export const delegation = (of: string) => ({ id: 'delegation', role: 'member', of }) as const;

const byClock = (occurredOn: string): When => ({
  occurredOn,
  actor: { id: 'engine', role: 'clock' },
});

export const theWorkPlanAgreed: Told = took(
  'workPlan/ecommerce',
  'workPlan.agreed',
  { symbol: 'WT/WGEC/SIM/1', effectiveFrom: firstMeeting },
  {
    occurredOn: firstMeeting,
    onBehalfOf: group,
    decision: { mode: 'consensus', meeting: 'wg-1' },
  },
);

/** The Working Group after its first meeting, with its work plan. */
export const theGroupWithAPlan: readonly Told[] = [...theGroupAtWork, theWorkPlanAgreed];

/** The steps of one topic, those of its sponsors and those of the group. */
export const topicCalled = (id = 'ecommerce-1') => ({
  name: `topic/${id}`,
  ...stepsOfSponsors(`topic/${id}`),
  ...stepsOfTheGroup(`topic/${id}`),
});

function stepsOfSponsors(name: string) {
  const tell = (step: string, data: object, when: string | When): Told =>
    took(name, `topic.${step}`, data, when);
  const byMember = (occurredOn: string, of: string): When => ({
    occurredOn,
    actor: delegation(of),
  });
  return {
    submitted: (day: string, data: object = {}, more: Partial<When> = {}) =>
      tell(
        'submitted',
        {
          members: ['RUS'],
          originalLang: 'en',
          title: 'Transparency of measures',
          categories: ['transparency'],
          docSymbol: `WT/WGEC/W/SIM/${name.slice('topic/'.length)}`,
          ...data,
        },
        { ...byMember(day, 'RUS'), links: { parent: 'workingGroup/ecommerce' }, ...more },
      ),
    registered: (day: string, data: object = {}) =>
      tell('registered', { topicNo: 'T-1', ...data }, day),
    titleTranslated: (day: string, lang = 'fr', title = 'Transparence des mesures') =>
      tell('titleTranslated', { lang, title }, day),
    cosponsored: (day: string, members: readonly string[] = ['BRA'], of = 'BRA') =>
      tell('cosponsored', { members }, byMember(day, of)),
    revised: (day: string, of = 'RUS') =>
      tell('revised', { docSymbol: 'WT/WGEC/W/SIM/2/Rev.1', changes: 'Scope' }, byMember(day, of)),
    reclassified: (day: string, from = 'transparency', of = 'RUS') =>
      tell(
        'reclassified',
        { from, to: 'tradeFacilitation', reason: 'It is about measures' },
        byMember(day, of),
      ),
    withdrawn: (day: string, by: readonly string[] = ['RUS'], of = 'RUS') =>
      tell('withdrawn', { by }, byMember(day, of)),
  };
}

function stepsOfTheGroup(name: string) {
  const tell = (step: string, occurredOn: string, data: object, more: Partial<When> = {}): Told =>
    took(name, `topic.${step}`, data, { occurredOn, onBehalfOf: group, ...more });
  const agreed = { decision: consensus };
  return {
    heldOutsideMandate: (
      day: string,
      ground = 'notRelatedToElectronicCommerce',
      more: Partial<When> = agreed,
    ) => tell('heldOutsideMandate', day, { ground }, more),
    scheduled: (day: string, meetingIds: readonly string[] = ['wg-2'], more: Partial<When> = {}) =>
      tell('scheduled', day, { planItem: 'Transparency', meetingIds }, more),
    discussed: (day: string, data: object = {}) =>
      tell('discussed', day, { meetingId: 'wg-1', docs: ['WT/WGEC/W/SIM/1'], ...data }),
    paused: (day: string) => tell('paused', day, { reason: 'Awaiting the Council for TRIPS' }),
    resumed: (day: string) => tell('resumed', day, {}),
    rulesConsidered: (day: string, outcome = 'noConsensus') =>
      tell('rulesConsidered', day, { outcome }),
    merged: (day: string, into: string, more: Partial<When> = agreed) =>
      tell('merged', day, { into }, more),
    split: (day: string, children: readonly string[], more: Partial<When> = agreed) =>
      tell('split', day, { children }, more),
    carriedForward: (day: string) => tell('carriedForward', day, { toPlan: 'Work plan for 2019' }),
    carriedForwardByClock: (day: string): Told =>
      took(name, 'topic.carriedForward', { toPlan: 'General Council' }, byClock(day)),
    concluded: (day: string, outcome = 'agreed', more: Partial<When> = agreed) =>
      tell('concluded', day, { outcome, textSymbol: 'WT/WGEC/SIM/9' }, more),
  };
}

/** What the referral procedure tells a topic of its requests. */
export const referralTold = (name: string) => {
  return {
    made: (day: string, referralId: string) =>
      took(name, 'topic.referralMade', { referralId }, byClock(day)),
    ended: (day: string, referralId: string, outcome = 'noted') =>
      took(name, 'topic.referralEnded', { referralId, outcome }, byClock(day)),
  };
};
