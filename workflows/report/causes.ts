import { causeOf, parseCaseName } from '@rapporteur/kernel';
import type { steps } from './steps';

const on = causeOf<typeof steps>();

export const causes = [
  // The review for which it was asked receives it, whether or not it is on the agenda already.
  on('report.submitted', ({ case: id, data, links }) => {
    const review = parseCaseName(links['review'] ?? '');
    if (!review) return [];
    return [
      {
        case: review,
        type: 'review.reportReceived',
        data: { reportId: id, ...(data.late ? { late: true } : {}) },
        links: {},
      },
    ];
  }),
];
