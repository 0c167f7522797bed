import { clockStepOf, plusDays } from '@rapporteur/kernel';
import type { WorkingGroupContext } from './machine';
import type { steps } from './steps';

const clockStep = clockStepOf<typeof steps, WorkingGroupContext>();

/** How long before its term a mandate is said to near its end: practice, no rule says it. */
const daysBeforeTerm = 12 * 7;

export const clock = [
  clockStep({
    step: 'workingGroup.mandateNearedExpiry',
    when: ({ case: group }, today) => {
      const { until, untilSetOn } = group.context;
      if (until?.date === undefined || untilSetOn === null) return undefined;
      if (!group.isIn('established.mandate.termed')) return undefined;
      const near = plusDays(until.date, -daysBeforeTerm);
      const occurredOn = near < untilSetOn ? untilSetOn : near;
      return occurredOn <= today ? { occurredOn, data: { anchor: until.date } } : undefined;
    },
  }),
  clockStep({
    step: 'workingGroup.mandateExpired',
    confirm: true,
    when: ({ case: group }, today) => {
      const { date } = group.context.until ?? {};
      return date !== undefined && date <= today
        ? { occurredOn: date, data: { anchor: date } }
        : undefined;
    },
  }),
];
