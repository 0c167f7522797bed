import { START, type ReadAllOptions } from '@eventstore/db-client';
import { StoreFault, type EventStore, type StoredEvent } from '@rapporteur/engine';
import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { appended, type ReadStream } from './appending';
import type { Patience } from './patience';
import { comparePositions, logPosition } from './position';
import { eventsIn, fromLeader, type ReadsWith } from './reading';
import { sharedClient } from './shared-client';
import { clientEvents } from './stored-events';
import { deliveriesAfter } from './subscribing';

export interface EventStoreDbOptions extends Partial<Patience> {
  /**
   * How appends are sent: `classic`, the default, one call each; `batch`, several times faster, all
   * over one stream that fails them all (docs/decisions/0009). With TLS and no user in the
   * connection string it is batches in any case.
   */
  readonly appends?: 'classic' | 'batch';
  /**
   * Milliseconds from one look at the end of the log to the next, by which a subscription that the
   * server has forgotten is found: within two of them. 10,000 unless told.
   */
  readonly livenessInterval?: number;
}

/**
 * One attempt outlasts the server's own limit for a write, which is 2 s; all of them, refused at
 * once, the few seconds in which a cluster elects its leader.
 */
const defaults: Patience = {
  attempts: 8,
  timeLimit: 3000,
  random: Math.random,
  wait: async (milliseconds) => wait(milliseconds),
};

/**
 * An event store in EventStoreDB 23.10 or later, one node or a cluster. It connects when first
 * used; stores of one process with the same connection string share one client.
 * @throws StoreFault on a connection string that cannot be right
 */
export function eventStoreDbEventStore(
  connectionString: string,
  { appends = 'classic', livenessInterval = 10_000, ...options }: EventStoreDbOptions = {},
): EventStore {
  const patience: Patience = { ...defaults, ...options };
  const shared = sharedClient(connectionString);
  const credentials = appends === 'classic' ? shared.credentials : undefined;
  const closing = new AbortController();
  setMaxListeners(Number.POSITIVE_INFINITY, closing.signal); // Every open read listens.
  const reads: ReadsWith = { shared, patience, closed: closing.signal };
  const underWay = new Set<Promise<unknown>>();

  const readStream = (stream: string, from: number, on: ReadsWith): AsyncIterable<StoredEvent> => {
    const options = { fromRevision: BigInt(from), ...fromLeader };
    return eventsIn((client) => client.readStream(stream, options), on);
  };
  // An append that close() waits for may have to look what became of it.
  const unhindered: ReadsWith = { ...reads, closed: new AbortController().signal };
  const lookUp: ReadStream = (stream, from) => readStream(stream, from, unhindered);
  let closed: Promise<void> | undefined;

  return {
    append: async (stream, expectedRevision, events) => {
      refuseWhenClosed(closing.signal);
      refuseUnlessWhole(expectedRevision, -1);
      const append = { stream, expectedRevision, events: clientEvents(stream, events) };
      const appending = appended({ shared, credentials, patience, readStream: lookUp }, append);
      underWay.add(appending);
      return appending.finally(() => underWay.delete(appending));
    },
    readStream: async function* (stream, fromRevision = 0) {
      refuseWhenClosed(closing.signal);
      refuseUnlessWhole(fromRevision, 0);
      yield* readStream(stream, fromRevision, reads);
    },
    readAll: async function* (after) {
      refuseWhenClosed(closing.signal);
      // The client's readAll knows no filter, and begins with the event at the position.
      const fromPosition = after === undefined ? START : logPosition(after);
      const options: ReadAllOptions = { fromPosition, ...fromLeader };
      for await (const event of eventsIn((client) => client.readAll(options), reads)) {
        if (after === undefined || comparePositions(event.position, after) > 0) yield event;
      }
    },
    subscribe: async function* (after, signal) {
      refuseWhenClosed(closing.signal);
      if (!signal.aborted) yield* deliveriesAfter(after, signal, { ...reads, livenessInterval });
    },
    comparePositions,
    close: () => {
      closing.abort();
      closed ??= Promise.allSettled(underWay).then(() => shared.release());
      return closed;
    },
  };
}

function refuseWhenClosed(closed: AbortSignal): void {
  if (closed.aborted) throw new StoreFault('this store is closed');
}

/** A negative one would break the stream on which all appends of the process go in batches. */
function refuseUnlessWhole(revision: number, least: number): void {
  if (Number.isSafeInteger(revision) && revision >= least) return;
  throw new StoreFault(`${revision} is no revision: it is a whole number from ${least}`);
}
