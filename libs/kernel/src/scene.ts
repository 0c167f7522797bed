import { calendarEntry, calendarOf, type Around, type InCalendar, type Sight } from './around';
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
  { on, by, looked = () => {} }: Look,
): Around {
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
      return watchedCalendar(scene, asAt, seen);
    },
  };
}

/** The calendar as at a day; whoever asks for meetings has looked at those it is shown. */
function watchedCalendar(scene: Scene, asAt: AsAt, seen: (found: RelatedCase) => void) {
  const cases = new Map<string, RelatedCase>();
  const entries = scene.calendar.flatMap(({ related, inCalendar }) => {
    const view = related.asAt(asAt);
    const facts = view && inCalendar(view);
    if (!facts) return [];
    cases.set(related.name, related);
    return [calendarEntry(related.name, facts)];
  });
  const calendar = calendarOf(entries);
  const shown = <E extends { readonly name: string }>(found: readonly E[]): readonly E[] => {
    found.forEach(({ name }) => {
      const related = cases.get(name);
      if (related) seen(related);
    });
    return found;
  };
  return {
    meetings: (body: string, from: string, to: string) => shown(calendar.meetings(body, from, to)),
    undated: (body: string) => shown(calendar.undated(body)),
  };
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
    days: () => known?.timeline.map(({ step }) => step.occurredOn) ?? [],
    asAt: (asAt) => (known && ref ? viewAsAt(ref, known, asAt) : undefined),
  };
}
