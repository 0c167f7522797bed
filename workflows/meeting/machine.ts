import { assign, setup, type StepEvents } from '@rapporteur/kernel';
import { steps } from './steps';

export type MeetingContext = {
  readonly body: string | null;
  readonly format: 'formal' | 'informal' | 'special' | null;
  /** The days for which it is planned, and on which it was resumed; none while it has no date. */
  readonly spans: readonly { readonly from: string; readonly to?: string }[];
  readonly noticeDate: string | null;
  readonly agendaAdopted: boolean;
  readonly quorum: 'presumed' | 'challenged' | 'counted' | null;
  readonly hasQuorum: boolean;
  readonly minutes: string | null;
  readonly corrigenda: readonly string[];
};

type Events = StepEvents<typeof steps>;

const citing = (type: keyof typeof steps) => ({ cite: steps[type].cite });

const planned = {
  target: 'planned',
  actions: 'keepPlan',
  meta: citing('meeting.planned'),
} as const;
// Nothing else may be known of a meeting: of its course, what is recorded is recorded step by step.
const held = { target: 'closed', actions: 'keepPlan', meta: citing('meeting.held') } as const;
const convened = {
  target: 'convened',
  actions: 'keepNotice',
  meta: citing('meeting.convened'),
} as const;
const agendaCirculated = {
  target: 'agendaCirculated',
  meta: citing('meeting.agendaCirculated'),
} as const;
const opened = { target: 'open', actions: 'keepOpening', meta: citing('meeting.opened') } as const;
const postponed = {
  target: 'postponed',
  actions: 'keepNewDate',
  meta: citing('meeting.postponed'),
} as const;
const cancelled = { target: 'cancelled', meta: citing('meeting.cancelled') } as const;
const challenged = { actions: 'keepQuorum', meta: citing('meeting.quorumChallenged') } as const;
const adjourned = { target: 'adjourned', meta: citing('meeting.adjourned') } as const;
const resumed = { actions: 'keepSpan', meta: citing('meeting.resumed') } as const;
const draftCirculated = {
  target: 'draft',
  meta: citing('meeting.minutesDraftCirculated'),
} as const;
const issued = {
  target: 'issued',
  actions: 'keepMinutes',
  meta: citing('meeting.minutesIssued'),
} as const;

