import { dutyOf } from '@rapporteur/kernel';
import { paragraph } from '../cite';
import { isParagraphInForce } from '../paragraph-in-force';
import type { ReportContext } from './machine';

const duty = dutyOf<ReportContext>();

export const duties = [
  duty({
    id: 'report.submissionDue',
    step: 'report.submitted',
    cite: paragraph('6'),
    text: {
      en: 'The General Council holds each periodic review on the basis of a comprehensive report submitted by the Working Group.',
      fr: "Le Conseil général procède à chaque examen périodique sur la base d'un rapport exhaustif présenté par le Groupe de travail.",
      es: 'El Consejo General realiza cada examen periódico sobre la base de un informe exhaustivo presentado por el Grupo de Trabajo.',
    },
    // Owed until the review has been held; a report that comes later is still received.
    stands: ({ case: report, related }) => {
      const isOwed = !['unopened', 'submitted', 'considered'].some(report.isIn);
      const decision = related('decision');
      const isInForce = decision === undefined || isParagraphInForce(decision, '6');
      return isOwed && isInForce && !(related('review')?.isIn('agenda.held') ?? false);
    },
  }),
];
