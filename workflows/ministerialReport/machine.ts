import { assign, setup, type StepEvents } from '@rapporteur/kernel';
import { steps, type ReportAnchor } from './steps';

export type MinisterialReportContext = {
  /** The day of the decision: the session following it is the one to which the report is due. */
  readonly requestedOn: string | null;
  /** The session to which it was last tied. */
  readonly anchor: ReportAnchor | null;
  /** The days as of which the clock noted these last: it notes nothing before them. */
  readonly anchoredOn: string | null;
  readonly missedOn: string | null;
  /** The session that was noted as having closed without it. */
  readonly missedAt: string | null;
  readonly draft: string | null;
  /** Whether the General Council has adopted it as it was last drafted. */
  readonly isAdopted: boolean;
  readonly symbols: readonly string[];
  readonly outcome: string | null;
};

type Events = StepEvents<typeof steps>;

const citing = (type: keyof typeof steps) => ({ cite: steps[type].cite });

const drafting = { actions: 'keepDraft', meta: citing('ministerialReport.drafted') } as const;
const drafted = { target: 'drafted', ...drafting } as const;
const adoption = { actions: 'noteAdoption', meta: citing('ministerialReport.adopted') } as const;
const adopted = { target: 'adopted', ...adoption } as const;
const transmission = {
  actions: 'keepSymbol',
  meta: citing('ministerialReport.transmitted'),
} as const;
const transmitted = { target: 'transmitted', ...transmission } as const;
const considered = {
  target: 'considered',
  actions: 'keepOutcome',
  meta: citing('ministerialReport.considered'),
} as const;
const missed = {
  target: 'notSubmitted',
  actions: 'noteMissed',
  meta: citing('ministerialReport.missed'),
} as const;
/** Entered late, it turns out to have been sent before the clock missed it: nothing changes. */
const notMissed = <S extends string>(target: S) =>
  ({ target, meta: citing('ministerialReport.missed') }) as const;
const anchored = {
  actions: 'keepAnchor',
  meta: citing('ministerialReport.reanchored'),
} as const;

/** What may be skipped on paper is irregular, not impossible: a report sent without its adoption. */
const onItsWay = {
  'ministerialReport.drafted': drafted,
  'ministerialReport.adopted': adopted,
  'ministerialReport.transmitted': transmitted,
  'ministerialReport.reanchored': anchored,
} as const;

export const machine = setup({
  types: {} as { context: MinisterialReportContext; events: Events },
  actions: {
    keepRequest: assign(({ event }) => ({ requestedOn: event.occurredOn })),
    keepDraft: assign(({ event }) =>
      event.type === 'ministerialReport.drafted'
        ? { draft: event.data.symbol, isAdopted: false }
        : {},
    ),
    noteAdoption: assign({ isAdopted: true }),
    keepSymbol: assign(({ context, event }) =>
      event.type === 'ministerialReport.transmitted'
        ? { symbols: [...new Set([...context.symbols, event.data.symbol])].sort() }
        : {},
    ),
    keepOutcome: assign(({ event }) =>
      event.type === 'ministerialReport.considered' ? { outcome: event.data.outcome } : {},
    ),
    keepAnchor: assign(({ event }) =>
      event.type === 'ministerialReport.reanchored'
        ? { anchor: event.data.newAnchor ?? null, anchoredOn: event.occurredOn }
        : {},
    ),
    noteMissed: assign(({ event }) =>
      event.type === 'ministerialReport.missed'
        ? { missedAt: event.data.session, missedOn: event.occurredOn }
        : {},
    ),
  },
}).createMachine({
  id: 'ministerialReport',
  context: {
    requestedOn: null,
    anchor: null,
    anchoredOn: null,
    missedAt: null,
    missedOn: null,
    isAdopted: false,
    draft: null,
    symbols: [],
    outcome: null,
  },
  initial: 'unopened',
  states: {
    unopened: {
      on: {
        'ministerialReport.requested': {
          target: 'due',
          actions: 'keepRequest',
          meta: citing('ministerialReport.requested'),
        },
      },
    },
    due: { on: { ...onItsWay, 'ministerialReport.missed': missed } },
    drafted: { on: { ...onItsWay, 'ministerialReport.missed': missed } },
    adopted: { on: { ...onItsWay, 'ministerialReport.missed': missed } },
    // The session may be years away: the General Council may draft and adopt an addendum until then.
    transmitted: {
      on: {
        'ministerialReport.drafted': drafting,
        'ministerialReport.adopted': adoption,
        'ministerialReport.transmitted': transmission,
        'ministerialReport.considered': considered,
        'ministerialReport.reanchored': anchored,
        'ministerialReport.missed': notMissed('transmitted'),
      },
    },
    // Reached by the clock, so not final: a late report may still come.
    notSubmitted: { on: { ...onItsWay, 'ministerialReport.missed': missed } },
    // The end; final it is not, since the clock may have noted something before.
    considered: {
      on: {
        'ministerialReport.missed': notMissed('considered'),
        'ministerialReport.reanchored': {
          target: 'considered',
          meta: citing('ministerialReport.reanchored'),
        },
      },
    },
  },
});
