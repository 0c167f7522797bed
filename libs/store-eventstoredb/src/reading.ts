import { StreamNotFoundError, type StreamingRead } from '@eventstore/db-client';
import type { AllStreamResolvedEvent, AllStreamSubscription } from '@eventstore/db-client';
import { StoreFault, StoreUnavailable, type Delivery, type StoredEvent } from '@rapporteur/engine';
import { storeError } from './client-errors';
import { watch } from './patience';
import { ourEvent, type Resolved } from './stored-events';

/** When a read gives up. */
export interface Limits {
  /** Milliseconds without a sign from the server. */
  readonly timeLimit: number;
  /** Aborts when the store is closed. */
  readonly closed: AbortSignal;
}

/**
 * Our events in what the client reads. However the reading ends, its call is cancelled: leaving
 * the loop alone would not, and the connection would run out of calls after a hundred.
 * @throws StoreUnavailable when the server is lost or silent; StoreFault when the store is closed
 */
export async function* eventsIn(
  read: StreamingRead<Resolved>,
  { timeLimit, closed }: Limits,
): AsyncGenerator<StoredEvent> {
  read.on('error', ignore);
  // Ended by the client's dispose() alone, a half-read stream would pass for a whole one.
  const close = () => read.destroy(new StoreFault('the store was closed while it was being read'));
  closed.addEventListener('abort', close);
  const silence = watch(timeLimit, (error) => read.destroy(error));
  try {
    for await (const resolved of read) {
      silence.pause();
      const event = ourEvent(resolved);
      if (event) yield event;
      silence.resume();
    }
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw storeError(error);
  } finally {
    silence.end();
    closed.removeEventListener('abort', close);
    read.cancel().catch(ignore);
  }
}

/** Stands in the subscription, in order, where the server said that it had caught up. */
const caughtUpMark: AllStreamResolvedEvent = {};

/**
 * Our events in a subscription, and a sign each time it has caught up, until the signal aborts or
 * the store is closed.
 * @throws StoreUnavailable when the server is lost, or never confirms the subscription
 */
export async function* deliveriesOf(
  subscription: AllStreamSubscription,
  signal: AbortSignal,
  { timeLimit, closed }: Limits,
): AsyncGenerator<Delivery> {
  subscription.on('error', ignore);
  // The client emits the sign beside its buffer, where it would overtake events.
  subscription.on('caughtUp', () => subscription.push(caughtUpMark));
  const confirmed = watch(timeLimit, (error) => subscription.destroy(error));
  subscription.on('confirmation', () => confirmed.end());
  const isOver = () => signal.aborted || closed.aborted;
  const end = () => {
    subscription.destroy();
    subscription.unsubscribe().catch(ignore);
  };
  signal.addEventListener('abort', end);
  closed.addEventListener('abort', end);
  try {
    for await (const resolved of subscription) {
      const delivery = resolved === caughtUpMark ? 'caughtUp' : ourEvent(resolved);
      if (delivery) yield delivery;
    }
    if (!isOver()) throw new StoreUnavailable('EventStoreDB ended the subscription');
  } catch (error) {
    if (!isOver()) throw storeError(error);
  } finally {
    confirmed.end();
    signal.removeEventListener('abort', end);
    closed.removeEventListener('abort', end);
    end();
  }
}

/**
 * An error that nobody listens to ends the process, and one may come after the iteration (the
 * connection breaks while the call is being cancelled). Node's iteration happens to leave a
 * listener of its own behind; this does not rely on it.
 */
const ignore = (): void => undefined;
