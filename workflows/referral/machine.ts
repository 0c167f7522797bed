import { assign, setup, type StepEvents } from '@rapporteur/kernel';
import { inOrder, remaining, replyDay, reportKept, type ReferralContext } from './context';
import { steps } from './steps';

export type { Question, ReferralContext } from './context';

type Events = StepEvents<typeof steps>;
type Type = keyof typeof steps;

const citing = (type: Type) => ({ cite: steps[type].cite });

const drafted = { actions: 'keepDraft', meta: citing('referral.drafted') } as const;
const dated = { actions: 'keepReplyDate', meta: citing('referral.replyDateSet') } as const;
const recalled = { target: '#referral.recalled', meta: citing('referral.recalled') } as const;
const noted = {
  target: '#referral.noted',
  actions: 'keepRemaining',
  meta: citing('referral.noted'),
} as const;
const declined = { target: '#referral.declined', meta: citing('referral.declined') } as const;
const keptScope = { actions: 'keepScope', meta: citing('referral.accepted') } as const;
const accepted = [
  { guard: 'isAcceptedInPart', target: 'work.partial', ...keptScope },
  { target: 'work.full', ...keptScope },
] as const;

/** A reply by this step leads there; the region of the time hears of it by itself. */
const reply = <T extends Type, S extends string>(type: T, target: S) => ({
  [type]: { target, actions: 'keepReport', meta: citing(type) } as const,
});
const interim = <S extends string>(target: S) => reply('referral.interimReported', target);
const inPart = <S extends string>(target: S) => reply('referral.reportedInPart', target);
const inFull = reply('referral.reported', 'reported');
const nothing = <S extends string>(target: S) => reply('referral.nilReported', target);

/** A body may report without having accepted, and without a receipt having been recorded. */
const firstReplies = {
  ...interim('interimReported'),
  ...inPart('answeredInPart'),
  ...inFull,
  ...nothing('nilReported'),
  'referral.declined': declined,
} as const;

/** In the region of the time: a reply has come, or the day set has passed without one. */
const repliedBy = <T extends Type>(type: T) => ({
  [type]: { target: 'replied', actions: 'keepReplyDay', meta: citing(type) } as const,
});
const replies = {
  ...repliedBy('referral.reportedInPart'),
  ...repliedBy('referral.reported'),
  ...repliedBy('referral.nilReported'),
} as const;
const awaiting = { meta: citing('referral.replyAwaited') } as const;
/** Another step, entered late, shows that the clock was mistaken: its step changes nothing. */
const dayPassed = <S extends string>(target: S) => ({
  'referral.replyAwaited': { target, ...awaiting } as const,
});

