import { causeOf, parseCaseName } from '@rapporteur/kernel';
import type { steps } from './steps';

const on = causeOf<typeof steps>();

export const causes = [
  // What the minutes confirm rests on them from then on, whatever it rested on before.
  on('meeting.minutesIssued', ({ data: { symbol, steps: minuted = [] } }) =>
    minuted.flatMap(({ case: name, revision, finding }) => {
      const target = parseCaseName(name);
      if (finding !== 'confirmed' || !target) return [];
      const data = { revision, documents: [{ symbol }] };
      return [{ case: target, type: 'record.evidenceAdded', data, links: {} }];
    }),
  ),
];
