import { clockStepOf, plusDays } from '@rapporteur/kernel';
import type { ItemContext } from './machine';
import type { steps } from './steps';

const clockStep = clockStepOf<typeof steps, ItemContext>();

export const clock = [
  // A confirmation may have been given and not yet entered, so the Secretariat says that it was not.
  clockStep({
    step: 'item.adReferendumLapsed',
    confirm: true,
    when: ({ case: { context, isIn } }, today) => {
      const { confirmBy } = context;
      if (confirmBy === null || confirmBy >= today || !isIn('adReferendum')) return undefined;
      return { occurredOn: plusDays(confirmBy, 1), data: {} };
    },
  }),
];
