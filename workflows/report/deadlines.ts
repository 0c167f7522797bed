import { dateInWords, deadlineOf, inEach, monthInWords } from '@rapporteur/kernel';
import { paragraph } from '../cite';
import { noticeDay } from '../notice';
import { isParagraphInForce } from '../paragraph-in-force';
import type { ReviewMonth } from '../review-months';
import type { ReportContext } from './machine';
import { meetingFor } from './notice-day';
import type { steps } from './steps';

const deadline = deadlineOf<typeof steps, ReportContext>();

export const deadlines = [
  reportFor('2018-07', { id: 'report.forJuly2018', number: 'D6' }),
  reportFor('2018-12', { id: 'report.forDecember2018', number: 'D7' }),
  reportFor('2019-07', { id: 'report.forJuly2019', number: 'D8' }),
];

/** Each report has a number of its own in the table of deadlines. */
function reportFor(month: ReviewMonth, named: { readonly id: string; readonly number: string }) {
  return deadline({
    ...named,
    step: 'report.submitted',
    cite: paragraph('6'),
    text: inEach(
      (language) =>
        ({
          en: `Comprehensive report of the Working Group for the review of ${monthInWords(month, language)}`,
          fr: `Rapport exhaustif du Groupe de travail pour l'examen de ${monthInWords(month, language)}`,
          es: `Informe exhaustivo del Grupo de Trabajo para el examen de ${monthInWords(month, language)}`,
        })[language],
    ),
    sees: { calendar: true },
    due: (around) => {
      if (around.case.context.month !== month) return undefined;
      const decision = around.related('decision');
      if (decision && !isParagraphInForce(decision, '6')) return undefined;
      const meeting = meetingFor(around);
      if (!meeting) return 'notPopulated';
      const { firstDay, name: anchor } = meeting;
      return { windows: [{ to: noticeDay(firstDay), anchor, because: byTheNotice(firstDay) }] };
    },
    // It is the circulation that the deadline is about, and that may have preceded the submission.
    metOn: ({ case: { context } }) => context.circulatedOn ?? undefined,
  });
}

function byTheNotice(firstDay: string) {
  return inEach(
    (language) =>
      ({
        en: `the notice of the meeting of ${dateInWords(firstDay, language)} was due that day`,
        fr: `l'avis de convocation de la réunion du ${dateInWords(firstDay, language)} devait être publié ce jour-là`,
        es: `el aviso de convocatoria de la reunión del ${dateInWords(firstDay, language)} debía publicarse ese día`,
      })[language],
  );
}
