import { ruleOf, type CaseView } from '@rapporteur/kernel';
import { appointmentOfOfficers, paragraph } from '../cite';
import { meetingName } from '../named-meeting';
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
    holds: ({ occurredOn }) => occurredOn >= '2018-02-01' && occurredOn <= '2018-02-28',
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
];

/** Whether paragraphs 1 and 2 of the decision are in force. */
export function givesInstruction({ isIn, context }: CaseView): boolean {
  if (isIn('adopted.force.inForce')) return true;
  const { superseded } = context;
  return (
    isIn('adopted.force.partlySuperseded') &&
    Array.isArray(superseded) &&
    !['1', '2'].some((para) => superseded.includes(para))
  );
}

/** Whether an interim chair was appointed for that meeting, who has left by the end of its day. */
function wasInterimAt({ context }: CaseView, meetingId: string): boolean {
  const { interimAt } = context;
  const name = meetingName(meetingId) ?? meetingId;
  const isThat = (id: unknown) => (meetingName(id) ?? id) === name;
  return Array.isArray(interimAt) && interimAt.some(isThat);
}
