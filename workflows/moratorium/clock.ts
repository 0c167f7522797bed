import { clockStepOf, plusDays, sameJson, toJson, type Around } from '@rapporteur/kernel';
import { lastChange } from '../next-session';
import type { MoratoriumContext } from './machine';
import { readingsOf, type Reading, type Readings } from './readings';
import type { steps } from './steps';

const clockStep = clockStepOf<typeof steps, MoratoriumContext>();
type Here = Around<MoratoriumContext>;

/** How long before its first day the term counts as near; practice, changed here. */
export const daysNear = 56;

export const clock = [
  clockStep({
    step: 'moratorium.nearedTerm',
    sees: { calendar: true },
    when: (around, today) => {
      const date = firstDay(around);
      if (date === undefined || !isNews(around, date)) return undefined;
      if (today < plusDays(date, -daysNear) || today > date) return undefined;
      const occurredOn = later(plusDays(date, -daysNear), lastMoved(around));
      return { occurredOn, data: { date, ...ofTerm(around) } };
    },
  }),
  clockStep({
    step: 'moratorium.termMoved',
    sees: { calendar: true },
    when: (around, today) => {
      const oldDate = around.case.context.nearedDate;
      const newDate = firstDay(around);
      if (!around.case.isIn('maintained.expiring') || oldDate === null) return undefined;
      if (newDate !== undefined && today >= plusDays(newDate, -daysNear)) return undefined;
      const moved = newDate === undefined ? { oldDate } : { oldDate, newDate };
      const data = { ...moved, ...ofTerm(around) };
      return { occurredOn: lastMoved(around), data };
    },
  }),
  clockStep({
    step: 'moratorium.anchorDiverged',
    sees: { calendar: true },
    when: (around, today) => {
      const since = divergedOn(around, today);
      if (since === undefined) return undefined;
      const data = { readings: every(readings(around)), ...ofTerm(around) };
      const known = toJson(around.case.context.readings);
      return sameJson(toJson(data.readings), known) ? undefined : { occurredOn: since, data };
    },
  }),
  clockStep({
    step: 'moratorium.lapsed',
    // When a practice ended is not for a machine to say; every other reading stands beside.
    confirm: true,
    sees: { calendar: true },
    when: (around, today) => {
      const found = readings(around);
      const last = lastOf(found.open);
      if (!last || today <= last.to) return undefined;
      const otherReadings = every(found, { besides: last });
      const data = { reading: last.label, date: last.to, otherReadings };
      // A term set when it had come already has not lapsed before it was set.
      return { occurredOn: later(last.to, around.case.context.setOn ?? ''), data };
    },
  }),
];

const readings = ({ case: { context }, calendar }: Here) => readingsOf(context, calendar);

/** Every reading but one, as it is recorded: those with a day, then those without. */
function every({ all, undated }: Readings, { besides }: { besides?: Reading } = {}) {
  const others = all.filter(({ label, to }) => label !== besides?.label || to !== besides.to);
  return [
    ...others.map(({ label, from }) => ({ label, date: from })),
    ...undated.map((label) => ({ label })),
  ];
}

const lastOf = (open: readonly Reading[]): Reading | undefined =>
  [...open].sort((a, b) => (a.to < b.to ? -1 : 1)).at(-1);

/**
 * Since when readings of the term diverge: they give different days; or the day that they give has
 * passed, while a session to which the term is tied as well has no day.
 */
function divergedOn(around: Here, today: string): string | undefined {
  const { open, undated } = readings(around);
  if (!around.case.isIn('maintained')) return undefined;
  if (new Set(open.map(({ to }) => to)).size > 1) return lastMoved(around);
  const last = lastOf(open);
  if (!last || undated.length === 0 || today <= last.to || isEarliest(around)) return undefined;
  return later(plusDays(last.to, 1), lastMoved(around));
}

/** Of `earliestOf` an anchor without a day changes nothing once another has come. */
const isEarliest = ({ case: { context } }: Here): boolean => context.term?.anyOf === undefined;

/** The first day on which the term may come. */
const firstDay = (around: Here): string | undefined => readings(around).open[0]?.from;

/** Nothing has been noted of the term in force yet, or another day. */
function isNews({ case: practice }: Here, date: string): boolean {
  const noted = practice.isIn('maintained.expiring') && practice.context.nearedDate === date;
  return practice.isIn('maintained') && !noted && !practice.isIn('maintained.contested');
}

/**
 * The day on which the term came to be what it is: it was set, or a session's days changed. A change
 * entered late counts from what was noted last, so that what is noted of it is not undone by that.
 */
function lastMoved({ case: { context }, calendar }: Here): string {
  return later(lastChange(calendar, context.setOn ?? ''), context.notedOn ?? '');
}

/** So that what is noted of one term is not taken to be of another, set by a decision entered late. */
const ofTerm = ({ case: { context } }: Here) =>
  context.setOn === null ? {} : { termSetOn: context.setOn };

const later = (a: string, b: string): string => (a > b ? a : b);
