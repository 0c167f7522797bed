import { StoreUnavailable, type StoredEvent } from './event-store';
import { caseIndex, linkIndex } from './link-index';

/**
 * Where every record stands in the log, as far as this process has followed it: indexes, and which
 * prefix of the log was known at an instant. Rebuilt from the log at every start.
 */
export interface Ledger {
  /** How many of our records this process has seen. */
  readonly size: number;
  /** Whether the first record says that this log is a rehearsal. */
  readonly isSimulated: boolean;
  /** The id of the log's first event. */
  readonly firstId: string | undefined;
  /** Takes the next event of the log. */
  note(event: StoredEvent): void;
  /** The size of the log before the first record whose `recordedAt` exceeds the instant. */
  sizeKnownOn(instant: string): number;
  /** How many of a stream's records are among the first `size` of the log. */
  countIn(stream: string, size: number): number;
  /** How many of a stream's records have been seen. */
  countOf(stream: string): number;
  /** The hash of a stream's last record seen. */
  lastHashOf(stream: string): string | undefined;
  /** The cases, among the first `size` records of the log, whose links lead to a case. */
  linkedTo(name: string, size: number): readonly string[];
  /** The names of all cases of a procedure, in the order in which the log first showed them. */
  casesOf(procedure: string): readonly string[];
  /** The index in the log of a revision of a stream. */
  indexOf(stream: string, revision: number): number | undefined;
  /** Waits until a revision of a stream has been seen. */
  reached(stream: string, revision: number): Promise<void>;
  /** Nothing will be noted any more: whoever waits is told at once. */
  end(): void;
}

const longestWait = 10_000;

/** The longest that a timer can wait, which stands for ever. */
const longestTimer = 2 ** 31 - 1;

export function ledger(): Ledger {
  const streams = new Map<string, number[]>();
  const links = linkIndex();
  const cases = caseIndex();
  const hashes = new Map<string, string>();
  /** By index: the latest `recordedAt` up to there, in milliseconds. */
  const latest: number[] = [];
  const waiting = new Set<() => void>();
  const has = (stream: string, revision: number) => (streams.get(stream)?.length ?? 0) > revision;
  let first: StoredEvent | undefined;
  let isEnded = false;

  return {
    get size() {
      return latest.length;
    },
    get isSimulated() {
      return first?.metadata['simulated'] === true;
    },
    get firstId() {
      return first?.id;
    },
    note(event) {
      first ??= event;
      const indexes = streams.get(event.stream) ?? [];
      if (indexes.length !== event.revision) throw new LogGap(event, indexes.length);
      streams.set(event.stream, indexes);
      indexes.push(latest.length);
      if (event.revision === 0) {
        links.note(event);
        cases.note(event);
      }
      hashes.set(event.stream, String(event.metadata['hash']));
      latest.push(Math.max(latest.at(-1) ?? -Infinity, recordedAt(event)));
      [...waiting].forEach((look) => look());
    },
    sizeKnownOn: (instant) => countUpTo(latest, Date.parse(instant)),
    countIn: (stream, size) => countUpTo(streams.get(stream) ?? [], size - 1),
    countOf: (stream) => streams.get(stream)?.length ?? 0,
    linkedTo: (name, size) =>
      links
        .to(name)
        .filter((child) => (streams.get(child.stream)?.[0] ?? size) < size)
        .map((child) => child.name),
    casesOf: cases.of,
    lastHashOf: (stream) => hashes.get(stream),
    indexOf: (stream, revision) => streams.get(stream)?.[revision],
    reached: async (stream, revision) => {
      if (has(stream, revision)) return;
      await until(waiting, () => {
        if (isEnded) throw new StoreUnavailable('the log is not followed any more');
        return has(stream, revision);
      });
    },
    end() {
      isEnded = true;
      [...waiting].forEach((look) => look());
    },
  };
}

/** The log showed a stream's revisions with one missing: never expected, never passed over. */
export class LogGap extends Error {
  constructor({ stream, revision }: StoredEvent, expected: number) {
    super(`the log shows revision ${revision} of ${stream} where ${expected} was expected`);
  }
}

function recordedAt({ metadata }: StoredEvent): number {
  const instant = metadata['recordedAt'];
  const time = typeof instant === 'string' ? Date.parse(instant) : Number.NaN;
  return Number.isNaN(time) ? -Infinity : time;
}

/** How many of the ascending numbers are at most the limit. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Waits until the condition holds, looking whenever something happens.
 * @param patience how long to wait, in milliseconds
 * @throws StoreUnavailable when patience ends: the log cannot be followed now
 */
export function until(
  waiting: Set<() => void>,
  holds: () => boolean,
  patience = longestWait,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      waiting.delete(look);
      clearTimeout(limit);
    };
    // What cannot be asked ends this wait alone, and never whoever happened to look.
    const look = () => {
      try {
        if (!holds()) return;
        end();
        resolve();
      } catch (error) {
        end();
        reject(error);
      }
    };
    const limit = setTimeout(
      () => {
        end();
        reject(new StoreUnavailable('the log is not followed to there yet; try again'));
      },
      Math.min(patience, longestTimer),
    );
    waiting.add(look);
    look();
  });
}
