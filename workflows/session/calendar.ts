import { inCalendar, type CaseView, type Span, type Standing } from '@rapporteur/kernel';
import type { SessionContext } from './machine';

/** A session in the calendar: the days on which it sat, or those for which it is planned. */
export const calendarFacts = inCalendar<SessionContext>((session) => {
  if (session.isIn('unopened')) return undefined;
  const { datedOn } = session.context;
  return {
    body: 'ministerialConference',
    spans: spansOf(session.context),
    standing: standingOf(session),
    ...(datedOn === null ? {} : { datedOn }),
  };
});

function spansOf({ opens, closes, openedOn, closedOn }: SessionContext): readonly Span[] {
  const from = openedOn ?? opens;
  if (from === null) return [];
  const to = closedOn ?? closes ?? from;
  // One opened after its last planned day sits on that day at least.
  return [{ from, to: to < from ? from : to }];
}

function standingOf(session: CaseView<SessionContext>): Standing {
  if (session.isIn('cancelled')) return 'off';
  if (session.isIn('closed')) return 'held';
  return session.isIn('open') ? 'inSession' : 'expected';
}
