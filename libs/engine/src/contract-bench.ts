import { it } from '@jest/globals';
import type { JsonObject } from '@rapporteur/kernel';
import { randomUUID } from 'node:crypto';
import type { Delivery, EventStore, NewEvent, StoredEvent } from './event-store';

// What the cases of the contract share.

/** One log to test on; it may already hold other streams. */
export interface Bench {
  readonly store: EventStore;
  /** Another handle on the same log, as a second process would have it. */
  another(): Promise<EventStore>;
  /** Cuts the connection of the next append, before or after the store committed it. */
  cutNextAppend(when: 'beforeCommit' | 'afterCommit'): void;
  dispose(): Promise<void>;
}

/** What an adapter cannot do, with the reason; its cases are printed as skipped. */
export interface Cannot {
  readonly another?: string;
  readonly cutNextAppend?: string;
}

/** Registers a case, or prints it as one that this adapter cannot do. */
export function caseUnless(
  reason: string | undefined,
  title: string,
  run: () => Promise<void>,
): void {
  if (reason === undefined) it(title, run);
  else it.skip(`${title} (cannot: ${reason})`, run);
}

let streams = 0;
export const freshStream = (): string => `contract-${randomUUID()}-${(streams += 1)}`;
export const event = (data: JsonObject = {}, metadata: JsonObject = {}): NewEvent => ({
  id: randomUUID(),
  type: 'thing.happened',
  data,
  metadata,
});
export const events = (count: number): NewEvent[] =>
  Array.from({ length: count }, (_, n) => event({ n }));

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** Reads a subscription until the events satisfy the condition, then ends it. */
export async function until(
  store: EventStore,
  after: string | undefined,
  enough: (seen: readonly Delivery[]) => boolean,
): Promise<Delivery[]> {
  const seen: Delivery[] = [];
  const stop = new AbortController();
  for await (const delivery of store.subscribe(after, stop.signal)) {
    seen.push(delivery);
    if (enough(seen)) stop.abort();
  }
  return seen;
}

export const only = (stream: string, seen: readonly Delivery[]): StoredEvent[] =>
  seen.filter((item): item is StoredEvent => item !== 'caughtUp' && item.stream === stream);

export async function append(store: EventStore, stream: string, count: number): Promise<string> {
  const result = await store.append(stream, -1, events(count));
  if (result.outcome !== 'appended') throw new Error('the stream is not fresh');
  return result.position;
}
