import {
  assign,
  deadlineOf,
  defineProcedure,
  inCalendar,
  inEach,
  IsDay,
  IsText,
  registryOf,
  setup,
  step,
  type CaseView,
  type Labels,
  type StepEvents,
} from '@rapporteur/kernel';
import { IsOptional } from 'class-validator';

// Three small procedures whose deadlines look at all that can be looked at: a sitting stands in the
// calendar; a mandate waits for the first answer to any charge under it; a charge is due on its day and
// at the next sitting, and nothing is due of it while its mandate is suspended.

class SittingPlanned {
  @IsText(20) body!: string;
  @IsOptional() @IsDay() day?: string;
}
class ChargeGiven {
  @IsOptional() @IsDay() by?: string;
}
class Nothing {}

const order = { instrument: 'Standing orders', paragraph: '9' };
const cited = { meta: { cite: order } };
const by = [{ role: 'secretariat' }] as const;

const labelled = (title: string, states: readonly string[], steps: object) => {
  const names = (list: readonly string[]) => Object.fromEntries(list.map((name) => [name, name]));
  const one: Labels = {
    title,
    summary: title,
    states: names(states),
    steps: names(Object.keys(steps)),
    fields: {},
  };
  return { en: one, fr: one, es: one };
};

const sittingSteps = {
  'sitting.planned': step(SittingPlanned, by, order),
  'sitting.closed': step(Nothing, by, order),
};
type SittingContext = { readonly body: string; readonly day: string | null };

const sitting = defineProcedure({
  id: 'sitting',
  version: 0,
  steps: sittingSteps,
  machine: setup({
    types: {} as { context: SittingContext; events: StepEvents<typeof sittingSteps> },
    actions: {
      keep: assign(({ event }) =>
        event.type === 'sitting.planned'
          ? { body: event.data.body, day: event.data.day ?? null }
          : {},
      ),
    },
  }).createMachine({
    id: 'sitting',
    context: { body: '', day: null },
    initial: 'unopened',
    states: {
      unopened: { on: { 'sitting.planned': { target: 'planned', actions: 'keep', ...cited } } },
      planned: {
        on: {
          'sitting.planned': { actions: 'keep', ...cited },
          'sitting.closed': { target: 'closed', ...cited },
        },
      },
      closed: { on: { 'sitting.planned': { target: 'planned', actions: 'keep', ...cited } } },
    },
  }),
  rules: [],
  causes: [],
  inCalendar: inCalendar<SittingContext>(({ context: { body, day }, isIn }) =>
    // A sitting of nobody stands in no calendar.
    body === 'nobody'
      ? undefined
      : {
          body,
          spans: day === null ? [] : [{ from: day, to: day }],
          standing: isIn('closed') ? 'held' : 'expected',
        },
  ),
  links: {},
  labels: labelled('Sitting', ['planned', 'closed'], sittingSteps),
  lock: undefined,
});

const mandateSteps = {
  'mandate.given': step(Nothing, by, order),
  'mandate.suspended': step(Nothing, by, order),
  'mandate.resumed': step(Nothing, by, order),
};
type MandateContext = { readonly givenOn: string };

const answeredOn = ({ context }: CaseView): readonly string[] =>
  typeof context['answeredOn'] === 'string' ? [context['answeredOn']] : [];

const mandate = defineProcedure({
  id: 'mandate',
  version: 0,
  steps: mandateSteps,
  machine: setup({
    types: {} as { context: MandateContext; events: StepEvents<typeof mandateSteps> },
    actions: { keep: assign({ givenOn: ({ event }) => event.occurredOn }) },
  }).createMachine({
    id: 'mandate',
    context: { givenOn: '' },
    initial: 'unopened',
    states: {
      unopened: { on: { 'mandate.given': { target: 'running', actions: 'keep', ...cited } } },
      running: { on: { 'mandate.suspended': { target: 'suspended', ...cited } } },
      suspended: { on: { 'mandate.resumed': { target: 'running', ...cited } } },
    },
  }),
  rules: [],
  causes: [],
  deadlines: [
    deadlineOf<typeof mandateSteps, MandateContext>()({
      id: 'mandate.firstAnswer',
      number: 'D1',
      step: { elsewhere: 'charge.answered' },
      cite: order,
      text: inEach(() => 'First answer'),
      sees: { under: ['charge'] },
      due: ({ case: { context }, under }) =>
        under('charge').length > 0 ? { awaitedSince: context.givenOn } : undefined,
      metOn: ({ under }) => under('charge').flatMap(answeredOn).sort()[0],
    }),
  ],
  links: {},
  labels: labelled('Mandate', ['running', 'suspended'], mandateSteps),
  lock: undefined,
});

const chargeSteps = {
  'charge.given': step(ChargeGiven, by, order),
  'charge.changed': step(ChargeGiven, by, order),
  'charge.answered': step(Nothing, by, order),
};
type ChargeContext = {
  readonly by: string | null;
  readonly givenOn: string;
  readonly answeredOn: string | null;
};

const charge = defineProcedure({
  id: 'charge',
  version: 0,
  steps: chargeSteps,
  machine: setup({
    types: {} as { context: ChargeContext; events: StepEvents<typeof chargeSteps> },
    actions: {
      open: assign({ givenOn: ({ event }) => event.occurredOn }),
      keep: assign(({ event }) =>
        event.type === 'charge.answered' ? {} : { by: event.data.by ?? null },
      ),
      answer: assign({ answeredOn: ({ event }) => event.occurredOn }),
    },
  }).createMachine({
    id: 'charge',
    context: { by: null, givenOn: '', answeredOn: null },
    initial: 'unopened',
    states: {
      unopened: {
        on: { 'charge.given': { target: 'given', actions: ['open', 'keep'], ...cited } },
      },
      given: {
        on: {
          'charge.changed': { actions: 'keep', ...cited },
          'charge.answered': { target: 'answered', actions: 'answer', ...cited },
        },
      },
      answered: { on: { 'charge.changed': { actions: 'keep', ...cited } } },
    },
  }),
  rules: [],
  causes: [],
  deadlines: [
    deadlineOf<typeof chargeSteps, ChargeContext>()({
      id: 'charge.answer',
      number: 'D2',
      step: 'charge.answered',
      cite: order,
      text: inEach(() => 'Answer'),
      due({ case: { context }, related }) {
        if (related('mandate')?.isIn('suspended')) return undefined;
        const { by: to, givenOn } = context;
        return to === null ? { awaitedSince: givenOn } : { windows: [{ to }] };
      },
    }),
    deadlineOf<typeof chargeSteps, ChargeContext>()({
      id: 'charge.atTheSitting',
      number: 'D3',
      step: 'charge.answered',
      cite: order,
      text: inEach(() => 'Answer at the sitting'),
      sees: { calendar: true },
      due({ case: { context }, calendar }) {
        if (calendar.undated('council').length > 1) return { awaitedSince: context.givenOn };
        const [next] = calendar.meetings('council', context.givenOn, '9999-12-31');
        const { firstDay: to, name: anchor, standing } = next ?? {};
        if (to === undefined || anchor === undefined) return 'notPopulated';
        return { windows: [{ to, anchor, because: inEach(() => `it is ${String(standing)}`) }] };
      },
    }),
  ],
  links: { mandate: { procedure: 'mandate', required: false } },
  labels: labelled('Charge', ['given', 'answered'], chargeSteps),
  lock: undefined,
});

export const chargeRegistry = registryOf([sitting, mandate, charge]);
