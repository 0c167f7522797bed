import {
  assign,
  causeOf,
  clockStepOf,
  deadlineOf,
  defineProcedure,
  inCalendar,
  inEach,
  IsDay,
  IsText,
  registryOf,
  ruleOf,
  setup,
  step,
  type Labels,
  type StepEvents,
} from '@rapporteur/kernel';
import { IsOptional } from 'class-validator';

// Two small procedures with a calendar: a board sits on days that are set and moved; a paper is asked
// for, is to be delivered before the board next sits, and its copies are called back when it is dropped.

class SittingPlanned {
  @IsDay() day!: string;
}
class SittingClosed {}
class PaperAsked {
  @IsText(100) subject!: string;
}
class PaperDelivered {
  @IsOptional() @IsText(100) symbol?: string;
}
class PaperDropped {
  @IsText(100) reason!: string;
}
class PaperMissed {}
class CopyMade {
  @IsText(100) holder!: string;
}
class CopyCalledBack {
  @IsText(100) reason!: string;
}

const order = { instrument: 'Standing orders', paragraph: '9' };
const cited = { meta: { cite: order } };
const by = [{ role: 'secretariat' }, { role: 'clock' }] as const;
const words = (text: string) => inEach(() => text);

const oneLabels = (title: string, states: readonly string[], steps: readonly string[]): Labels => ({
  title,
  summary: title,
  states: Object.fromEntries(states.map((state) => [state, state])),
  steps: Object.fromEntries(steps.map((type) => [type, type])),
  fields: {},
});

const labels = (...said: Parameters<typeof oneLabels>) => {
  const [en, fr, es] = [oneLabels(...said), oneLabels(...said), oneLabels(...said)];
  return { en, fr, es };
};

const sittingSteps = {
  'sitting.planned': step(SittingPlanned, by, order),
  'sitting.closed': step(SittingClosed, by, order),
};
type SittingContext = { readonly day: string };

const sitting = defineProcedure({
  id: 'sitting',
  version: 0,
  steps: sittingSteps,
  machine: setup({
    types: {} as { context: SittingContext; events: StepEvents<typeof sittingSteps> },
    actions: {
      keepDay: assign(({ event }) =>
        event.type === 'sitting.planned' ? { day: event.data.day } : {},
      ),
    },
  }).createMachine({
    id: 'sitting',
    context: { day: '' },
    initial: 'unopened',
    states: {
      unopened: { on: { 'sitting.planned': { target: 'planned', actions: 'keepDay', ...cited } } },
      planned: {
        on: {
          'sitting.planned': { actions: 'keepDay', ...cited },
          'sitting.closed': { target: 'closed', ...cited },
        },
      },
      closed: { type: 'final' },
    },
  }),
  rules: [],
  causes: [],
  inCalendar: inCalendar<SittingContext>(({ context: { day }, isIn }) => ({
    body: 'board',
    spans: [{ from: day, to: day }],
    standing: isIn('closed') ? 'held' : 'expected',
  })),
  links: {},
  labels: labels('Sitting', ['planned', 'closed'], Object.keys(sittingSteps)),
  lock: undefined,
});

const copySteps = {
  'copy.made': step(CopyMade, by, order),
  'copy.calledBack': step(CopyCalledBack, by, order),
};

const copy = defineProcedure({
  id: 'copy',
  version: 0,
  steps: copySteps,
  machine: setup({
    types: {} as { context: object; events: StepEvents<typeof copySteps> },
  }).createMachine({
    id: 'copy',
    context: {},
    initial: 'unmade',
    states: {
      unmade: { on: { 'copy.made': { target: 'out', ...cited } } },
      out: { on: { 'copy.calledBack': { target: 'back', ...cited } } },
      back: { type: 'final' },
    },
  }),
  rules: [],
  causes: [],
  links: { paper: { procedure: 'paper', required: true } },
  labels: labels('Copy', ['out', 'back'], Object.keys(copySteps)),
  lock: undefined,
});

const paperSteps = {
  'paper.asked': step(PaperAsked, by, order),
  'paper.delivered': step(PaperDelivered, by, order),
  'paper.dropped': step(PaperDropped, by, order),
  'paper.missed': step(PaperMissed, by, order),
};
type PaperContext = { readonly askedOn: string };

const firstDay = (
  calendar: { meetings(b: string, f: string, t: string): readonly { firstDay?: string }[] },
  from: string,
) => calendar.meetings('board', from, '9999-12-31')[0]?.firstDay;

