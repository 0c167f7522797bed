import { toJson, toJsonObject } from '@rapporteur/kernel';
import { checkSizes } from './event-size';
import {
  StoreFault,
  type Appended,
  type Conflict,
  type EventStore,
  type NewEvent,
  type StoredEvent,
} from './event-store';
import { growingLog } from './growing-log';

/** How much of a log a rehearsal rests on. */
export interface Ground {
  /** How many of the log's events count. */
  readonly size: number;
  /** How many of them are of a stream. */
  countOf(stream: string): number;
}

/**
 * A store on top of another: what is appended stays in memory, and the other is only read, as far as
 * the ground reaches. For trying many steps together before any of them is recorded.
 */
export function rehearsalStore(base: EventStore, ground: Ground): EventStore {
  const log = growingLog();
  const streams = new Map<string, StoredEvent[]>();

  async function* baseEvents(after: string | undefined): AsyncGenerator<StoredEvent> {
    let left = ground.size;
    if (left === 0 || after?.startsWith(mark)) return;
    for await (const event of base.readAll()) {
      if (!after || base.comparePositions(event.position, after) > 0) yield event;
      left -= 1;
      if (left === 0) return;
    }
  }

  return {
    append: async (stream, expectedRevision, events) => {
      checkSizes(events);
      const added = streams.get(stream) ?? [];
      streams.set(stream, added);
      const from = ground.countOf(stream);
      const result = append({ log: log.events, added, from }, stream, expectedRevision, events);
      log.wake();
      return result;
    },
    readStream: async function* (stream, fromRevision = 0) {
      const count = ground.countOf(stream);
      if (fromRevision < count) {
        for await (const event of base.readStream(stream, fromRevision)) {
          if (event.revision < count) yield event;
        }
      }
      yield* (streams.get(stream) ?? []).slice(Math.max(0, fromRevision - count));
    },
    readAll: async function* (after) {
      yield* baseEvents(after);
      yield* log.events.slice(placeAfter(after));
    },
    subscribe: async function* (after, signal) {
      yield* baseEvents(after);
      yield* log.follow(placeAfter(after), signal);
    },
    comparePositions(a, b) {
      const [first, second] = [placeAfter(a), placeAfter(b)];
      return first === 0 && second === 0 ? base.comparePositions(a, b) : first - second;
    },
    close: async () => log.close(),
  };
}

const mark = 'rehearsal:';

/** The place in the rehearsal after a position; 0 for one of the log that it rests on. */
function placeAfter(position: string | undefined): number {
  if (!position?.startsWith(mark)) return 0;
  const place = Number(position.slice(mark.length));
  if (Number.isSafeInteger(place)) return place + 1;
  throw new StoreFault(`“${position}” is no position of a rehearsal`);
}

interface Stream {
  readonly log: StoredEvent[];
  readonly added: StoredEvent[];
  /** The revision of the first event added. */
  readonly from: number;
}

function append(
  { log, added, from }: Stream,
  stream: string,
  expectedRevision: number,
  events: readonly NewEvent[],
): Appended | Conflict {
  const place = expectedRevision + 1 - from;
  const written = place < 0 ? [] : added.slice(place, place + events.length);
  const last = written.at(-1);
  if (last && events.every(({ id }, i) => written[i]?.id === id)) {
    return {
      outcome: 'appended',
      revision: last.revision,
      position: last.position,
      isRepeat: true,
    };
  }
  const revision = from + added.length - 1;
  if (revision !== expectedRevision) return { outcome: 'conflict', revision };
  for (const { id, type, data, metadata } of events) {
    const at = { stream, revision: from + added.length, position: `${mark}${log.length}` };
    const stored = { ...at, id, type, data: toJson(data), metadata: toJsonObject(metadata) };
    log.push(stored);
    added.push(stored);
  }
  const { position = '' } = log.at(-1) ?? {};
  return { outcome: 'appended', revision: from + added.length - 1, position, isRepeat: false };
}
