import type { CalendarEntry } from './around';
import { isAskedFor, type CalendarQuery } from './calendar-cases';
import { plusDays } from './dates';
import type { Deadline, Due, Window } from './deadline';
import { sameJson, toJson } from './json';
import { sentenceOf } from './obligation-words';
import type { Citation } from './refusal';
import { surroundings, type RelatedCase, type Scene } from './scene';
import type { Text } from './text';
import { countedAt, type AsAt } from './timeline';

/**
 * How a deadline stands: met in time; still to come; awaited, where no date is set; passed and not
 * met; met after it had passed (which it stays); replaced when its anchor moved; not computable while
 * the calendar does not hold its anchor.
 */
export const obligationStatuses = [
  'met',
  'open',
  'awaited',
  'overdue',
  'breached',
  'superseded',
  'notComputable',
] as const;
export type ObligationStatus = (typeof obligationStatuses)[number];

/** One deadline of a case as at a day, as it was first set or as an anchor that moved has left it. */
export interface Obligation {
  readonly deadline: string;
  readonly number: string;
  /** The step that meets it. */
  readonly step: string;
  readonly cite: Citation;
  readonly duty: Text;
  readonly soft: boolean;
  readonly status: ObligationStatus;
  /** Several when the readings of the text diverge; none where no date is set or computed. */
  readonly windows: readonly Window[];
  /** The readings diverge and nobody has decided between them. */
  readonly isContested: boolean;
  /** It passed without having been met, whatever happened later. */
  readonly isBreached: boolean;
  readonly awaitedSince?: string;
  readonly metOn?: string;
  readonly supersededOn?: string;
  /** The whole of it in one sentence. */
  readonly sentence: Text;
}

/** What a deadline came to from a day on. */
export interface Episode {
  readonly since: string;
  readonly due: Due;
}

/** The obligations of a case as at a date, superseded ones before those that replaced them. */
export function obligationsOf(scene: Scene, asAt: AsAt): readonly Obligation[] {
  const on = asAt.opening ? plusDays(asAt.date, -1) : asAt.date;
  return scene.procedure.deadlines.flatMap((deadline) => {
    const metOn = dayMet(scene, deadline, on);
    const episodes = episodesOf(scene, deadline, metOn ?? on);
    return episodes.flatMap((episode, i) => {
      const until = episodes[i + 1]?.since;
      const standing = standingOf(episode, { on, metOn, until });
      return standing ? [obligationOf(deadline, standing)] : [];
    });
  });
}

function dayMet(scene: Scene, deadline: Deadline, on: string): string | undefined {
  if (deadline.metOn) {
    const around = aroundOn(scene, deadline, on);
    return around && deadline.metOn(around);
  }
  const taken = scene.timeline.find(({ step }) => step.type === deadline.step);
  return taken && taken.step.occurredOn <= on ? taken.step.occurredOn : undefined;
}

/** How the deadline changed, looked at on every day on which anything it looks at did. */
function episodesOf(scene: Scene, deadline: Deadline, last: string): readonly Episode[] {
  const episodes: Episode[] = [];
  let queries: CalendarQuery[] = [];
  for (const { day, moved } of daysOfChange(scene, deadline)) {
    if (day > last) break;
    const concerns = queries.some((query) => moved.some((entry) => isAskedFor(query, entry)));
    if (moved.length > 0 && !concerns && episodes.length > 0) continue;
    queries = [];
    const around = aroundOn(scene, deadline, day, (query) => queries.push(query));
    if (!around) continue;
    addEpisode(episodes, { since: day, due: deadline.due(around) });
  }
  return episodes;
}

/** Takes what a deadline comes to on a later day. */
export function addEpisode(episodes: Episode[], { since, due }: Episode): void {
  const before = episodes.at(-1);
  const isSame = before !== undefined && sameDue(before.due, due);
  // The reason as it is known last; another reason alone makes no other deadline.
  if (isSame) episodes[episodes.length - 1] = { since: before.since, due };
  else episodes.push({ since, due });
}

const sameDue = (a: Due, b: Due): boolean =>
  sameJson(toJson(unexplained(a)), toJson(unexplained(b)));

/** What is due, without the reason said when it passes. */
function unexplained(due: Due) {
  if (typeof due !== 'object' || !('windows' in due)) return due ?? null;
  return due.windows.map(({ because: _because, ...window }) => window);
}

