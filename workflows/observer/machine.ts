import { assign, setup, type StepEvents } from '@rapporteur/kernel';
import { steps } from './steps';

export type ObserverContext = {
  readonly org: string | null;
  readonly body: string | null;
  /** The meetings to which it is invited ad hoc, as the steps called them; sorted. */
  readonly meetings: readonly string[];
  /** ISO date of the last invitation among them. */
  readonly invitedOn: string | null;
};

type Events = StepEvents<typeof steps>;

const citing = (type: keyof typeof steps) => ({ cite: steps[type].cite });

const requested = {
  target: 'requested',
  actions: 'keepRequest',
  meta: citing('observer.requested'),
} as const;
const lapsed = {
  target: 'lapsed',
  actions: 'endInvitations',
  meta: citing('observer.lapsed'),
} as const;
/** Something entered late shows that the clock was mistaken: its step changes nothing. */
const notLapsed = <S extends string>(target: S) =>
  ({ target, meta: citing('observer.lapsed') }) as const;
const leftPending = { meta: citing('observer.leftPending') } as const;

/** What a body may decide as long as it has not granted regular status or refused. */
const decisions = {
  'observer.invitedAdHoc': {
    target: 'adHoc',
    actions: 'keepInvitation',
    meta: citing('observer.invitedAdHoc'),
  },
  'observer.granted': {
    target: 'regular',
    actions: 'endInvitations',
    meta: citing('observer.granted'),
  },
  'observer.refused': {
    target: 'refused',
    actions: 'endInvitations',
    meta: citing('observer.refused'),
  },
} as const;
const decisionsOnRequest = {
  ...decisions,
  'observer.leftPending': { target: 'pending', ...leftPending },
} as const;

export const machine = setup({
  types: {} as { context: ObserverContext; events: Events },
  guards: {
    isInvitedElsewhere: ({ context, event }) =>
      event.type === 'observer.lapsed' && isInvitedBeyond(context, event.data.meetings),
    isWithoutGround: ({ event }) =>
      event.type === 'observer.lapsed' && event.data.reason === undefined,
  },
  actions: {
    keepRequest: assign(({ event }) =>
      event.type === 'observer.requested' ? { org: event.data.org, body: event.data.body } : {},
    ),
    keepInvitation: assign(({ context, event }) =>
      event.type === 'observer.invitedAdHoc'
        ? {
            meetings: [...new Set([...context.meetings, event.data.meetingId])].sort(),
            invitedOn: event.occurredOn,
          }
        : {},
    ),
    endInvitations: assign({ meetings: [], invitedOn: null }),
  },
}).createMachine({
  id: 'observer',
  context: { org: null, body: null, meetings: [], invitedOn: null },
  initial: 'unopened',
  states: {
    unopened: { on: { 'observer.requested': requested } },
    requested: { on: decisionsOnRequest },
    // The organisation may renew its request; meeting after meeting may leave it pending.
    pending: { on: { ...decisionsOnRequest, 'observer.requested': requested } },
    // It stays invited while its request for regular status is left pending.
    adHoc: {
      on: {
        ...decisions,
        'observer.leftPending': { target: 'adHoc', ...leftPending },
        'observer.lapsed': [{ guard: 'isInvitedElsewhere', ...notLapsed('adHoc') }, lapsed],
      },
    },
    // It does not lapse with a meeting: without a ground it was the invitation that the clock ended.
    regular: {
      on: { 'observer.lapsed': [{ guard: 'isWithoutGround', ...notLapsed('regular') }, lapsed] },
    },
    // The end; final it is not, since the clock may have ended an invitation before.
    refused: { on: { 'observer.lapsed': notLapsed('refused') } },
    // Reached by the clock, so not final: a new invitation or request may follow, and the body may
    // still decide on the request for regular status.
    lapsed: { on: { ...decisionsOnRequest, 'observer.requested': requested } },
  },
});

/** Whether it is invited to a meeting besides those that are said to be over. */
function isInvitedBeyond(
  { meetings }: ObserverContext,
  over: readonly string[] = meetings,
): boolean {
  return meetings.some((each) => !over.includes(each));
}
