import type { Delivery, StoredEvent } from './event-store';

/** A log in memory, and whoever follows it. */
export interface GrowingLog {
  readonly events: StoredEvent[];
  /** Tells the followers that there are more events. */
  wake(): void;
  /** The events from a place on, then on and on as there are more; ends when the signal aborts. */
  follow(from: number, signal: AbortSignal): AsyncGenerator<Delivery>;
  /** Ends whoever follows. */
  close(): void;
}

export function growingLog(): GrowingLog {
  const events: StoredEvent[] = [];
  const closed = new AbortController();
  const wakers = new Set<() => void>();
  const wake = () => [...wakers].forEach((waker) => waker());
  closed.signal.addEventListener('abort', wake);
  const news = (): Promise<void> =>
    new Promise((resolve) => {
      const waker = () => resolve(void wakers.delete(waker));
      wakers.add(waker);
    });

  async function* deliveries(from: number, ended: AbortSignal): AsyncGenerator<Delivery> {
    let next = from;
    while (!ended.aborted) {
      const event = events[next];
      if (event) {
        next += 1;
        yield event;
      } else {
        const wakened = news();
        yield 'caughtUp';
        if (next >= events.length && !ended.aborted) await wakened;
      }
    }
  }

  return {
    events,
    wake,
    follow(from, signal) {
      const ended = AbortSignal.any([signal, closed.signal]);
      ended.addEventListener('abort', wake);
      return deliveries(from, ended);
    },
    close: () => closed.abort(),
  };
}
