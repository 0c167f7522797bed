import { deadlineOf, type Around, type Due, type Text } from '@rapporteur/kernel';
import { appointmentOfOfficers, paragraph } from '../cite';
import { dueByInstruction } from '../instruction';
import type { ChairContext } from './office';
import type { steps } from './steps';
import { lastMeetingOf } from './term';

const deadline = deadlineOf<typeof steps, ChairContext>();

const noSuccessor: Text = {
  en: 'no successor had taken office',
  fr: "aucun successeur n'avait pris ses fonctions",
  es: 'ningún sucesor había asumido el cargo',
};

const blocked: Text = {
  en: 'there was no consensus on a name',
  fr: "il n'y a pas eu de consensus sur un nom",
  es: 'no hubo consenso sobre un nombre',
};

/** The end of the first, the second … term: each is owed by itself, whatever becomes of the others. */
function endOfTerm(nth: number, id: `chair.${string}`, text: Text) {
  return deadline({
    id,
    number: 'D12',
    step: 'chair.termEnded',
    cite: appointmentOfOfficers,
    text,
    sees: { calendar: true },
    due: (around) => endDue(around, nth),
    metOn: ({ case: chair }) => chair.context.terms[nth - 1]?.endedOn ?? undefined,
  });
}

function endDue({ case: chair, calendar }: Around<ChairContext>, nth: number): Due {
  const term = chair.context.terms[nth - 1];
  if (!term) return undefined;
  const { lastDay: to, name: anchor } = lastMeetingOf(term, calendar) ?? {};
  if (to === undefined || anchor === undefined) return 'notPopulated';
  return { windows: [{ to, anchor, because: noSuccessor }] };
}

export const deadlines = [
  deadline({
    id: 'chair.designation',
    number: 'D1b',
    step: 'chair.designated',
    cite: paragraph('2'),
    text: {
      en: 'Designation of the Chair of the Working Group',
      fr: 'Désignation du président du Groupe de travail',
      es: 'Designación del Presidente del Grupo de Trabajo',
    },
    sees: { calendar: true },
    due: ({ case: chair, related, calendar }) =>
      dueByInstruction(related('parent'), calendar, chair.context.wasBlocked ? blocked : undefined),
  }),
  endOfTerm(1, 'chair.endOfFirstTerm', {
    en: 'End of the term of the first Chair',
    fr: 'Fin du mandat du premier président',
    es: 'Fin del mandato del primer Presidente',
  }),
  endOfTerm(2, 'chair.endOfSecondTerm', {
    en: 'End of the term of the second Chair',
    fr: 'Fin du mandat du deuxième président',
    es: 'Fin del mandato del segundo Presidente',
  }),
  endOfTerm(3, 'chair.endOfThirdTerm', {
    en: 'End of the term of the third Chair',
    fr: 'Fin du mandat du troisième président',
    es: 'Fin del mandato del tercer Presidente',
  }),
];
