import { Temporal } from 'temporal-polyfill';

/** The seat of the organisation: a date means a day there. */
export const seat = 'Europe/Zurich';

/** The calendar date of a text like `2018-03-07`, or undefined when there is no such day. */
function day(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** Whether the text is an ISO date (`YYYY-MM-DD`) of a day that exists. */
export function isDate(text: string): boolean {
  return day(text) !== undefined;
}

/** The instant as `YYYY-MM-DDTHH:MM:SS.mmmZ`, or undefined when the text is no ISO instant. */
export function normalInstant(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) return undefined;
  try {
    return Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 });
  } catch {
    return undefined;
  }
}

/** The date so many days later; earlier with a negative number. */
export function plusDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The same day so many months later, or the last of the month when it has no such day. */
export function plusMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** The last day of a month, given as `2018-07` or by any of its days. */
export function endOfMonth(month: string): string {
  return Temporal.PlainYearMonth.from(month.slice(0, 7)).toPlainDate({ day: 31 }).toString();
}

/** The last millisecond of a day at the seat, as an instant. */
export function endOfDay(date: string): string {
  return lastBefore(Temporal.PlainDate.from(date).add({ days: 1 }));
}

/** The last millisecond before a day at the seat begins, as an instant. */
export function beforeOpening(date: string): string {
  return lastBefore(Temporal.PlainDate.from(date));
}

function lastBefore(date: Temporal.PlainDate): string {
  const opening = date.toZonedDateTime(seat).toInstant();
  return opening.subtract({ milliseconds: 1 }).toString({ fractionalSecondDigits: 3 });
}

/** The date at the seat at an instant. */
export function dateAtSeat(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(seat).toPlainDate().toString();
}
