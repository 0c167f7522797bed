import { ruleOf } from '@rapporteur/kernel';
import { isActOfBody } from '../bodies';
import { paragraph, ruleOfProcedure } from '../cite';
import { hasGroupEnded } from '../open-cases';
import { together } from '../together';
import { isAboutCustomsDuties, isWithinCompetence, workProgramme } from './competence';
import type { ReferralContext } from './machine';
import type { steps } from './steps';

const rule = ruleOf<typeof steps, ReferralContext>();

export const rules = [
  rule({
    id: 'referral.bodyInItsOwnReferral',
    grade: 'structural',
    isAboutWho: true,
    cite: paragraph('4'),
    text: {
      en: 'A request is answered by the body to which it is addressed, or by its Chair, and by no other.',
      fr: "Une demande reçoit sa réponse de l'organe auquel elle est adressée, ou de son président, et de nul autre.",
      es: 'Una solicitud la responde el órgano al que va dirigida, o su Presidente, y ningún otro.',
    },
    on: [
      'referral.acknowledged',
      'referral.accepted',
      'referral.declined',
      'referral.interimReported',
      'referral.reportedInPart',
      'referral.reported',
      'referral.nilReported',
    ],
    holds: (step, { case: { context } }) =>
      context.body === null ? 'notComputable' : isActOfBody(step, context.body),
  }),
  rule({
    id: 'referral.questionsToldApart',
    grade: 'structural',
    cite: paragraph('4'),
    text: {
      en: 'Each question of a request has an id of its own.',
      fr: "Chaque question d'une demande a un identifiant qui lui est propre.",
      es: 'Cada pregunta de una solicitud tiene un identificador propio.',
    },
    on: ['referral.drafted'],
    holds: ({ data: { questions } }) =>
      new Set(questions.map(({ id }) => id)).size === questions.length,
  }),
  rule({
    id: 'referral.groupInBeing',
    grade: 'procedural',
    cite: paragraph('4'),
    text: {
      en: 'It is the Working Group that may request assistance: a request drafted, given a date or transmitted once the Group has been concluded or terminated, or its mandate has expired, is irregular and says why.',
      fr: "C'est le Groupe de travail qui pourra demander une assistance: une demande rédigée, assortie d'une date ou transmise une fois que les travaux du Groupe sont achevés, que le Groupe est dissous ou que son mandat a expiré, est irrégulière et en donne le motif.",
      es: 'Es el Grupo de Trabajo el que puede solicitar asistencia: una solicitud redactada, provista de una fecha o transmitida una vez que los trabajos del Grupo han concluido, este se ha disuelto o su mandato ha expirado, es irregular e indica el motivo.',
    },
    on: ['referral.drafted', 'referral.replyDateSet', 'referral.transmitted'],
    holds: (_step, { related }) => {
      const group = related('workingGroup');
      return group ? !hasGroupEnded(group) : 'notComputable';
    },
  }),
  rule({
    id: 'referral.groupOperational',
    grade: 'structural',
    cite: paragraph('4'),
    text: {
      en: 'It is the Working Group that may request assistance: it must be operational to agree on a request.',
      fr: "C'est le Groupe de travail qui pourra demander une assistance: il doit être en activité pour convenir d'une demande.",
      es: 'Es el Grupo de Trabajo el que puede solicitar asistencia: debe estar en funcionamiento para acordar una solicitud.',
    },
    on: ['referral.agreed'],
    holds: (_step, { related }) =>
      related('workingGroup')?.isIn('established.activity.operational') ?? 'notComputable',
  }),
  rule({
    id: 'referral.agreedByConsensus',
    grade: 'structural',
    cite: ruleOfProcedure('Rule 33'),
    text: {
      en: 'The Working Group agrees on a request by consensus.',
      fr: "Le Groupe de travail convient d'une demande par consensus.",
      es: 'El Grupo de Trabajo acuerda una solicitud por consenso.',
    },
    on: ['referral.agreed'],
    holds: ({ decision }) => (decision ? decision.mode === 'consensus' : 'notComputable'),
  }),
  rule({
    id: 'referral.withinCompetence',
    grade: 'advisory',
    cite: paragraph('4'),
    text: {
      en: 'A request is specific and relates to the field of competence of the body to which it is addressed; the lists of 1998 serve as a guide.',
      fr: "Une demande est spécifique et en rapport avec le domaine de compétence de l'organe auquel elle est adressée; les listes de 1998 servent de guide.",
      es: 'Una solicitud es específica y guarda relación con la esfera de competencia del órgano al que va dirigida; las listas de 1998 sirven de guía.',
    },
    on: ['referral.agreed'],
    holds: (_step, { case: { context } }) => {
      const { body, questions } = context;
      if (body === null) return 'notComputable';
      return together(questions.map((question) => isWithinCompetence(question, body)));
    },
  }),
  rule({
    id: 'referral.customsDutiesToGeneralCouncil',
    grade: 'advisory',
    cite: workProgramme,
    text: {
      en: 'All aspects of electronic commerce related to customs duties on electronic transmissions are examined in the General Council; a question about customs duties addressed to another body is noted.',
      fr: "Tous les aspects du commerce électronique liés aux droits de douane sur les transmissions électroniques sont examinés au Conseil général; une question relative aux droits de douane adressée à un autre organe fait l'objet d'une observation.",
      es: 'Todos los aspectos del comercio electrónico relacionados con los derechos de aduana sobre las transmisiones electrónicas se examinan en el Consejo General; una pregunta relativa a los derechos de aduana dirigida a otro órgano es objeto de una observación.',
    },
    on: ['referral.agreed'],
    holds: (_step, { case: { context } }) =>
      context.body === 'generalCouncil' || !context.questions.some(isAboutCustomsDuties),
  }),
  rule({
    id: 'referral.acceptedByItsConsensus',
    grade: 'structural',
    cite: ruleOfProcedure('Rule 33'),
    text: {
      en: 'A body accepts a request by its own consensus; the Working Group cannot compel it.',
      fr: 'Un organe accepte une demande par son propre consensus; le Groupe de travail ne peut pas le contraindre.',
      es: 'Un órgano acepta una solicitud por su propio consenso; el Grupo de Trabajo no puede obligarlo.',
    },
    on: ['referral.accepted'],
    holds: ({ decision }) => (decision ? decision.mode === 'consensus' : 'notComputable'),
  }),
  rule({
    id: 'referral.exclusionsNamed',
    grade: 'advisory',
    cite: paragraph('4'),
    text: {
      en: 'A body that accepts a request in part says what it leaves out; one that accepts it in full leaves out nothing. What is left out returns to the topic.',
      fr: "Un organe qui accepte une demande en partie indique ce qu'il en exclut; celui qui l'accepte en entier n'en exclut rien. Ce qui est exclu revient au sujet de discussion.",
      es: 'El órgano que acepta una solicitud en parte indica lo que excluye; el que la acepta íntegramente no excluye nada. Lo excluido vuelve al tema de debate.',
    },
    on: ['referral.accepted'],
    holds: ({ data: { scope, excluded = [] } }) => (scope === 'partial') === excluded.length > 0,
  }),
  rule({
    id: 'referral.everyQuestionAnswered',
    grade: 'advisory',
    cite: paragraph('4'),
    text: {
      en: 'A report that is not in part answers, with those before it, every question that the body has not left out.',
      fr: "Un rapport qui n'est pas partiel répond, avec ceux qui le précèdent, à chaque question que l'organe n'a pas exclue.",
      es: 'Un informe que no es parcial responde, junto con los anteriores, a cada pregunta que el órgano no ha excluido.',
    },
    on: ['referral.reported'],
    holds: ({ data }, { case: { context } }) =>
      unanswered(context, data.answered).every((id) => context.excluded.includes(id)),
  }),
  rule({
    id: 'referral.questionsAsked',
    grade: 'advisory',
    cite: paragraph('4'),
    text: {
      en: 'The questions named are questions of the request.',
      fr: 'Les questions indiquées sont des questions de la demande.',
      es: 'Las preguntas indicadas son preguntas de la solicitud.',
    },
    on: ['referral.reportedInPart', 'referral.reported', 'referral.noted'],
    holds: ({ data }, { case: { context } }) => {
      const named =
        'answered' in data ? data.answered : data.remaining.map(({ question }) => question);
      const asked = context.questions.map(({ id }) => id);
      return named.every((id) => asked.includes(id));
    },
  }),
  rule({
    id: 'referral.remainderSpokenFor',
    grade: 'procedural',
    cite: paragraph('4'),
    text: {
      en: 'When it takes note of the results, the Working Group says of each question that remains without an answer whether it is pursued or dropped, and not both.',
      fr: "Lorsqu'il prend note des résultats, le Groupe de travail indique, pour chaque question restée sans réponse, si elle est maintenue ou abandonnée, et non les deux.",
      es: 'Cuando toma nota de los resultados, el Grupo de Trabajo indica, respecto de cada pregunta que queda sin respuesta, si se mantiene o se abandona, y no ambas cosas.',
    },
    on: ['referral.noted'],
    holds: ({ data: { remaining } }, { case: { context } }) => {
      const said = remaining.map(({ question }) => question);
      const isSaidOnce = new Set(said).size === said.length;
      return isSaidOnce && unanswered(context).every((id) => said.includes(id));
    },
  }),
  rule({
    id: 'referral.notedAtMeetingOfGroup',
    grade: 'procedural',
    cite: paragraph('4'),
    text: {
      en: 'The bodies report to the Working Group: it is at a meeting of the Working Group that note is taken.',
      fr: "Les organes rendent compte au Groupe de travail: c'est à une réunion du Groupe de travail qu'il est pris note.",
      es: 'Los órganos informan al Grupo de Trabajo: es en una reunión del Grupo de Trabajo donde se toma nota.',
    },
    on: ['referral.noted'],
    holds: (_step, { related }) => {
      const body = related('meeting')?.context['body'];
      return typeof body === 'string' ? body === 'workingGroup' : 'notComputable';
    },
  }),
];

/** The ids of the questions that nobody has answered, these among them. */
function unanswered(
  { questions, answered }: ReferralContext,
  now: readonly string[] = [],
): readonly string[] {
  return questions.map(({ id }) => id).filter((id) => ![...answered, ...now].includes(id));
}
