import { dutyOf } from '@rapporteur/kernel';
import { paragraph } from '../cite';
import { isParagraphInForce } from '../paragraph-in-force';
import type { ReviewContext } from './machine';

const duty = dutyOf<ReviewContext>();

export const duties = [
  duty({
    id: 'review.reviewDue',
    step: 'review.held',
    cite: paragraph('6'),
    text: {
      en: 'The General Council shall be instructed to hold periodic reviews of the progress made at its sessions of July and December 2018 and July 2019, on the basis of a comprehensive report submitted by the Working Group.',
      fr: "Il sera donné pour instruction au Conseil général de procéder à des examens périodiques des progrès accomplis lors de ses sessions de juillet et décembre 2018 et de juillet 2019 sur la base d'un rapport exhaustif présenté par le Groupe de travail.",
      es: 'Se encomendará al Consejo General que realice exámenes periódicos de los progresos realizados en sus períodos de sesiones de julio y diciembre de 2018 y julio de 2019, sobre la base de un informe exhaustivo presentado por el Grupo de Trabajo.',
    },
    // One that was deferred or not held in its month is still owed.
    stands: ({ case: review, related }) => {
      const decision = related('parent');
      const isOwed = !review.isIn('agenda.held') && !review.isIn('agenda.unopened');
      return isOwed && (decision === undefined || isParagraphInForce(decision, '6'));
    },
  }),
];
