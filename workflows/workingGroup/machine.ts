import { assign, setup, type StepEvents } from '@rapporteur/kernel';
import { steps } from './steps';

export type WorkingGroupContext = {
  /** The activity the group was last in; a mandate extended after its expiry takes it up again. */
  readonly activity: 'constituted' | 'operational' | 'suspended' | 'dormant';
  /** The activity it was in when it was suspended, to which it returns. */
  readonly suspendedFrom: 'constituted' | 'operational' | 'dormant' | null;
  readonly decisionSymbol: string | null;
  /** Whether its establishment was blocked, at least once. */
  readonly wasBlocked: boolean;
  readonly establishedOn: string | null;
  /** The meeting it met at first, as the step called it; a dormant group that meets again keeps it. */
  readonly firstMeetingId: string | null;
  readonly until: { readonly date?: string; readonly event?: string } | null;
  /** The day of the decision that set or extended the term. */
  readonly untilSetOn: string | null;
};

type Events = StepEvents<typeof steps>;

const citing = (type: keyof typeof steps) => ({ cite: steps[type].cite });

const established = {
  target: '#workingGroup.established',
  actions: 'keepEstablishment',
  meta: citing('workingGroup.established'),
} as const;
const blocked = {
  target: 'blocked',
  actions: 'noteBlocked',
  meta: citing('workingGroup.establishmentBlocked'),
} as const;
const met = {
  target: 'operational',
  actions: ['noteOperational', 'keepFirstMeeting'],
  meta: citing('workingGroup.firstMeetingHeld'),
} as const;
const dormant = {
  target: 'dormant',
  actions: 'noteDormant',
  meta: citing('workingGroup.becameDormant'),
} as const;
const suspended = {
  target: 'suspended',
  actions: 'noteSuspended',
  meta: citing('workingGroup.suspended'),
} as const;
const resumption = { actions: 'noteResumed', meta: citing('workingGroup.resumed') } as const;
const extension = { actions: 'keepTerm', meta: citing('workingGroup.mandateExtended') } as const;
const extended = { target: 'termed', ...extension } as const;
const expired = {
  target: '#workingGroup.expired',
  meta: citing('workingGroup.mandateExpired'),
} as const;
const neared = { meta: citing('workingGroup.mandateNearedExpiry') } as const;
/** What was entered late shows that the clock was mistaken: its step changes nothing. */
const notNeared = <S extends string>(target: S) => ({
  'workingGroup.mandateNearedExpiry': { target, ...neared } as const,
});
const endings = {
  'workingGroup.concluded': { target: 'concluded', meta: citing('workingGroup.concluded') },
  'workingGroup.terminated': { target: 'terminated', meta: citing('workingGroup.terminated') },
} as const;

/** Established again with a term, in the activity it was in when its mandate expired. */
const takenUpAgain = <A extends WorkingGroupContext['activity']>(activity: A) =>
  ({
    target: [`established.activity.${activity}`, 'established.mandate.termed'],
    ...extension,
  }) as const;

