import { ruleOf, type Around } from '@rapporteur/kernel';
import { appointmentOfOfficers, paragraph } from '../cite';
import type { ChairContext } from './office';
import type { steps } from './steps';
import { lastMeetingOf } from './term';

const rule = ruleOf<typeof steps, ChairContext>();

export const rules = [
  rule({
    id: 'chair.afterEstablishment',
    grade: 'structural',
    cite: paragraph('2'),
    text: {
      en: 'The General Council designates the Chair of a Working Group that it has established; both may happen at the same meeting.',
      fr: "Le Conseil général désigne le président d'un Groupe de travail qu'il a établi; l'un et l'autre peuvent intervenir à la même réunion.",
      es: 'El Consejo General designa al Presidente de un Grupo de Trabajo que ha establecido; ambas cosas pueden tener lugar en la misma reunión.',
    },
    on: ['chair.designated'],
    // As at the end of the day, so that the same meeting may do both.
    holds: (_step, { related }) => related('workingGroup')?.isIn('established') ?? false,
  }),
  rule({
    id: 'chair.servesUntilEffectiveDay',
    grade: 'advisory',
    cite: appointmentOfOfficers,
    text: {
      en: 'A Chair who resigned with effect from a later day serves until that day.',
      fr: "Un président qui a démissionné avec effet à une date ultérieure exerce ses fonctions jusqu'à cette date.",
      es: 'El Presidente que dimite con efecto en una fecha posterior ejerce sus funciones hasta esa fecha.',
    },
    on: ['chair.termEnded'],
    holds: ({ occurredOn }, { case: chair }) =>
      chair.context.effectiveOn === null || occurredOn >= chair.context.effectiveOn,
  }),
  rule({
    id: 'chair.termOfVacancy',
    grade: 'advisory',
    cite: appointmentOfOfficers,
    text: {
      en: 'A successor to a Chair who resigned before the end of the term is designated for the remainder of the current term; any other Chair for a full term.',
      fr: "Le successeur d'un président qui a démissionné avant la fin de son mandat est désigné pour la durée restante du mandat en cours; tout autre président l'est pour un mandat entier.",
      es: 'El sucesor de un Presidente que ha dimitido antes de concluir su mandato se designa para el resto del mandato en curso; cualquier otro Presidente, para un mandato completo.',
    },
    on: ['chair.designated'],
    sees: { calendar: true },
    holds: ({ data, occurredOn }, around) =>
      data.term === (leavesRemainder(around, occurredOn) ? 'remainder' : 'full'),
  }),
  rule({
    id: 'chair.successionAtEndOfTerm',
    grade: 'advisory',
    cite: appointmentOfOfficers,
    text: {
      en: 'A Chair serves until the end of the first meeting of the following year, when the successor takes office.',
      fr: "Le président exerce ses fonctions jusqu'à la fin de la première réunion de l'année suivante, date à laquelle son successeur prend ses fonctions.",
      es: 'El Presidente ejerce sus funciones hasta el final de la primera reunión del año siguiente, cuando su sucesor asume el cargo.',
    },
    on: ['chair.tookOffice'],
    sees: { calendar: true },
    holds: ({ occurredOn }, { case: chair, calendar }) => {
      const term = chair.context.terms.at(-1);
      // Nobody is to be relieved who holds over, is leaving or presides ad interim.
      if (!term || !chair.isIn('inOffice.regular')) return true;
      const end = lastMeetingOf(term, calendar)?.lastDay;
      return end === undefined ? 'notComputable' : occurredOn >= end;
    },
  }),
  rule({
    id: 'chair.heldOverForWantOfSuccessor',
    grade: 'advisory',
    cite: appointmentOfOfficers,
    text: {
      en: 'A Chair is held over when the term ends and no successor has been designated.',
      fr: "Un président est maintenu en fonction lorsque son mandat prend fin et qu'aucun successeur n'a été désigné.",
      es: 'Un Presidente continúa en funciones cuando concluye su mandato y no se ha designado sucesor.',
    },
    on: ['chair.heldOver'],
    holds: (_step, { case: chair }) => chair.context.successorRef === null,
  }),
  rule({
    id: 'chair.interimScopeSaid',
    grade: 'structural',
    cite: appointmentOfOfficers,
    text: {
      en: 'An interim Chair is appointed for a meeting or until a day; the appointment says which (meetingId or until).',
      fr: "Un président par intérim est désigné pour une réunion ou jusqu'à une date; la désignation indique l'une ou l'autre (meetingId ou until).",
      es: 'Un Presidente interino se designa para una reunión o hasta una fecha; la designación indica una de ellas (meetingId o until).',
    },
    on: ['chair.interimAppointed'],
    holds: ({ data: { scope } }) => scope.meetingId !== undefined || scope.until !== undefined,
  }),
];

/** Whether the last holder resigned, or is leaving, before the end of a term that is not over yet. */
function leavesRemainder(
  { case: chair, calendar }: Around<ChairContext>,
  occurredOn: string,
): boolean {
  const { leftMidTerm, terms } = chair.context;
  const term = terms.at(-1);
  if (!leftMidTerm || !term) return false;
  const end = lastMeetingOf(term, calendar)?.lastDay;
  return end === undefined || occurredOn < end;
}
