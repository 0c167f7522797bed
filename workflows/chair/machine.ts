import { assign, setup, type StepEvents } from '@rapporteur/kernel';
import {
  designation,
  ended,
  inOffice,
  interimInOffice,
  isRunning,
  vacated,
  type ChairContext,
} from './office';
import { steps } from './steps';

type Events = StepEvents<typeof steps>;

const citing = (type: keyof typeof steps) => ({ cite: steps[type].cite });

const consultations = {
  target: 'consultations',
  actions: 'openSearch',
  meta: citing('chair.consultationsOpened'),
} as const;
const noted = {
  target: 'nameNoted',
  actions: 'keepNoted',
  meta: citing('chair.consensusNoted'),
} as const;
const blocked = {
  target: 'blocked',
  actions: 'noteBlocked',
  meta: citing('chair.designationBlocked'),
} as const;
const designated = {
  target: '#chair.designated',
  actions: 'keepDesignation',
  meta: citing('chair.designated'),
} as const;
const interim = {
  target: '#chair.inOffice.interim',
  actions: 'keepInterim',
  meta: citing('chair.interimAppointed'),
} as const;
const tookOffice = {
  target: '#chair.inOffice.regular',
  actions: 'keepOffice',
  meta: citing('chair.tookOffice'),
} as const;

// Somebody designated may give the office up before taking it.
const givenUp = {
  target: 'vacant',
  actions: ['endSearch', 'vacate'],
  meta: citing('chair.resigned'),
} as const;

/** Whoever leaves the office leaves it to where the search for the next holder stands. */
const whereSearchStands = [
  { guard: 'hasSuccessor', target: '#chair.designated' },
  { guard: 'hasNameNoted', target: '#chair.nameNoted' },
  { guard: 'isConsulting', target: '#chair.consultations' },
  { guard: 'isBlocked', target: '#chair.blocked' },
] as const;

/** Something entered late shows that the clock was mistaken: its steps change nothing. */
const notHeldOver = <S extends string>(target: S) => ({
  'chair.heldOver': { target, meta: citing('chair.heldOver') } as const,
});
const notInOffice = <S extends string>(target: S) => ({
  ...notHeldOver(target),
  'chair.termEnded': { target, meta: citing('chair.termEnded') } as const,
});

const ending = { actions: ['endTerm', 'vacate'], meta: citing('chair.termEnded') } as const;
const termEnded = [
  ...whereSearchStands.map((each) => ({ ...each, ...ending })),
  { target: '#chair.vacant', ...ending },
];
const leaving = { actions: 'vacate', meta: citing('chair.termEnded') } as const;
const interimEnded = [
  ...whereSearchStands.map((each) => ({ ...each, ...leaving })),
  { target: '#chair.vacant', ...leaving },
];

const resigning = {
  actions: ['keepResignation', 'endTerm', 'vacate'],
  meta: citing('chair.resigned'),
} as const;
const resignedAtOnce = { target: '#chair.vacant', ...resigning } as const;
const resigned = [
  {
    guard: 'takesEffectLater',
    target: 'outgoing',
    actions: 'keepResignation',
    meta: citing('chair.resigned'),
  } as const,
  ...whereSearchStands.map((each) => ({ ...each, ...resigning })),
  resignedAtOnce,
];

/** A search may always be opened anew, and a designation may come at any point of it. */
const searching = {
  'chair.consultationsOpened': consultations,
  'chair.designated': designated,
  'chair.interimAppointed': interim,
} as const;

/** The search for a successor while somebody is in office: the holder stays. */
const succession = {
  'chair.consultationsOpened': {
    guard: 'hasNoSuccessor',
    actions: 'openSearch',
    meta: citing('chair.consultationsOpened'),
  },
  'chair.consensusNoted': {
    guard: 'mayNoteName',
    actions: 'keepNoted',
    meta: citing('chair.consensusNoted'),
  },
  'chair.designationBlocked': {
    guard: 'maySayBlocked',
    actions: 'noteBlocked',
    meta: citing('chair.designationBlocked'),
  },
  // Of two designations the last counts: somebody designated may not be available after all.
  'chair.designated': { actions: 'keepSuccessor', meta: citing('chair.designated') },
  'chair.tookOffice': { guard: 'hasSuccessor', ...tookOffice },
} as const;

