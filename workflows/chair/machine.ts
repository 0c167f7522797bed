import { assign, setup, type StepEvents } from '@rapporteur/kernel';
import { steps } from './steps';

export type ChairContext = {
  /** Who is designated or in office, by reference. */
  readonly holderRef: string | null;
  /** On whom consensus was noted, by reference. */
  readonly notedRef: string | null;
  readonly term: 'full' | 'remainder' | null;
  /** The day a resignation takes effect. */
  readonly effectiveOn: string | null;
  /** Whether anybody has ever been designated: what paragraph 2 instructs is then done. */
  readonly wasDesignated: boolean;
  /** The meetings for which an interim chair was appointed; the office is vacant when they close. */
  readonly interimAt: readonly string[];
};

type Events = StepEvents<typeof steps>;

const citing = (type: keyof typeof steps) => ({ cite: steps[type].cite });

const consultations = {
  target: 'consultations',
  meta: citing('chair.consultationsOpened'),
} as const;
const blocked = {
  target: 'blocked',
  actions: 'vacate',
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
const termEnded = {
  target: '#chair.vacant',
  actions: 'vacate',
  meta: citing('chair.termEnded'),
} as const;
const resignedAtOnce = {
  target: '#chair.vacant',
  actions: 'vacate',
  meta: citing('chair.resigned'),
} as const;
const resigned = [
  {
    guard: 'takesEffectLater',
    target: 'outgoing',
    actions: 'keepResignation',
    meta: citing('chair.resigned'),
  },
  resignedAtOnce,
] as const;

export const machine = setup({
  types: {} as { context: ChairContext; events: Events },
  guards: {
    takesEffectLater: ({ event }) =>
      event.type === 'chair.resigned' && event.data.effectiveOn > event.occurredOn,
  },
  actions: {
    keepNoted: assign(({ event }) =>
      event.type === 'chair.consensusNoted' ? { notedRef: event.data.holderRef } : {},
    ),
    keepDesignation: assign(({ event }) =>
      event.type === 'chair.designated'
        ? { holderRef: event.data.holderRef, term: event.data.term, wasDesignated: true }
        : {},
    ),
    keepInterim: assign(({ context, event }) =>
      event.type === 'chair.interimAppointed'
        ? {
            holderRef: event.data.holderRef,
            interimAt: withMeeting(context.interimAt, event.data.scope.meetingId),
          }
        : {},
    ),
    keepResignation: assign(({ event }) =>
      event.type === 'chair.resigned' ? { effectiveOn: event.data.effectiveOn } : {},
    ),
    vacate: assign({ holderRef: null, notedRef: null, term: null, effectiveOn: null }),
  },
}).createMachine({
  id: 'chair',
  context: {
    holderRef: null,
    notedRef: null,
    term: null,
    effectiveOn: null,
    wasDesignated: false,
    interimAt: [],
  },
  initial: 'unopened',
  states: {
    unopened: {
      on: { 'chair.postCreated': { target: 'vacant', meta: citing('chair.postCreated') } },
    },
    vacant: {
      on: {
        'chair.consultationsOpened': consultations,
        'chair.designated': designated,
        'chair.interimAppointed': interim,
      },
    },
    consultations: {
      on: {
        'chair.consensusNoted': {
          target: 'nameNoted',
          actions: 'keepNoted',
          meta: citing('chair.consensusNoted'),
        },
        'chair.designationBlocked': blocked,
        'chair.designated': designated,
        'chair.interimAppointed': interim,
      },
    },
    nameNoted: {
      on: {
        'chair.designationBlocked': blocked,
        'chair.designated': designated,
        'chair.interimAppointed': interim,
      },
    },
    blocked: {
      on: {
        'chair.consultationsOpened': consultations,
        'chair.interimAppointed': interim,
      },
    },
    designated: {
      on: {
        'chair.tookOffice': { target: 'inOffice.regular', meta: citing('chair.tookOffice') },
        // Somebody designated may give the office up before taking it.
        'chair.resigned': resignedAtOnce,
      },
    },
    inOffice: {
      initial: 'regular',
      states: {
        regular: {
          on: {
            'chair.resigned': resigned,
            'chair.heldOver': { target: 'holdover', meta: citing('chair.heldOver') },
            'chair.termEnded': termEnded,
          },
        },
        holdover: { on: { 'chair.resigned': resigned, 'chair.termEnded': termEnded } },
        outgoing: { on: { 'chair.termEnded': termEnded } },
        interim: { on: { 'chair.designated': designated, 'chair.termEnded': termEnded } },
      },
    },
  },
});

/** The meetings with one more, sorted, so that the order of recording leaves no trace. */
function withMeeting(meetings: readonly string[], id: string | undefined): readonly string[] {
  return id === undefined ? meetings : [...new Set([...meetings, id])].sort();
}
