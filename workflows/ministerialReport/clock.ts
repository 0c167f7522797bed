import { clockStepOf, sameJson, toJson, type CalendarEntry } from '@rapporteur/kernel';
import { lastChange, nextSession } from '../next-session';
import type { MinisterialReportContext } from './machine';
import type { ReportAnchor, steps } from './steps';

const clockStep = clockStepOf<typeof steps, MinisterialReportContext>();

export const clock = [
  clockStep({
    step: 'ministerialReport.reanchored',
    sees: { calendar: true },
    when: ({ case: { context }, calendar }) => {
      const requestedOn = context.requestedOn ?? '';
      const [old, anchor] = [context.anchor, anchorOf(nextSession(calendar, requestedOn))];
      if (sameJson(toJson(old), toJson(anchor))) return undefined;
      const data = {
        ...(old === null ? {} : { oldAnchor: { ...old } }),
        ...(anchor === null ? {} : { newAnchor: { ...anchor } }),
      };
      return { occurredOn: lastChange(calendar, requestedOn), data };
    },
  }),
  clockStep({
    step: 'ministerialReport.missed',
    sees: { calendar: true },
    when: ({ case: report, calendar }) => {
      const session = nextSession(calendar, report.context.requestedOn ?? '');
      if (session?.standing !== 'held' || session.lastDay === undefined) return undefined;
      if (report.isIn('transmitted') || report.context.missedAt === session.name) return undefined;
      return { occurredOn: session.lastDay, data: { session: session.name } };
    },
  }),
];

/** A session called but never given a day is nothing yet to be tied to. */
function anchorOf(session: CalendarEntry | undefined): ReportAnchor | null {
  if (!session || (session.firstDay ?? session.datedOn) === undefined) return null;
  const { name, firstDay } = session;
  return firstDay === undefined ? { session: name } : { session: name, firstDay };
}
