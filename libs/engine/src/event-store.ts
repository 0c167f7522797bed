import type { Json, JsonObject } from '@rapporteur/kernel';

/** The store's opaque name for a place in its log. Only the store that gave it can compare it. */
export type Position = string;

/** An event to append. Its id is unique in its stream, and the same on every retry. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Json;
  readonly metadata: JsonObject;
}

/** An event as stored. What is read is exactly what was appended. */
export interface StoredEvent extends NewEvent {
  readonly stream: string;
  /** Place in its stream, from 0, without gaps. */
  readonly revision: number;
  /** Place in the whole log. */
  readonly position: Position;
}

/** The events are durable; `revision` and `position` are those of the last of them. */
export interface Appended {
  readonly outcome: 'appended';
  readonly revision: number;
  readonly position: Position;
  /**
   * Whether the events were found, written by an earlier request, rather than written now; absent
   * when the store cannot tell. What was found has the same ids, but may say something else.
   */
  readonly isRepeat?: boolean;
}

/** The stream is not where the writer believed; nothing was appended. */
export interface Conflict {
  readonly outcome: 'conflict';
  /** The stream's last revision, −1 when it has none. */
  readonly revision: number;
}

/** What a subscription delivers: events, and a sign each time it has caught up with the log. */
export type Delivery = StoredEvent | 'caughtUp';

/**
 * An append-only store of streams in one totally ordered log. There is no update and no delete.
 *
 * Every adapter passes `eventStoreContract`. Reads and subscriptions deliver our streams only, never
 * a store's own bookkeeping; ending an iteration early frees what it holds.
 */
export interface EventStore {
  /**
   * Appends all the events or none, durably, if the stream's last revision is the expected one
   * (−1: there is no such stream).
   *
   * Idempotent: the same events (by id, in order) with the same expected revision are found and
   * answered as appended, also when the stream has moved on since.
   * @throws EventTooLarge when one event exceeds 64 KiB; StoreUnavailable when the outcome is unknown
   */
  append(
    stream: string,
    expectedRevision: number,
    events: readonly NewEvent[],
  ): Promise<Appended | Conflict>;

  /** The events of a stream from a revision on, in order; none when there is no such stream. */
  readStream(stream: string, fromRevision?: number): AsyncIterable<StoredEvent>;

  /** The events of all streams after a position (from the beginning without one), in log order. */
  readAll(after?: Position): AsyncIterable<StoredEvent>;

  /**
   * As `readAll`, then on and on as events are appended, by any process, without gap or repeat.
   * Ends when the signal aborts; throws StoreUnavailable when the store is lost: subscribe again
   * after the last position seen.
   */
  subscribe(after: Position | undefined, signal: AbortSignal): AsyncIterable<Delivery>;

  /**
   * Negative, zero or positive as the first position is before, at or after the second.
   * @throws StoreFault on what cannot be a position of this store
   */
  comparePositions(a: Position, b: Position): number;

  /** Waits for appends under way, ends subscriptions, frees the store. */
  close(): Promise<void>;
}

/** An event is under 64 KiB (type, data and metadata in canonical JSON); documents are digests. */
export const largestEvent = 65_535;

/** An event too large for the log; nothing of its append was stored. */
export class EventTooLarge extends Error {
  constructor(
    readonly type: string,
    readonly bytes: number,
  ) {
    super(`${type} is ${bytes} bytes; an event is at most ${largestEvent}`);
  }
}

/** The store could not be reached or did not answer: whether it appended is unknown. Retry. */
export class StoreUnavailable extends Error {}

/** A connection string, a file or an answer that this store cannot work with. Do not retry. */
export class StoreFault extends Error {}
