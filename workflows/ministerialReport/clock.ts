import { clockStepOf, sameJson, toJson, type CalendarEntry } from '@rapporteur/kernel';
import { lastChange, nextSession } from '../next-session';
import type { MinisterialReportContext } from './machine';
import type { ReportAnchor, steps } from './steps';

const clockStep = clockStepOf<typeof steps, MinisterialReportContext>();

export const clock = [
  clockStep({
    step: 'ministerialReport.reanchored',
    sees: { calendar: true },
    when: ({ case: { context, isIn }, calendar }) => {
      if (isIn('considered')) return undefined;
      const requestedOn = context.requestedOn ?? '';
      const [old, anchor] = [context.anchor, anchorOf(nextSession(calendar, requestedOn))];
      if (sameJson(toJson(old), toJson(anchor))) return undefined;
      const data = {
        ...(old === null ? {} : { oldAnchor: { ...old } }),
        ...(anchor === null ? {} : { newAnchor: { ...anchor } }),
      };
      const occurredOn = notBefore(context.anchoredOn, lastChange(calendar, requestedOn));
      return { occurredOn, data };
    },
  }),
  clockStep({
    step: 'ministerialReport.missed',
    sees: { calendar: true },
    when: ({ case: report, calendar }) => {
      const session = nextSession(calendar, report.context.requestedOn ?? '');
      if (session?.standing !== 'held' || session.lastDay === undefined) return undefined;
      if (['transmitted', 'considered'].some(report.isIn)) return undefined;
      const { missedAt, missedOn } = report.context;
      if (missedAt === session.name) return undefined;
      return {
        occurredOn: notBefore(missedOn, session.lastDay),
        data: { session: session.name },
      };
    },
  }),
];

/** What the clock notes late stands after what it noted last, so that it is not noted again. */
function notBefore(noted: string | null, day: string): string {
  return noted !== null && noted > day ? noted : day;
}

/** A session called but never given a day is nothing yet to be tied to. */
function anchorOf(session: CalendarEntry | undefined): ReportAnchor | null {
  if (!session || (session.firstDay ?? session.datedOn) === undefined) return null;
  const { name, firstDay } = session;
  return firstDay === undefined ? { session: name } : { session: name, firstDay };
}