export const machine = setup({
  types: {} as { context: MeetingContext; events: Events },
  guards: {
    hasAgenda: ({ context }) => context.agendaAdopted,
  },
  actions: {
    keepPlan: assign(({ event }) =>
      event.type === 'meeting.planned' || event.type === 'meeting.held'
        ? { body: event.data.body, format: event.data.format, spans: event.data.spans }
        : {},
    ),
    keepNotice: assign(({ event }) =>
      event.type === 'meeting.convened' ? { noticeDate: event.data.noticeDate } : {},
    ),
    keepOpening: assign(({ event }) =>
      event.type === 'meeting.opened' ? { quorum: event.data.quorum } : {},
    ),
    keepAgenda: assign({ agendaAdopted: true }),
    keepQuorum: assign(({ event }) =>
      event.type === 'meeting.quorumChallenged'
        ? {
            quorum: event.data.present === undefined ? 'challenged' : 'counted',
            hasQuorum: event.data.result === 'reached',
          }
        : {},
    ),
    keepSpan: assign(({ context, event }) =>
      event.type === 'meeting.resumed' ? { spans: withSpan(context.spans, event.data.span) } : {},
    ),
    keepNewDate: assign(({ event }) =>
      event.type === 'meeting.postponed'
        ? { noticeDate: null, spans: event.data.newDate ? [{ from: event.data.newDate }] : [] }
        : {},
    ),
    keepMinutes: assign(({ event }) =>
      event.type === 'meeting.minutesIssued' ? { minutes: event.data.symbol } : {},
    ),
    keepCorrigendum: assign(({ context, event }) =>
      event.type === 'meeting.minutesCorrected'
        ? { corrigenda: [...new Set([...context.corrigenda, event.data.corrSymbol])].sort() }
        : {},
    ),
  },
}).createMachine({
  id: 'meeting',
  context: {
    body: null,
    format: null,
    spans: [],
    noticeDate: null,
    agendaAdopted: false,
    quorum: null,
    hasQuorum: true,
    minutes: null,
    corrigenda: [],
  },
  initial: 'unopened',
  states: {
    unopened: { on: { 'meeting.planned': planned, 'meeting.held': held } },
    planned: {
      on: {
        'meeting.convened': convened,
        // An informal meeting needs no notice; a formal one opened without is irregular.
        'meeting.opened': opened,
        'meeting.held': held,
        'meeting.postponed': postponed,
        'meeting.cancelled': cancelled,
      },
    },
    convened: {
      on: {
        'meeting.agendaCirculated': agendaCirculated,
        'meeting.opened': opened,
        'meeting.held': held,
        'meeting.postponed': postponed,
        'meeting.cancelled': cancelled,
      },
    },
    agendaCirculated: {
      on: {
        // A revision of the proposed agenda.
        'meeting.agendaCirculated': agendaCirculated,
        'meeting.opened': opened,
        'meeting.held': held,
        'meeting.postponed': postponed,
        'meeting.cancelled': cancelled,
      },
    },
    open: {
      initial: 'agenda',
      on: { 'meeting.closed': { target: 'closed', meta: citing('meeting.closed') } },
      states: {
        agenda: {
          on: {
            'meeting.agendaAdopted': {
              target: 'business',
              actions: 'keepAgenda',
              meta: citing('meeting.agendaAdopted'),
            },
            'meeting.quorumChallenged': challenged,
            'meeting.adjourned': adjourned,
          },
        },
        business: {
          on: { 'meeting.quorumChallenged': challenged, 'meeting.adjourned': adjourned },
        },
        // The same meeting goes on where it was: an agenda adopted is not adopted again.
        adjourned: {
          on: {
            'meeting.resumed': [
              { guard: 'hasAgenda', target: 'business', ...resumed },
              { target: 'agenda', ...resumed },
            ],
          },
        },
      },
    },
    closed: {
      initial: 'record',
      states: {
        record: {
          initial: 'none',
          states: {
            none: {
              on: {
                'meeting.minutesDraftCirculated': draftCirculated,
                'meeting.minutesIssued': issued,
              },
            },
            draft: {
              on: {
                'meeting.minutesDraftCirculated': draftCirculated,
                'meeting.minutesVerificationOpened': {
                  target: 'verification',
                  meta: citing('meeting.minutesVerificationOpened'),
                },
                'meeting.minutesIssued': issued,
              },
            },
            verification: {
              on: {
                'meeting.minutesDraftCirculated': draftCirculated,
                'meeting.minutesIssued': issued,
              },
            },
            issued: {
              on: {
                'meeting.minutesCorrected': {
                  actions: 'keepCorrigendum',
                  meta: citing('meeting.minutesCorrected'),
                },
              },
            },
          },
        },
      },
    },
    // It may be put off again before it is convened anew; a new date may be planned first.
    postponed: {
      on: {
        'meeting.planned': planned,
        'meeting.held': held,
        'meeting.convened': convened,
        'meeting.postponed': postponed,
        'meeting.cancelled': cancelled,
      },
    },
    cancelled: { type: 'final' },
  },
});

/** The spans with one more, unless its first day is within one of them; in the order of days. */
function withSpan(
  spans: MeetingContext['spans'],
  span: MeetingContext['spans'][number],
): MeetingContext['spans'] {
  return spans.some(({ from, to = from }) => from <= span.from && span.from <= to)
    ? spans
    : [...spans, span].sort((a, b) => (a.from < b.from ? -1 : 1));
}
