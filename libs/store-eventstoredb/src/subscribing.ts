import {
  START,
  streamNameFilter,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
} from '@eventstore/db-client';
import { StoreUnavailable, type Delivery, type Position } from '@rapporteur/engine';
import { thrown } from './client-errors';
import { keepAlive, type Progress } from './liveness';
import { watch } from './patience';
import { logPosition, positionText } from './position';
import { fromLeader, ignore, type ReadsWith } from './reading';
import type { ClientInUse } from './shared-client';
import { ourEvent } from './stored-events';

/** What following the log needs. */
export interface FollowsWith extends ReadsWith {
  /** Milliseconds from one look at the end of the log to the next. */
  readonly livenessInterval: number;
}

/** Stands in the subscription, in order, where the server said that it had caught up. */
const caughtUpMark: AllStreamResolvedEvent = {};

/**
 * Our events after a position, and a sign each time the subscription has caught up, until the
 * signal aborts or the store is closed.
 * @throws StoreUnavailable when the server is lost, never confirms the subscription, or has
 * forgotten it: an event is in the log, and is not delivered
 */
export async function* deliveriesAfter(
  after: Position | undefined,
  signal: AbortSignal,
  on: FollowsWith,
): AsyncGenerator<Delivery> {
  const isOver = () => signal.aborted || on.closed.aborted;
  const use = on.shared.current();
  const progress: Progress = { seen: after, steps: 0, isWaiting: true };
  const subscription = subscribed(use, progress);
  const end = guarded(subscription, signal, progress, on);
  try {
    for await (const resolved of subscription) {
      const delivery = resolved === caughtUpMark ? 'caughtUp' : ourEvent(resolved);
      progress.steps += 1;
      if (!delivery) continue;
      if (delivery !== 'caughtUp') progress.seen = delivery.position;
      progress.isWaiting = false;
      yield delivery;
      progress.isWaiting = true;
    }
    // By the server, or with a client that was thrown away.
    if (!isOver()) throw new StoreUnavailable('the subscription to EventStoreDB has ended');
  } catch (error) {
    if (!isOver()) throw thrown(on.shared, use, error);
  } finally {
    end();
  }
}

function subscribed({ client }: ClientInUse, progress: Progress): AllStreamSubscription {
  // What the filter leaves out is progress as well; the server says so now and then.
  const checkpointReached = (_: unknown, position: Parameters<typeof positionText>[0]) => {
    progress.steps += 1;
    progress.seen = positionText(position);
  };
  return client.subscribeToAll({
    fromPosition: progress.seen === undefined ? START : logPosition(progress.seen),
    filter: streamNameFilter({ regex: '^[^$]', checkpointReached }),
    ...fromLeader,
  });
}

/** Listens to all that can end a subscription; the function returned ends it, and the listening. */
function guarded(
  subscription: AllStreamSubscription,
  signal: AbortSignal,
  progress: Progress,
  on: FollowsWith,
): () => void {
  const lose = (error: Error) => subscription.destroy(error);
  const confirmed = watch(on.patience.timeLimit, lose);
  const stopLooking = keepAlive(progress, on, lose);
  // Also one whose reader has left without a word, which never comes to its `finally`.
  const end = () => {
    confirmed.end();
    stopLooking();
    subscription.destroy();
    subscription.unsubscribe().catch(ignore);
  };
  subscription.on('error', ignore);
  subscription.on('confirmation', () => confirmed.end());
  // The client emits the sign beside its buffer, where it would overtake events.
  subscription.on('caughtUp', () => subscription.push(caughtUpMark));
  signal.addEventListener('abort', end);
  on.closed.addEventListener('abort', end);
  return () => {
    signal.removeEventListener('abort', end);
    on.closed.removeEventListener('abort', end);
    end();
  };
}
