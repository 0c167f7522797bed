import { dateAtSeat, isEngineStep, type JsonObject, type Timeline } from '@rapporteur/kernel';
import { dayNumber, never } from './days';
import type { BoardPartDefinition, NotedRecord } from './part';
import { run } from './sql';

/**
 * Cases by number, the index of their first record; `links` lead from a case to those under it.
 * Records by index, with the `delay` in days of a late entry and, of what proposes or decides
 * corrections, the revision of the proposal. A row of `places` is the day on which a step stands, as
 * believed at the sizes of the log from `since` on, before `until`: a correction ends one and begins
 * another, an annulment ends one.
 */
export const stepIndex: BoardPartDefinition = {
  schema: `
    create table cases (no integer primary key, name text unique, procedure text) strict;
    create table links (
      target text, no integer, primary key (target, no)
    ) strict, without rowid;
    create table records (
      idx integer primary key, no integer, revision integer, type text, recorded_at text,
      delay integer, proposal integer
    ) strict;
    create unique index records_of_case on records (no, revision);
    create index records_late on records (idx) where delay > 0;
    create index records_of_corrections on records (idx) where proposal >= 0;
    create table places (
      no integer, revision integer, since integer, day integer, until integer,
      primary key (no, revision, since)
    ) strict, without rowid;
    create index places_by_day on places (day, no);
  `,
  open: (driver) => ({
    async prepare(noted) {
      const { no, index, record, name, procedure } = noted;
      const size = index + 1;
      const { ended, begun } = moved(noted);
      return () => {
        if (record.revision === 0) {
          run(driver, 'insert into cases values (?, ?, ?)', no, name, procedure.id);
          for (const target of new Set(Object.values(record.metadata.links ?? {}))) {
            run(driver, 'insert into links values (?, ?)', target, no);
          }
        }
        const { revision, type, metadata } = record;
        const [delay, proposal] = [delayOf(noted) || null, proposalOf(noted)];
        run(driver, insert, index, no, revision, type, metadata.recordedAt, delay, proposal);
        for (const step of ended) run(driver, end, size, no, step, never);
        for (const { step, day } of begun) run(driver, begin, no, step, size, day, never);
      };
    },
  }),
};

const insert = 'insert into records values (?, ?, ?, ?, ?, ?, ?)';
const end = 'update places set until = ? where no = ? and revision = ? and until = ?';
const begin = 'insert into places values (?, ?, ?, ?, ?)';

/** The revisions of steps that no longer stand as they did, and of those that newly stand. */
interface Moved {
  readonly ended: readonly number[];
  readonly begun: readonly { readonly step: number; readonly day: number }[];
}

function moved({ record, before, after }: NotedRecord): Moved {
  if (before === after) return { ended: [], begun: [] };
  if (!isEngineStep(record.type)) {
    const day = dayNumber(record.metadata.occurredOn);
    return { ended: [], begun: [{ step: record.revision, day }] };
  }
  // A correction puts another step in the place of one, with the same revision.
  const [old, young] = [stepsOf(before), stepsOf(after)];
  return {
    ended: [...old].filter((step) => !young.has(step)).map(({ revision }) => revision),
    begun: [...young]
      .filter((step) => !old.has(step))
      .map(({ revision, occurredOn }) => ({ step: revision, day: dayNumber(occurredOn) })),
  };
}

const stepsOf = (timeline: Timeline) => new Set(timeline.map(({ step }) => step));

/** Days from the day on which a step took place to that on which it was recorded; 0 when not late. */
function delayOf({ record: { type, metadata } }: NotedRecord): number {
  if (isEngineStep(type)) return 0;
  const recordedOn = dayNumber(seatDate(metadata.recordedAt));
  return Math.max(0, recordedOn - dayNumber(metadata.occurredOn));
}

const dates = new Map<string, string>();

/** The date at the seat, looked up once for each hour of the log: clocks there differ by whole hours. */
export function seatDate(instant: string): string {
  const hour = instant.slice(0, 13);
  const date = dates.get(hour) ?? dateAtSeat(instant);
  if (dates.size > 10_000) dates.clear();
  dates.set(hour, date);
  return date;
}

const decisions = ['record.corrected', 'record.annulled', 'record.correctionRejected'];

function proposalOf({ record: { type, revision, data } }: NotedRecord): number | null {
  if (type === 'record.correctionProposed') return revision;
  return decisions.includes(type) ? proposalIn(data) : null;
}

function proposalIn({ proposal }: JsonObject): number | null {
  return typeof proposal === 'number' ? proposal : null;
}