const paper = defineProcedure({
  id: 'paper',
  version: 0,
  steps: paperSteps,
  machine: setup({
    types: {} as { context: PaperContext; events: StepEvents<typeof paperSteps> },
    actions: { keepDay: assign({ askedOn: ({ event }) => event.occurredOn }) },
  }).createMachine({
    id: 'paper',
    context: { askedOn: '' },
    initial: 'unasked',
    states: {
      unasked: { on: { 'paper.asked': { target: 'awaited', actions: 'keepDay', ...cited } } },
      awaited: {
        on: {
          'paper.delivered': { target: 'delivered', ...cited },
          'paper.dropped': { target: 'dropped', ...cited },
          'paper.missed': { target: 'missing', ...cited },
        },
      },
      missing: { on: { 'paper.delivered': { target: 'delivered', ...cited } } },
      delivered: { type: 'final' },
      dropped: { type: 'final' },
    },
  }),
  rules: [
    ruleOf<typeof paperSteps, PaperContext>()({
      id: 'paper.beforeTheBoardSits',
      grade: 'procedural',
      cite: order,
      text: words('A paper is delivered before the board next sits.'),
      on: ['paper.delivered'],
      sees: { calendar: true },
      holds: ({ occurredOn }, { case: { context }, calendar }) => {
        const day = firstDay(calendar, context.askedOn);
        return day === undefined ? 'notComputable' : occurredOn < day;
      },
    }),
    ruleOf<typeof paperSteps, PaperContext>()({
      id: 'paper.copiesBack',
      grade: 'advisory',
      cite: order,
      text: words('No copy is out when a paper is dropped.'),
      on: ['paper.dropped'],
      sees: { under: ['copy'] },
      holds: (_step, { under }) => !under('copy').some(({ isIn }) => isIn('out')),
    }),
  ],
  causes: [
    causeOf<typeof paperSteps>()(
      'paper.dropped',
      ({ data, under }) =>
        under('copy')
          .filter(({ isIn }) => isIn('out'))
          .map(({ name }) => ({
            case: { procedure: 'copy', case: name.slice('copy/'.length) },
            type: 'copy.calledBack',
            data: { reason: data.reason },
            links: {},
          })),
      { under: ['copy'] },
    ),
    // The first copy of a paper that was asked for in its own name.
    causeOf<typeof paperSteps>()('paper.asked', ({ case: id, data }) =>
      data.subject === 'with a long name'
        ? [
            {
              case: { procedure: 'copy', case: `${id}-${'x'.repeat(60)}` },
              type: 'copy.made',
              data: { holder: 'A' },
              links: { paper: `paper/${id}` },
            },
          ]
        : [],
    ),
  ],
  deadlines: [
    deadlineOf<typeof paperSteps, PaperContext>()({
      id: 'paper.delivery',
      number: 'D1',
      step: 'paper.delivered',
      cite: order,
      text: words('Delivery of the paper'),
      sees: { calendar: true },
      due: ({ case: { context }, calendar }) => {
        const day = firstDay(calendar, context.askedOn);
        return day === undefined ? 'notPopulated' : { windows: [{ to: day }] };
      },
    }),
  ],
  clock: [
    clockStepOf<typeof paperSteps, PaperContext>()({
      step: 'paper.missed',
      sees: { calendar: true },
      when: ({ case: { context }, calendar }, today) => {
        const day = firstDay(calendar, context.askedOn);
        return day !== undefined && day <= today ? { occurredOn: day, data: {} } : undefined;
      },
    }),
    clockStepOf<typeof paperSteps, PaperContext>()({
      step: 'paper.dropped',
      confirm: true,
      when: ({ case: { context } }, today) =>
        today.slice(0, 4) > context.askedOn.slice(0, 4)
          ? { occurredOn: today, data: { reason: 'its year is over' } }
          : undefined,
    }),
  ],
  links: {},
  labels: labels('Paper', ['awaited', 'missing', 'delivered', 'dropped'], Object.keys(paperSteps)),
  lock: undefined,
});

export const paperRegistry = registryOf([sitting, copy, paper]);

export const planned = (day: string, occurredOn: string) => ({
  type: 'sitting.planned',
  data: { day },
  occurredOn,
});
export const asked = (occurredOn: string, subject = 'tea') => ({
  type: 'paper.asked',
  data: { subject },
  occurredOn,
});
export const delivered = (occurredOn: string) => ({
  type: 'paper.delivered',
  data: {},
  occurredOn,
});
export const dropped = (occurredOn: string) => ({
  type: 'paper.dropped',
  data: { reason: 'no tea' },
  occurredOn,
});
export const copied = (occurredOn: string, of = 'paper/tea') => ({
  type: 'copy.made',
  data: { holder: 'A' },
  occurredOn,
  links: { paper: of },
});
