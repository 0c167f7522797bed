import { ruleOf, type Calendar, type Citation } from '@rapporteur/kernel';
import { paragraph, ruleOfProcedure } from '../cite';
import { datedSessions } from '../next-session';
import type { SessionContext } from './machine';
import type { steps } from './steps';

const rule = ruleOf<typeof steps, SessionContext>();

const everyTwoYears: Citation = {
  instrument: 'Marrakesh Agreement Establishing the World Trade Organization',
  paragraph: 'Article IV:1',
};

export const rules = [
  rule({
    id: 'session.daysInOrder',
    grade: 'structural',
    cite: ruleOfProcedure('Rule 1'),
    text: {
      en: 'The last day of a session does not come before its first.',
      fr: "Le dernier jour d'une session ne précède pas le premier.",
      es: 'El último día de un período de sesiones no precede al primero.',
    },
    on: ['session.dateAgreed'],
    holds: ({ data: { dates } }) => dates.from <= (dates.to ?? dates.from),
  }),
  rule({
    id: 'session.newDaysInOrder',
    grade: 'structural',
    cite: ruleOfProcedure('Rule 1'),
    text: {
      en: 'The last of the new days of a session does not come before the first of them.',
      fr: "Le dernier des nouveaux jours d'une session ne précède pas le premier.",
      es: 'El último de los nuevos días de un período de sesiones no precede al primero.',
    },
    on: ['session.postponed'],
    holds: ({ data: { newDates } }) =>
      newDates ? newDates.from <= (newDates.to ?? newDates.from) : true,
  }),
  rule({
    id: 'session.prolongedToLaterDay',
    grade: 'structural',
    cite: ruleOfProcedure('Rule 1'),
    text: {
      en: 'A session is prolonged to a day on or after the last one planned.',
      fr: "Une session est prolongée jusqu'à un jour qui ne précède pas le dernier jour prévu.",
      es: 'Un período de sesiones se prolonga hasta un día no anterior al último previsto.',
    },
    on: ['session.prolonged'],
    holds: ({ data: { to } }, { case: { context } }) =>
      to >= (context.closes ?? '') && to >= (context.openedOn ?? ''),
  }),
  rule({
    id: 'session.inTheYearDecided',
    grade: 'advisory',
    cite: paragraph('7'),
    text: {
      en: 'A session is held in the year in which the Ministerial Conference decided to hold it.',
      fr: "Une session se tient dans l'année au cours de laquelle la Conférence ministérielle a décidé de la tenir.",
      es: 'Un período de sesiones se celebra en el año en que la Conferencia Ministerial decidió celebrarlo.',
    },
    on: ['session.dateAgreed', 'session.postponed'],
    holds: ({ data }, { case: { context } }) => {
      const first = firstDayOf(data);
      if (first === undefined || context.inYear === null) return 'notComputable';
      return first.startsWith(String(context.inYear));
    },
  }),
  rule({
    id: 'session.everyTwoYears',
    grade: 'advisory',
    cite: everyTwoYears,
    text: {
      en: 'The Ministerial Conference meets at least once every two years.',
      fr: 'La Conférence ministérielle se réunit au moins une fois tous les deux ans.',
      es: 'La Conferencia Ministerial se reúne al menos una vez cada dos años.',
    },
    on: ['session.dateAgreed', 'session.postponed'],
    sees: { calendar: true },
    holds: ({ data }, { case: { name }, calendar }) => {
      const first = firstDayOf(data);
      const before = first && lastDayBefore(calendar, first, name);
      return first && before ? first <= twoYearsAfter(before) : 'notComputable';
    },
  }),
  rule({
    id: 'session.openedOnFirstDay',
    grade: 'advisory',
    cite: ruleOfProcedure('Rule 1'),
    text: {
      en: 'A session opens on the first day for which it is planned.',
      fr: "Une session s'ouvre le premier jour pour lequel elle est prévue.",
      es: 'Un período de sesiones se abre el primer día para el que está previsto.',
    },
    on: ['session.opened'],
    holds: ({ occurredOn }, { case: { context } }) =>
      context.opens === null ? 'notComputable' : occurredOn === context.opens,
  }),
  rule({
    id: 'session.closedOnLastDay',
    grade: 'advisory',
    cite: ruleOfProcedure('Rule 1'),
    text: {
      en: 'A session closes on the last day for which it is planned, or to which it was prolonged.',
      fr: "Une session est close le dernier jour pour lequel elle est prévue, ou jusqu'auquel elle a été prolongée.",
      es: 'Un período de sesiones se clausura el último día para el que está previsto, o hasta el que se prolongó.',
    },
    on: ['session.closed'],
    holds: ({ occurredOn }, { case: { context } }) =>
      context.closes === null ? 'notComputable' : occurredOn === context.closes,
  }),
];

type Days = { readonly from: string };

function firstDayOf(
  data: { readonly dates: Days } | { readonly newDates?: Days },
): string | undefined {
  return 'dates' in data ? data.dates.from : data.newDates?.from;
}

/** The last day of the session before a day, the session itself left aside. */
function lastDayBefore(calendar: Calendar, day: string, self: string): string | undefined {
  return datedSessions(calendar)
    .filter(({ name, standing }) => name !== self && standing !== 'off')
    .findLast(({ lastDay = '' }) => lastDay < day)?.lastDay;
}

/** The same day two years later; of 29 February, a text that stands where that day would. */
function twoYearsAfter(day: string): string {
  return `${String(Number(day.slice(0, 4)) + 2)}${day.slice(4)}`;
}
