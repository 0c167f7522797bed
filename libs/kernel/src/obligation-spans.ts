import type { Around } from './around';
import type { CalendarQuery } from './calendar-cases';
import type { Deadline } from './deadline';
import { calendarHistoryOf, type CalendarHistory } from './obligation-calendar';
import { addEpisode, standingOf, type Episode, type Standing } from './obligations';
import { surroundings, Unseen, type Scene } from './scene';
import { countedAt } from './timeline';

/** Days on which a deadline of a case stood in one way. */
export interface ObligationSpan {
  readonly deadline: Deadline;
  /** Which of the deadline's changes it is, from 0: superseded ones before those that replaced them. */
  readonly place: number;
  /** ISO date. */
  readonly from: string;
  /** ISO date, not included; without it, it stands so ever after. */
  readonly to?: string;
  readonly standing: Standing;
}

/** How a case's deadlines stand on every day, and what that was found out from. */
export interface ObligationSpans {
  /**
   * Those that hold a day are, in this order, the obligations as at the end of that day, as
   * `obligationsOf` says them.
   */
  readonly spans: readonly ObligationSpan[];
  /** The linked cases that were looked at, whether there are such cases or not. */
  readonly looked: readonly string[];
  /** What was asked of the calendar: as long as no entry asked for changes, nor does anything here. */
  readonly asked: readonly CalendarQuery[];
}

/**
 * The obligations of a case on all days, each found out once for the days on which it stays the same.
 * They change with the case, the cases in `looked`, those under it that its deadlines see, and the
 * entries of the calendar that were asked for.
 */
export function obligationSpans(
  scene: Scene,
  calendar: CalendarHistory = calendarHistoryOf(scene.calendar),
): ObligationSpans {
  const looking = { scene, calendar, looked: new Set<string>(), asked: new Map() };
  const { deadlines } = scene.procedure;
  const spans = deadlines.flatMap((deadline) => spansOf({ ...looking, deadline }));
  const linked = scene.linked.filter(({ name }) => looking.looked.has(name));
  return { spans, looked: linked.map(({ name }) => name), asked: [...looking.asked.values()] };
}

/** One deadline of a case, and the notes taken of what it looks at. */
interface Looking {
  readonly scene: Scene;
  readonly deadline: Deadline;
  readonly calendar: CalendarHistory;
  readonly looked: Set<string>;
  readonly asked: Map<string, CalendarQuery>;
}

function spansOf(looking: Looking): readonly ObligationSpan[] {
  const { deadline } = looking;
  return runsOf(looking).flatMap((runs, place) => {
    const spans: ObligationSpan[] = [];
    for (const { episode, metOn, until, ...days } of runs) {
      for (const { from, to } of parts(episode, days)) {
        const standing = standingOf(episode, { on: from, metOn, until });
        if (!standing) continue;
        extend(spans, { deadline, place, from, ...(to === undefined ? {} : { to }), standing });
      }
    }
    return spans;
  });
}

interface Days {
  readonly from: string;
  /** Not included. */
  readonly to: string | undefined;
}

/** Days on which all that decides how an episode stands is the same, but for whether it has passed. */
interface Run extends Days {
  readonly episode: Episode;
  readonly metOn: string | undefined;
  readonly until: string | undefined;
}

/** By the place of the episode. */
function runsOf(looking: Looking): readonly (readonly Run[])[] {
  const met = daysMet(looking);
  const episodes = episodesUntil(looking, lastNeeded(met));
  const days = [...new Set([...met, ...episodes].map(({ day }) => day))].sort();
  const found: Run[][] = [];
  days.forEach((from, i) => {
    const metOn = onDay(met, from)?.metOn;
    const those = onDay(episodes, metOn ?? from)?.episodes ?? [];
    those.forEach((episode, place) => {
      const runs = (found[place] ??= []);
      const run = { episode, metOn, until: those[place + 1]?.since, from, to: days[i + 1] };
      const last = runs.at(-1);
      if (last && goesOn(last, run)) runs[runs.length - 1] = { ...run, from: last.from };
      else runs.push(run);
    });
  });
  return found;
}

const goesOn = (a: Run, b: Run): boolean =>
  a.to === b.from && a.episode === b.episode && a.metOn === b.metOn && a.until === b.until;

/** Puts a span after the others, or makes the last of them longer when it goes on alike. */
function extend(spans: ObligationSpan[], span: ObligationSpan): void {
  const last = spans.at(-1);
  if (last && last.to === span.from && isSame(last.standing, span.standing)) {
    spans[spans.length - 1] = { ...span, from: last.from };
  } else spans.push(span);
}

