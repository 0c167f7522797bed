import { ruleOf, type CaseView, type Verdict } from '@rapporteur/kernel';
import { paragraph, ruleOfProcedure } from '../cite';
import { datedSessions, isOnDayOf } from '../next-session';
import { reviewMonths } from '../review-months';
import { together } from '../together';
import type { MinisterialReportContext } from './machine';
import type { steps } from './steps';

const rule = ruleOf<typeof steps, MinisterialReportContext>();

export const rules = [
  rule({
    id: 'ministerialReport.byConsensus',
    grade: 'procedural',
    cite: ruleOfProcedure('Rule 33'),
    text: {
      en: 'The General Council adopts its report to the Ministerial Conference by consensus.',
      fr: 'Le Conseil général adopte par consensus son rapport à la Conférence ministérielle.',
      es: 'El Consejo General adopta por consenso su informe a la Conferencia Ministerial.',
    },
    on: ['ministerialReport.adopted'],
    holds: ({ decision }) => (decision ? decision.mode === 'consensus' : 'notComputable'),
  }),
  rule({
    id: 'ministerialReport.afterTheReviews',
    grade: 'procedural',
    cite: paragraph('6'),
    text: {
      en: 'The General Council reports to the next session of the Ministerial Conference on the periodic reviews of July and December 2018 and July 2019: it adopts its report once each of them has been held, or has been recorded as not held.',
      fr: "Le Conseil général fait rapport à la session suivante de la Conférence ministérielle sur les examens périodiques de juillet et décembre 2018 et de juillet 2019: il adopte son rapport une fois que chacun d'eux a été effectué, ou consigné comme non effectué.",
      es: 'El Consejo General informa al siguiente período de sesiones de la Conferencia Ministerial sobre los exámenes periódicos de julio y diciembre de 2018 y julio de 2019: adopta su informe una vez que cada uno de ellos se ha realizado, o se ha consignado como no realizado.',
    },
    on: ['ministerialReport.adopted'],
    holds: (_step, { related }) => together(reviewMonths.map((month) => isOver(related(month)))),
  }),
  rule({
    id: 'ministerialReport.adoptedFirst',
    grade: 'procedural',
    cite: paragraph('6'),
    text: {
      en: 'The report sent to the Ministerial Conference is one that the General Council has adopted.',
      fr: 'Le rapport transmis à la Conférence ministérielle est un rapport que le Conseil général a adopté.',
      es: 'El informe transmitido a la Conferencia Ministerial es un informe que el Consejo General ha adoptado.',
    },
    on: ['ministerialReport.transmitted'],
    holds: (_step, { case: report }) => report.context.isAdopted,
  }),
  rule({
    id: 'ministerialReport.consideredAtASession',
    grade: 'advisory',
    cite: paragraph('6'),
    text: {
      en: 'The Ministerial Conference considers the report at a session.',
      fr: "La Conférence ministérielle examine le rapport lors d'une session.",
      es: 'La Conferencia Ministerial examina el informe en un período de sesiones.',
    },
    on: ['ministerialReport.considered'],
    sees: { calendar: true },
    holds: ({ occurredOn }, { case: { context }, calendar }) => {
      const { requestedOn } = context;
      const held = datedSessions(calendar).filter(
        ({ standing, firstDay = '' }) => standing !== 'off' && firstDay > (requestedOn ?? ''),
      );
      if (held.length === 0) return 'notComputable';
      return isOnDayOf(held, occurredOn);
    },
  }),
];

/** Whether a review is over; not computable when nothing is recorded of it. */
function isOver(review: CaseView | undefined): Verdict {
  if (review === undefined) return 'notComputable';
  return review.isIn('agenda.held') || review.isIn('agenda.notHeld');
}
