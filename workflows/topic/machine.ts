import { assign, setup } from '@rapporteur/kernel';
import {
  doneWithIt,
  nothingKnown,
  referralsAfter,
  saidOfIt,
  type Events,
  type TopicContext,
} from './context';
import { steps } from './steps';

export type { TopicContext } from './context';

type Type = keyof typeof steps;

const citing = (type: Type) => ({ cite: steps[type].cite });

const said = <T extends Type>(type: T) =>
  ({ [type]: { actions: 'keepWord', meta: citing(type) } as const }) as const;
const done = <T extends Type>(type: T) =>
  ({ [type]: { actions: 'keepDeed', meta: citing(type) } as const }) as const;
const ended = <T extends Type, S extends string>(type: T, target: S) =>
  ({ [type]: { target, actions: 'keepDeed', meta: citing(type) } as const }) as const;

const translated = said('topic.titleTranslated');

/** What its sponsors may do as long as the group has it before it. */
const bySponsors = {
  ...said('topic.cosponsored'),
  ...said('topic.revised'),
  ...said('topic.reclassified'),
  'topic.withdrawn': { target: '#topic.withdrawn', meta: citing('topic.withdrawn') },
} as const;

const scheduled = {
  target: 'scheduled',
  actions: 'keepDeed',
  meta: citing('topic.scheduled'),
} as const;
const discussed = {
  target: 'discussion',
  actions: 'keepDeed',
  meta: citing('topic.discussed'),
} as const;
const carriedForward = {
  target: 'carriedForward',
  actions: 'keepDeed',
  meta: citing('topic.carriedForward'),
} as const;
const registered = { actions: 'keepWord', meta: citing('topic.registered') } as const;
/** The number may come after the group has taken the topic up. */
const registeredLate = {
  'topic.registered': { guard: 'hasNoNumber', ...registered },
} as const;

const concluding = { actions: 'keepDeed', meta: citing('topic.concluded') } as const;

/** What the group may do with a topic wherever it stands, once the group knows it. */
const byGroup = {
  'topic.scheduled': scheduled,
  'topic.discussed': discussed,
  'topic.carriedForward': carriedForward,
  ...done('topic.rulesConsidered'),
  ...ended('topic.heldOutsideMandate', '#topic.outsideMandate'),
  ...ended('topic.merged', '#topic.merged'),
  ...ended('topic.split', '#topic.split'),
  'topic.concluded': [
    { guard: 'isAgreed', target: '#topic.concluded.agreed', ...concluding },
    { guard: 'isNoted', target: '#topic.concluded.noted', ...concluding },
    { target: '#topic.concluded.noConvergence', ...concluding },
  ],
} as const;

const referralMade = { actions: 'keepReferral', meta: citing('topic.referralMade') } as const;
const referralEnded = { actions: 'keepReferral', meta: citing('topic.referralEnded') } as const;
const made = { 'topic.referralMade': { target: 'outstanding', ...referralMade } } as const;

/**
 * What comes to a topic after its end: a translation of its title, the answer to a request that was
 * under way. Hence no ended state is final to the machine; nothing leads out of it all the same.
 */
const afterwards = {
  ...translated,
  'topic.referralMade': referralMade,
  'topic.referralEnded': referralEnded,
} as const;

export const machine = setup({
  types: {} as { context: TopicContext; events: Events },
  guards: {
    hasNoNumber: ({ context }) => context.topicNo === null,
    isAgreed: ({ event }) => event.type === 'topic.concluded' && event.data.outcome === 'agreed',
    isNoted: ({ event }) => event.type === 'topic.concluded' && event.data.outcome === 'noted',
    leavesOthersOutstanding: ({ context, event }) =>
      referralsAfter(context, event).some(({ outcome }) => outcome === null),
    leavesAnAnswer: ({ context, event }) =>
      referralsAfter(context, event).some(({ outcome }) => outcome === 'noted'),
  },
  actions: {
    keepWord: assign(({ context, event }) => saidOfIt(context, event)),
    keepDeed: assign(({ context, event }) => doneWithIt(context, event)),
    keepReferral: assign(({ context, event }) => ({ referrals: referralsAfter(context, event) })),
  },
}).createMachine({
  id: 'topic',
  context: nothingKnown,
  initial: 'unopened',
  states: {
    unopened: {
      on: {
        'topic.submitted': {
          target: 'live',
          actions: 'keepWord',
          meta: citing('topic.submitted'),
        },
      },
    },
    live: {
      type: 'parallel',
      on: translated,
      states: {
        stage: {
          initial: 'submitted',
          states: {
            submitted: {
              on: {
                ...bySponsors,
                'topic.registered': { target: 'registered', ...registered },
                // A topic raised at a meeting may be taken up there before it has its number.
                'topic.scheduled': scheduled,
                'topic.discussed': discussed,
                'topic.carriedForward': carriedForward,
              },
            },
            registered: { on: { ...bySponsors, ...byGroup } },
            scheduled: { on: { ...bySponsors, ...byGroup, ...registeredLate } },
            discussion: {
              initial: 'open',
              on: {
                ...bySponsors,
                ...byGroup,
                ...registeredLate,
                // More meetings are planned for it.
                ...done('topic.scheduled'),
              },
              states: {
                open: {
                  on: { 'topic.paused': { target: 'paused', meta: citing('topic.paused') } },
                },
                // Discussed all the same, it is open again.
                paused: {
                  on: { 'topic.resumed': { target: 'open', meta: citing('topic.resumed') } },
                },
              },
            },
            // Also by the clock, when the mandate expires: the group may still take it up again.
            carriedForward: { on: { ...bySponsors, ...byGroup, ...registeredLate } },
          },
        },
        referrals: {
          initial: 'none',
          states: {
            // The end of a request that was never transmitted changes nothing.
            none: { on: { ...made, 'topic.referralEnded': referralEnded } },
            outstanding: {
              on: {
                'topic.referralMade': referralMade,
                'topic.referralEnded': [
                  { guard: 'leavesOthersOutstanding', ...referralEnded },
                  { guard: 'leavesAnAnswer', target: 'answered', ...referralEnded },
                  { target: 'none', ...referralEnded },
                ],
              },
            },
            answered: { on: { ...made, 'topic.referralEnded': referralEnded } },
          },
        },
      },
    },
    outsideMandate: { on: afterwards },
    concluded: {
      initial: 'agreed',
      on: afterwards,
      states: { agreed: {}, noted: {}, noConvergence: {} },
    },
    withdrawn: { on: afterwards },
    merged: { on: afterwards },
    split: { on: afterwards },
  },
});
