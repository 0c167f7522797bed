import type { CaseAtSize, Reading } from '@rapporteur/engine';
import {
  countedAt,
  plusDays,
  sameJson,
  toJson,
  viewAsAt,
  type CalendarFacts,
  type CaseView,
  type Language,
  type Span,
} from '@rapporteur/kernel';
import { ICalEventStatus, type ICalEventData } from 'ical-generator';
import { countKnown } from './basis';
import { withoutDate } from './calendar-words';
import { stateWords } from './known-cases';
import type { PaperParts } from './paper-parts';

/** At which date, among how many records of the log, in which language. */
export interface Looking {
  readonly asAt: string;
  readonly size: number;
  readonly language: Language;
}

/** The meetings and sessions of all bodies; `id` is the case, with the number of a later span. */
export async function meetingEvents(
  { registry, log, caseAt }: Reading,
  parts: PaperParts,
  looking: Looking,
): Promise<readonly ICalEventData[]> {
  const procedures = [...registry.values()].filter(({ inCalendar }) => inCalendar);
  const names = procedures.flatMap(({ id }) => log.casesOf(id));
  const events: ICalEventData[] = [];
  for (const name of names) {
    if (countKnown(log, name, looking.size) === 0) continue;
    const known = await caseAt(name, looking.size);
    if (known) events.push(...eventsOf(known, parts, looking));
  }
  return events;
}

function eventsOf(
  known: CaseAtSize,
  parts: PaperParts,
  { asAt, language }: Looking,
): readonly ICalEventData[] {
  const view = viewAsAt(known.ref, known, { date: asAt, opening: false });
  const tell = parts.tell[known.ref.procedure];
  if (!view || !tell) return [];
  const history = factsUntil(known, asAt);
  const facts = history.at(-1);
  const spans = history.findLast((each) => each.spans.length > 0)?.spans ?? [];
  if (!facts) return [];
  const name = tell(view).name[language];
  const summary = facts.spans.length > 0 ? name : withoutDate(name, language);
  return spans.map((span, i) => ({
    id: i === 0 ? known.name : `${known.name}/${i + 1}`,
    ...days(span.from, span.to),
    summary,
    description: stateWords(known, view)[language],
    status: statusOf(facts, view, parts),
    sequence: timesMoved(history),
  }));
}

/** How it stood in the calendar after each of its steps by a date. */
function factsUntil(known: CaseAtSize, date: string): readonly CalendarFacts[] {
  const counted = known.timeline.slice(0, countedAt(known.timeline, { date, opening: false }));
  return counted.flatMap((_, i) => {
    const until = { timeline: known.timeline.slice(0, i + 1), revision: known.revision };
    const view = viewAsAt(known.ref, until, { date, opening: false });
    const facts = view && known.procedure.inCalendar?.(view);
    return facts ? [facts] : [];
  });
}

function timesMoved(history: readonly CalendarFacts[]): number {
  const spansOf = (facts: CalendarFacts | undefined) => toJson(facts?.spans ?? null);
  const moved = history.filter((facts, i) => !sameJson(spansOf(facts), spansOf(history[i - 1])));
  return Math.max(moved.length - 1, 0);
}

function statusOf(
  { standing, spans }: CalendarFacts,
  view: CaseView,
  { isConvened }: PaperParts,
): ICalEventStatus {
  if (standing === 'off' || spans.length === 0) return ICalEventStatus.CANCELLED;
  const isSettled = standing !== 'expected' || isConvened(view);
  return isSettled ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
}

/** Whole days; in iCalendar the end is the day after the last. */
export function days(from: string, to: Span['to'] = from) {
  return { start: new Date(from), end: new Date(plusDays(to, 1)), allDay: true };
}
