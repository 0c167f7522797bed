import { ruleOf, type CaseView, type Verdict } from '@rapporteur/kernel';
import { paragraph, ruleOfProcedure } from '../cite';
import { isOpenReferral } from '../open-cases';
import { stakeholders } from '../views/stakeholders';
import type { TopicContext } from './machine';
import { topicName } from './mentions';
import type { steps } from './steps';

const rule = ruleOf<typeof steps, TopicContext>();

/** What the group does with a topic. */
export const rulesOnGroup = [
  rule({
    id: 'topic.groundIsMandate',
    grade: 'structural',
    cite: paragraph('1'),
    text: {
      en: 'A topic is outside the mandate only on the ground of paragraph 1: that it is not an issue related to electronic commerce. That another body is competent, or that rules are proposed, is no such ground.',
      fr: "Un sujet n'est hors mandat que pour le motif du paragraphe 1: ne pas être une question liée au commerce électronique. La compétence d'un autre organe, ou le fait que des règles sont proposées, n'est pas un tel motif.",
      es: 'Un tema queda fuera del mandato solo por el motivo del párrafo 1: no ser una cuestión relacionada con el comercio electrónico. La competencia de otro órgano, o el hecho de que se propongan normas, no es tal motivo.',
    },
    on: ['topic.heldOutsideMandate'],
    holds: ({ data }) => data.ground === 'notRelatedToElectronicCommerce',
  }),
  rule({
    id: 'topic.rulesWithinMandate',
    grade: 'structural',
    cite: paragraph('1'),
    text: {
      en: 'The mandate includes the possibility of developing international rules: a proposal for rules is never outside it.',
      fr: "Le mandat comprend la possibilité d'élaborer des règles internationales: une proposition de règles n'est jamais hors mandat.",
      es: 'El mandato incluye la posibilidad de elaborar normas internacionales: una propuesta de normas nunca queda fuera de él.',
    },
    on: ['topic.heldOutsideMandate'],
    holds: (_step, { case: { context } }) =>
      !context.proposesRules && context.rulesConsidered === null,
  }),
  rule({
    id: 'topic.byConsensus',
    grade: 'procedural',
    cite: ruleOfProcedure('Rule 33'),
    text: {
      en: 'The Working Group holds a topic to be outside its mandate, merges or splits it, or agrees on conclusions by consensus; failing consensus, the matter is referred to the General Council.',
      fr: "C'est par consensus que le Groupe de travail juge un sujet hors mandat, le fusionne, le scinde ou convient de conclusions; à défaut de consensus, la question est renvoyée au Conseil général.",
      es: 'El Grupo de Trabajo declara un tema fuera del mandato, lo fusiona, lo divide o acuerda conclusiones por consenso; a falta de consenso, la cuestión se remite al Consejo General.',
    },
    on: ['topic.heldOutsideMandate', 'topic.merged', 'topic.split', 'topic.concluded'],
    holds: ({ data, decision }) => {
      if ('outcome' in data && data.outcome !== 'agreed') return true;
      return decision ? decision.mode === 'consensus' : 'notComputable';
    },
  }),
  rule({
    id: 'topic.workPlanAgreed',
    grade: 'procedural',
    cite: paragraph('2'),
    text: {
      en: 'A topic is scheduled under the work plan on which the Working Group has agreed.',
      fr: 'Un sujet est inscrit au plan de travail dont le Groupe de travail a convenu.',
      es: 'Un tema se programa en el marco del plan de trabajo que el Grupo de Trabajo ha acordado.',
    },
    on: ['topic.scheduled'],
    holds: (_step, { related }) => {
      const workPlan = related('workPlan');
      if (!workPlan) return 'notComputable';
      return workPlan.isIn('plan.agreed') || workPlan.isIn('plan.completed');
    },
  }),
  rule({
    id: 'topic.registeredFirst',
    grade: 'advisory',
    cite: paragraph('3'),
    text: {
      en: 'A topic is registered and circulated before the Working Group schedules or discusses it.',
      fr: "Un sujet est enregistré et distribué avant que le Groupe de travail l'inscrive à son plan de travail ou en discute.",
      es: 'Un tema se registra y distribuye antes de que el Grupo de Trabajo lo programe o lo debata.',
    },
    on: ['topic.scheduled', 'topic.discussed'],
    holds: (_step, { case: topic }) => topic.context.topicNo !== null,
  }),
  rule({
    id: 'topic.discussedAsPlanned',
    grade: 'advisory',
    cite: paragraph('2'),
    text: {
      en: 'The Working Group discusses a topic as its work plan provides.',
      fr: 'Le Groupe de travail discute un sujet comme le prévoit son plan de travail.',
      es: 'El Grupo de Trabajo debate un tema según lo previsto en su plan de trabajo.',
    },
    on: ['topic.discussed'],
    holds: (_step, { case: topic }) => topic.context.planItem !== null,
  }),
  rule({
    id: 'topic.discussedByTheGroup',
    grade: 'advisory',
    cite: paragraph('1'),
    text: {
      en: 'The Working Group is the forum in which Members discuss a topic: the meeting is one of its own.',
      fr: "Le Groupe de travail est l'enceinte dans laquelle les Membres discutent d'un sujet: la réunion est une de ses réunions.",
      es: 'El Grupo de Trabajo es el foro en el que los Miembros debaten un tema: la reunión es una de las suyas.',
    },
    on: ['topic.discussed'],
    holds: (_step, { related }) => {
      const body = related('meeting')?.context['body'];
      return typeof body === 'string' ? body === 'workingGroup' : 'notComputable';
    },
  }),
  rule({
    id: 'topic.acyclicLineage',
    grade: 'structural',
    cite: ruleOfProcedure('Rule 33'),
    text: {
      en: 'A topic goes on in another one: not in itself, nor in one that has itself been merged or split; the one in which that goes on is named instead.',
      fr: "Un sujet se poursuit dans un autre: ni dans lui-même, ni dans un sujet qui a lui-même été fusionné ou scindé; c'est celui dans lequel ce dernier se poursuit qui est indiqué.",
      es: 'Un tema prosigue en otro: no en sí mismo, ni en uno que a su vez ha sido fusionado o dividido; en su lugar se indica aquel en el que este prosigue.',
    },
    on: ['topic.merged', 'topic.split'],
    holds: ({ data }, { case: topic, related }) => {
      const names = ('into' in data ? [data.into] : data.children).map(topicName);
      if (names.includes(topic.name)) return false;
      const known = names.map((name) => (name === undefined ? undefined : related(name)));
      if (known.some((each) => each?.isIn('merged') || each?.isIn('split'))) return false;
      return known.every((each) => each !== undefined) ? true : 'notComputable';
    },
  }),
  rule({
    id: 'topic.referralsSettled',
    grade: 'procedural',
    cite: paragraph('4'),
    text: {
      en: 'A topic is concluded once the requests for assistance that serve it have been answered, declined or recalled.',
      fr: "Un sujet est clos une fois que les demandes d'assistance qui s'y rapportent ont été satisfaites, n'ont pas été acceptées ou ont été retirées.",
      es: 'Un tema se concluye una vez que las solicitudes de asistencia que guardan relación con él han sido respondidas, no han sido aceptadas o han sido retiradas.',
    },
    on: ['topic.concluded'],
    sees: { under: ['referral'] },
    holds: (_step, { under }) => !under('referral').some(isAsked),
  }),
  rule({
    id: 'topic.viewsConsidered',
    grade: 'advisory',
    cite: paragraph('5'),
    text: {
      en: 'Discussions take into consideration, to the extent possible, the views of consumers, regulators and the private sector.',
      fr: 'Les discussions prennent en considération, dans la mesure du possible, les points de vue des consommateurs, des organismes de réglementation et du secteur privé.',
      es: 'En los debates se toman en consideración, en la medida de lo posible, las opiniones de los consumidores, los organismos de reglamentación y el sector privado.',
    },
    on: ['topic.concluded'],
    holds: (_step, { case: topic, related }) => {
      if (topic.context.bearsOnWorldTrade === false) return true;
      const views = related('views');
      return views ? areComplete(views) : 'notComputable';
    },
  }),
  rule({
    id: 'topic.balanceSought',
    grade: 'advisory',
    cite: paragraph('5'),
    text: {
      en: 'The aim is to achieve a balance of legitimate interests: how it was sought is noted with the topic or with its discussions.',
      fr: 'Le but est de parvenir à un équilibre des intérêts légitimes: il est noté, avec le sujet ou avec ses discussions, comment cet équilibre a été recherché.',
      es: 'El objetivo es lograr un equilibrio de los intereses legítimos: se hace constar, con el tema o con sus debates, cómo se ha procurado.',
    },
    on: ['topic.concluded'],
    holds: (_step, { case: { context } }): Verdict =>
      context.bearsOnWorldTrade === false || context.balanceNotes.length > 0,
  }),
];

/** A mere draft is no request of the group yet. */
const isAsked = (referral: CaseView): boolean =>
  isOpenReferral(referral) && !referral.isIn('drafted');

/** Whether each group's views were taken into account, or could not be had. */
const areComplete = ({ isIn }: CaseView): boolean =>
  stakeholders.every((each) => isIn(`${each}.considered`) || isIn(`${each}.notPracticable`));
