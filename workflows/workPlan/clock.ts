import { clockStepOf, plusDays, type Around, type ClockProposal } from '@rapporteur/kernel';
import type { WorkPlanContext } from './machine';
import type { steps } from './steps';

const clockStep = clockStepOf<typeof steps, WorkPlanContext>();

// Whether a reservation still stands is for the Secretariat to say; the clock only knows the day.
export const clock = [
  clockStep({
    step: 'workPlan.lapsed',
    confirm: true,
    when: (around, today) => lapse('plan', around, today),
  }),
  clockStep({
    step: 'workPlan.calendarLapsed',
    confirm: true,
    when: (around, today) => lapse('calendar', around, today),
  }),
];

/** The day after the last on which what was agreed ad referendum could be confirmed. */
function lapse(
  region: keyof WorkPlanContext,
  { case: { context } }: Around<WorkPlanContext>,
  today: string,
): ClockProposal | undefined {
  const { confirmBy } = context[region];
  if (confirmBy === null) return undefined;
  const occurredOn = plusDays(confirmBy, 1);
  return occurredOn <= today ? { occurredOn, data: {} } : undefined;
}
