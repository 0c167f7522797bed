import { ruleOf } from '@rapporteur/kernel';
import { paragraph, ruleOfProcedure } from '../cite';
import type { ReportContext } from './machine';
import { lastDayFor, meetingFor } from './notice-day';
import { sections } from './sections';
import type { steps } from './steps';

const rule = ruleOf<typeof steps, ReportContext>();

export const rules = [
  rule({
    id: 'report.onePerReview',
    grade: 'advisory',
    cite: paragraph('6'),
    text: {
      en: 'Paragraph 6 speaks of “a comprehensive report” in the singular for three reviews; it is read here as one report for each review. This is an interpretation.',
      fr: "Le paragraphe 6 parle d'«un rapport exhaustif», au singulier, pour trois examens; il est lu ici comme visant un rapport pour chaque examen. Il s'agit d'une interprétation.",
      es: 'El párrafo 6 habla de «un informe exhaustivo», en singular, para tres exámenes; se lee aquí como un informe para cada examen. Se trata de una interpretación.',
    },
    on: ['report.requested'],
    // The case of a report is called after that of its review, so that each review has one.
    holds: (_step, { case: report, related }) => {
      const review = related('review');
      return review ? idOf(review.name) === idOf(report.name) : 'notComputable';
    },
  }),
  rule({
    id: 'report.coverageInOrder',
    grade: 'structural',
    cite: paragraph('6'),
    text: {
      en: 'The period that a report covers does not end before it begins.',
      fr: 'La période couverte par un rapport ne se termine pas avant de commencer.',
      es: 'El período abarcado por un informe no termina antes de comenzar.',
    },
    on: ['report.drafted'],
    holds: ({ data }) => data.coverage.from <= data.coverage.to,
  }),
  rule({
    id: 'report.onInternationalRules',
    grade: 'advisory',
    cite: paragraph('1'),
    text: {
      en: 'A comprehensive report has a section on the possibility of developing international rules.',
      fr: "Un rapport exhaustif comporte une section sur la possibilité d'élaborer des règles internationales.",
      es: 'Un informe exhaustivo contiene una sección sobre la posibilidad de elaborar normas internacionales.',
    },
    on: ['report.drafted'],
    holds: ({ data }) => data.sections.includes(sections.internationalRules),
  }),
  rule({
    id: 'report.onViews',
    grade: 'advisory',
    cite: paragraph('5'),
    text: {
      en: 'A comprehensive report has a section on the views of consumers, regulators and the private sector and how they were taken into consideration.',
      fr: 'Un rapport exhaustif comporte une section sur les points de vue des consommateurs, des organismes de réglementation et du secteur privé et sur la façon dont ils ont été pris en considération.',
      es: 'Un informe exhaustivo contiene una sección sobre las opiniones de los consumidores, los organismos de reglamentación y el sector privado y sobre el modo en que se tomaron en consideración.',
    },
    on: ['report.drafted'],
    holds: ({ data }) => data.sections.includes(sections.views),
  }),
  rule({
    id: 'report.beforeTheGroup',
    grade: 'structural',
    cite: paragraph('6'),
    text: {
      en: 'The report is the report of the Working Group: its draft is put before a meeting of the group.',
      fr: 'Le rapport est celui du Groupe de travail: son projet est soumis à une réunion du Groupe.',
      es: 'El informe es el del Grupo de Trabajo: su proyecto se somete a una reunión del Grupo.',
    },
    on: ['report.tabled'],
    holds: (_step, { related }) => {
      const meeting = related('meeting');
      return meeting ? meeting.context['body'] === 'workingGroup' : 'notComputable';
    },
  }),
  rule({
    id: 'report.byConsensus',
    grade: 'structural',
    cite: ruleOfProcedure('Rule 33'),
    text: {
      en: "The Working Group adopts its report by consensus; failing consensus, it may be issued on its Chair's responsibility.",
      fr: 'Le Groupe de travail adopte son rapport par consensus; à défaut de consensus, celui-ci peut être publié sous la responsabilité de son Président.',
      es: 'El Grupo de Trabajo adopta su informe por consenso; a falta de consenso, este puede publicarse bajo la responsabilidad de su Presidente.',
    },
    on: ['report.adopted'],
    holds: ({ decision }) => (decision ? decision.mode === 'consensus' : 'notComputable'),
  }),
  rule({
    id: 'report.onDraft',
    grade: 'advisory',
    cite: paragraph('6'),
    text: {
      en: 'The Working Group adopts its report on a draft put before it.',
      fr: "Le Groupe de travail adopte son rapport sur la base d'un projet qui lui est soumis.",
      es: 'El Grupo de Trabajo adopta su informe sobre la base de un proyecto que se le somete.',
    },
    on: ['report.adopted'],
    holds: (_step, { case: report }) => report.isIn('underAdoption'),
  }),
  rule({
    id: 'report.adoptedOrIssued',
    grade: 'structural',
    cite: paragraph('6'),
    text: {
      en: "A report is submitted by the Working Group once the group has adopted it or its Chair has issued it on the Chair's responsibility.",
      fr: 'Un rapport est présenté par le Groupe de travail une fois adopté par celui-ci ou publié sous la responsabilité de son Président.',
      es: 'El Grupo de Trabajo presenta un informe una vez que lo ha adoptado o que su Presidente lo ha publicado bajo su responsabilidad.',
    },
    on: ['report.submitted'],
    holds: (_step, { case: report }) => report.context.issuedBy !== null,
  }),
  rule({
    id: 'report.lateSaysSo',
    grade: 'procedural',
    cite: ruleOfProcedure('Rule 2'),
    text: {
      en: 'A report circulated after the day by which the meeting of its review is convened is late and says why; one circulated by that day is not late.',
      fr: "Un rapport distribué après le jour auquel la réunion de son examen doit être convoquée est en retard et en donne le motif; un rapport distribué ce jour-là au plus tard n'est pas en retard.",
      es: 'El informe distribuido después del día en que debe convocarse la reunión de su examen llega con retraso e indica el motivo; el distribuido a más tardar ese día no llega con retraso.',
    },
    on: ['report.submitted'],
    sees: { calendar: true },
    holds: ({ data }, around) => {
      const last = lastDayFor(around);
      if (last === undefined) return 'notComputable';
      return data.circulatedOn > last === (data.late !== undefined);
    },
  }),
  rule({
    id: 'report.beforeTheReview',
    grade: 'advisory',
    cite: paragraph('6'),
    text: {
      en: 'A report is circulated before the meeting of its review opens; one that comes after is not the basis of that review.',
      fr: "Un rapport est distribué avant l'ouverture de la réunion de son examen; un rapport distribué ensuite n'est pas la base de cet examen.",
      es: 'Un informe se distribuye antes de la apertura de la reunión de su examen; el distribuido después no es la base de ese examen.',
    },
    on: ['report.submitted'],
    sees: { calendar: true },
    holds: ({ data }, around) => {
      const meeting = meetingFor(around);
      return meeting ? data.circulatedOn < meeting.firstDay : 'notComputable';
    },
  }),
  rule({
    id: 'report.circulatedByThen',
    grade: 'advisory',
    cite: paragraph('6'),
    text: {
      en: 'A report has been circulated when it is submitted.',
      fr: "Un rapport a été distribué lorsqu'il est présenté.",
      es: 'Un informe se ha distribuido cuando se presenta.',
    },
    on: ['report.submitted'],
    holds: ({ data, occurredOn }) => data.circulatedOn <= occurredOn,
  }),
];

const idOf = (name: string): string => name.slice(name.indexOf('/') + 1);
