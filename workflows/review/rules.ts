import { ruleOf, type Around, type StepFact, type Verdict } from '@rapporteur/kernel';
import { paragraph, ruleOfProcedure, rulesOfProcedure } from '../cite';
import { meetingOfTheCouncil } from '../review-meeting';
import type { ReviewContext } from './machine';
import type { steps } from './steps';

const rule = ruleOf<typeof steps, ReviewContext>();

export const rules = [
  rule({
    id: 'review.atTheCouncil',
    grade: 'structural',
    cite: paragraph('6'),
    text: {
      en: 'The General Council reviews the progress made at a meeting of its own: a review is not tied to a meeting of another body.',
      fr: "Le Conseil général procède à l'examen des progrès accomplis à l'une de ses propres réunions: un examen n'est pas rattaché à une réunion d'un autre organe.",
      es: 'El Consejo General examina los progresos realizados en una de sus propias reuniones: un examen no se vincula a una reunión de otro órgano.',
    },
    on: ['review.anchored'],
    holds: (_step, { related }) => {
      const meeting = related('meeting');
      return meeting ? meeting.context['body'] === 'generalCouncil' : 'notComputable';
    },
  }),
  rule({
    id: 'review.atTheSessionOfItsMonth',
    grade: 'procedural',
    cite: paragraph('6'),
    text: {
      en: 'The reviews take place at the sessions of July and December 2018 and July 2019: a review is tied to a meeting that begins in its month, unless it has been deferred or has not been held.',
      fr: "Les examens ont lieu lors des sessions de juillet et décembre 2018 et de juillet 2019: un examen est rattaché à une réunion qui commence au cours de son mois, à moins qu'il n'ait été reporté ou n'ait pas été effectué.",
      es: 'Los exámenes tienen lugar en los períodos de sesiones de julio y diciembre de 2018 y julio de 2019: un examen se vincula a una reunión que comienza en su mes, salvo que se haya aplazado o no se haya realizado.',
    },
    on: ['review.anchored'],
    sees: { calendar: true },
    holds: ({ data }, { case: review, calendar }) => {
      if (['agenda.deferred', 'agenda.notHeld'].some(review.isIn)) return true;
      const firstDay = meetingOfTheCouncil(calendar, data.meetingId)?.firstDay;
      return firstDay === undefined ? 'notComputable' : isIn(firstDay, review.context.month);
    },
  }),
  rule({
    id: 'review.reportSubmitted',
    grade: 'advisory',
    cite: paragraph('6'),
    text: {
      en: 'The report received is the one that the Working Group owes for this review, and it has been submitted.',
      fr: 'Le rapport reçu est celui que le Groupe de travail doit présenter pour cet examen, et il a été présenté.',
      es: 'El informe recibido es el que el Grupo de Trabajo debe presentar para este examen, y ha sido presentado.',
    },
    on: ['review.reportReceived'],
    holds: ({ data }, { related }) => {
      const report = related('report');
      if (!report) return 'notComputable';
      const isThat = [report.name, report.name.replace('report/', '')].includes(data.reportId);
      return isThat && ['submitted', 'considered'].some(report.isIn);
    },
  }),
  rule({
    id: 'review.inSession',
    grade: 'structural',
    cite: rulesOfProcedure,
    text: {
      en: 'A review is opened while the meeting to which it is tied is in session.',
      fr: 'Un examen est ouvert pendant que la réunion à laquelle il est rattaché est en séance.',
      es: 'Un examen se inicia mientras está en sesión la reunión a la que está vinculado.',
    },
    on: ['review.opened'],
    sees: { calendar: true },
    holds: (step, around) => {
      const meeting = meetingAt(step, around);
      if (!meeting) return 'notComputable';
      const { standing, lastDay = '' } = meeting;
      // As at the end of the day: a meeting that closed that day was in session on it.
      return standing === 'inSession' || (standing === 'held' && step.occurredOn <= lastDay);
    },
  }),
  rule({
    id: 'review.reportAtHand',
    grade: 'advisory',
    cite: paragraph('6'),
    text: {
      en: 'When a review is opened the Working Group has submitted its report.',
      fr: "À l'ouverture d'un examen, le Groupe de travail a présenté son rapport.",
      es: 'Al iniciarse un examen, el Grupo de Trabajo ha presentado su informe.',
    },
    on: ['review.opened'],
    holds: (_step, { related }) => {
      const report = related('report');
      return report ? ['submitted', 'considered'].some(report.isIn) : 'notComputable';
    },
  }),
  rule({
    id: 'review.heldInItsMonth',
    grade: 'procedural',
    cite: paragraph('6'),
    text: {
      en: 'The General Council holds its periodic reviews at its sessions of July and December 2018 and July 2019; a review held at another meeting is irregular and says why.',
      fr: 'Le Conseil général procède à des examens périodiques lors de ses sessions de juillet et décembre 2018 et de juillet 2019; un examen effectué à une autre réunion est irrégulier et en donne le motif.',
      es: 'El Consejo General realiza exámenes periódicos en sus períodos de sesiones de julio y diciembre de 2018 y julio de 2019; el realizado en otra reunión es irregular e indica el motivo.',
    },
    on: ['review.held'],
    sees: { calendar: true },
    // A session that begins on the last day of the month is still that month's.
    holds: (step, around) =>
      isIn(meetingAt(step, around)?.firstDay ?? step.occurredOn, around.case.context.month),
  }),
  rule({
    id: 'review.onTheReport',
    grade: 'procedural',
    cite: paragraph('6'),
    text: {
      en: 'A review is held on the basis of a comprehensive report submitted by the Working Group; one held on another basis, or on none, is irregular and says why.',
      fr: "Un examen est effectué sur la base d'un rapport exhaustif présenté par le Groupe de travail; un examen effectué sur une autre base, ou sans base, est irrégulier et en donne le motif.",
      es: 'Un examen se realiza sobre la base de un informe exhaustivo presentado por el Grupo de Trabajo; el realizado sobre otra base, o sin base alguna, es irregular e indica el motivo.',
    },
    on: ['review.held'],
    // A text that establishes no group asks for no report of it.
    holds: ({ data }, { related }) =>
      related('report') ? data.reportBasis === 'wg' : 'notComputable',
  }),
  rule({
    id: 'review.basisReceived',
    grade: 'advisory',
    cite: paragraph('6'),
    text: {
      en: 'Where a review is said to rest on the report of the Working Group, that report has been received.',
      fr: "Lorsqu'il est dit qu'un examen repose sur le rapport du Groupe de travail, ce rapport a été reçu.",
      es: 'Cuando se dice que un examen se basa en el informe del Grupo de Trabajo, ese informe se ha recibido.',
    },
    on: ['review.held'],
    holds: ({ data }, { case: review }) =>
      data.reportBasis !== 'wg' || review.isIn('report.received'),
  }),
  rule({
    id: 'review.openedByTheChair',
    grade: 'advisory',
    cite: ruleOfProcedure('Rules 25-26'),
    text: {
      en: 'A review is held under an agenda item of its own, opened by the Chair of the General Council.',
      fr: "Un examen est effectué au titre d'un point de l'ordre du jour, ouvert par le Président du Conseil général.",
      es: 'Un examen se realiza en el marco de un punto del orden del día, abierto por el Presidente del Consejo General.',
    },
    on: ['review.held'],
    holds: (_step, { case: review }) => review.isIn('agenda.underReview'),
  }),
  rule({
    id: 'review.guidanceSaid',
    grade: 'advisory',
    cite: paragraph('6'),
    text: {
      en: 'A review at which guidance was given says what it was.',
      fr: 'Un examen au cours duquel des orientations ont été données indique lesquelles.',
      es: 'Un examen en el que se dieron orientaciones indica cuáles fueron.',
    },
    on: ['review.held'],
    holds: ({ data }) => data.outcome !== 'guidance' || data.guidance !== undefined,
  }),
];

/** The meeting that a step says it was taken at, otherwise the one to which the review is tied. */
function meetingAt(
  { decision }: Pick<StepFact, 'decision'>,
  { case: review, calendar }: Around<ReviewContext>,
) {
  return meetingOfTheCouncil(calendar, decision?.meeting ?? review.context.meetingId);
}

function isIn(day: string, month: string | null): Verdict {
  return month === null ? 'notComputable' : day.startsWith(month);
}
