import {
  caseName,
  foldedWith,
  foldRecords,
  inserted,
  recordOf,
  streamOf,
  type CaseRef,
  type Insertion,
  type Procedure,
  type StepRecord,
  type Timeline,
} from '@rapporteur/kernel';
import type { EventStore, Position, StoredEvent } from './event-store';
import type { Ledger } from './ledger';

/** A case as its whole stream makes it. */
export interface HotCase {
  readonly ref: CaseRef;
  readonly name: string;
  readonly stream: string;
  readonly procedure: Procedure;
  /** The last revision, −1 when there is no such case. */
  readonly revision: number;
  readonly records: readonly StepRecord[];
  readonly positions: readonly Position[];
  /** Revision by event id: how a repeated request is found. Grows in place as the case does. */
  readonly ids: Map<string, number>;
  readonly timeline: Timeline;
}

/** Cases in memory, the ones used last; the log stays the only truth. */
export interface HotCases {
  /**
   * The case, read from the store when it is not in memory or another process has appended to it.
   * The log has then been followed at least as far as the case reaches.
   */
  known(procedure: Procedure, ref: CaseRef): Promise<HotCase>;
  /** The case as the store has it now, after somebody else appended to it; followed as far. */
  refreshed(hot: HotCase): Promise<HotCase>;
  /** Forgets a case whose last append ended in doubt, so that it is read anew. */
  forget(hot: HotCase): void;
  /** Whether the log has shown more of the case than this. */
  isBehind(hot: HotCase): boolean;
  /**
   * The case with a record just appended.
   * @param insertion what a step makes of the case, where that is known already
   */
  extended(hot: HotCase, record: StepRecord, position: Position, insertion?: Insertion): HotCase;
}

/** @param log tells when another process has appended to a case in memory */
export function hotCases(
  store: EventStore,
  log: Pick<Ledger, 'countOf' | 'reached'>,
  most = 5_000,
): HotCases {
  const cases = new Map<string, HotCase>();

  /** Never puts an older state of a case over a newer one that a writer has put there. */
  function keep(hot: HotCase): HotCase {
    const kept = cases.get(hot.stream);
    const newest = kept && kept.revision > hot.revision ? kept : hot;
    cases.delete(hot.stream);
    if (newest.revision >= 0) cases.set(hot.stream, newest);
    const [oldest] = cases.keys();
    if (cases.size > most && oldest !== undefined) cases.delete(oldest);
    return newest;
  }

  async function read(hot: HotCase): Promise<HotCase> {
    const events: StoredEvent[] = [];
    for await (const event of store.readStream(hot.stream, hot.revision + 1)) events.push(event);
    return keep(events.length > 0 ? withEvents(hot, events) : hot);
  }

  const isBehind = (hot: HotCase) => log.countOf(hot.stream) > hot.records.length;

  async function followed(hot: HotCase): Promise<HotCase> {
    if (hot.revision >= 0) await log.reached(hot.stream, hot.revision);
    return hot;
  }

  return {
    known: async (procedure, ref) => {
      const kept = cases.get(streamOf(ref));
      const hot = await followed(kept ? keep(kept) : await read(noCase(procedure, ref)));
      return isBehind(hot) ? followed(await read(hot)) : hot;
    },
    forget: ({ stream }) => void cases.delete(stream),
    isBehind,
    refreshed: async (hot) => followed(await read(hot)),
    extended: (hot, record, position, insertion) => {
      return keep({
        ...hot,
        revision: record.revision,
        records: [...hot.records, record],
        positions: [...hot.positions, position],
        ids: hot.ids.set(record.id, record.revision),
        timeline: insertion
          ? inserted(hot.timeline, insertion)
          : foldedWith(hot.procedure, hot, record),
      });
    },
  };
}

function noCase(procedure: Procedure, ref: CaseRef): HotCase {
  return {
    ref,
    name: caseName(ref),
    stream: streamOf(ref),
    procedure,
    revision: -1,
    records: [],
    positions: [],
    ids: new Map(),
    timeline: [],
  };
}

function withEvents(hot: HotCase, events: readonly StoredEvent[]): HotCase {
  const records = [...hot.records, ...events.map(recordOf)];
  records.forEach((record, i) => {
    if (record.revision !== i) throw new Error(`${hot.stream} has no revision ${i}`);
  });
  return {
    ...hot,
    revision: records.length - 1,
    records,
    positions: [...hot.positions, ...events.map(({ position }) => position)],
    ids: new Map(records.map(({ id, revision }) => [id, revision])),
    timeline: foldRecords(hot.procedure, records),
  };
}

/** Of a case, the beginning that was asked for last: one question leads to others at the same size. */
const beginnings = new WeakMap<HotCase, { readonly count: number; readonly timeline: Timeline }>();

/** What only the first so many records make of a case: what was known then. */
export function timelineOfFirst(hot: HotCase, count: number): Timeline {
  if (count >= hot.records.length) return hot.timeline;
  const known = beginnings.get(hot);
  if (known?.count === count) return known.timeline;
  const timeline = foldRecords(hot.procedure, hot.records.slice(0, count));
  beginnings.set(hot, { count, timeline });
  return timeline;
}