export const machine = setup({
  types: {} as { context: WorkingGroupContext; events: Events },
  guards: {
    isOfAnotherTerm: ({ context, event }) =>
      event.type === 'workingGroup.mandateNearedExpiry' &&
      context.until?.date !== undefined &&
      event.data.anchor !== context.until.date,
    wasConstitutedBefore: ({ context }) => context.suspendedFrom === 'constituted',
    wasDormantBefore: ({ context }) => context.suspendedFrom === 'dormant',
    wasOperational: ({ context }) => context.activity === 'operational',
    wasSuspended: ({ context }) => context.activity === 'suspended',
    wasDormant: ({ context }) => context.activity === 'dormant',
  },
  actions: {
    keepInstruction: assign(({ event }) =>
      event.type === 'workingGroup.establishmentInstructed'
        ? { decisionSymbol: event.data.decisionSymbol }
        : {},
    ),
    noteBlocked: assign({ wasBlocked: true }),
    keepEstablishment: assign(({ event }) => ({ establishedOn: event.occurredOn })),
    keepFirstMeeting: assign(({ context, event }) =>
      event.type === 'workingGroup.firstMeetingHeld'
        ? { firstMeetingId: context.firstMeetingId ?? event.data.meetingId }
        : {},
    ),
    keepTerm: assign(({ event }) =>
      event.type === 'workingGroup.mandateTermSet' || event.type === 'workingGroup.mandateExtended'
        ? { until: { ...event.data.until }, untilSetOn: event.occurredOn }
        : {},
    ),
    noteOperational: assign({ activity: 'operational' }),
    noteSuspended: assign(({ context: { activity } }) =>
      activity === 'suspended' ? {} : { activity: 'suspended', suspendedFrom: activity },
    ),
    noteResumed: assign(({ context }) => ({
      activity: context.suspendedFrom ?? 'operational',
      suspendedFrom: null,
    })),
    noteDormant: assign({ activity: 'dormant' }),
  },
}).createMachine({
  id: 'workingGroup',
  context: {
    activity: 'constituted',
    suspendedFrom: null,
    decisionSymbol: null,
    wasBlocked: false,
    establishedOn: null,
    firstMeetingId: null,
    until: null,
    untilSetOn: null,
  },
  initial: 'unopened',
  states: {
    unopened: {
      on: {
        'workingGroup.establishmentInstructed': {
          target: 'instructed',
          actions: 'keepInstruction',
          meta: citing('workingGroup.establishmentInstructed'),
        },
      },
    },
    instructed: {
      on: {
        'workingGroup.established': established,
        'workingGroup.establishmentBlocked': blocked,
      },
    },
    // It may be blocked again at the next meeting.
    blocked: {
      on: {
        'workingGroup.established': established,
        'workingGroup.establishmentBlocked': blocked,
      },
    },
    established: {
      type: 'parallel',
      on: endings,
      states: {
        activity: {
          initial: 'constituted',
          states: {
            constituted: {
              on: {
                'workingGroup.firstMeetingHeld': met,
                'workingGroup.becameDormant': dormant,
                'workingGroup.suspended': suspended,
              },
            },
            operational: {
              on: {
                'workingGroup.becameDormant': dormant,
                'workingGroup.suspended': suspended,
              },
            },
            suspended: {
              on: {
                'workingGroup.resumed': [
                  { guard: 'wasConstitutedBefore', target: 'constituted', ...resumption },
                  { guard: 'wasDormantBefore', target: 'dormant', ...resumption },
                  { target: 'operational', ...resumption },
                ],
              },
            },
            dormant: {
              on: {
                'workingGroup.firstMeetingHeld': met,
                'workingGroup.suspended': suspended,
              },
            },
          },
        },
        mandate: {
          initial: 'openEnded',
          states: {
            openEnded: {
              on: {
                'workingGroup.mandateTermSet': {
                  target: 'termed',
                  actions: 'keepTerm',
                  meta: citing('workingGroup.mandateTermSet'),
                },
              },
            },
            termed: {
              on: {
                'workingGroup.mandateExtended': extended,
                'workingGroup.mandateNearedExpiry': [
                  { guard: 'isOfAnotherTerm', target: 'termed', ...neared },
                  { target: 'expiring', ...neared },
                ],
                'workingGroup.mandateExpired': expired,
              },
            },
            expiring: {
              on: {
                ...notNeared('expiring'),
                'workingGroup.mandateExtended': extended,
                'workingGroup.mandateExpired': expired,
              },
            },
          },
        },
      },
    },
    // Reached by the clock, so not final: the mandate may still be extended, or the group closed.
    expired: {
      on: {
        ...endings,
        ...notNeared('expired'),
        'workingGroup.mandateExtended': [
          { guard: 'wasOperational', ...takenUpAgain('operational') },
          { guard: 'wasSuspended', ...takenUpAgain('suspended') },
          { guard: 'wasDormant', ...takenUpAgain('dormant') },
          takenUpAgain('constituted'),
        ],
      },
    },
    // The ends; final they are not, since the clock may have seen the term come near before.
    concluded: { on: notNeared('concluded') },
    terminated: { on: notNeared('terminated') },
  },
});
