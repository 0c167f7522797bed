import { dutyOf } from '@rapporteur/kernel';
import { paragraph } from '../cite';
import { givesInstruction } from '../instruction';
import type { WorkingGroupContext } from './machine';

const duty = dutyOf<WorkingGroupContext>();

export const duties = [
  duty({
    id: 'workingGroup.establishmentDue',
    step: 'workingGroup.established',
    cite: paragraph('2'),
    text: {
      en: 'The General Council shall be instructed, at its first meeting in February 2018, to establish a Working Group on Electronic Commerce.',
      fr: "Il sera donné pour instruction au Conseil général, à sa première réunion en février 2018, d'établir un groupe de travail du commerce électronique.",
      es: 'Se encomendará al Consejo General que, en su primera reunión de febrero de 2018, establezca un grupo de trabajo sobre comercio electrónico.',
    },
    // An establishment that was blocked is still owed, as long as the instruction is in force.
    stands: ({ case: group, related }) => {
      const decision = related('parent');
      const isOwed = group.isIn('instructed') || group.isIn('blocked');
      return isOwed && (decision === undefined || givesInstruction(decision));
    },
  }),
];
