import type { Driver } from '@rapporteur/sqlite';
import { closeBucket, type Grain } from './count-buckets';
import { addRows, addSum, countStatements, withoutZeros, type Corner } from './count-sums';
import { numberIn } from './sql';

export { countTables } from './count-sums';
export type { Corner } from './count-sums';
export type { Grain } from './count-buckets';

/**
 * How many of something stand under each key on a day, as the first so many records of the log show
 * it. What comes to hold under a key from a day on is a corner +1 on that day, what ceases a corner
 * −1; both are noted with the size of the log that shows them. A count is the sum of the corners up
 * to a day and a size.
 *
 * So that the sum need not pass over them all, the corners are cut twice. By size: a bucket is closed
 * whenever a few thousand have come. By day: marks are set, ever closer, so that few corners lie
 * between two. When a bucket is closed, the sum of everything before a mark is written down, by key,
 * for each mark before which something changed; that of the last bucket in which something did stays
 * good until then. A count is one such sum, the corners from its mark to the day within the buckets,
 * and the corners since the last bucket: some thousands at most, however long the log.
 *
 * Exact at every size and day. Takes about three rows of some 20 bytes for each corner; the sums of a
 * log in order of time touch the last marks only.
 */
export interface CountIndex {
  /**
   * Notes what changed at a size of the log; sizes ascend. Within a transaction; when that fails, the
   * index must be opened anew.
   */
  note(size: number, corners: readonly Corner[]): void;
  /** The counts by key, none of them zero. */
  at(size: number, day: number): ReadonlyMap<number, number>;
}

const usual: Grain = { bucket: 1024, strip: 1024 };

export function countIndex(driver: Driver, name: string, grain: Grain = usual): CountIndex {
  const sql = countStatements(driver, name);
  let open: number | undefined;

  return {
    note(size, corners) {
      open ??= numberIn(sql.openCorners.get(), 'corners');
      for (const { day, key, delta } of corners) {
        sql.note.run(size, day, key, delta);
        sql.noteDay.run(day, size);
      }
      open += corners.length;
      if (open >= grain.bucket) {
        closeBucket({ sql, size, most: grain.strip });
        open = 0;
      }
    },
    at(size, day) {
      const bucket = sql.bucketUpTo.get(size);
      const counts = new Map<number, number>();
      // The first few are added up faster than they are found.
      const closed = numberIn(bucket, 'corners') > 2 * grain.bucket ? numberIn(bucket, 'size') : 0;
      if (closed > 0) {
        const mark = numberIn(sql.markUpTo.get(day + 1, closed), 'day');
        addSum(counts, sql.sum.get(mark, closed));
        addRows(counts, sql.betweenDays.all(mark, day, closed));
      }
      addRows(counts, sql.betweenSizes.all(closed, size, day));
      return withoutZeros(counts);
    },
  };
}
