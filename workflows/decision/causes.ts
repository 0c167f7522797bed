import { causeOf } from '@rapporteur/kernel';
import type { steps } from './steps';

const on = causeOf<typeof steps>();

export const causes = [
  // ¶2: the General Council is instructed to establish the group and to designate its chair.
  on('decision.adopted', ({ case: id, data }) => {
    const [decisionSymbol = ''] = data.symbols;
    const parent = `decision/${id}`;
    return [
      {
        case: { procedure: 'workingGroup', case: id },
        type: 'workingGroup.establishmentInstructed',
        data: { decisionSymbol, para: '2' },
        links: { parent },
      },
      {
        case: { procedure: 'chair', case: id },
        type: 'chair.postCreated',
        data: { para: '2' },
        links: { parent, workingGroup: `workingGroup/${id}` },
      },
    ];
  }),
];
