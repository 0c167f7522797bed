import { ruleOf, type Around, type Verdict } from '@rapporteur/kernel';
import { paragraph, ruleOfProcedure } from '../cite';
import { firstMeetingOfGroup } from '../group-meetings';
import { meetingName } from '../named-meeting';
import type { WorkPlanContext } from './machine';
import type { steps } from './steps';

const rule = ruleOf<typeof steps, WorkPlanContext>();

export const rules = [
  rule({
    id: 'workPlan.byConsensus',
    grade: 'structural',
    cite: ruleOfProcedure('Rule 33'),
    text: {
      en: 'The Working Group agrees on its work plan and on its calendar of meetings by consensus; failing consensus, the matter is referred to the General Council.',
      fr: 'Le Groupe de travail convient par consensus de son plan de travail et de son calendrier des réunions; à défaut de consensus, la question est renvoyée au Conseil général.',
      es: 'El Grupo de Trabajo acuerda por consenso su plan de trabajo y su calendario de reuniones; a falta de consenso, la cuestión se remite al Consejo General.',
    },
    on: [
      'workPlan.agreed',
      'workPlan.agreedAdReferendum',
      'workPlan.revised',
      'workPlan.calendarAgreed',
      'workPlan.calendarAgreedAdReferendum',
      'workPlan.calendarRevised',
    ],
    holds: ({ decision }) => (decision ? decision.mode === 'consensus' : 'notComputable'),
  }),
  rule({
    id: 'workPlan.agreedAtFirstMeeting',
    grade: 'procedural',
    cite: paragraph('2'),
    text: {
      en: 'The Working Group agrees on a work plan at its first meeting; one agreed at a later meeting is irregular and says why.',
      fr: "Le Groupe de travail convient d'un plan de travail à sa première réunion; un plan convenu à une réunion ultérieure est irrégulier et en donne le motif.",
      es: 'El Grupo de Trabajo acuerda un plan de trabajo en su primera reunión; el acordado en una reunión posterior es irregular e indica el motivo.',
    },
    on: ['workPlan.agreed', 'workPlan.agreedAdReferendum'],
    sees: { calendar: true },
    holds: (_step, around) => isFirstMeeting(around),
  }),
  rule({
    id: 'workPlan.calendarAgreedAtFirstMeeting',
    grade: 'procedural',
    cite: paragraph('2'),
    text: {
      en: 'The Working Group agrees on the calendar of meetings at its first meeting; one agreed at a later meeting is irregular and says why.',
      fr: 'Le Groupe de travail convient du calendrier des réunions à sa première réunion; un calendrier convenu à une réunion ultérieure est irrégulier et en donne le motif.',
      es: 'El Grupo de Trabajo acuerda el calendario de reuniones en su primera reunión; el acordado en una reunión posterior es irregular e indica el motivo.',
    },
    on: ['workPlan.calendarAgreed', 'workPlan.calendarAgreedAdReferendum'],
    sees: { calendar: true },
    holds: (_step, around) => isFirstMeeting(around),
  }),
  rule({
    id: 'workPlan.onDraft',
    grade: 'advisory',
    cite: paragraph('2'),
    text: {
      en: 'The Working Group agrees on a work plan on the basis of a draft put before it by its Chair.',
      fr: "Le Groupe de travail convient d'un plan de travail sur la base d'un projet que lui soumet son président.",
      es: 'El Grupo de Trabajo acuerda un plan de trabajo sobre la base de un proyecto que le somete su Presidente.',
    },
    on: ['workPlan.agreed', 'workPlan.agreedAdReferendum'],
    holds: (_step, { case: { isIn } }) => isIn('plan.tabled') || isIn('plan.agreedAdReferendum'),
  }),
  rule({
    id: 'workPlan.calendarOnDraft',
    grade: 'advisory',
    cite: paragraph('2'),
    text: {
      en: 'The Working Group agrees on the calendar of meetings on the basis of a draft put before it by its Chair.',
      fr: "Le Groupe de travail convient du calendrier des réunions sur la base d'un projet que lui soumet son président.",
      es: 'El Grupo de Trabajo acuerda el calendario de reuniones sobre la base de un proyecto que le somete su Presidente.',
    },
    on: ['workPlan.calendarAgreed', 'workPlan.calendarAgreedAdReferendum'],
    holds: (_step, { case: { isIn } }) =>
      isIn('calendar.tabled') || isIn('calendar.agreedAdReferendum'),
  }),
  rule({
    id: 'workPlan.confirmedInTime',
    grade: 'advisory',
    cite: ruleOfProcedure('Rule 33'),
    text: {
      en: 'What was agreed ad referendum is confirmed by the day that the Working Group set.',
      fr: 'Ce qui a été convenu ad referendum est confirmé au plus tard le jour fixé par le Groupe de travail.',
      es: 'Lo acordado ad referéndum se confirma a más tardar el día fijado por el Grupo de Trabajo.',
    },
    on: ['workPlan.confirmed'],
    holds: ({ occurredOn }, { case: { context } }) => isInTime(occurredOn, context.plan.confirmBy),
  }),
  rule({
    id: 'workPlan.calendarConfirmedInTime',
    grade: 'advisory',
    cite: ruleOfProcedure('Rule 33'),
    text: {
      en: 'The calendar agreed ad referendum is confirmed by the day that the Working Group set.',
      fr: 'Le calendrier convenu ad referendum est confirmé au plus tard le jour fixé par le Groupe de travail.',
      es: 'El calendario acordado ad referéndum se confirma a más tardar el día fijado por el Grupo de Trabajo.',
    },
    on: ['workPlan.calendarConfirmed'],
    holds: ({ occurredOn }, { case: { context } }) =>
      isInTime(occurredOn, context.calendar.confirmBy),
  }),
];

/**
 * Whether the meeting that the step names is the first of the group, as at the end of that day: the
 * one at which it is recorded to have met first, or else the first in the calendar. A meeting not
 * named, or of which nothing is recorded, cannot be judged.
 */
function isFirstMeeting({ related, calendar }: Pick<Around, 'related' | 'calendar'>): Verdict {
  const group = related('parent');
  const meeting = related('meeting');
  if (!group || !meeting) return 'notComputable';
  const metFirst = meetingName(group.context['firstMeetingId']);
  const first = metFirst ?? firstMeetingOfGroup(calendar)?.name;
  return first === undefined || first === meeting.name;
}

function isInTime(day: string, confirmBy: string | null): Verdict {
  return confirmBy === null ? 'notComputable' : day <= confirmBy;
}
