import { dutyOf } from '@rapporteur/kernel';
import { paragraph } from '../cite';
import { givesInstruction } from '../instruction';
import type { ChairContext } from './office';

const duty = dutyOf<ChairContext>();

export const duties = [
  duty({
    id: 'chair.designationDue',
    step: 'chair.designated',
    cite: paragraph('2'),
    text: {
      en: 'The General Council shall be instructed, at its first meeting in February 2018, to designate the Chair of the Working Group; only a designation meets this.',
      fr: 'Il sera donné pour instruction au Conseil général, à sa première réunion en février 2018, de désigner le président du Groupe de travail; seule une désignation y satisfait.',
      es: 'Se encomendará al Consejo General que, en su primera reunión de febrero de 2018, designe al Presidente del Grupo de Trabajo; solo una designación lo cumple.',
    },
    // Also after a designation was blocked; an interim chair leaves it open.
    stands: ({ case: chair, related }) => {
      const decision = related('parent');
      const isInstructed = decision === undefined || givesInstruction(decision);
      return isInstructed && !chair.context.wasDesignated && !chair.isIn('unopened');
    },
  }),
];
