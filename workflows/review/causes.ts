import { causeOf } from '@rapporteur/kernel';
import type { steps } from './steps';

const on = causeOf<typeof steps>();

export const causes = [
  // ¶6: each review rests on a report of the group; a text that establishes no group asks for none.
  on('review.scheduled', ({ case: id, data, links }) => {
    const { workingGroup, parent } = links;
    if (workingGroup === undefined) return [];
    return [
      {
        case: { procedure: 'report', case: id },
        type: 'report.requested',
        data: { month: data.month, para: data.para },
        links: {
          review: `review/${id}`,
          workingGroup,
          ...(parent === undefined ? {} : { decision: parent }),
        },
      },
    ];
  }),
  // A report that was submitted by then has been considered.
  on(
    'review.held',
    ({ case: id, under }) =>
      under('report')
        .filter(({ isIn }) => isIn('submitted'))
        .map(({ name }) => ({
          case: { procedure: 'report', case: name.replace('report/', '') },
          type: 'report.considered',
          data: { reviewId: id },
          links: {},
        })),
    { under: ['report'] },
  ),
];
