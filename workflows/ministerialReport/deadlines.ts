import {
  dateInWords,
  deadlineOf,
  plusDays,
  type Around,
  type Due,
  type Text,
} from '@rapporteur/kernel';
import { paragraph, ruleOfProcedure } from '../cite';
import { nextSession } from '../next-session';
import { isInstructed } from './instruction';
import type { MinisterialReportContext } from './machine';
import type { steps } from './steps';

const deadline = deadlineOf<typeof steps, MinisterialReportContext>();

/** The provisional agenda goes out five weeks ahead; practice, changed here. */
const agendaLead = 35;

export const deadlines = [
  deadline({
    id: 'ministerialReport.transmission',
    number: 'D9',
    step: 'ministerialReport.transmitted',
    cite: paragraph('6'),
    text: {
      en: "General Council's report to the next session of the Ministerial Conference",
      fr: 'Rapport du Conseil général à la session suivante de la Conférence ministérielle',
      es: 'Informe del Consejo General al siguiente período de sesiones de la Conferencia Ministerial',
    },
    sees: { calendar: true },
    due: (around) => beforeSession(around, { days: 0, because: notByOpening }),
  }),
  deadline({
    id: 'ministerialReport.onProvisionalAgenda',
    number: 'D9b',
    step: 'ministerialReport.transmitted',
    cite: ruleOfProcedure('Rule 3'),
    soft: true,
    text: {
      en: "General Council's report, for the provisional agenda of the next session of the Ministerial Conference",
      fr: "Rapport du Conseil général, pour l'ordre du jour provisoire de la session suivante de la Conférence ministérielle",
      es: 'Informe del Consejo General, para el orden del día provisional del siguiente período de sesiones de la Conferencia Ministerial',
    },
    sees: { calendar: true },
    due: (around) => beforeSession(around, { days: agendaLead, because: agendaGoneOut }),
  }),
];

interface Lead {
  /** So many days before the first day of the session. */
  readonly days: number;
  readonly because: (firstDay: string) => Text;
}

/** Before the session that follows the decision, as long as ¶6 stands. */
function beforeSession(
  { case: { context }, related, calendar }: Around<MinisterialReportContext>,
  { days, because }: Lead,
): Due {
  if (!isInstructed(related('parent'))) return undefined;
  const { name: anchor, firstDay } = nextSession(calendar, context.requestedOn ?? '') ?? {};
  if (anchor === undefined || firstDay === undefined) return 'notPopulated';
  return { windows: [{ to: plusDays(firstDay, -days), anchor, because: because(firstDay) }] };
}

const notByOpening = (firstDay: string): Text => ({
  en: `it had not been transmitted at the opening of the session on ${dateInWords(firstDay, 'en')}`,
  fr: `il n'avait pas été transmis à l'ouverture de la session, le ${dateInWords(firstDay, 'fr')}`,
  es: `no se había transmitido a la apertura del período de sesiones, el ${dateInWords(firstDay, 'es')}`,
});

const agendaGoneOut = (firstDay: string): Text => ({
  en: `the provisional agenda goes out five weeks before the session of ${dateInWords(firstDay, 'en')}`,
  fr: `l'ordre du jour provisoire est distribué cinq semaines avant la session du ${dateInWords(firstDay, 'fr')}`,
  es: `el orden del día provisional se distribuye cinco semanas antes del período de sesiones del ${dateInWords(firstDay, 'es')}`,
});
