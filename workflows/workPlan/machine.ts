import { assign, setup, type StepEvents } from '@rapporteur/kernel';
import { steps } from './steps';

/** What is known of a text before the group. */
type TextKnown = {
  readonly symbol: string | null;
  readonly effectiveFrom: string | null;
  /** The last day to confirm what was agreed ad referendum. */
  readonly confirmBy: string | null;
  /** The day on which the group agreed, ad referendum or not, unless that has lapsed. */
  readonly agreedOn: string | null;
  /** Why it was not agreed at once: it was put off to a later meeting, or lapsed. */
  readonly delayed: 'deferred' | 'lapsed' | null;
};

export type WorkPlanContext = {
  readonly plan: TextKnown;
  readonly calendar: TextKnown & { readonly dates: readonly string[] };
};

type Events = StepEvents<typeof steps>;
type Type = keyof typeof steps;

const citing = (type: Type) => ({ cite: steps[type].cite });

const nothing: TextKnown = {
  symbol: null,
  effectiveFrom: null,
  confirmBy: null,
  agreedOn: null,
  delayed: null,
};

/** The types of the steps of one region. */
interface Types {
  readonly drafted: Type;
  readonly tabled: Type;
  readonly agreed: Type;
  readonly agreedAdReferendum: Type;
  readonly confirmed: Type;
  readonly deferred: Type;
  readonly revisionOpened: Type;
  readonly revised: Type;
  readonly completed: Type;
  readonly lapsed: Type;
}

/**
 * The states of one text; both texts have the same. The group may agree on what it has not been
 * given in writing, and take up again what it deferred or what has lapsed.
 */
function region<K extends 'keepPlan' | 'keepCalendar'>(types: Types, keep: K) {
  const to = <T extends string>(type: Type, target: T) =>
    ({ [type]: { target, actions: keep, meta: citing(type) } }) as const;
  const drafted = to(types.drafted, 'drafted');
  const tabled = to(types.tabled, 'tabled');
  const deferred = to(types.deferred, 'deferred');
  const agreed = to(types.agreed, 'agreed');
  const confirmed = to(types.confirmed, 'agreed');
  const adReferendum = to(types.agreedAdReferendum, 'agreedAdReferendum');
  const agreedNow = { ...agreed, ...adReferendum };
  const revised = to(types.revised, 'current');
  return {
    initial: 'unopened',
    states: {
      unopened: { on: to('workPlan.requested', 'notStarted') },
      notStarted: { on: { ...drafted, ...deferred, ...agreedNow } },
      drafted: { on: { ...drafted, ...tabled, ...deferred, ...agreedNow } },
      // A revision of a draft that is before the group is before the group.
      tabled: { on: { ...to(types.drafted, 'tabled'), ...deferred, ...agreedNow } },
      agreedAdReferendum: { on: { ...confirmed, ...agreed, ...to(types.lapsed, 'lapsed') } },
      agreed: {
        initial: 'current',
        on: to(types.completed, 'completed'),
        states: {
          current: { on: { ...to(types.revisionOpened, 'underRevision'), ...revised } },
          underRevision: { on: revised },
        },
      },
      deferred: { on: { ...drafted, ...tabled, ...deferred, ...agreedNow } },
      completed: { type: 'final' },
      // Reached by the clock, so not final: a confirmation may be late, the group may come back to it.
      lapsed: { on: { ...drafted, ...tabled, ...confirmed, ...agreedNow } },
    },
  } as const;
}

export const machine = setup({
  types: {} as { context: WorkPlanContext; events: Events },
  actions: {
    keepPlan: assign(({ context: { plan }, event }) => {
      switch (event.type) {
        case 'workPlan.drafted':
        case 'workPlan.revised':
          return { plan: { ...plan, symbol: event.data.symbol } };
        case 'workPlan.agreed':
          return { plan: agreed(plan, event) };
        case 'workPlan.agreedAdReferendum':
          return { plan: agreedProvisionally(plan, event) };
        case 'workPlan.confirmed':
          return { plan: confirmed(plan, event) };
        case 'workPlan.deferred':
          return { plan: { ...plan, delayed: 'deferred' } };
        case 'workPlan.lapsed':
          return { plan: { ...plan, agreedOn: null, delayed: 'lapsed' } };
      }
      return {};
    }),
    keepCalendar: assign(({ context: { calendar }, event }) => {
      switch (event.type) {
        case 'workPlan.calendarDrafted':
        case 'workPlan.calendarRevised':
          return { calendar: { ...calendar, symbol: event.data.symbol, dates: event.data.dates } };
        case 'workPlan.calendarAgreed':
          return { calendar: agreed(calendar, event) };
        case 'workPlan.calendarAgreedAdReferendum':
          return { calendar: agreedProvisionally(calendar, event) };
        case 'workPlan.calendarConfirmed':
          return { calendar: confirmed(calendar, event) };
        case 'workPlan.calendarDeferred':
          return { calendar: { ...calendar, delayed: 'deferred' } };
        case 'workPlan.calendarLapsed':
          return { calendar: { ...calendar, agreedOn: null, delayed: 'lapsed' } };
      }
      return {};
    }),
  },
}).createMachine({
  id: 'workPlan',
  context: { plan: nothing, calendar: { ...nothing, dates: [] } },
  type: 'parallel',
  states: {
    plan: region(
      {
        drafted: 'workPlan.drafted',
        tabled: 'workPlan.tabled',
        agreed: 'workPlan.agreed',
        agreedAdReferendum: 'workPlan.agreedAdReferendum',
        confirmed: 'workPlan.confirmed',
        deferred: 'workPlan.deferred',
        revisionOpened: 'workPlan.revisionOpened',
        revised: 'workPlan.revised',
        completed: 'workPlan.completed',
        lapsed: 'workPlan.lapsed',
      },
      'keepPlan',
    ),
    calendar: region(
      {
        drafted: 'workPlan.calendarDrafted',
        tabled: 'workPlan.calendarTabled',
        agreed: 'workPlan.calendarAgreed',
        agreedAdReferendum: 'workPlan.calendarAgreedAdReferendum',
        confirmed: 'workPlan.calendarConfirmed',
        deferred: 'workPlan.calendarDeferred',
        revisionOpened: 'workPlan.calendarRevisionOpened',
        revised: 'workPlan.calendarRevised',
        completed: 'workPlan.calendarCompleted',
        lapsed: 'workPlan.calendarLapsed',
      },
      'keepCalendar',
    ),
  },
});

interface On<D> {
  readonly occurredOn: string;
  readonly data: D;
}

function agreed<K extends TextKnown>(
  known: K,
  { occurredOn, data }: On<{ readonly symbol: string; readonly effectiveFrom: string }>,
): K {
  const { symbol, effectiveFrom } = data;
  const agreedOn = known.agreedOn ?? occurredOn;
  return { ...known, symbol, effectiveFrom, agreedOn, confirmBy: null };
}

function agreedProvisionally<K extends TextKnown>(
  known: K,
  { occurredOn, data }: On<{ readonly confirmBy: string }>,
): K {
  return { ...known, confirmBy: data.confirmBy, agreedOn: known.agreedOn ?? occurredOn };
}

/** What had lapsed is agreed on the day it is confirmed after all. */
function confirmed<K extends TextKnown>(
  known: K,
  { occurredOn, data }: On<{ readonly effectiveFrom: string }>,
): K {
  const { effectiveFrom } = data;
  return { ...known, effectiveFrom, agreedOn: known.agreedOn ?? occurredOn };
}
