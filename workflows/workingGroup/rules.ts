import { ruleOf, type CaseView } from '@rapporteur/kernel';
import { appointmentOfOfficers, paragraph, ruleOfProcedure } from '../cite';
import { givesInstruction, instructedDays } from '../instruction';
import { meetingName } from '../named-meeting';
import { isOpenReferral } from '../open-cases';
import type { WorkingGroupContext } from './machine';
import type { steps } from './steps';

const rule = ruleOf<typeof steps, WorkingGroupContext>();

export const rules = [
  rule({
    id: 'workingGroup.instructionInForce',
    grade: 'structural',
    cite: paragraph('2'),
    text: {
      en: 'The General Council establishes the Working Group on the instruction of paragraphs 1 and 2, which must be adopted and not superseded or lapsed on that day.',
      fr: "Le Conseil général établit le Groupe de travail sur l'instruction des paragraphes 1 et 2, qui doivent être adoptés et ne pas être remplacés ni caducs ce jour-là.",
      es: 'El Consejo General establece el Grupo de Trabajo en virtud de la instrucción de los párrafos 1 y 2, que deben estar adoptados y no haber sido sustituidos ni haber caducado en esa fecha.',
    },
    on: ['workingGroup.established'],
    holds: (_step, { related }) => {
      const decision = related('parent');
      return decision !== undefined && givesInstruction(decision);
    },
  }),
  rule({
    id: 'workingGroup.establishedInFebruary2018',
    grade: 'procedural',
    cite: paragraph('2'),
    text: {
      en: 'The General Council establishes the Working Group at its first meeting in February 2018; an establishment on another date is irregular and says why, for example that the General Council held no meeting in February.',
      fr: "Le Conseil général établit le Groupe de travail à sa première réunion en février 2018; un établissement à une autre date est irrégulier et en donne le motif, par exemple que le Conseil général n'a pas tenu de réunion en février.",
      es: 'El Consejo General establece el Grupo de Trabajo en su primera reunión de febrero de 2018; el establecimiento en otra fecha es irregular e indica el motivo, por ejemplo que el Consejo General no celebró ninguna reunión en febrero.',
    },
    on: ['workingGroup.established'],
    sees: { calendar: true },
    // While nothing is entered of 2018, the month alone can be judged.
    holds: ({ occurredOn }, { calendar }) => {
      const { from = '', to } = instructedDays(calendar) ?? wholeMonth;
      return occurredOn >= from && occurredOn <= to;
    },
  }),
  rule({
    id: 'workingGroup.meetingClosed',
    grade: 'structural',
    cite: paragraph('2'),
    text: {
      en: 'A first meeting has been held once it is closed; it may close on the same day.',
      fr: 'Une première réunion a été tenue une fois close; elle peut être close le même jour.',
      es: 'Una primera reunión se ha celebrado una vez concluida; puede concluir el mismo día.',
    },
    on: ['workingGroup.firstMeetingHeld'],
    holds: (_step, { related }) => related('meeting')?.isIn('closed') ?? 'notComputable',
  }),
  rule({
    id: 'workingGroup.chairInOffice',
    grade: 'procedural',
    cite: appointmentOfOfficers,
    text: {
      en: 'The Working Group meets under a Chair in office, or under an interim Chair.',
      fr: "Le Groupe de travail se réunit sous la présidence d'un président en fonctions, ou d'un président par intérim.",
      es: 'El Grupo de Trabajo se reúne bajo la presidencia de un Presidente en ejercicio, o de un Presidente interino.',
    },
    on: ['workingGroup.firstMeetingHeld'],
    holds: ({ data }, { related }) => {
      const chair = related('chair');
      return chair
        ? chair.isIn('inOffice') || wasInterimAt(chair, data.meetingId)
        : 'notComputable';
    },
  }),
  rule({
    id: 'workingGroup.dormantWithoutChair',
    grade: 'advisory',
    cite: appointmentOfOfficers,
    text: {
      en: 'A Working Group without a Chair becomes dormant; where there is a Chair in office, the reason says why the Group does not meet.',
      fr: "Un Groupe de travail sans président est mis en sommeil; lorsqu'un président est en fonctions, le motif indique pourquoi le Groupe ne se réunit pas.",
      es: 'Un Grupo de Trabajo sin Presidente pasa a estar inactivo; cuando hay un Presidente en ejercicio, el motivo indica por qué el Grupo no se reúne.',
    },
    on: ['workingGroup.becameDormant'],
    holds: (_step, { related }) => {
      const chair = related('chair');
      return chair ? !chair.isIn('inOffice') : 'notComputable';
    },
  }),
  rule({
    id: 'workingGroup.termSaid',
    grade: 'structural',
    cite: ruleOfProcedure('Rule 33'),
    text: {
      en: 'A mandate with a term ends on a date or with an event; the decision on it says which (date or event).',
      fr: "Un mandat à durée déterminée prend fin à une date ou avec un événement; la décision y relative indique l'un ou l'autre (date ou event).",
      es: 'Un mandato con plazo termina en una fecha o con un acontecimiento; la decisión al respecto indica uno de ellos (date o event).',
    },
    on: ['workingGroup.mandateTermSet', 'workingGroup.mandateExtended'],
    holds: ({ data: { until } }) => until.date !== undefined || until.event !== undefined,
  }),
  rule({
    id: 'workingGroup.noOpenReferral',
    grade: 'procedural',
    cite: paragraph('4'),
    text: {
      en: 'The Working Group is not concluded or terminated while a WTO body still has a request for assistance before it; such a request is answered or recalled first.',
      fr: "Les travaux du Groupe de travail ne sont pas achevés, ni le Groupe dissous, tant qu'un organe de l'OMC est saisi d'une demande d'assistance; celle-ci reçoit d'abord une réponse ou est retirée.",
      es: 'No se dan por concluidos los trabajos del Grupo de Trabajo, ni se disuelve este, mientras un órgano de la OMC tenga ante sí una solicitud de asistencia; antes se responde a ella o se retira.',
    },
    on: ['workingGroup.concluded', 'workingGroup.terminated'],
    sees: { under: ['referral'] },
    holds: (_step, { under }) => !under('referral').some(isOpenReferral),
  }),
];

const wholeMonth = { from: '2018-02-01', to: '2018-02-28' };

/** Whether an interim chair was appointed for that meeting, who has left by the end of its day. */
function wasInterimAt({ context }: CaseView, meetingId: string): boolean {
  const { interimAt } = context;
  const name = meetingName(meetingId) ?? meetingId;
  const isThat = (id: unknown) => (meetingName(id) ?? id) === name;
  return Array.isArray(interimAt) && interimAt.some(isThat);
}
