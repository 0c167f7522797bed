// Days as the board stores them: whole numbers, which compare and subtract.

const msOfDay = 86_400_000;

/** Later than any day and any size of a log: of what still holds. */
export const never = Number.MAX_SAFE_INTEGER;

/** The days from 1 January 1970 to an ISO date; negative before it. */
export function dayNumber(date: string): number {
  return Date.parse(date) / msOfDay;
}

/** The ISO date of a day's number. */
export function dateOfDay(day: number): string {
  return new Date(day * msOfDay).toISOString().slice(0, 10);
}
