import { IsOptional } from 'class-validator';
import { inCalendar, type Standing } from './around';
import { assign, setup } from './machine';
import { IsDay } from './payload';
import { defineProcedure, type Labels } from './procedure';
import { step, type StepEvents } from './step';
import { IsText } from './texts';

/**
 * Three small procedures for tests of what is due when: a sitting stands in the calendar; a charge is
 * given to somebody, changed, and answered; papers are filed under a charge. They have no rules and
 * nothing is due in them: each test declares what it is about.
 */

const cite = { instrument: 'Standing orders', paragraph: '12' };
const meta = { cite };
const secretariat = { role: 'secretariat' } as const;
const clock = { role: 'clock' } as const;

const nameless: Labels = { title: '', summary: '', states: {}, steps: {}, fields: {} };
const labels = { en: nameless, fr: nameless, es: nameless };

class SittingCalled {
  @IsText(50) body!: string;
  /** Left out while no day is set. */
  @IsOptional() @IsDay() from?: string;
  @IsOptional() @IsDay() to?: string;
}

class SittingMoved {
  @IsOptional() @IsDay() from?: string;
}

class Nothing {}

const stepsOfSitting = {
  'sitting.called': step(SittingCalled, [secretariat], cite),
  'sitting.moved': step(SittingMoved, [secretariat], cite),
  'sitting.closed': step(Nothing, [secretariat], cite),
  'sitting.calledOff': step(Nothing, [secretariat], cite),
};

type ContextOfSitting = {
  readonly body: string;
  readonly from: string | null;
  readonly to: string | null;
};

const sittings = {
  'sitting.moved': { actions: 'keepDays', meta },
  'sitting.closed': { target: 'closed', meta },
  'sitting.calledOff': { target: 'calledOff', meta },
} as const;

const machineOfSitting = setup({
  types: {} as { context: ContextOfSitting; events: StepEvents<typeof stepsOfSitting> },
  actions: {
    keepDays: assign(({ event }) => {
      if (event.type === 'sitting.called') {
        const { body, from = null, to = from } = event.data;
        return { body, from, to };
      }
      if (event.type !== 'sitting.moved') return {};
      const { from = null } = event.data;
      return { from, to: from };
    }),
  },
}).createMachine({
  id: 'sitting',
  context: { body: '', from: null, to: null },
  initial: 'unopened',
  states: {
    unopened: { on: { 'sitting.called': { target: 'called', actions: 'keepDays', meta } } },
    called: { on: sittings },
    closed: { type: 'final' },
    calledOff: { type: 'final' },
  },
});

const standings: Readonly<Record<string, Standing>> = {
  called: 'expected',
  closed: 'held',
  calledOff: 'off',
};

export const sitting = defineProcedure({
  id: 'sitting',
  version: 0,
  steps: stepsOfSitting,
  machine: machineOfSitting,
  rules: [],
  causes: [],
  inCalendar: inCalendar<ContextOfSitting>(({ state, context: { body, from, to } }) => {
    const standing = standings[String(state)];
    const spans = from === null ? [] : [{ from, to: to ?? from }];
    return standing && { body, spans, standing };
  }),
  links: {},
  labels,
  lock: undefined,
});

class ChargeGiven {
  @IsOptional() @IsDay() by?: string;
}

export const stepsOfCharge = {
  'charge.given': step(ChargeGiven, [secretariat], cite),
  'charge.changed': step(ChargeGiven, [secretariat], cite),
  'charge.answered': step(Nothing, [secretariat], cite),
  'charge.forgotten': step(Nothing, [clock, secretariat], cite),
};

export type ContextOfCharge = { readonly by: string | null };

const charges = {
  'charge.changed': { actions: 'keepDay', meta },
  'charge.answered': { target: 'answered', meta },
} as const;

const machineOfCharge = setup({
  types: {} as { context: ContextOfCharge; events: StepEvents<typeof stepsOfCharge> },
  actions: {
    keepDay: assign(({ event }) =>
      event.type === 'charge.given' || event.type === 'charge.changed'
        ? { by: event.data.by ?? null }
        : {},
    ),
  },
}).createMachine({
  id: 'charge',
  context: { by: null },
  initial: 'unopened',
  states: {
    unopened: { on: { 'charge.given': { target: 'given', actions: 'keepDay', meta } } },
    given: { on: { ...charges, 'charge.forgotten': { target: 'forgotten', meta } } },
    forgotten: { on: charges },
    answered: { on: { 'charge.changed': { actions: 'keepDay', meta } } },
  },
});

export const charge = defineProcedure({
  id: 'charge',
  version: 0,
  steps: stepsOfCharge,
  machine: machineOfCharge,
  rules: [],
  causes: [],
  links: { sitting: { procedure: 'sitting', required: false } },
  labels,
  lock: undefined,
});

const stepsOfPaper = { 'paper.filed': step(Nothing, [secretariat], cite) };

const machineOfPaper = setup({
  types: {} as { context: Record<string, never>; events: StepEvents<typeof stepsOfPaper> },
}).createMachine({
  id: 'paper',
  context: {},
  initial: 'unopened',
  states: {
    unopened: { on: { 'paper.filed': { target: 'filed', meta } } },
    filed: { type: 'final' },
  },
});

export const paper = defineProcedure({
  id: 'paper',
  version: 0,
  steps: stepsOfPaper,
  machine: machineOfPaper,
  rules: [],
  causes: [],
  links: { charge: { procedure: 'charge', required: true } },
  labels,
  lock: undefined,
});
