import { deadlineOf, type CaseView, type Text } from '@rapporteur/kernel';
import { paragraph } from '../cite';
import { dueByInstruction } from '../instruction';
import type { WorkingGroupContext } from './machine';
import type { steps } from './steps';

const deadline = deadlineOf<typeof steps, WorkingGroupContext>();

const blocked: Text = {
  en: 'its establishment was blocked',
  fr: 'son établissement a été bloqué',
  es: 'su establecimiento fue bloqueado',
};

export const deadlines = [
  deadline({
    id: 'workingGroup.establishment',
    number: 'D1a',
    step: 'workingGroup.established',
    cite: paragraph('2'),
    text: {
      en: 'Establishment of the Working Group',
      fr: 'Établissement du Groupe de travail',
      es: 'Establecimiento del Grupo de Trabajo',
    },
    sees: { calendar: true },
    due: ({ case: group, related, calendar }) =>
      dueByInstruction(related('parent'), calendar, group.context.wasBlocked ? blocked : undefined),
  }),
  deadline({
    id: 'workingGroup.submissionOfTopics',
    number: 'D14',
    step: { elsewhere: 'topic.submitted' },
    cite: paragraph('3'),
    text: {
      en: 'Submission of topics for discussion by Members',
      fr: 'Soumission de sujets de discussion par les Membres',
      es: 'Presentación de temas de debate por los Miembros',
    },
    sees: { under: ['topic'] },
    due: ({ case: group }) => {
      const { establishedOn } = group.context;
      const isOver = group.isIn('concluded') || group.isIn('terminated');
      return establishedOn === null || isOver ? undefined : { awaitedSince: establishedOn };
    },
    metOn: ({ under }) => under('topic').flatMap(daySubmitted).sort()[0],
  }),
];

function daySubmitted({ context }: CaseView): readonly string[] {
  const { submittedOn } = context;
  return typeof submittedOn === 'string' ? [submittedOn] : [];
}
