import { assign, setup, type StepEvents } from '@rapporteur/kernel';
import type { ReviewMonth } from '../review-months';
import { steps } from './steps';

export type ReportContext = {
  /** The month of its review. */
  readonly month: ReviewMonth | null;
  readonly draft: string | null;
  readonly coverage: { readonly from: string; readonly to: string } | null;
  readonly sections: readonly string[];
  /** Whose report it is: adopted by the group, or issued on its Chair's responsibility. */
  readonly issuedBy: 'group' | 'chair' | null;
  readonly dissent: readonly string[];
  readonly symbol: string | null;
  readonly circulatedOn: string | null;
  readonly addenda: readonly string[];
  readonly corrigenda: readonly string[];
  readonly reviewId: string | null;
};

type Events = StepEvents<typeof steps>;

const citing = (type: keyof typeof steps) => ({ cite: steps[type].cite });

const drafting = { actions: 'keepDraft', meta: citing('report.drafted') } as const;
const drafted = { 'report.drafted': { target: 'drafted', ...drafting } } as const;
const tabled = {
  'report.tabled': { target: 'underAdoption', meta: citing('report.tabled') },
} as const;
// What the group had before it in writing may not have been recorded: that is a rule's to note.
const settled = {
  'report.adopted': { target: 'adopted', actions: 'keepAdoption', meta: citing('report.adopted') },
  'report.issuedOnChairResponsibility': {
    target: 'onChairResponsibility',
    actions: 'keepResponsibility',
    meta: citing('report.issuedOnChairResponsibility'),
  },
} as const;
const submitting = { actions: 'keepSubmission', meta: citing('report.submitted') } as const;
const submitted = {
  'report.submitted': [
    { guard: 'isLate', target: 'submitted.late', ...submitting },
    { target: 'submitted.onTime', ...submitting },
  ],
} as const;
const missed = { 'report.missed': { target: 'missing', meta: citing('report.missed') } } as const;
/** Entered late, it turns out to have been submitted before the clock missed it: nothing changes. */
const notMissed = <S extends string>(target: S) => ({
  on: { 'report.missed': { target, meta: citing('report.missed') } as const },
});

export const machine = setup({
  types: {} as { context: ReportContext; events: Events },
  guards: {
    isLate: ({ event }) => event.type === 'report.submitted' && event.data.late !== undefined,
  },
  actions: {
    keepMonth: assign(({ event }) =>
      event.type === 'report.requested' ? { month: event.data.month } : {},
    ),
    keepDraft: assign(({ event }) =>
      event.type === 'report.drafted'
        ? {
            draft: event.data.symbol,
            coverage: event.data.coverage,
            sections: sorted(event.data.sections),
          }
        : {},
    ),
    keepAdoption: assign(({ event }) =>
      event.type === 'report.adopted'
        ? { issuedBy: 'group' as const, dissent: event.data.dissent }
        : {},
    ),
    keepResponsibility: assign({ issuedBy: 'chair' as const }),
    keepSubmission: assign(({ event }) =>
      event.type === 'report.submitted'
        ? { symbol: event.data.symbol, circulatedOn: event.data.circulatedOn }
        : {},
    ),
    keepAddendum: assign(({ context, event }) =>
      event.type === 'report.supplemented'
        ? { addenda: sorted([...context.addenda, event.data.symbol]) }
        : {},
    ),
    keepCorrigendum: assign(({ context, event }) =>
      event.type === 'report.corrected'
        ? { corrigenda: sorted([...context.corrigenda, event.data.symbol]) }
        : {},
    ),
    keepReview: assign(({ event }) =>
      event.type === 'report.considered' ? { reviewId: event.data.reviewId } : {},
    ),
  },
}).createMachine({
  id: 'report',
  context: {
    month: null,
    draft: null,
    coverage: null,
    sections: [],
    issuedBy: null,
    dissent: [],
    symbol: null,
    circulatedOn: null,
    addenda: [],
    corrigenda: [],
    reviewId: null,
  },
  initial: 'unopened',
  states: {
    unopened: {
      on: {
        'report.requested': {
          target: 'due',
          actions: 'keepMonth',
          meta: citing('report.requested'),
        },
      },
    },
    due: { on: { ...drafted, ...tabled, ...settled, ...missed } },
    drafted: { on: { ...drafted, ...tabled, ...settled, ...missed } },
    // A revision of a draft that is before the group is before the group.
    underAdoption: {
      on: {
        'report.drafted': { target: 'underAdoption', ...drafting },
        ...tabled,
        ...settled,
        ...missed,
      },
    },
    adopted: { on: { ...submitted, ...missed } },
    onChairResponsibility: { on: { ...submitted, ...missed } },
    submitted: {
      initial: 'onTime',
      on: {
        'report.supplemented': { actions: 'keepAddendum', meta: citing('report.supplemented') },
        'report.corrected': { actions: 'keepCorrigendum', meta: citing('report.corrected') },
        'report.considered': {
          target: 'considered',
          actions: 'keepReview',
          meta: citing('report.considered'),
        },
      },
      states: { onTime: notMissed('onTime'), late: notMissed('late') },
    },
    // The end; final it is not, since the clock may have missed the report before.
    considered: notMissed('considered'),
    // Reached by the clock, so not final: a report may come after the meeting that awaited it.
    missing: { on: { ...drafted, ...tabled, ...settled, ...submitted } },
  },
});

/** Without repetition and sorted, so that the order of recording leaves no trace. */
function sorted(symbols: readonly string[]): string[] {
  return [...new Set(symbols)].sort();
}
