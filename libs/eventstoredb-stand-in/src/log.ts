import { inProjectedStreams, onStart, whileRunning } from './system-events';

/** An event as a client proposes it, or as the server itself would write it. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface LoggedEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: number;
  /** Commit and prepare position, which are one here. */
  readonly position: bigint;
  /** Milliseconds since 1970. */
  readonly created: number;
}

/** The revision a stream is expected at: −1 is "no stream". */
export type Expected = number | 'any' | 'streamExists';

export type Written =
  | { readonly outcome: 'written'; readonly revision: number; readonly position: bigint }
  | { readonly outcome: 'wrongExpectedVersion'; readonly current: number }
  | { readonly outcome: 'tooLarge'; readonly limit: number };

/** All events of one append together: the default of servers up to 25.0. */
const largestAppend = 1024 * 1024;
/** After so many appends the server notes something of its own, in the midst of ours. */
const appendsBetweenSystemEvents = 8;
const overheadOfRecord = 128n;

/** The log of the stand-in, with the rules by which the server decides on an append. */
export class Log {
  readonly #all: LoggedEvent[] = [];
  readonly #streams = new Map<string, LoggedEvent[]>();
  /** Weak idempotency: where an id was last seen. Unbounded here, a small cache in the server. */
  readonly #lastSeen = new Map<string, LoggedEvent>();
  readonly #listeners = new Set<() => void>();
  #appends = 0;
  #end = 0n;

  constructor() {
    for (const [stream, event] of [...onStart(), ...inProjectedStreams()]) {
      this.#write(stream, [event]);
    }
  }

  get all(): readonly LoggedEvent[] {
    return this.#all;
  }

  /** The events of a stream; none when there is no such stream. */
  stream(name: string): readonly LoggedEvent[] {
    return this.#streams.get(name) ?? [];
  }

  /** Calls back after every append until the returned function is called. */
  onAppend(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  append(stream: string, expected: Expected, events: readonly ProposedEvent[]): Written {
    if (sizeOf(events) > largestAppend) return { outcome: 'tooLarge', limit: largestAppend };
    const current = this.stream(stream).length - 1;
    const earlier = this.#alreadyCommitted(stream, expected, events);
    if (earlier) return { outcome: 'written', ...earlier };
    if (expected === 'streamExists' ? current < 0 : expected !== 'any' && expected !== current) {
      return { outcome: 'wrongExpectedVersion', current };
    }
    if (events.length === 0) return { outcome: 'written', revision: current, position: this.#end };
    const last = this.#write(stream, events);
    this.#appends += 1;
    if (this.#appends % appendsBetweenSystemEvents === 0) {
      this.#write(...whileRunning(this.#appends));
    }
    this.#tell();
    return { outcome: 'written', revision: last.revision, position: last.position };
  }

  /** Writes something of the server's own. */
  note(): void {
    this.#write(...whileRunning(this.#appends));
    this.#tell();
  }

  #tell(): void {
    [...this.#listeners].forEach((listener) => listener());
  }

  /**
   * The last of these events if they were all committed before. With a revision that the stream
   * has passed, the ids must stand exactly there; at the stream's own revision the server looks at
   * no ids and writes again; without a revision it remembers where it last saw an id.
   */
  #alreadyCommitted(
    stream: string,
    expected: Expected,
    events: readonly ProposedEvent[],
  ): LoggedEvent | undefined {
    const found =
      typeof expected === 'number'
        ? events.map((_, i) => this.stream(stream)[expected + 1 + i])
        : events.map(({ id }) => this.#lastSeen.get(id.toLowerCase()));
    const same = events.every(
      ({ id }, i) => found[i]?.stream === stream && sameId(found[i].id, id),
    );
    return same ? found.at(-1) : undefined;
  }

  #write(stream: string, events: readonly ProposedEvent[]): LoggedEvent {
    const known = this.#streams.get(stream) ?? [];
    this.#streams.set(stream, known);
    for (const event of events) {
      const logged = {
        ...event,
        stream,
        revision: known.length,
        position: this.#end,
        created: Date.now(),
      };
      known.push(logged);
      this.#all.push(logged);
      this.#lastSeen.set(event.id.toLowerCase(), logged);
      this.#end += overheadOfRecord + BigInt(sizeOf([event]));
    }
    return known.at(-1)!;
  }
}

/** Ids are compared as the server compares them: as Guids, whatever their letters' case. */
const sameId = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const sizeOf = (events: readonly ProposedEvent[]): number =>
  events.reduce(
    (sum, { data, metadata, type }) => sum + data.length + metadata.length + 2 * type.length,
    0,
  );
