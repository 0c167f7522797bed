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

/** The smallest event store: in memory, for tests and for `memory:`. Gone with the process. */
export function memoryEventStore(): EventStore {
  const log = growingLog();
  const streams = new Map<string, StoredEvent[]>();

  return {
    append: async (stream, expectedRevision, events) => {
      checkSizes(events);
      const known = streams.get(stream) ?? [];
      streams.set(stream, known);
      const result = append({ log: log.events, known }, stream, expectedRevision, events);
      log.wake();
      return result;
    },
    readStream: async function* (stream, fromRevision = 0) {
      yield* (streams.get(stream) ?? []).slice(fromRevision);
    },
    readAll: async function* (after) {
      yield* log.events.slice(indexAfter(after));
    },
    subscribe: (after, signal) => log.follow(indexAfter(after), signal),
    comparePositions: (a, b) => indexAfter(a) - indexAfter(b),
    close: async () => log.close(),
  };
}

function indexAfter(position: string | undefined): number {
  if (position === undefined) return 0;
  if (/^\d{1,15}$/.test(position)) return Number(position) + 1;
  throw new StoreFault(`“${position}” is no position of a store in memory: those are numbers`);
}

function append(
  { log, known }: { readonly log: StoredEvent[]; readonly known: StoredEvent[] },
  stream: string,
  expectedRevision: number,
  events: readonly NewEvent[],
): Appended | Conflict {
  const written = known.slice(expectedRevision + 1, expectedRevision + 1 + events.length);
  const last = written.at(-1);
  if (last && events.every(({ id }, i) => written[i]?.id === id)) return appended(last, true);
  const revision = known.length - 1;
  if (revision !== expectedRevision) return { outcome: 'conflict', revision };
  for (const { id, type, data, metadata } of events) {
    const place = { stream, revision: known.length, position: String(log.length) };
    const stored = { ...place, id, type, data: toJson(data), metadata: toJsonObject(metadata) };
    log.push(stored);
    known.push(stored);
  }
  return appended(known.at(-1) ?? { revision, position: '' }, false);
}

function appended(
  { revision, position }: Pick<StoredEvent, 'revision' | 'position'>,
  isRepeat: boolean,
): Appended {
  return { outcome: 'appended', revision, position, isRepeat };
}
