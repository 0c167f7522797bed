import { assign, setup, type StepEvents } from '@rapporteur/kernel';
import type { ReviewMonth } from '../review-months';
import { steps, type ReviewHeld } from './steps';

export type ReviewContext = {
  readonly month: ReviewMonth | null;
  /** The meeting it is tied to, or was deferred to, as the step called it. */
  readonly meetingId: string | null;
  readonly itemNo: string | null;
  readonly reportId: string | null;
  readonly outcome: ReviewHeld['outcome'] | null;
  readonly reportBasis: ReviewHeld['reportBasis'] | null;
  readonly guidance: string | null;
};

type Events = StepEvents<typeof steps>;

const citing = (type: keyof typeof steps) => ({ cite: steps[type].cite });

const anchored = {
  'review.anchored': {
    target: 'anchored',
    actions: 'keepMeeting',
    meta: citing('review.anchored'),
  },
} as const;
const listed = {
  'review.listed': { target: 'onAgenda', actions: 'keepItem', meta: citing('review.listed') },
} as const;
const opened = {
  'review.opened': { target: 'underReview', meta: citing('review.opened') },
} as const;
const deferred = {
  'review.deferred': {
    target: 'deferred',
    actions: 'keepDeferral',
    meta: citing('review.deferred'),
  },
} as const;
const missed = { 'review.missed': { target: 'notHeld', meta: citing('review.missed') } } as const;
/** What was entered late shows that the clock was mistaken: its step changes nothing. */
const notMissed = <S extends string>(target: S) => ({
  on: { 'review.missed': { target, meta: citing('review.missed') } as const },
});
// A deferral is known by the end of the month; what is missed after it is the later meeting.
const missedAfterwards = {
  'review.missed': [
    { guard: 'isOverItsMonth', target: 'notHeld', meta: citing('review.missed') },
    { target: 'deferred', meta: citing('review.missed') },
  ],
} as const;

const holding = { actions: 'keepOutcome', meta: citing('review.held') } as const;
// What happened at the meeting may be all that is recorded of it: no state is a condition.
const held = {
  'review.held': [
    { guard: 'restsOnNoReport', target: 'held.withoutReport', ...holding },
    { guard: 'givesGuidance', target: 'held.guidance', ...holding },
    { target: 'held.noted', ...holding },
  ],
} as const;

const receiving = { actions: 'keepReport', meta: citing('review.reportReceived') } as const;

export const machine = setup({
  types: {} as { context: ReviewContext; events: Events },
  guards: {
    restsOnNoReport: ({ event }) =>
      event.type === 'review.held' && event.data.reportBasis === 'none',
    givesGuidance: ({ event }) => event.type === 'review.held' && event.data.outcome === 'guidance',
    isOverItsMonth: ({ context, event }) =>
      context.month === null || event.occurredOn.slice(0, 7) > context.month,
    comesLate: ({ event }) => event.type === 'review.reportReceived' && event.data.late === true,
  },
  actions: {
    keepMonth: assign(({ event }) =>
      event.type === 'review.scheduled' ? { month: event.data.month } : {},
    ),
    keepMeeting: assign(({ event }) =>
      event.type === 'review.anchored' ? { meetingId: event.data.meetingId, itemNo: null } : {},
    ),
    keepItem: assign(({ event }) =>
      event.type === 'review.listed' ? { itemNo: event.data.itemNo } : {},
    ),
    keepDeferral: assign(({ event }) =>
      event.type === 'review.deferred'
        ? { meetingId: event.data.toMeeting ?? null, itemNo: null }
        : {},
    ),
    keepReport: assign(({ event }) =>
      event.type === 'review.reportReceived' ? { reportId: event.data.reportId } : {},
    ),
    keepOutcome: assign(({ event }) =>
      event.type === 'review.held'
        ? {
            outcome: event.data.outcome,
            reportBasis: event.data.reportBasis,
            guidance: event.data.guidance ?? null,
          }
        : {},
    ),
  },
}).createMachine({
  id: 'review',
  context: {
    month: null,
    meetingId: null,
    itemNo: null,
    reportId: null,
    outcome: null,
    reportBasis: null,
    guidance: null,
  },
  type: 'parallel',
  states: {
    // A report may arrive before the review is tied to a meeting, on its very day, or long after.
    report: {
      initial: 'unopened',
      states: {
        unopened: {
          on: { 'review.scheduled': { target: 'awaited', meta: citing('review.scheduled') } },
        },
        awaited: {
          on: {
            'review.reportReceived': [
              { guard: 'comesLate', target: 'received.late', ...receiving },
              { target: 'received.onTime', ...receiving },
            ],
          },
        },
        received: {
          initial: 'onTime',
          states: { onTime: { type: 'final' }, late: { type: 'final' } },
        },
      },
    },
    agenda: {
      initial: 'unopened',
      states: {
        unopened: {
          on: {
            'review.scheduled': {
              target: 'scheduled',
              actions: 'keepMonth',
              meta: citing('review.scheduled'),
            },
          },
        },
        scheduled: { on: { ...anchored, ...listed, ...held, ...missed } },
        // Tied to another meeting when its own is put off or called off.
        anchored: {
          on: { ...anchored, ...listed, ...opened, ...held, ...deferred, ...missed },
        },
        // Listed anew under another number when the agenda is revised.
        onAgenda: {
          on: { ...anchored, ...listed, ...opened, ...held, ...deferred, ...missed },
        },
        underReview: { on: { ...held, ...deferred, ...missed } },
        held: {
          initial: 'noted',
          // The end of its region; final it is not, since the clock may have missed it before.
          states: {
            noted: notMissed('noted'),
            guidance: notMissed('guidance'),
            withoutReport: notMissed('withoutReport'),
          },
        },
        deferred: { on: { ...anchored, ...listed, ...held, ...deferred, ...missedAfterwards } },
        // Reached by the clock, so not final: a review held late is a review.
        notHeld: { on: { ...anchored, ...listed, ...held, ...deferred } },
      },
    },
  },
});
