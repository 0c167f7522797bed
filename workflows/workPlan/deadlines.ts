import { deadlineOf, type Around, type Due, type Text } from '@rapporteur/kernel';
import { paragraph } from '../cite';
import { firstMeetingOfGroup } from '../group-meetings';
import type { WorkPlanContext } from './machine';
import type { steps } from './steps';

const deadline = deadlineOf<typeof steps, WorkPlanContext>();

type Region = keyof WorkPlanContext;

export const deadlines = [
  deadline({
    id: 'workPlan.planAtFirstMeeting',
    number: 'D2a',
    step: 'workPlan.agreed',
    cite: paragraph('2'),
    text: {
      en: 'Agreement on the work plan',
      fr: 'Accord sur le plan de travail',
      es: 'Acuerdo sobre el plan de trabajo',
    },
    sees: { calendar: true },
    due: (around) => atFirstMeeting('plan', around),
    metOn: (around) => dayAgreed('plan', around),
  }),
  deadline({
    id: 'workPlan.calendarAtFirstMeeting',
    number: 'D2b',
    step: 'workPlan.calendarAgreed',
    cite: paragraph('2'),
    text: {
      en: 'Agreement on the calendar of meetings',
      fr: 'Accord sur le calendrier des réunions',
      es: 'Acuerdo sobre el calendario de reuniones',
    },
    sees: { calendar: true },
    due: (around) => atFirstMeeting('calendar', around),
    metOn: (around) => dayAgreed('calendar', around),
  }),
];

const reasons: Readonly<Record<'deferred' | 'lapsed', Text>> = {
  deferred: {
    en: 'the Working Group deferred it to a later meeting',
    fr: "le Groupe de travail l'a reporté à une réunion ultérieure",
    es: 'el Grupo de Trabajo lo aplazó a una reunión posterior',
  },
  lapsed: {
    en: 'what was agreed ad referendum lapsed',
    fr: 'ce qui avait été convenu ad referendum est devenu caduc',
    es: 'lo acordado ad referéndum caducó',
  },
};

/** On the days of the first meeting of the group that has not been called off. */
function atFirstMeeting(
  region: Region,
  { case: { context }, calendar }: Around<WorkPlanContext>,
): Due {
  const first = firstMeetingOfGroup(calendar);
  const { firstDay: from, lastDay: to, name: anchor } = first ?? {};
  if (from === undefined || to === undefined || anchor === undefined) return 'notPopulated';
  const { delayed } = context[region];
  const because = delayed === null ? {} : { because: reasons[delayed] };
  return { windows: [{ from, to, anchor, ...because }] };
}

/** Agreeing ad referendum is agreeing, as long as that has not lapsed. */
function dayAgreed(
  region: Region,
  { case: { context } }: Around<WorkPlanContext>,
): string | undefined {
  return context[region].agreedOn ?? undefined;
}
