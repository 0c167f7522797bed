import {
  NotLeaderError,
  StreamNotFoundError,
  type EventStoreDBClient,
  type StreamingRead,
} from '@eventstore/db-client';
import { StoreFault, StoreUnavailable, type StoredEvent } from '@rapporteur/engine';
import { thrown } from './client-errors';
import { backOff, watch, type Patience } from './patience';
import type { SharedClient } from './shared-client';
import { ourEvent, type Resolved } from './stored-events';

/** What reading needs. */
export interface ReadsWith {
  readonly shared: SharedClient;
  readonly patience: Patience;
  /** Aborts when the store is closed. */
  readonly closed: AbortSignal;
}

/** Begins a read. */
export type Open = (client: EventStoreDBClient) => StreamingRead<Resolved>;

/**
 * Only the leader surely has the last append: after a conflict, a follower that lags would show the
 * stream as it was, and the same decision would be taken again. A node that leads no longer refuses
 * and names the one that does.
 */
export const fromLeader = { requiresLeader: true };

/** Our events in what the client reads, as `resolvedIn`. */
export async function* eventsIn(open: Open, on: ReadsWith): AsyncGenerator<StoredEvent> {
  for await (const resolved of resolvedIn(open, on)) {
    const event = ourEvent(resolved);
    if (event) yield event;
  }
}

/**
 * What the client reads. A node that does not lead is asked no further: the read begins again at
 * the leader.
 * @throws StoreUnavailable when the server is lost or silent; StoreFault when the store is closed
 */
export async function* resolvedIn(open: Open, on: ReadsWith): AsyncGenerator<Resolved> {
  for (let attempt = 1; ; attempt += 1) {
    const use = on.shared.current();
    let begun = false;
    try {
      for await (const resolved of uninterrupted(open(use.client), use.gone, on)) {
        begun = true;
        yield resolved;
      }
      return;
    } catch (error) {
      if (error instanceof StreamNotFoundError) return;
      const known = thrown(on.shared, use, error);
      const isElsewhere = known.cause instanceof NotLeaderError;
      if (begun || !isElsewhere || attempt >= on.patience.attempts) throw known;
    }
    await on.patience.wait(backOff(attempt - 1, on.patience.random));
  }
}

/**
 * However the reading ends, its call is cancelled: leaving the loop alone would not, and the
 * connection would run out of calls after a hundred.
 */
async function* uninterrupted(
  read: StreamingRead<Resolved>,
  gone: AbortSignal,
  { patience, closed }: ReadsWith,
): AsyncGenerator<Resolved> {
  read.on('error', ignore);
  // Ended by the client's dispose() alone, a half-read stream would pass for a whole one.
  const close = () => read.destroy(new StoreFault('the store was closed while it was being read'));
  const lose = () => read.destroy(connectionGivenUp());
  closed.addEventListener('abort', close);
  gone.addEventListener('abort', lose);
  const silence = watch(patience.timeLimit, (error) => read.destroy(error));
  try {
    for await (const resolved of read) {
      silence.pause();
      yield resolved;
      silence.resume();
    }
  } finally {
    silence.end();
    closed.removeEventListener('abort', close);
    gone.removeEventListener('abort', lose);
    read.cancel().catch(ignore);
  }
}

const connectionGivenUp = (): StoreUnavailable =>
  new StoreUnavailable('the connection to EventStoreDB was given up, as it no longer answered');

/**
 * An error that nobody listens to ends the process, and one may come after the iteration (the
 * connection breaks while the call is being cancelled). Node's iteration happens to leave a
 * listener of its own behind; this does not rely on it.
 */
export const ignore = (): void => undefined;
