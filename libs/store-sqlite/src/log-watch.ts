/** How often the file is asked for what other processes appended, in milliseconds. */
const pollEvery = 100;

export interface LogWatch {
  /** Resolves when the log may have grown past a position, the signal aborts or the watch ends. */
  grownPast(position: number, signal: AbortSignal): Promise<void>;
  /** Wakes all at once: this process appended, or the store closes. */
  wake(): void;
}

/**
 * Tells subscriptions that the log has grown: of this process's appends at once, of other
 * processes' by polling, only while a subscription waits (which keeps the process alive so long).
 */
export function logWatch(end: () => number): LogWatch {
  const waiting = new Map<() => void, number>();
  let timer: NodeJS.Timeout | undefined;

  function wakePast(reached: number): void {
    for (const [resolve, position] of waiting) if (position < reached) resolve();
  }

  function poll(): void {
    try {
      wakePast(end());
    } catch {
      // Whoever waits reads for itself, and fails or waits as a read does.
      wakePast(Infinity);
    }
  }

  return {
    grownPast: (position, signal) =>
      new Promise((resolve) => {
        const done = () => {
          waiting.delete(done);
          signal.removeEventListener('abort', done);
          if (waiting.size === 0) clearInterval(timer);
          resolve();
        };
        if (waiting.size === 0) timer = setInterval(poll, pollEvery);
        waiting.set(done, position);
        signal.addEventListener('abort', done);
        if (signal.aborted) done();
        else poll();
      }),
    wake: () => wakePast(Infinity),
  };
}
