import { dutyOf, type Around } from '@rapporteur/kernel';
import { paragraph } from '../cite';
import type { WorkPlanContext } from './machine';

const duty = dutyOf<WorkPlanContext>();

export const duties = [
  duty({
    id: 'workPlan.agreementDue',
    step: 'workPlan.agreed',
    cite: paragraph('2'),
    text: {
      en: 'At its first meeting, the Working Group shall agree on a work plan.',
      fr: "À sa première réunion, le Groupe de travail conviendra d'un plan de travail.",
      es: 'En su primera reunión, el Grupo de Trabajo acordará un plan de trabajo.',
    },
    stands: (around) => isOutstanding('plan', around),
  }),
  duty({
    id: 'workPlan.calendarAgreementDue',
    step: 'workPlan.calendarAgreed',
    cite: paragraph('2'),
    text: {
      en: 'At its first meeting, the Working Group shall agree on the calendar of meetings.',
      fr: 'À sa première réunion, le Groupe de travail conviendra du calendrier des réunions.',
      es: 'En su primera reunión, el Grupo de Trabajo acordará el calendario de reuniones.',
    },
    stands: (around) => isOutstanding('calendar', around),
  }),
];

/** Owed by a group in being until it has agreed; after an agreement ad referendum it is confirmed. */
function isOutstanding(
  region: 'plan' | 'calendar',
  { case: workPlan, related }: Around<WorkPlanContext>,
): boolean {
  const isOwing = related('parent')?.isIn('established') ?? false;
  const hasAgreed = ['agreedAdReferendum', 'agreed', 'completed'].some((state) =>
    workPlan.isIn(`${region}.${state}`),
  );
  return isOwing && !hasAgreed;
}
