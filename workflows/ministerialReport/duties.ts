import { dutyOf } from '@rapporteur/kernel';
import { paragraph } from '../cite';
import { isInstructed } from './instruction';
import type { MinisterialReportContext } from './machine';

const duty = dutyOf<MinisterialReportContext>();

export const duties = [
  duty({
    id: 'ministerialReport.reportDue',
    step: 'ministerialReport.transmitted',
    cite: paragraph('6'),
    text: {
      en: 'The General Council shall be instructed to report to the next session of the Ministerial Conference.',
      fr: 'Il sera donné pour instruction au Conseil général de faire rapport à la session suivante de la Conférence ministérielle.',
      es: 'Se encomendará al Consejo General que presente un informe al siguiente período de sesiones de la Conferencia Ministerial.',
    },
    stands: ({ case: report, related }) =>
      report.context.symbols.length === 0 && isInstructed(related('parent')),
  }),
];
