import { took, type Told } from '@rapporteur/kernel';

// Sentences about agenda items and how they are decided, as scenarios tell them.

type When = Exclude<Parameters<typeof took>[3], string>;

export const theMeeting = '2018-07-26';

/** A meeting of a body from its planning to the adoption of its agenda, convened three weeks ahead. */
export function meetingOf(body: string, id = 'gc-2018-07', day = theMeeting): readonly Told[] {
  const name = `meeting/${id}`;
  const plan = { body, spans: [{ from: day }], format: 'formal' };
  const opening = { presidingRef: 'HOLDER-G', capacity: 'chair', quorum: 'presumed' };
  const agenda = { removed: [], added: [] };
  return [
    took(name, 'meeting.planned', plan, '2018-05-08'),
    noticeOf(id),
    took(name, 'meeting.opened', opening, day),
    took(name, 'meeting.agendaAdopted', agenda, { occurredOn: day, onBehalfOf: partyOf(body) }),
  ];
}

/** The notice of 5 July, known perhaps some days earlier. */
export const noticeOf = (id = 'gc-2018-07', occurredOn = '2018-07-05'): Told =>
  took(
    `meeting/${id}`,
    'meeting.convened',
    { airgramSymbol: 'WTO/AIR/GC/SIM/1', noticeDate: '2018-07-05' },
    occurredOn,
  );

const inMeeting = { meeting: 'meeting/gc-2018-07' };

/** The steps of one item of a body's agenda, those of the body taken by that body. */
export const agendaItem = (name: string, body = 'generalCouncil') => ({
  ...stepsOnTheAgenda(name, body),
  ...stepsOfTheDecision(name, body),
});

const partyOf = (body: string) =>
  body === 'generalCouncil' || body === 'ministerialConference'
    ? ({ role: body } as const)
    : ({ role: 'body', of: body } as const);

const by = (of: string) => ({ onBehalfOf: { role: 'member', of } }) as const;

function stepsOnTheAgenda(name: string, body: string) {
  const tell = (step: string, occurredOn: string, data: object, more: Partial<When> = {}): Told =>
    took(name, `item.${step}`, data, { occurredOn, ...more });
  const ofBody = { onBehalfOf: partyOf(body) };
  return {
    requested: (day = '2018-07-02', data: object = {}, links: Record<string, string> = inMeeting) =>
      tell(
        'requested',
        day,
        { by: 'RUS', docs: ['WT/GC/W/SIM/5'], title: 'Electronic commerce', ...data },
        { ...by('RUS'), links },
      ),
    listed: (day = '2018-07-24') => tell('listed', day, { itemNo: '6' }),
    contested: (ground = 'termsOfReference', byMember = 'IND') =>
      tell('inclusionContested', theMeeting, { by: byMember, ground }, by(byMember)),
    inclusionAccepted: (day = theMeeting) => tell('inclusionAccepted', day, {}, ofBody),
    removed: (day = theMeeting) =>
      tell('removed', day, { reason: 'The agenda was adopted without it.' }, ofBody),
    toOtherBusiness: (day = theMeeting) =>
      tell('movedToOtherBusiness', day, { reason: 'Late papers' }, ofBody),
    reverted: (day = theMeeting) => tell('reverted', day, {}, ofBody),
    takenUp: (data: object = {}, day = theMeeting) => tell('takenUp', day, data, ofBody),
    noted: (day = theMeeting) => tell('noted', day, {}, ofBody),
    deferred: (toMeeting?: string, day = theMeeting) =>
      tell('deferred', day, toMeeting === undefined ? {} : { toMeeting }, ofBody),
  };
}

function stepsOfTheDecision(name: string, body: string) {
  const tell = (step: string, occurredOn: string, data: object, more: Partial<When> = {}): Told =>
    took(name, `item.${step}`, data, { occurredOn, ...more });
  const ofBody = { onBehalfOf: partyOf(body) };
  const count = { for: 90, against: 40, abstain: 5, method: 'rollCall' };
  return {
    put: (textSymbol = 'WT/GC/W/SIM/5', day = theMeeting) =>
      tell('consensusPut', day, { textSymbol }),
    objected: (byMember = 'IND', data: object = { present: true }, day = theMeeting) =>
      tell('objectionRaised', day, { byMember, ...data }, by(byMember)),
    lifted: (byMember = 'IND', day = theMeeting) =>
      tell('objectionLifted', day, { byMember }, by(byMember)),
    decided: (mode = 'consensus', day = theMeeting, more: Partial<When> = {}) =>
      tell('decided', day, { text: 'WT/L/SIM/7', mode }, { ...ofBody, ...more }),
    adReferendum: (reservers = ['IND', 'ZAF'], confirmBy = '2018-09-14', day = theMeeting) =>
      tell('decidedAdReferendum', day, { reservers, confirmBy }, ofBody),
    confirmed: (byMember: string, day: string) =>
      tell('confirmed', day, { byMember }, by(byMember)),
    maintained: (byMember: string, day: string) =>
      tell('reservationMaintained', day, { byMember }, by(byMember)),
    lapsed: (day = '2018-09-15') => tell('adReferendumLapsed', day, {}),
    voted: (data: object = {}, day = theMeeting, more: Partial<When> = {}) =>
      tell('voteTaken', day, { ...count, ...data }, { ...ofBody, ...more }),
    referredUp: (day = theMeeting, more: Partial<When> = {}) =>
      tell('referredUp', day, { toBody: 'generalCouncil' }, { ...ofBody, ...more }),
  };
}
