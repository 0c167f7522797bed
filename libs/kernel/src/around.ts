import type { CaseView } from './case-view';
import type { JsonObject } from './json';

/** Days on which a body sits without a break; ISO dates, both included. */
export type Span = { readonly from: string; readonly to: string };

/** Where a meeting or a session stands: to come, sitting, over, or called off. */
export type Standing = 'expected' | 'inSession' | 'held' | 'off';

/** What a case says of itself as an entry of the calendar. */
export interface CalendarFacts {
  /** Whose meeting it is: `generalCouncil`, `workingGroup`, `ministerialConference`. */
  readonly body: string;
  /** In the order of days; none while no date is set. */
  readonly spans: readonly Span[];
  readonly standing: Standing;
  /** ISO date of the last step that set or changed its days. */
  readonly datedOn?: string;
}

/** A meeting or a session as the calendar shows it. */
export interface CalendarEntry extends CalendarFacts {
  /** `procedure/case` */
  readonly name: string;
  /** Its first day; none while no date is set. */
  readonly firstDay?: string;
  readonly lastDay?: string;
}

/** The calendar of meetings and sessions, which are cases themselves. */
export interface Calendar {
  /**
   * A body's meetings whose first day is within these days, both included, in the order of their
   * first days; those called off are among them.
   */
  meetings(body: string, from: string, to: string): readonly CalendarEntry[];
  /** A body's meetings for which no day is set. */
  undated(body: string): readonly CalendarEntry[];
}

/** How a procedure's cases stand in the calendar; undefined for one that does not stand in it. */
export type InCalendar = (view: CaseView) => CalendarFacts | undefined;

/** Declares how the cases of a procedure whose machine's context is C stand in the calendar. */
export function inCalendar<C>(facts: (view: CaseView<C>) => CalendarFacts | undefined): InCalendar {
  return (view) => (hasContext<C>(view) ? facts(view) : undefined);
}

/** What is looked at beyond the case and the cases that its links and its steps name. */
export interface Sight {
  /** Looks at the calendar. */
  readonly calendar?: true;
  /** Looks at the cases of these procedures whose links lead to the case. */
  readonly under?: readonly string[];
}

/** What a rule, a duty or a deadline may look at; what it did not declare (`sees`) it is not shown. */
export interface Around<C = JsonObject> {
  readonly case: CaseView<C>;
  /**
   * A related case, by its link's name or by the name under which the step mentions it, as at the end
   * of the day; undefined when absent.
   */
  related(link: string): CaseView | undefined;
  /** The cases of a procedure whose links lead to this case, as at the end of the day. */
  under(procedure: string): readonly CaseView[];
  /** The calendar as at the end of the day. */
  readonly calendar: Calendar;
}

/** A case's context is what its procedure's machine made of it. */
function hasContext<C>(view: CaseView<unknown>): view is CaseView<C> {
  return typeof view.context === 'object';
}

/** The same, of the case that something is declared about. */
export function isAround<C>(around: {
  readonly case: { readonly context: unknown };
}): around is Around<C> {
  return typeof around.case.context === 'object';
}

/** An entry out of what a case says of itself. */
export function calendarEntry(name: string, facts: CalendarFacts): CalendarEntry {
  const days = facts.spans.flatMap(({ from, to }) => [from, to]).sort();
  const [firstDay, lastDay] = [days[0], days.at(-1)];
  return {
    ...facts,
    name,
    ...(firstDay === undefined ? {} : { firstDay }),
    ...(lastDay === undefined ? {} : { lastDay }),
  };
}
