import { plusDays, ruleOf, type Verdict } from '@rapporteur/kernel';
import { paragraph, ruleOfProcedure } from '../cite';
import { noticeDay, noticeRules } from '../notice';
import type { MeetingContext } from './machine';
import type { steps } from './steps';

const rule = ruleOf<typeof steps, MeetingContext>();

export const rules = [
  rule({
    id: 'meeting.spansInOrder',
    grade: 'structural',
    cite: ruleOfProcedure('Rule 2'),
    text: {
      en: 'The last day of a meeting does not come before its first.',
      fr: "Le dernier jour d'une réunion ne précède pas le premier.",
      es: 'El último día de una reunión no precede al primero.',
    },
    on: ['meeting.planned', 'meeting.held'],
    holds: ({ data }) => data.spans.every(({ from, to = from }) => from <= to),
  }),
  rule({
    id: 'meeting.tenDaysNotice',
    grade: 'procedural',
    cite: ruleOfProcedure('Rule 2'),
    text: {
      en: 'A meeting is convened by a notice issued at least ten calendar days before its first day; the notice may be shorter in case of urgency, if a majority of Members concurs.',
      fr: "Une réunion est convoquée par un avis publié dix jours civils au moins avant son premier jour; l'avis peut être plus court en cas d'urgence, si une majorité de Membres y consent.",
      es: 'Una reunión se convoca mediante un aviso publicado al menos diez días civiles antes de su primer día; el aviso puede ser más breve en caso de urgencia, si una mayoría de los Miembros está de acuerdo.',
    },
    on: ['meeting.convened'],
    holds: ({ data }, { case: meeting }) =>
      data.urgent?.majorityConcurs === true || noticeOf(noticeRules.days, data, meeting.context),
  }),
  rule({
    id: 'meeting.noticeOnWorkingDay',
    grade: 'advisory',
    cite: ruleOfProcedure('Rule 2'),
    text: {
      en: 'When the tenth day before a meeting is not a working day at the seat, the notice is issued on the preceding working day.',
      fr: "Lorsque le dixième jour avant une réunion n'est pas un jour ouvrable au siège, l'avis est publié le jour ouvrable précédent.",
      es: 'Cuando el décimo día anterior a una reunión no es laborable en la sede, el aviso se publica el día laborable anterior.',
    },
    on: ['meeting.convened'],
    holds: ({ data }, { case: meeting }) =>
      data.urgent?.majorityConcurs === true ||
      noticeBy((first) => noticeDay(first), data.noticeDate, meeting.context),
  }),
  rule({
    id: 'meeting.threeWeeksNotice',
    grade: 'advisory',
    cite: ruleOfProcedure('Rule 2'),
    text: {
      en: 'The notice of a meeting is preferably issued three weeks before its first day.',
      fr: "L'avis de convocation d'une réunion est publié de préférence trois semaines avant son premier jour.",
      es: 'El aviso de convocatoria de una reunión se publica preferentemente tres semanas antes de su primer día.',
    },
    on: ['meeting.convened'],
    holds: ({ data }, { case: meeting }) =>
      noticeOf(noticeRules.preferredDays, data, meeting.context),
  }),
  rule({
    id: 'meeting.noticeGiven',
    grade: 'procedural',
    cite: ruleOfProcedure('Rule 2'),
    text: {
      en: 'A meeting other than an informal one is opened after it has been convened by a notice.',
      fr: "Une réunion autre qu'informelle est ouverte après avoir été convoquée par un avis.",
      es: 'Una reunión que no sea informal se abre después de haber sido convocada mediante un aviso.',
    },
    on: ['meeting.opened'],
    holds: (_step, { case: meeting }) =>
      meeting.context.format === 'informal' || !meeting.isIn('planned'),
  }),
  rule({
    id: 'meeting.openedOnFirstDay',
    grade: 'advisory',
    cite: ruleOfProcedure('Rule 2'),
    text: {
      en: 'A meeting opens on the first day for which it is planned.',
      fr: "Une réunion s'ouvre le premier jour pour lequel elle est prévue.",
      es: 'Una reunión se abre el primer día para el que está prevista.',
    },
    on: ['meeting.opened'],
    holds: ({ occurredOn }, { case: meeting }) => {
      const first = firstDay(meeting.context);
      return first === undefined ? 'notComputable' : occurredOn === first;
    },
  }),
  rule({
    id: 'meeting.agendaBeforeTheMeeting',
    grade: 'advisory',
    cite: ruleOfProcedure('Rule 5'),
    text: {
      en: 'The proposed agenda is circulated one or two days before the meeting at the latest.',
      fr: "L'ordre du jour proposé est distribué au plus tard un ou deux jours avant la réunion.",
      es: 'El orden del día propuesto se distribuye a más tardar uno o dos días antes de la reunión.',
    },
    on: ['meeting.agendaCirculated'],
    holds: ({ occurredOn }, { case: meeting }) => {
      const first = firstDay(meeting.context);
      return first === undefined ? 'notComputable' : occurredOn < first;
    },
  }),
  rule({
    id: 'meeting.itemsBeforeNotice',
    grade: 'advisory',
    cite: ruleOfProcedure('Rules 3-4'),
    text: {
      en: 'Members add items to the agenda in writing, before the day of the notice; what is added when the agenda is adopted comes later than that.',
      fr: "Les Membres inscrivent des points à l'ordre du jour par écrit, avant le jour de l'avis; ce qui est ajouté lors de l'adoption de l'ordre du jour vient plus tard.",
      es: 'Los Miembros incluyen puntos en el orden del día por escrito, antes del día del aviso; lo que se añade al adoptar el orden del día llega más tarde.',
    },
    on: ['meeting.agendaAdopted'],
    holds: ({ data }) => data.added.length === 0,
  }),
  rule({
    id: 'meeting.agendaFirst',
    grade: 'procedural',
    cite: ruleOfProcedure('Rule 6'),
    text: {
      en: 'The first business of a meeting other than an informal one is the adoption of its agenda; it does not close without having adopted it.',
      fr: "La première question qu'examine une réunion autre qu'informelle est l'adoption de son ordre du jour; elle n'est pas close sans l'avoir adopté.",
      es: 'El primer asunto de una reunión que no sea informal es la adopción de su orden del día; no concluye sin haberlo adoptado.',
    },
    on: ['meeting.closed'],
    holds: (_step, { case: { context } }) => context.format === 'informal' || context.agendaAdopted,
  }),
  rule({
    id: 'meeting.quorumAsCounted',
    grade: 'procedural',
    cite: ruleOfProcedure('Rule 16'),
    text: {
      en: 'There is a quorum when the Members counted are as many as it requires, and none when they are fewer.',
      fr: "Le quorum est atteint lorsque les Membres comptés sont aussi nombreux qu'il l'exige, et fait défaut lorsqu'ils le sont moins.",
      es: 'Hay quórum cuando los Miembros contados son tantos como este exige, y falta cuando son menos.',
    },
    on: ['meeting.quorumChallenged'],
    holds: ({ data: { present, required, result } }) =>
      present === undefined ? 'notComputable' : present >= required === (result === 'reached'),
  }),
  rule({
    id: 'meeting.ofAnEstablishedGroup',
    grade: 'procedural',
    cite: paragraph('1'),
    text: {
      en: 'A meeting of the Working Group closes after the group has been established.',
      fr: "Une réunion du Groupe de travail est close après l'établissement du Groupe.",
      es: 'Una reunión del Grupo de Trabajo concluye después del establecimiento del Grupo.',
    },
    on: ['meeting.closed', 'meeting.held'],
    holds: ({ data }, { case: meeting, related }) => {
      const group = related('workingGroup');
      if (group) return !group.isIn('instructed') && !group.isIn('blocked');
      const body = 'body' in data ? data.body : meeting.context.body;
      return body === 'workingGroup' ? 'notComputable' : true;
    },
  }),
  rule({
    id: 'meeting.stepsListedOnce',
    grade: 'structural',
    cite: ruleOfProcedure('Rule 36'),
    text: {
      en: 'Each recorded step is compared with the minutes once: it is listed once, with one finding.',
      fr: "Chaque acte enregistré est comparé une seule fois au compte rendu: il n'est énuméré qu'une fois, avec une seule constatation.",
      es: 'Cada trámite registrado se compara una sola vez con el acta: se enumera una vez, con una sola constatación.',
    },
    on: ['meeting.minutesIssued'],
    holds: ({ data: { steps = [] } }) =>
      new Set(steps.map((each) => `${each.case} ${each.revision}`)).size === steps.length,
  }),
  rule({
    id: 'meeting.differenceExplained',
    grade: 'advisory',
    cite: ruleOfProcedure('Rule 36'),
    text: {
      en: 'Of a recorded step from which the minutes differ, a note says in what.',
      fr: "Lorsque le compte rendu s'écarte d'un acte enregistré, une note indique en quoi.",
      es: 'Cuando el acta difiere de un trámite registrado, una nota indica en qué.',
    },
    on: ['meeting.minutesIssued'],
    holds: ({ data: { steps = [] } }) =>
      steps.every(({ finding, note }) => finding === 'confirmed' || note !== undefined),
  }),
  rule({
    id: 'meeting.nothingMissing',
    grade: 'advisory',
    cite: ruleOfProcedure('Rule 36'),
    text: {
      en: 'What the minutes show as taken at the meeting has been recorded.',
      fr: 'Ce que le compte rendu indique comme intervenu à la réunion a été enregistré.',
      es: 'Lo que el acta indica como ocurrido en la reunión se ha registrado.',
    },
    on: ['meeting.minutesIssued'],
    holds: ({ data: { missing = [] } }) => missing.length === 0,
  }),
];

interface Notice {
  readonly noticeDate: string;
}

/** Whether the notice of a meeting that needs one precedes its first day by so many days. */
function noticeOf(days: number, { noticeDate }: Notice, context: MeetingContext): Verdict {
  return noticeBy((first) => plusDays(first, -days), noticeDate, context);
}

/** Whether the notice was issued by the day that its meeting's first day gives. */
function noticeBy(
  lastDay: (first: string) => string,
  noticeDate: string,
  context: MeetingContext,
): Verdict {
  if (context.format === 'informal') return true;
  const first = firstDay(context);
  return first === undefined ? 'notComputable' : noticeDate <= lastDay(first);
}

function firstDay({ spans }: MeetingContext): string | undefined {
  return spans.map(({ from }) => from).sort()[0];
}