export const machine = setup({
  types: {} as { context: ChairContext; events: Events },
  guards: {
    takesEffectLater: ({ event }) =>
      event.type === 'chair.resigned' && event.data.effectiveOn > event.occurredOn,
    isTermOver: ({ context, event }) => !isRunning(context, event.occurredOn),
    isTermRunning: ({ context, event }) => isRunning(context, event.occurredOn),
    hasSuccessor: ({ context }) => context.successorRef !== null,
    hasNoSuccessor: ({ context }) => context.successorRef === null,
    hasNameNoted: ({ context }) => context.succession === 'nameNoted',
    isConsulting: ({ context }) => context.succession === 'consultations',
    isBlocked: ({ context }) => context.succession === 'blocked',
    mayNoteName: ({ context }) => ['consultations', 'blocked'].includes(context.succession),
    maySayBlocked: ({ context }) =>
      ['consultations', 'nameNoted', 'blocked'].includes(context.succession),
  },
  actions: {
    openSearch: assign({ succession: 'consultations', notedRef: null }),
    keepNoted: assign(({ event }) =>
      event.type === 'chair.consensusNoted'
        ? { notedRef: event.data.holderRef, succession: 'nameNoted' }
        : {},
    ),
    endSearch: assign({ succession: 'none', designatedOn: null }),
    noteBlocked: assign(({ context }) => ({
      succession: 'blocked',
      notedRef: null,
      wasBlocked: context.wasBlocked || !context.wasDesignated,
    })),
    keepDesignation: assign(({ event }) =>
      event.type === 'chair.designated'
        ? {
            holderRef: event.data.holderRef,
            term: event.data.term,
            ...designation(event),
          }
        : {},
    ),
    keepSuccessor: assign(({ event }) =>
      event.type === 'chair.designated'
        ? {
            successorRef: event.data.holderRef,
            successorTerm: event.data.term,
            ...designation(event),
          }
        : {},
    ),
    keepOffice: assign(({ context, event }) =>
      event.type === 'chair.tookOffice' ? inOffice(context, event) : {},
    ),
    keepInterim: assign(({ context, event }) =>
      event.type === 'chair.interimAppointed' ? interimInOffice(context, event) : {},
    ),
    keepResignation: assign(({ context, event }) =>
      event.type === 'chair.resigned'
        ? { effectiveOn: event.data.effectiveOn, leftMidTerm: !context.isHeldOver }
        : {},
    ),
    noteHeldOver: assign({ isHeldOver: true }),
    endTerm: assign(({ context, event }) => ({ terms: ended(context.terms, event.occurredOn) })),
    vacate: assign(({ context }) => vacated(context)),
  },
}).createMachine({
  id: 'chair',
  context: {
    holderRef: null,
    notedRef: null,
    term: null,
    succession: 'none',
    successorRef: null,
    successorTerm: null,
    designatedOn: null,
    inOfficeOn: null,
    effectiveOn: null,
    isHeldOver: false,
    leftMidTerm: false,
    wasBlocked: false,
    wasDesignated: false,
    terms: [],
    interimAt: [],
    interimScope: null,
  },
  initial: 'unopened',
  states: {
    unopened: {
      on: { 'chair.postCreated': { target: 'vacant', meta: citing('chair.postCreated') } },
    },
    vacant: { on: { ...searching, ...notInOffice('vacant') } },
    consultations: {
      on: {
        ...searching,
        ...notInOffice('consultations'),
        'chair.consensusNoted': noted,
        'chair.designationBlocked': blocked,
      },
    },
    nameNoted: {
      on: { ...searching, ...notInOffice('nameNoted'), 'chair.designationBlocked': blocked },
    },
    // Consensus may come at the same meeting after all, or fail again at the next.
    blocked: {
      on: {
        ...searching,
        ...notInOffice('blocked'),
        'chair.consensusNoted': noted,
        'chair.designationBlocked': blocked,
      },
    },
    designated: {
      on: {
        'chair.tookOffice': tookOffice,
        'chair.resigned': givenUp,
        'chair.interimAppointed': interim,
        ...notInOffice('designated'),
      },
    },
    inOffice: {
      initial: 'regular',
      on: succession,
      states: {
        regular: {
          on: {
            'chair.resigned': resigned,
            // The term that was over may have been another's, whose successor took office by then.
            'chair.heldOver': [
              {
                guard: 'isTermOver',
                target: 'holdover',
                actions: 'noteHeldOver',
                meta: citing('chair.heldOver'),
              },
              notHeldOver('regular')['chair.heldOver'],
            ],
            'chair.termEnded': [
              { guard: 'isTermRunning', target: 'regular', meta: citing('chair.termEnded') },
              ...termEnded,
            ],
          },
        },
        holdover: { on: { 'chair.resigned': resigned, 'chair.termEnded': termEnded } },
        outgoing: { on: { 'chair.termEnded': termEnded, ...notHeldOver('outgoing') } },
        interim: {
          on: {
            'chair.termEnded': interimEnded,
            'chair.interimAppointed': interim,
            ...notHeldOver('interim'),
          },
        },
      },
    },
  },
});
