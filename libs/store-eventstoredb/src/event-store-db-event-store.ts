import { START, streamNameFilter } from '@eventstore/db-client';
import { StoreFault, type EventStore, type StoredEvent } from '@rapporteur/engine';
import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { appended, type ReadStream } from './appending';
import { connect } from './connection';
import type { Patience } from './patience';
import { comparePositions, logPosition } from './position';
import { deliveriesOf, eventsIn, type Limits } from './reading';
import { clientEvents } from './stored-events';

export interface EventStoreDbOptions extends Partial<Patience> {
  /**
   * How appends are sent. `classic`, the default: one call each. A batch is several times faster,
   * but all batches of all clients of a process share one table of promises in client 6.2.1: a
   * connection that breaks fails the appends of the others, an answer that comes afterwards throws
   * where nobody can catch it. A secretariat writes a few steps a minute; one call each, which fails
   * alone, suits it better. (With TLS and no user in the connection string it is batches anyway.)
   */
  readonly appends?: 'classic' | 'batch';
}

/** One attempt outlasts the server's own limit for a write, which is 2 s. */
const defaults: Patience = {
  attempts: 6,
  timeLimit: 3000,
  random: Math.random,
  wait: async (milliseconds) => wait(milliseconds),
};

/**
 * An event store in EventStoreDB 23.10 or later, one node or a cluster, through one client of its
 * own. It connects when first used.
 * @throws StoreFault on a connection string that cannot be right
 */
export function eventStoreDbEventStore(
  connectionString: string,
  { appends = 'classic', ...options }: EventStoreDbOptions = {},
): EventStore {
  const patience: Patience = { ...defaults, ...options };
  const { client, credentials } = connect(connectionString);
  const connection = { client, credentials: appends === 'classic' ? credentials : undefined };
  const closing = new AbortController();
  setMaxListeners(Number.POSITIVE_INFINITY, closing.signal); // Every open read listens.
  const limits: Limits = { timeLimit: patience.timeLimit, closed: closing.signal };
  const underWay = new Set<Promise<unknown>>();

  const readStream = (
    stream: string,
    fromRevision: number,
    within: Limits,
  ): AsyncIterable<StoredEvent> =>
    eventsIn(client.readStream(stream, { fromRevision: BigInt(fromRevision) }), within);
  // An append that close() waits for may have to look what became of it.
  const unhindered: Limits = { ...limits, closed: new AbortController().signal };
  const lookUp: ReadStream = (stream, from) => readStream(stream, from, unhindered);
  let closed: Promise<void> | undefined;

  return {
    append: async (stream, expectedRevision, events) => {
      refuseWhenClosed(closing.signal);
      const append = { stream, expectedRevision, events: clientEvents(stream, events) };
      const appending = appended({ connection, patience, readStream: lookUp }, append);
      underWay.add(appending);
      return appending.finally(() => underWay.delete(appending));
    },
    readStream: async function* (stream, fromRevision = 0) {
      refuseWhenClosed(closing.signal);
      yield* readStream(stream, fromRevision, limits);
    },
    readAll: async function* (after) {
      refuseWhenClosed(closing.signal);
      // The client's readAll knows no filter, and begins with the event at the position.
      const fromPosition = after === undefined ? START : logPosition(after);
      for await (const event of eventsIn(client.readAll({ fromPosition }), limits)) {
        if (after === undefined || comparePositions(event.position, after) > 0) yield event;
      }
    },
    subscribe: async function* (after, signal) {
      refuseWhenClosed(closing.signal);
      if (signal.aborted) return;
      const fromPosition = after === undefined ? START : logPosition(after);
      const filter = streamNameFilter({ regex: '^[^$]' });
      yield* deliveriesOf(client.subscribeToAll({ fromPosition, filter }), signal, limits);
    },
    comparePositions,
    close: () => {
      closing.abort();
      closed ??= Promise.allSettled(underWay).then(() => client.dispose());
      return closed;
    },
  };
}

function refuseWhenClosed(closed: AbortSignal): void {
  if (closed.aborted) throw new StoreFault('this store is closed');
}