export const machine = setup({
  types: {} as { context: ReferralContext; events: Events },
  guards: {
    isAcceptedInPart: ({ event }) =>
      event.type === 'referral.accepted' && event.data.scope === 'partial',
    isOfTheDaySet: ({ context, event }) =>
      event.type === 'referral.replyAwaited' &&
      (event.data.dueOn === undefined || event.data.dueOn === context.replyBy),
  },
  actions: {
    keepDraft: assign(({ event }) =>
      event.type === 'referral.drafted'
        ? {
            topicIds: inOrder(event.data.topicIds),
            body: event.data.body,
            questions: event.data.questions,
          }
        : {},
    ),
    keepReplyDate: assign(({ context, event }) =>
      event.type === 'referral.agreed' || event.type === 'referral.replyDateSet'
        ? replyDay(context, event)
        : {},
    ),
    keepTransmission: assign(({ context, event }) =>
      event.type === 'referral.transmitted'
        ? {
            symbol: event.data.symbol,
            transmittedOn: event.data.date,
            replyBySetOn: context.replyBy === null ? null : event.occurredOn,
          }
        : {},
    ),
    keepMeeting: assign(({ event }) =>
      event.type === 'referral.acknowledged' ? { meetingId: event.data.meetingId ?? null } : {},
    ),
    keepScope: assign(({ event }) =>
      event.type === 'referral.accepted' ? { excluded: inOrder(event.data.excluded ?? []) } : {},
    ),
    keepReport: assign(({ context, event }) => reportKept(context, event)),
    keepReplyDay: assign(({ context, event }) => ({
      repliedOn: context.repliedOn ?? event.occurredOn,
    })),
    keepRemaining: assign(({ event }) =>
      event.type === 'referral.noted'
        ? {
            pursued: remaining(event.data.remaining, 'pursued'),
            dropped: remaining(event.data.remaining, 'dropped'),
          }
        : {},
    ),
  },
}).createMachine({
  id: 'referral',
  context: {
    topicIds: [],
    body: null,
    questions: [],
    replyBy: null,
    replyBySetOn: null,
    transmittedOn: null,
    repliedOn: null,
    symbol: null,
    meetingId: null,
    excluded: [],
    answered: [],
    reports: [],
    onChairResponsibility: false,
    pursued: [],
    dropped: [],
  },
  initial: 'unopened',
  states: {
    unopened: { on: { 'referral.drafted': { target: 'drafted', ...drafted } } },
    drafted: {
      on: {
        // A revision of the draft.
        'referral.drafted': drafted,
        'referral.agreed': {
          target: 'agreed',
          actions: 'keepReplyDate',
          meta: citing('referral.agreed'),
        },
        'referral.recalled': recalled,
      },
    },
    agreed: {
      on: {
        'referral.transmitted': {
          target: 'asked',
          actions: 'keepTransmission',
          meta: citing('referral.transmitted'),
        },
        'referral.replyDateSet': dated,
        'referral.recalled': recalled,
      },
    },
    asked: {
      type: 'parallel',
      on: { 'referral.recalled': recalled },
      states: {
        reply: {
          initial: 'transmitted',
          states: {
            transmitted: {
              on: {
                'referral.acknowledged': {
                  target: 'acknowledged',
                  actions: 'keepMeeting',
                  meta: citing('referral.acknowledged'),
                },
                'referral.accepted': accepted,
                ...firstReplies,
              },
            },
            // Here it stays while the body keeps it off its agenda.
            acknowledged: { on: { 'referral.accepted': accepted, ...firstReplies } },
            work: {
              initial: 'full',
              on: { 'referral.accepted': accepted, ...firstReplies },
              states: { full: {}, partial: {} },
            },
            interimReported: { on: { 'referral.accepted': keptScope, ...firstReplies } },
            // What it answered stays answered: neither refusing the rest nor a nil report undoes it.
            answeredInPart: {
              on: {
                'referral.accepted': keptScope,
                ...interim('answeredInPart'),
                ...inPart('answeredInPart'),
                ...inFull,
                ...nothing('reported'),
                'referral.noted': noted,
              },
            },
            reported: {
              on: {
                ...inPart('reported'),
                ...inFull,
                ...nothing('reported'),
                'referral.noted': noted,
              },
            },
            nilReported: {
              on: {
                ...interim('interimReported'),
                ...inPart('answeredInPart'),
                ...inFull,
                ...nothing('nilReported'),
                'referral.noted': noted,
              },
            },
          },
        },
        timing: {
          initial: 'inTime',
          states: {
            inTime: {
              on: {
                ...replies,
                'referral.replyAwaited': [
                  { guard: 'isOfTheDaySet', target: 'awaited', ...awaiting },
                  { target: 'inTime', ...awaiting },
                ],
                'referral.replyDateSet': dated,
              },
            },
            awaited: {
              on: {
                ...replies,
                ...dayPassed('awaited'),
                'referral.replyDateSet': { target: 'inTime', ...dated },
              },
            },
            // A reply entered late may stand before the day on which the clock missed it.
            replied: {
              on: { ...replies, ...dayPassed('replied'), 'referral.replyDateSet': dated },
            },
          },
        },
      },
    },
    // The ends; final they are not, since the clock may have awaited a reply before.
    declined: { on: dayPassed('declined') },
    noted: { on: dayPassed('noted') },
    recalled: { on: dayPassed('recalled') },
  },
});
