import { dutyOf } from '@rapporteur/kernel';
import { paragraph } from '../cite';
import type { ReferralContext } from './machine';

const duty = dutyOf<ReferralContext>();

export const duties = [
  duty({
    id: 'referral.resultsOwed',
    step: 'referral.reported',
    cite: paragraph('4'),
    text: {
      en: 'These bodies shall report to the Working Group on any results achieved.',
      fr: 'Ces organes rendront compte au Groupe de travail des éventuels résultats obtenus.',
      es: 'Esos órganos informarán al Grupo de Trabajo de los resultados que puedan obtenerse.',
    },
    // Owed by a body that has taken the request up; the group cannot compel one that has not.
    stands: ({ case: { isIn } }) =>
      ['work', 'interimReported', 'answeredInPart'].some((state) => isIn(`asked.reply.${state}`)),
  }),
];
