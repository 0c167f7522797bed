import type { Around, Calendar, InCalendar, Sight } from './around';
import {
  calendarChanges,
  calendarOn,
  type CalendarChange,
  type CalendarQuery,
} from './calendar-cases';
import { parseCaseName, type CaseRef } from './case-ref';
import { caseView, type CaseView } from './case-view';
import type { Moment, StateValue } from './machine';
import type { Procedure } from './procedure';
import type { StepFact } from './step';
import { viewAsAt, type AsAt, type Timeline } from './timeline';

/** A related case as far as it is known. */
export interface RelatedCase {
  readonly name: string;
  /** Its last revision known, −1 when there is no such case. */
  readonly revision: number;
  /** ISO dates on which something happened in it, ascending, perhaps repeated. */
  days(): readonly string[];
  /** How it has stood in the calendar, day by day. */
  inCalendar(how: InCalendar): readonly CalendarChange[];
  asAt(asAt: AsAt): CaseView | undefined;
}

/** A case that may stand in the calendar, and how. */
export interface CalendarCase {
  readonly related: RelatedCase;
  readonly inCalendar: InCalendar;
}

/** A case as it is known, and what is around it. */
export interface Scene {
  readonly procedure: Procedure;
  readonly ref: CaseRef;
  readonly timeline: Timeline;
  /** The last revision known, −1 when there is no such case yet. */
  readonly revision: number;
  /**
   * The case that a link of this name leads to, or that the step names so in itself; undefined when
   * there is neither.
   */
  related(link: string, step?: StepFact): RelatedCase | undefined;
  /** The cases that its links lead to. */
  readonly linked: readonly RelatedCase[];
  /** The cases of a procedure whose links lead to this case. */
  under(procedure: string): readonly RelatedCase[];
  /** Every case that may stand in the calendar. */
  readonly calendar: readonly CalendarCase[];
  /** Who recorded a revision and when, in words. */
  recorder(revision: number): string;
}

/** What a rule looked at: a case, how much of it was known, its state as at the step's day. */
export type BasisCase = {
  readonly case: string;
  readonly revision: number;
  readonly state: StateValue | null;
};

/** Who looks around, on which day, and who is told of what was looked at. */
export interface Look {
  /** ISO date: related cases are seen as at its end. */
  readonly on: string;
  readonly by: { readonly id: string; readonly sees?: Sight };
  readonly looked?: (basis: BasisCase) => void;
  /** Told of what was asked of the calendar. */
  readonly asked?: (query: CalendarQuery) => void;
}

/** Something looked at what it had not declared: a fault of the definition, not of a user. */
export class Unseen extends Error {
  constructor(id: string, what: string) {
    super(`${id} looks at ${what} and does not say so in what it sees`);
  }
}

/** What can be seen around a case at a moment of its own. */
export function surroundings(
  scene: Scene,
  at: { readonly before: Moment; readonly step?: StepFact },
  look: Look,
): Around {
  const { on, by, looked = () => {} } = look;
  const asAt = { date: on, opening: false };
  const seen = (found: RelatedCase): CaseView | undefined => {
    const view = found.asAt(asAt);
    looked({ case: found.name, revision: found.revision, state: view?.state ?? null });
    return view;
  };
  return {
    case: caseView(scene.ref, scene.revision, at.before),
    related(link) {
      const found = scene.related(link, at.step);
      return found && seen(found);
    },
    under(procedure) {
      if (!by.sees?.under?.includes(procedure)) throw new Unseen(by.id, `${procedure} under it`);
      return scene.under(procedure).flatMap((found) => seen(found) ?? []);
    },
    get calendar() {
      if (!by.sees?.calendar) throw new Unseen(by.id, 'the calendar');
      return watchedCalendar(scene, look, seen);
    },
  };
}

/** The calendar as at a day; whoever asks for meetings has looked at those it is shown. */
function watchedCalendar(
  { calendar }: Scene,
  { on, asked }: Look,
  seen: (found: RelatedCase) => void,
): Calendar {
  const changes = calendar.map(({ related, inCalendar }) => related.inCalendar(inCalendar));
  return calendarOn(changes, on, (query, found) => {
    asked?.(query);
    for (const { name } of found) {
      const shown = calendar.find(({ related }) => related.name === name);
      if (shown) seen(shown.related);
    }
  });
}

/** A case that a link leads to, as far as it is known. */
export function relatedCase(
  name: string,
  known: { readonly timeline: Timeline; readonly revision: number } | undefined,
): RelatedCase {
  const ref = parseCaseName(name);
  return {
    name,
    revision: known?.revision ?? -1,
    inCalendar: (how) => (known && ref ? calendarChanges(ref, known.timeline, how) : []),
    days: () => known?.timeline.map(({ step }) => step.occurredOn) ?? [],
    asAt: (asAt) => (known && ref ? viewAsAt(ref, known, asAt) : undefined),
  };
}