const isSame = (a: Standing, b: Standing): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The days cut where a window of the episode ends, since there it may become overdue. */
function parts({ due }: Episode, { from, to }: Days): readonly Days[] {
  const windows = typeof due === 'object' && 'windows' in due ? due.windows : [];
  const cuts = windows
    .filter((window) => from <= window.to && (to === undefined || window.to < to))
    .map((window) => dayAfter(window.to))
    .filter((cut) => from < cut && (to === undefined || cut < to));
  const starts = [from, ...[...new Set(cuts)].sort()];
  return starts.map((start, i) => ({ from: start, to: starts[i + 1] ?? to }));
}

const msOfDay = 86_400_000;

/** As `plusDays`, which takes a calendar that has time zones to say the same. */
const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + msOfDay).toISOString().slice(0, 10);

/** What was found out on a day, and holds until the next such day. */
interface OnDay {
  readonly day: string;
}

const onDay = <T extends OnDay>(found: readonly T[], day: string): T | undefined =>
  found.findLast((each) => each.day <= day);

interface Met extends OnDay {
  readonly metOn: string | undefined;
}

/** On which day it was met, as each day has it. */
function daysMet(looking: Looking): readonly Met[] {
  const { metOn, step } = looking.deadline;
  if (metOn) return lookedAt(looking, (around) => ({ metOn: metOn(around) }));
  const { timeline } = looking.scene;
  const opened = timeline[0]?.step.occurredOn;
  if (opened === undefined) return [];
  const taken = timeline.find((entry) => entry.step.type === step)?.step.occurredOn;
  const before = { day: opened, metOn: undefined };
  return taken === undefined ? [before] : [before, { day: taken, metOn: taken }];
}

/** The last day whose changes of what is due matter: once it is met, later ones do not. */
function lastNeeded(met: readonly Met[]): string | undefined {
  const lasts = met.map(({ metOn }, i) => metOn ?? met[i + 1]?.day);
  return lasts.includes(undefined) ? undefined : lasts.toSorted().at(-1);
}

interface Episodes extends OnDay {
  readonly episodes: readonly Episode[];
}

function episodesUntil(looking: Looking, last: string | undefined): readonly Episodes[] {
  const episodes: Episode[] = [];
  const { deadline } = looking;
  return lookedAt(
    looking,
    (around, day) => {
      addEpisode(episodes, { since: day, due: deadline.due(around) });
      return { episodes: [...episodes] };
    },
    last,
  );
}

/**
 * Looks at the case on every day on which something that is looked at changed: the case itself, those
 * around it, and the entries of the calendar that have been asked for so far.
 */
function lookedAt<T extends object>(
  looking: Looking,
  look: (around: Around, day: string) => T,
  last = '~',
): readonly (T & OnDay)[] {
  const { calendar, scene } = looking;
  const opened = scene.timeline[0]?.step.occurredOn ?? '~';
  const days = daysAround(looking);
  const known = new Set<string>();
  const found: (T & OnDay)[] = [];
  const asked = (query: CalendarQuery) => {
    const key = JSON.stringify(query);
    looking.asked.set(key, query);
    if (known.has(key)) return;
    known.add(key);
    for (const day of calendar.daysOf(query)) days.add(day);
  };
  let toCome = latestFirst(days, (day) => opened <= day && day <= last);
  for (let day = toCome.pop(); day !== undefined; day = toCome.pop()) {
    const [on, size] = [day, days.size];
    const around = aroundOn(looking, on, asked);
    if (around) found.push({ ...look(around, on), day: on });
    if (days.size > size) toCome = latestFirst(days, (each) => on < each && each <= last);
  }
  return found;
}

const latestFirst = (days: ReadonlySet<string>, which: (day: string) => boolean): string[] =>
  [...days].filter(which).sort().reverse();

function daysAround({ scene, deadline }: Looking): Set<string> {
  const under = (deadline.sees?.under ?? []).flatMap((procedure) => scene.under(procedure));
  const around = [...scene.linked, ...under].flatMap((related) => related.days());
  return new Set([...scene.timeline.map(({ step }) => step.occurredOn), ...around]);
}

/** What can be seen on a day, as `surroundings` shows it; the calendar found by what is asked. */
function aroundOn(
  { scene, deadline: by, calendar, looked }: Looking,
  on: string,
  asked: (query: CalendarQuery) => void,
): Around | undefined {
  const count = countedAt(scene.timeline, { date: on, opening: false });
  const before = scene.timeline[count - 1]?.after;
  if (!before) return undefined;
  const note = (basis: { readonly case: string }) => void looked.add(basis.case);
  const { case: seen, related, under } = surroundings(scene, { before }, { on, by, looked: note });
  return {
    case: seen,
    related,
    under,
    get calendar() {
      if (!by.sees?.calendar) throw new Unseen(by.id, 'the calendar');
      return calendar.on(on, asked);
    },
  };
}
