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
  /** The day as of which the clock last noted something of the term: it notes nothing before it. */
  readonly notedOn: string | null;
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
const nearing = { actions: 'keepNeared', meta: citing('moratorium.nearedTerm') } as const;
const divergence = { actions: 'keepReadings', meta: citing('moratorium.anchorDiverged') } as const;
const movement = { actions: 'forgetNeared', meta: citing('moratorium.termMoved') } as const;
const ofThisTerm = { guard: 'isOfTheTermInForce' } as const;
/** A decision entered late shows that the clock spoke of a term that was no more: nothing changes. */
const noted = <S extends string>(target: S) =>
  ({
    'moratorium.nearedTerm': { target, meta: citing('moratorium.nearedTerm') },
    'moratorium.termMoved': { target, meta: citing('moratorium.termMoved') },
    'moratorium.anchorDiverged': { target, meta: citing('moratorium.anchorDiverged') },
  }) as const;
const diverged = <S extends string>(stays: S) =>
  [
    { ...ofThisTerm, target: 'contested', ...divergence },
    noted(stays)['moratorium.anchorDiverged'],
  ] as const;
/** Nothing was noted of the term, so that nothing is forgotten when it moves. */
const quiet = <S extends string>(stays: S) =>
  ({
    ...noted(stays),
    'moratorium.nearedTerm': [
      { ...ofThisTerm, target: 'expiring', ...nearing },
      noted(stays)['moratorium.nearedTerm'],
    ],
    'moratorium.anchorDiverged': diverged(stays),
  }) as const;

export const machine = setup({
  types: {} as { context: MoratoriumContext; events: Events },
  guards: {
    wasExtended: ({ context }) => context.wasExtended,
    isOfTheTermInForce: ({ context, event }) => isOfTerm(context, event),
    movesBackToExtended: ({ context, event }) => context.wasExtended && isOfTerm(context, event),
  },
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
      event.type === 'moratorium.nearedTerm'
        ? { nearedDate: event.data.date, notedOn: event.occurredOn }
        : {},
    ),
    forgetNeared: assign(({ event }) => ({ nearedDate: null, notedOn: event.occurredOn })),
    keepReadings: assign(({ event }) =>
      event.type === 'moratorium.anchorDiverged'
        ? { readings: event.data.readings, notedOn: event.occurredOn }
        : {},
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
    notedOn: null,
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
        current: { on: quiet('current') },
        expiring: {
          on: {
            'moratorium.nearedTerm': [
              { ...ofThisTerm, ...nearing },
              noted('expiring')['moratorium.nearedTerm'],
            ],
            'moratorium.anchorDiverged': diverged('expiring'),
            'moratorium.termMoved': [
              { guard: 'movesBackToExtended', target: 'extended', ...movement },
              { ...ofThisTerm, target: 'current', ...movement },
              noted('expiring')['moratorium.termMoved'],
            ],
          },
        },
        contested: {
          on: {
            'moratorium.nearedTerm': [
              { ...ofThisTerm, ...nearing },
              noted('contested')['moratorium.nearedTerm'],
            ],
            'moratorium.termMoved': [
              { ...ofThisTerm, ...movement },
              noted('contested')['moratorium.termMoved'],
            ],
            'moratorium.anchorDiverged': diverged('contested'),
          },
        },
        extended: { on: quiet('extended') },
      },
    },
    // Reached by the clock, so not final: the practice may be taken up again.
    lapsed: { on: { ...decided, ...noted('lapsed') } },
    // The ends; final they are not, since the clock may have noted something of the term before.
    permanent: { on: noted('permanent') },
    ended: { on: noted('ended') },
  },
});

/** What was said of the term before no longer holds of the one that is set. */
const setAnew = { nearedDate: null, notedOn: null, readings: [], lapse: null };

/** Whether what the clock noted is of the term in force; where it does not say of which, it is. */
function isOfTerm({ setOn }: MoratoriumContext, { data }: Events): boolean {
  return !('termSetOn' in data) || data.termSetOn === undefined || data.termSetOn === setOn;
}
