import { assign, setup } from '@rapporteur/kernel';
import { itemAfter, type Events, type ItemContext } from './context';
import { isCarried } from './membership';
import { steps } from './steps';

export type { ItemContext } from './context';

type Type = keyof typeof steps;

const citing = (type: Type) => ({ cite: steps[type].cite });

const to = <T extends Type, S extends string>(type: T, target: S) => ({
  [type]: { target, actions: 'keep', meta: citing(type) } as const,
});

const removed = to('item.removed', 'removed');
const toOtherBusiness = to('item.movedToOtherBusiness', 'otherBusiness');
const takenUp = to('item.takenUp', 'underConsideration');
const put = to('item.consensusPut', 'consensusSought');
const objected = to('item.objectionRaised', 'blocked');
const decided = to('item.decided', 'decided');
const adReferendum = to('item.decidedAdReferendum', 'adReferendum');
const noted = to('item.noted', 'noted');
const deferred = to('item.deferred', 'deferred');
const maintained = to('item.reservationMaintained', 'blocked');

/** Confirmed by all who had reserved their position it is decided; until then it stays where it is. */
const confirmed = <S extends string>(stays: S) => {
  const kept = { actions: 'keep', meta: citing('item.confirmed') } as const;
  return {
    'item.confirmed': [
      { guard: 'isLastConfirmation', target: 'decided', ...kept },
      { target: stays, ...kept },
    ],
  } as const;
};

export const machine = setup({
  types: {} as { context: ItemContext; events: Events },
  guards: {
    isLastConfirmation: ({ context, event }) =>
      event.type === 'item.confirmed' &&
      context.reservers.every(
        (each) => each === event.data.byMember || context.confirmers.includes(each),
      ),
    isLastObjection: ({ context, event }) =>
      event.type === 'item.objectionLifted' &&
      context.objectors.every((each) => each === event.data.byMember),
    isTextObjectedTo: ({ context, event }) =>
      event.type === 'item.consensusPut' && event.data.textSymbol === context.textSymbol,
    isCarried: ({ event }) =>
      event.type === 'item.voteTaken' && isCarried(event.data, event.occurredOn),
  },
  actions: {
    keep: assign(({ context, event }) => itemAfter(event, context)),
  },
}).createMachine({
  id: 'item',
  context: {
    by: null,
    title: null,
    docs: [],
    isLate: false,
    itemNo: null,
    isStanding: false,
    contestedBy: [],
    isOtherBusiness: false,
    isForAction: false,
    textSymbol: null,
    objectors: [],
    reservers: [],
    confirmers: [],
    confirmBy: null,
    decision: null,
    effectiveOn: null,
    votes: null,
  },
  initial: 'unopened',
  states: {
    unopened: { on: to('item.requested', 'requested') },
    requested: {
      on: { ...to('item.listed', 'listed'), ...removed, ...toOtherBusiness, ...deferred },
    },
    // The body may dispose of it before anybody speaks.
    listed: {
      on: {
        ...to('item.inclusionContested', 'contested'),
        ...removed,
        ...toOtherBusiness,
        ...takenUp,
        ...noted,
        ...deferred,
      },
    },
    contested: {
      on: {
        ...to('item.inclusionContested', 'contested'),
        ...to('item.inclusionAccepted', 'listed'),
        ...removed,
        ...toOtherBusiness,
        ...deferred,
      },
    },
    otherBusiness: {
      on: {
        ...to('item.reverted', 'listed'),
        ...removed,
        ...takenUp,
        ...decided,
        ...noted,
        ...deferred,
      },
    },
    underConsideration: {
      on: { ...put, ...decided, ...adReferendum, ...noted, ...deferred },
    },
    consensusSought: {
      on: { ...put, ...objected, ...decided, ...adReferendum, ...noted, ...deferred },
    },
    blocked: {
      on: {
        // Another text is another question; put again, the same text meets the same objections.
        'item.consensusPut': [
          {
            guard: 'isTextObjectedTo',
            target: 'blocked',
            meta: citing('item.consensusPut'),
          },
          put['item.consensusPut'],
        ],
        ...objected,
        'item.objectionLifted': [
          {
            guard: 'isLastObjection',
            target: 'consensusSought',
            actions: 'keep',
            meta: citing('item.objectionLifted'),
          },
          { target: 'blocked', actions: 'keep', meta: citing('item.objectionLifted') },
        ],
        'item.voteTaken': [
          {
            guard: 'isCarried',
            target: 'decided',
            actions: 'keep',
            meta: citing('item.voteTaken'),
          },
          { target: 'blocked', actions: 'keep', meta: citing('item.voteTaken') },
        ],
        ...decided,
        ...to('item.referredUp', 'referredUp'),
        ...noted,
        ...deferred,
      },
    },
    adReferendum: {
      on: {
        ...confirmed('adReferendum'),
        ...maintained,
        ...to('item.adReferendumLapsed', 'lapsed'),
      },
    },
    // Reached by the clock, so not final: a confirmation may be late, the body may come back to it.
    lapsed: {
      on: { ...confirmed('lapsed'), ...maintained, ...takenUp, ...put, ...noted, ...deferred },
    },
    removed: { type: 'final' },
    decided: { type: 'final' },
    noted: { type: 'final' },
    deferred: { type: 'final' },
    referredUp: { type: 'final' },
  },
});
