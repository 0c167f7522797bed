import {
  addRows,
  addSum,
  addTo,
  cornerIn,
  textOf,
  withoutZeros,
  type Corner,
  type CountStatements,
} from './count-sums';
import { numberIn } from './sql';

/** After how many corners a bucket is closed, and how many may lie between two marks. */
export interface Grain {
  readonly bucket: number;
  readonly strip: number;
}

/** A strip of days, from its mark up to the next. */
interface Strip {
  readonly from: number;
  readonly to: number;
  readonly corners: number;
}

/** What closing a bucket works with. */
interface Closing {
  readonly sql: CountStatements;
  /** The size of the log at which the bucket ends. */
  readonly size: number;
  /** How many corners may lie between two marks. */
  readonly most: number;
}

/** Ends the bucket that is open: writes the sums before each mark, and sets marks where it is dense. */
export function closeBucket(closing: Closing): void {
  const { sql, size } = closing;
  const before = numberIn(sql.bucketUpTo.get(size), 'size');
  const corners = sql.ofBucket.all(before, size).map(cornerIn);
  const strips = stripsOf(sql.marks.all());
  writeSums(closing, strips, corners);
  sql.addBucket.run(size);
  for (const strip of grown(strips, corners)) {
    sql.setMark.run(strip.corners, strip.from);
    cut(closing, strip);
  }
}

/** For each mark before which something changed: the sum of all that is before it. */
function writeSums(
  { sql, size }: Closing,
  strips: readonly Strip[],
  corners: readonly Corner[],
): void {
  const change = new Map<number, number>();
  let next = 0;
  for (const { from } of strips) {
    for (let c = corners[next]; c && c.day < from; c = corners[(next += 1)]) addTo(change, c);
    if (withoutZeros(change).size === 0) continue;
    const counts = new Map(change);
    addSum(counts, sql.sum.get(from, size));
    sql.addSum.run(from, size, textOf(counts));
  }
}

/** Sets a mark within a strip of too many corners, and within what that leaves. */
function cut(closing: Closing, strip: Strip): void {
  const { sql, size, most } = closing;
  const isDivisible = strip.corners > most && strip.to - strip.from > 1;
  const day = isDivisible ? middleOf(sql, strip) : undefined;
  if (day === undefined) return;
  const counts = new Map<number, number>();
  addSum(counts, sql.sum.get(strip.from, size));
  addRows(counts, sql.betweenDays.all(strip.from, day - 1, size));
  if (counts.size > 0) sql.addSum.run(day, size, textOf(counts));
  const [low, high] = [measured(sql, strip.from, day), measured(sql, day, strip.to)];
  sql.setMark.run(low.corners, low.from);
  sql.addMark.run(day, size, high.corners);
  cut(closing, low);
  cut(closing, high);
}

const measured = (sql: CountStatements, from: number, to: number): Strip => ({
  from,
  to,
  corners: numberIn(sql.countBetween.get(from, to), 'corners'),
});

/** The day before which about half of a strip's corners lie; none when it has a single day. */
function middleOf(sql: CountStatements, { from, to, corners }: Strip): number | undefined {
  let seen = 0;
  for (const row of sql.perDay.all(from, to)) {
    const day = numberIn(row, 'day');
    seen += numberIn(row, 'corners');
    if (seen * 2 < corners) continue;
    const middle = day > from ? day : day + 1;
    return middle < to ? middle : undefined;
  }
  return undefined;
}

function stripsOf(marks: readonly unknown[]): readonly Strip[] {
  return marks.map((mark, i) => ({
    from: numberIn(mark, 'day'),
    to: i + 1 < marks.length ? numberIn(marks[i + 1], 'day') : Number.MAX_SAFE_INTEGER,
    corners: numberIn(mark, 'corners'),
  }));
}

/** The strips in which corners are, both in the order of days, with as many more. */
function grown(strips: readonly Strip[], corners: readonly Corner[]): readonly Strip[] {
  let next = 0;
  return strips.flatMap((strip) => {
    const start = next;
    while ((corners[next]?.day ?? Infinity) < strip.to) next += 1;
    return next > start ? [{ ...strip, corners: strip.corners + next - start }] : [];
  });
}