/** A day on which something around the case changed. */
interface DayOfChange {
  readonly day: string;
  /** When nothing but the calendar did: the entries that changed, as they were and as they became. */
  readonly moved: readonly CalendarEntry[];
}

function daysOfChange(scene: Scene, { sees }: Deadline): readonly DayOfChange[] {
  const opened = scene.timeline[0]?.step.occurredOn ?? '';
  const looked: readonly RelatedCase[] = [
    ...scene.linked,
    ...(sees?.under ?? []).flatMap((procedure) => scene.under(procedure)),
  ];
  const own = scene.timeline.map(({ step }) => step.occurredOn);
  const days = new Set([...own, ...looked.flatMap((related) => related.days())]);
  const moved = sees?.calendar ? movedEntries(scene) : new Map<string, CalendarEntry[]>();
  return [...new Set([...days, ...moved.keys()])]
    .filter((day) => day >= opened)
    .sort()
    .map((day) => ({ day, moved: days.has(day) ? [] : (moved.get(day) ?? []) }));
}

/** By day: the entries of the calendar that changed on it, as they were and as they became. */
function movedEntries({ calendar }: Scene): ReadonlyMap<string, readonly CalendarEntry[]> {
  const moved = new Map<string, CalendarEntry[]>();
  for (const { related, inCalendar } of calendar) {
    const changes = related.inCalendar(inCalendar);
    changes.forEach(({ day, entry }, i) => {
      const both = [changes[i - 1]?.entry, entry].flatMap((each) => each ?? []);
      moved.set(day, [...(moved.get(day) ?? []), ...both]);
    });
  }
  return moved;
}

function aroundOn(
  scene: Scene,
  by: Deadline,
  on: string,
  asked: (query: CalendarQuery) => void = () => {},
) {
  const count = countedAt(scene.timeline, { date: on, opening: false });
  const before = scene.timeline[count - 1]?.after;
  return before && surroundings(scene, { before }, { on, by, asked });
}

/** The day asked about, the day it was met, and the day on which something replaced it. */
export interface Days {
  readonly on: string;
  readonly metOn: string | undefined;
  readonly until: string | undefined;
}

/** How a deadline stands on a day: all that an obligation says beyond its deadline. */
export type Standing = Pick<Obligation, 'status' | 'windows' | 'isContested' | 'isBreached'> &
  Pick<Obligation, 'awaitedSince' | 'metOn' | 'supersededOn'>;

/** How it stands; undefined when nothing is due. */
export function standingOf({ due }: Episode, days: Days): Standing | undefined {
  if (due === undefined) return undefined;
  if (typeof due === 'object' && 'windows' in due) return windowStanding(due.windows, days);
  const { metOn, until } = days;
  if (until !== undefined) return undefined;
  const none = { windows: [], isContested: false, isBreached: false };
  const since = due === 'notPopulated' ? {} : { awaitedSince: due.awaitedSince };
  if (metOn !== undefined) return { ...none, ...since, status: 'met', metOn };
  return { ...none, ...since, status: due === 'notPopulated' ? 'notComputable' : 'awaited' };
}

function windowStanding(
  windows: readonly [Window, ...Window[]],
  { on, metOn, until }: Days,
): Standing {
  const ends = windows.map(({ to }) => to).sort();
  const last = ends.at(-1) ?? '';
  const known = { windows, isContested: new Set(ends).size > 1 };
  const hasPassed = (day: string | undefined) => day !== undefined && day > last;
  if (until !== undefined && !hasPassed(until)) {
    return { ...known, isBreached: false, status: 'superseded', supersededOn: until };
  }
  const isBreached = hasPassed(metOn ?? on);
  if (metOn !== undefined) {
    return { ...known, isBreached, status: isBreached ? 'breached' : 'met', metOn };
  }
  return { ...known, isBreached, status: isBreached ? 'overdue' : 'open' };
}

/** What a deadline that stands so comes to in words. */
export function obligationOf(deadline: Deadline, standing: Standing): Obligation {
  const { id, number, step, cite, text, soft } = deadline;
  const duty = { deadline: id, number, step, cite, duty: text, soft };
  return { ...duty, ...standing, sentence: sentenceOf(text, standing) };
}
