import { causeOf } from '@rapporteur/kernel';
import type { steps } from './steps';

const on = causeOf<typeof steps>();

export const causes = [
  // ¶2: the General Council is instructed to establish the group and to designate its chair.
  on('decision.adopted', ({ case: id, data }) => {
    if (!instructs(data.paras)) return [];
    const [decisionSymbol = ''] = data.symbols;
    const parent = `decision/${id}`;
    return [
      {
        case: { procedure: 'workingGroup', case: id },
        type: 'workingGroup.establishmentInstructed',
        data: { decisionSymbol, para: '2' },
        links: { parent, chair: `chair/${id}` },
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

const numbers = ['1', '2', '3', '4', '5', '6', '7'];

/** Whether ¶2 is among the paragraphs adopted; named otherwise than by number, all are meant. */
function instructs(paras: readonly string[]): boolean {
  return paras.includes('2') || !paras.every((para) => numbers.includes(para));
}
