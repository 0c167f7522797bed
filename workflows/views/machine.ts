import { assign, setup, type StepEvents } from '@rapporteur/kernel';
import type { Stakeholders } from './stakeholders';
import { steps } from './steps';

/** What is known of the views of one group; lists are sorted. */
type GroupKnown = {
  readonly channels: readonly string[];
  readonly sources: readonly string[];
  readonly docRefs: readonly string[];
  readonly viaMembers: readonly string[];
  readonly meetingIds: readonly string[];
  readonly whereReflected: readonly string[];
  /** Why it was not practicable, as last said. */
  readonly reason: string | null;
};

export type ViewsContext = Readonly<Record<Stakeholders, GroupKnown>>;

type Events = StepEvents<typeof steps>;
type Type = keyof typeof steps;

const citing = (type: Type) => ({ cite: steps[type].cite });

const nothing: GroupKnown = {
  channels: [],
  sources: [],
  docRefs: [],
  viaMembers: [],
  meetingIds: [],
  whereReflected: [],
  reason: null,
};

const guardOf = {
  consumers: 'isOfConsumers',
  regulators: 'isOfRegulators',
  privateSector: 'isOfPrivateSector',
} as const;

/** What is kept is of the group that the step names, whichever region keeps it, and once. */
const keeping = (type: Type) => ({ actions: 'keepViews', meta: citing(type) }) as const;

/**
 * The views of one group. Each step says whose views it is about: the region of that group goes on,
 * the two others stay as they are. Nothing here is the end: more views may always come, and what was
 * considered without having been received first is noted by a rule, not refused.
 */
function region(of: Stakeholders) {
  const guard = guardOf[of];
  const to = <T extends Type, S extends string>(type: T, target: S) =>
    ({
      [type]: [{ guard, target, ...keeping(type) }, keeping(type)],
    }) as const;
  const kept = <T extends Type>(type: T) =>
    ({
      [type]: [{ guard, ...keeping(type) }, keeping(type)],
    }) as const;
  const answers = {
    ...to('views.received', 'received'),
    ...to('views.considered', 'considered'),
    ...to('views.notPracticable', 'notPracticable'),
  } as const;
  const requested = { target: 'notSought', meta: citing('views.requested') } as const;
  return {
    initial: 'unopened',
    states: {
      unopened: { on: { 'views.requested': requested } },
      notSought: { on: { ...to('views.sought', 'sought'), ...answers } },
      sought: { on: { ...to('views.sought', 'sought'), ...answers } },
      // Sought also elsewhere, those received are still to be considered, or have been.
      received: { on: { ...kept('views.sought'), ...answers } },
      considered: { on: { ...kept('views.sought'), ...answers } },
      notPracticable: { on: { ...to('views.sought', 'sought'), ...answers } },
    },
  } as const;
}

export const machine = setup({
  types: {} as { context: ViewsContext; events: Events },
  guards: {
    isOfConsumers: ({ event }) => groupOf(event) === 'consumers',
    isOfRegulators: ({ event }) => groupOf(event) === 'regulators',
    isOfPrivateSector: ({ event }) => groupOf(event) === 'privateSector',
  },
  actions: {
    keepViews: assign(({ context, event }) => {
      const of = groupOf(event);
      return of === undefined ? {} : { [of]: known(context[of], event) };
    }),
  },
}).createMachine({
  id: 'views',
  context: { consumers: nothing, regulators: nothing, privateSector: nothing },
  type: 'parallel',
  states: {
    consumers: region('consumers'),
    regulators: region('regulators'),
    privateSector: region('privateSector'),
  },
});

function groupOf(event: Events): Stakeholders | undefined {
  return event.type === 'views.requested' ? undefined : event.data.group;
}

function known(before: GroupKnown, event: Events): GroupKnown {
  switch (event.type) {
    case 'views.sought':
      return { ...before, channels: union(before.channels, event.data.channel) };
    case 'views.received':
      return {
        ...before,
        sources: union(before.sources, event.data.source),
        docRefs: union(before.docRefs, event.data.docRef),
        viaMembers: union(before.viaMembers, event.data.viaMember),
      };
    case 'views.considered':
      return {
        ...before,
        meetingIds: union(before.meetingIds, event.data.meetingId),
        whereReflected: union(before.whereReflected, event.data.whereReflected),
      };
    case 'views.notPracticable':
      return { ...before, reason: event.data.reason };
  }
  return before;
}

/** The list with one more, without repetition, sorted: the order of recording leaves no trace. */
function union(kept: readonly string[], one: string | undefined): readonly string[] {
  return one === undefined ? kept : [...new Set([...kept, one])].sort();
}
