import type { Around } from './around';
import { deadlineOf, type Deadline, type Due } from './deadline';
import { charge, paper, sitting, type ContextOfCharge, type stepsOfCharge } from './sample-diary';
import { scenarios, took, type Told } from './scenario';

/** Deadlines of a charge, and what is told of it, for tests of what is due when. */

const deadline = deadlineOf<typeof stepsOfCharge, ContextOfCharge>();
export const name = 'charge/c1';

export const text = { en: 'Answer', fr: 'Réponse', es: 'Respuesta' };
export const cite = { instrument: 'Standing orders', paragraph: '13' };
export const because = {
  en: 'there was no sitting',
  fr: "il n'y a pas eu de séance",
  es: 'no hubo sesión',
};

type Declared = Partial<Parameters<typeof deadline>[0]>;

/** The answer to a charge, due as said. */
export const answer = (due: (around: Around<ContextOfCharge>) => Due, more: Declared = {}) =>
  deadline({
    id: 'charge.answer',
    number: 'X1',
    step: 'charge.answered',
    cite,
    text,
    due,
    ...more,
  });

export const byTheDay = answer(({ case: { context } }) =>
  context.by === null ? undefined : { windows: [{ to: context.by }] },
);

export const of = (...deadlines: readonly Deadline[]) =>
  scenarios([{ ...charge, deadlines }, sitting, paper]);

export const given = (on = '2018-01-10', data: object = {}): Told =>
  took(name, 'charge.given', data, on);
export const changed = (on: string, data: object = {}) => took(name, 'charge.changed', data, on);
export const answered = (on: string) => took(name, 'charge.answered', {}, on);
export const statuses = (by: Deadline, steps: readonly Told[], date: string) =>
  of(by)
    .given(...steps)
    .obligations(name, date)
    .map(({ status, windows }) => [status, ...windows.map(({ to }) => to)]);
