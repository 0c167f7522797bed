import { assign, setup, type StepEvents } from '@rapporteur/kernel';
import { steps, type MoratoriumLapsed, type MoratoriumTerm, type TermReading } from './steps';

export type MoratoriumContext = {
  /** The term in force, and the day of the text that set it: its "next session" comes after that. */
  readonly term: MoratoriumTerm | null;
  readonly setOn: string | null;
  /** Of the decision that set it; none for the decision that opened the case. */
  readonly symbol: string | null;
  readonly wasExtended: boolean;
  /** The day of the term when it was noted as near. */
  readonly nearedDate: string | null;
  /** The readings of the term that diverged, until a decision settles it. */
  readonly readings: readonly TermReading[];
  readonly lapse: MoratoriumLapsed | null;
  /** The day of the decision that made the practice permanent or ended it. */
  readonly settledOn: string | null;
};

type Events = StepEvents<typeof steps>;

const citing = (type: keyof typeof steps) => ({ cite: steps[type].cite });

const clarification = { actions: 'keepTerm', meta: citing('moratorium.termClarified') } as const;
const clarified = [
  { guard: 'wasExtended', target: '#moratorium.maintained.extended', ...clarification },
  { target: '#moratorium.maintained.current', ...clarification },
] as const;
const extended = {
  target: '#moratorium.maintained.extended',
  actions: ['keepTerm', 'noteExtension'],
  meta: citing('moratorium.extended'),
} as const;
const decided = {
  'moratorium.termClarified': clarified,
  'moratorium.extended': extended,
  'moratorium.madePermanent': {
    target: '#moratorium.permanent',
    actions: 'noteSettlement',
    meta: citing('moratorium.madePermanent'),
  },
  'moratorium.ended': {
    target: '#moratorium.ended',
    actions: 'noteSettlement',
    meta: citing('moratorium.ended'),
  },
} as const;
const neared = {
  target: 'expiring',
  actions: 'keepNeared',
  meta: citing('moratorium.nearedTerm'),
} as const;
const diverged = {
  target: 'contested',
  actions: 'keepReadings',
  meta: citing('moratorium.anchorDiverged'),
} as const;
const stillNear = { actions: 'keepNeared', meta: citing('moratorium.nearedTerm') } as const;
const movement = { actions: 'forgetNeared', meta: citing('moratorium.termMoved') } as const;
/** A decision entered late may turn out to have come before what the clock noted. */
const quiet = {
  'moratorium.nearedTerm': neared,
  'moratorium.termMoved': movement,
  'moratorium.anchorDiverged': diverged,
} as const;

export const machine = setup({
  types: {} as { context: MoratoriumContext; events: Events },
  guards: { wasExtended: ({ context }) => context.wasExtended },
  actions: {
    keepTerm: assign(({ event }) => {
      switch (event.type) {
        case 'moratorium.maintained':
          return { term: event.data.term, setOn: event.occurredOn };
        case 'moratorium.termClarified':
        case 'moratorium.extended':
          return { ...setAnew, ...event.data, setOn: event.occurredOn };
      }
      return {};
    }),
    noteExtension: assign({ wasExtended: true }),
    keepNeared: assign(({ event }) =>
      event.type === 'moratorium.nearedTerm' ? { nearedDate: event.data.date } : {},
    ),
    forgetNeared: assign({ nearedDate: null }),
    keepReadings: assign(({ event }) =>
      event.type === 'moratorium.anchorDiverged' ? { readings: event.data.readings } : {},
    ),
    keepLapse: assign(({ event }) =>
      event.type === 'moratorium.lapsed' ? { lapse: event.data } : {},
    ),
    noteSettlement: assign(({ event }) => ({ settledOn: event.occurredOn })),
  },
}).createMachine({
  id: 'moratorium',
  context: {
    term: null,
    setOn: null,
    symbol: null,
    wasExtended: false,
    nearedDate: null,
    readings: [],
    lapse: null,
    settledOn: null,
  },
  initial: 'unopened',
  states: {
    unopened: {
      on: {
        'moratorium.maintained': {
          target: 'maintained',
          actions: 'keepTerm',
          meta: citing('moratorium.maintained'),
        },
      },
    },
    maintained: {
      initial: 'current',
      on: {
        ...decided,
        'moratorium.lapsed': {
          target: '#moratorium.lapsed',
          actions: 'keepLapse',
          meta: citing('moratorium.lapsed'),
        },
      },
      states: {
        current: { on: quiet },
        expiring: {
          on: {
            'moratorium.nearedTerm': stillNear,
            'moratorium.anchorDiverged': diverged,
            'moratorium.termMoved': [
              { guard: 'wasExtended', target: 'extended', ...movement },
              { target: 'current', ...movement },
            ],
          },
        },
        contested: {
          on: {
            'moratorium.nearedTerm': stillNear,
            'moratorium.termMoved': movement,
            'moratorium.anchorDiverged': diverged,
          },
        },
        extended: { on: quiet },
      },
    },
    // Reached by the clock, so not final: the practice may be taken up again.
    lapsed: { on: decided },
    permanent: { type: 'final' },
    ended: { type: 'final' },
  },
});

/** What was said of the term before no longer holds of the one that is set. */
const setAnew = { nearedDate: null, readings: [], lapse: null };
