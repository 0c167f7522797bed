import { causeOf } from '@rapporteur/kernel';
import type { steps } from './steps';

const on = causeOf<typeof steps>();

export const causes = [
  // ¶2: the group in being owes a work plan and a calendar of meetings.
  on('workingGroup.established', ({ case: id }) => [
    {
      case: { procedure: 'workPlan', case: id },
      type: 'workPlan.requested',
      data: { para: '2' },
      links: { parent: `workingGroup/${id}` },
    },
  ]),
];
