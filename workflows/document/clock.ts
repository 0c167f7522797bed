import { clockStepOf } from '@rapporteur/kernel';
import type { DocumentContext } from './machine';
import { derestrictionDay } from './restriction';
import type { steps } from './steps';

const clockStep = clockStepOf<typeof steps, DocumentContext>();

export const clock = [
  // On the day itself, or when the last language version comes after it.
  clockStep({
    step: 'document.derestricted',
    when: ({ case: document }, today) => {
      if (!document.isIn('access.restricted')) return undefined;
      const { objectedOn, completeOn } = document.context;
      const day = derestrictionDay(document.context);
      if (day === undefined || objectedOn !== null || completeOn === null) return undefined;
      const occurredOn = completeOn > day ? completeOn : day;
      return occurredOn <= today ? { occurredOn, data: { rule: 'period' } } : undefined;
    },
  }),
];
