import type { Driver } from '@rapporteur/sqlite';
import type { ChangeStep, StepCorrected } from './answers';
import { dateOfDay, never } from './days';
import { allRows, firstRow, numberIn, textIn } from './sql';

/** The last day that counts, and how many records are known. */
export interface End {
  readonly day: number;
  readonly size: number;
}

export interface Ends {
  readonly from: End;
  readonly to: End;
}

/** Where a step stands, as believed for a time. */
interface Place {
  readonly revision: number;
  readonly day: number;
  readonly since: number;
  readonly until: number;
}

/** A step's place at either end; none where it does not count there. */
interface Places {
  readonly from?: Place | undefined;
  readonly to?: Place | undefined;
}

/** The steps of a case that count at one end and not, or otherwise, at the other; by date. */
export function changedSteps(driver: Driver, no: number, ends: Ends): readonly ChangeStep[] {
  const { from, to } = ends;
  const places = new Map<number, Places>();
  const rows = allRows(driver, between, no, from.day, to.day, from.size, to.size).map(placeIn);
  for (const place of rows) {
    const [before, after] = [isCounted(place, from), isCounted(place, to)];
    if (before === after) continue;
    const known = places.get(place.revision) ?? {};
    places.set(place.revision, { ...known, ...(before ? { from: place } : { to: place }) });
  }
  return [...places]
    .map(([revision, each]) => ({ day: (each.to ?? each.from)?.day ?? 0, revision, each }))
    .sort((a, b) => a.day - b.day || a.revision - b.revision)
    .map(({ revision, each }) => changedStep(driver, no, revision, each));
}

/** What counts at one end alone was taken between the days, or began or ended between the sizes. */
const between = `
  select revision, day, since, until from places where no = ?1 and (
    (day > ?2 and day <= ?3) or (since > ?4 and since <= ?5) or (until > ?4 and until <= ?5)
  )
`;

const isCounted = (place: Place, { day, size }: End): boolean =>
  place.day <= day && place.since <= size && place.until > size;

function changedStep(
  driver: Driver,
  no: number,
  revision: number,
  { from, to }: Places,
): ChangeStep {
  const record = firstRow(driver, recorded, no, revision);
  const late = numberIn(record, 'delay');
  const { day, size } = whereNow(driver, no, { from, to });
  const isFirst = size === numberIn(record, 'idx') + 1;
  return {
    revision,
    type: textIn(record, 'type'),
    occurredOn: dateOfDay(day),
    recordedAt: textIn(record, 'recorded_at'),
    ...(late > 0 ? { late } : {}),
    ...(isFirst ? {} : { corrected: correctedAt(driver, no, { revision, size }) }),
  };
}

/** The day of a step, and the size at which it came to stand there or not to count any more. */
function whereNow(
  driver: Driver,
  no: number,
  { from, to }: Places,
): { readonly day: number; readonly size: number } {
  if (to) return { day: to.day, size: to.since };
  if (!from) return { day: 0, size: never };
  // What does not count any more may have been given a day behind the end.
  return { day: successor(driver, no, from)?.day ?? from.day, size: from.until };
}

const recorded = `
  select idx, type, recorded_at, delay from records where no = ? and revision = ?
`;

const successor = (driver: Driver, no: number, { revision, until }: Place): Place | undefined => {
  const row = firstRow(driver, begunAt, no, revision, until);
  return row === undefined ? undefined : placeIn(row);
};

const begunAt = `
  select revision, day, since, until from places where no = ? and revision = ? and since = ?
`;

/** What the record that made the log this size has corrected about a step. */
function correctedAt(
  driver: Driver,
  no: number,
  { revision, size }: { readonly revision: number; readonly size: number },
): StepCorrected {
  const approval = firstRow(driver, approvalAt, size - 1);
  const before = firstRow(driver, endedAt, no, revision, size);
  const after = firstRow(driver, begunAt, no, revision, size);
  const hasMoved = after !== undefined && numberIn(after, 'day') !== numberIn(before, 'day');
  return {
    approval: numberIn(approval, 'revision'),
    recordedAt: textIn(approval, 'recorded_at'),
    ...(after === undefined ? { annulled: true as const } : {}),
    ...(hasMoved ? { occurredOn: dateOfDay(numberIn(before, 'day')) } : {}),
  };
}

const approvalAt = 'select revision, recorded_at from records where idx = ?';
const endedAt = 'select day from places where no = ? and revision = ? and until = ?';

const placeIn = (row: unknown): Place => ({
  revision: numberIn(row, 'revision'),
  day: numberIn(row, 'day'),
  since: numberIn(row, 'since'),
  until: numberIn(row, 'until'),
});
