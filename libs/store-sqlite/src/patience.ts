import { setTimeout } from 'node:timers/promises';
import { isBusy, storeError } from './failures';

/** How long SQLite itself may block this process for a lock, in milliseconds. */
export const busyTimeout = 10;

const longestPause = 100;

/**
 * Tries until no other process is in the way, leaving the event loop free between tries.
 * @param patience milliseconds to wait in all
 * @throws StoreUnavailable when it ran out; StoreFault or StoreUnavailable on any other failure
 */
export async function patiently<T>(attempt: () => T, patience: number): Promise<T> {
  let waited = 0;
  for (let pause = 1; ; pause = Math.min(2 * pause, longestPause)) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || waited >= patience) throw storeError(error);
    }
    await setTimeout(pause);
    waited += pause + busyTimeout;
  }
}
