import { assign, setup, type StepEvents } from '@rapporteur/kernel';
import { steps } from './steps';

export type SessionContext = {
  readonly number: number | null;
  /** The year in which it was decided to hold it. */
  readonly inYear: number | null;
  readonly venue: string | null;
  /** Its first and last day as planned; none while it has no date. */
  readonly opens: string | null;
  readonly closes: string | null;
  /** The days on which it was opened and closed: "until the session" may mean either. */
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  /** The day of the last step that set or changed its days, or took them away. */
  readonly datedOn: string | null;
};

type Events = StepEvents<typeof steps>;

const citing = (type: keyof typeof steps) => ({ cite: steps[type].cite });

const calledTo = { actions: 'keepCall', meta: citing('session.called') } as const;
const dated = {
  target: 'dated',
  actions: 'keepDates',
  meta: citing('session.dateAgreed'),
} as const;
const postponed = {
  target: 'postponed',
  actions: 'keepNewDates',
  meta: citing('session.postponed'),
} as const;
const elsewhere = { actions: 'keepVenue', meta: citing('session.venueChanged') } as const;
const opened = {
  target: 'open',
  actions: 'keepOpening',
  meta: citing('session.opened'),
} as const;
const cancelled = {
  target: 'cancelled',
  actions: 'noteChange',
  meta: citing('session.cancelled'),
} as const;

/** What may come before it is opened, with days or without, again and again. */
const toCome = {
  'session.called': calledTo,
  'session.dateAgreed': dated,
  'session.postponed': postponed,
  'session.venueChanged': elsewhere,
  'session.opened': opened,
  'session.cancelled': cancelled,
} as const;

export const machine = setup({
  types: {} as { context: SessionContext; events: Events },
  actions: {
    keepCall: assign(({ event }) =>
      event.type === 'session.called'
        ? { number: event.data.number, inYear: event.data.inYear ?? null }
        : {},
    ),
    keepDates: assign(({ context, event }) => {
      if (event.type !== 'session.dateAgreed') return {};
      const { dates, venue = context.venue } = event.data;
      return { ...planned(dates), venue, datedOn: event.occurredOn };
    }),
    keepNewDates: assign(({ event }) =>
      event.type === 'session.postponed'
        ? { ...planned(event.data.newDates), datedOn: event.occurredOn }
        : {},
    ),
    keepVenue: assign(({ event }) =>
      event.type === 'session.venueChanged' ? { venue: event.data.venue } : {},
    ),
    keepOpening: assign(({ context, event }) => ({
      openedOn: event.occurredOn,
      ...(event.occurredOn === context.opens ? {} : { datedOn: event.occurredOn }),
    })),
    keepLastDay: assign(({ event }) =>
      event.type === 'session.prolonged'
        ? { closes: event.data.to, datedOn: event.occurredOn }
        : {},
    ),
    keepClosing: assign(({ context, event }) => ({
      closedOn: event.occurredOn,
      ...(event.occurredOn === context.closes ? {} : { datedOn: event.occurredOn }),
    })),
    noteChange: assign(({ event }) => ({ datedOn: event.occurredOn })),
  },
}).createMachine({
  id: 'session',
  context: {
    number: null,
    inYear: null,
    venue: null,
    opens: null,
    closes: null,
    openedOn: null,
    closedOn: null,
    datedOn: null,
  },
  initial: 'unopened',
  states: {
    unopened: {
      on: { 'session.called': { target: 'undated', ...calledTo }, 'session.dateAgreed': dated },
    },
    undated: { on: toCome },
    dated: { on: toCome },
    postponed: { on: toCome },
    open: {
      on: {
        'session.prolonged': { actions: 'keepLastDay', meta: citing('session.prolonged') },
        'session.closed': {
          target: 'closed',
          actions: 'keepClosing',
          meta: citing('session.closed'),
        },
      },
    },
    closed: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

function planned(dates: { readonly from: string; readonly to?: string } | undefined) {
  return { opens: dates?.from ?? null, closes: dates?.to ?? dates?.from ?? null };
}
