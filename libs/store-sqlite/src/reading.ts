import type { Delivery, StoredEvent } from '@rapporteur/engine';
import { setImmediate } from 'node:timers/promises';
import { pageSize, placeOf } from './event-log';
import type { LogWatch } from './log-watch';

/** A page of events after one, or the first page. */
type NextPage = (last: StoredEvent | undefined) => Promise<readonly StoredEvent[]>;

/** Reads to the end. Nothing is held between pages, and others have the event loop. */
export async function* pages(next: NextPage): AsyncGenerator<StoredEvent> {
  let last: StoredEvent | undefined;
  for (;;) {
    const page = await next(last);
    yield* page;
    if (page.length < pageSize) return;
    last = page.at(-1);
    await setImmediate();
  }
}

/** What a subscription follows. */
interface Followed {
  pageAfter(position: number): Promise<readonly StoredEvent[]>;
  isOpen(): boolean;
  readonly watch: LogWatch;
}

/** Reads on and on, until the signal aborts or the store closes. */
export async function* follow(
  { pageAfter, isOpen, watch }: Followed,
  after: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<Delivery> {
  const goesOn = () => isOpen() && !signal.aborted;
  let last = placeOf(after);
  let hasNews = true;
  while (goesOn()) {
    const page = await pageAfter(last);
    for (const event of page) {
      if (!goesOn()) return;
      last = placeOf(event.position);
      hasNews = true;
      yield event;
    }
    if (page.length === pageSize) {
      await setImmediate();
      continue;
    }
    if (hasNews && goesOn()) yield 'caughtUp';
    hasNews = false;
    if (goesOn()) await watch.grownPast(last, signal);
  }
}
