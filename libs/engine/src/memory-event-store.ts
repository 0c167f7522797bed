import { toJson, toJsonObject } from '@rapporteur/kernel';
import { checkSizes } from './event-size';
import type {
  Appended,
  Conflict,
  Delivery,
  EventStore,
  NewEvent,
  Position,
  StoredEvent,
} from './event-store';

/** The smallest event store: in memory, for tests and for `memory:`. Gone with the process. */
export function memoryEventStore(): EventStore {
  const log: StoredEvent[] = [];
  const streams = new Map<string, StoredEvent[]>();
  const waiting = new Set<() => void>();
  let open = true;

  const wake = (): void => {
    const woken = [...waiting];
    waiting.clear();
    woken.forEach((resolve) => resolve());
  };

  function append(
    stream: string,
    expectedRevision: number,
    events: readonly NewEvent[],
  ): Appended | Conflict {
    const known = streams.get(stream) ?? [];
    const written = known.slice(expectedRevision + 1, expectedRevision + 1 + events.length);
    const isRetry = written.length > 0 && events.every(({ id }, i) => written[i]?.id === id);
    const last = written.at(-1);
    if (isRetry && last) return appended(last);
    if (known.length - 1 !== expectedRevision) {
      return { outcome: 'conflict', revision: known.length - 1 };
    }
    const stored = events.map((event, i) => ({
      stream,
      revision: known.length + i,
      position: String(log.length + i),
      id: event.id,
      type: event.type,
      data: toJson(event.data),
      metadata: toJsonObject(event.metadata),
    }));
    log.push(...stored);
    streams.set(stream, [...known, ...stored]);
    wake();
    return appended(stored.at(-1) ?? { revision: expectedRevision, position: '' });
  }

  async function* follow(
    after: Position | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<Delivery> {
    let next = after === undefined ? 0 : Number(after) + 1;
    signal.addEventListener('abort', wake);
    try {
      while (open && !signal.aborted) {
        for (const event of log.slice(next)) {
          if (signal.aborted) return;
          next += 1;
          yield event;
        }
        if (next < log.length) continue;
        yield 'caughtUp';
        if (next === log.length && open && !signal.aborted) {
          await new Promise<void>((resolve) => waiting.add(resolve));
        }
      }
    } finally {
      signal.removeEventListener('abort', wake);
    }
  }

  return {
    append: async (stream, expectedRevision, events) => {
      checkSizes(events);
      return append(stream, expectedRevision, events);
    },
    readStream: async function* (stream, fromRevision = 0) {
      yield* (streams.get(stream) ?? []).slice(fromRevision);
    },
    readAll: async function* (after) {
      yield* log.slice(after === undefined ? 0 : Number(after) + 1);
    },
    subscribe: follow,
    comparePositions: (a, b) => Number(a) - Number(b),
    close: async () => {
      open = false;
      wake();
    },
  };
}

function appended({ revision, position }: Pick<StoredEvent, 'revision' | 'position'>): Appended {
  return { outcome: 'appended', revision, position };
}
