import {
  NO_STREAM,
  WrongExpectedVersionError,
  type AppendToStreamOptions,
  type Credentials,
  type EventData,
} from '@eventstore/db-client';
import {
  StoreUnavailable,
  type Appended,
  type Conflict,
  type StoredEvent,
} from '@rapporteur/engine';
import { thrown } from './client-errors';
import { backOff, within, type Patience } from './patience';
import { positionText } from './position';
import { fromLeader } from './reading';
import type { SharedClient } from './shared-client';

/** The events of a stream from a revision on. */
export type ReadStream = (stream: string, fromRevision: number) => AsyncIterable<StoredEvent>;

/** One append: where to, after which revision, and what. */
export interface Append {
  readonly stream: string;
  readonly expectedRevision: number;
  readonly events: EventData[];
}

/**
 * Appends, again and again while the outcome is unknown: with the same ids and the same expected
 * revision the server finds what it already has. With any newer revision it would write twice.
 * @throws StoreUnavailable when it is still unknown after the last attempt; StoreFault
 */
export async function appended(on: AppendsWith, append: Append): Promise<Appended | Conflict> {
  const { patience, readStream } = on;
  let lost: StoreUnavailable | undefined;
  for (let attempt = 0; attempt < patience.attempts; attempt += 1) {
    if (attempt > 0) await patience.wait(backOff(attempt - 1, patience.random));
    const answer = await attempted(on, append);
    if (answer instanceof StoreUnavailable) lost = answer;
    else if (answer.outcome === 'written') {
      return answer.at ?? (await found(readStream, append)) ?? missing(append);
    } else if (lost) return (await found(readStream, append)) ?? answer;
    else return answer;
  }
  throw new StoreUnavailable(
    `whether ${append.stream} was appended to is unknown after ${patience.attempts} attempts`,
    { cause: lost },
  );
}

/** What appending needs. */
export interface AppendsWith {
  readonly shared: SharedClient;
  /** With them each append goes as a call of its own, without them in batches. */
  readonly credentials: Credentials | undefined;
  readonly patience: Patience;
  readonly readStream: ReadStream;
}

/** Written; `at` is missing when the server did not say where. */
interface Written {
  readonly outcome: 'written';
  readonly at: Appended | undefined;
}

/**
 * Milliseconds after which the client itself ends a call; an attempt is given up long before, but
 * left to run. The events of a call are sent one by one, and Node's HTTP/2 ends a call before it
 * resets it: cancelled in their midst, the server could take those that had gone for all there are.
 */
const longestCall = 30_000;

/**
 * In a batch the deadline is a time of day, which the server compares with its own clock: with the
 * client's usual ten seconds, every append would be late on a machine whose clock is behind by more.
 * The server has a limit of its own, and we have ours.
 */
const anyClock = 24 * 60 * 60 * 1000;

async function attempted(
  { shared, credentials, patience: { timeLimit } }: AppendsWith,
  { stream, expectedRevision, events }: Append,
): Promise<Written | Conflict | StoreUnavailable> {
  const options: AppendToStreamOptions = {
    expectedRevision: expectedRevision < 0 ? NO_STREAM : BigInt(expectedRevision),
    ...(credentials ? { credentials, deadline: longestCall } : { deadline: anyClock }),
    ...fromLeader,
  };
  const use = shared.current();
  try {
    const result = await within(timeLimit, use.client.appendToStream(stream, events, options));
    const revision = Number(result.nextExpectedRevision);
    const { position } = result;
    const at = position && {
      outcome: 'appended' as const,
      revision,
      position: positionText(position),
    };
    return { outcome: 'written', at };
  } catch (error) {
    if (error instanceof WrongExpectedVersionError) {
      const { actualVersion } = error;
      return {
        outcome: 'conflict',
        revision: typeof actualVersion === 'bigint' ? Number(actualVersion) : -1,
      };
    }
    const known = thrown(shared, use, error);
    if (known instanceof StoreUnavailable) return known;
    throw known;
  }
}

/** Our own events, if they stand right after the expected revision: an earlier attempt did it. */
async function found(
  readStream: ReadStream,
  { stream, expectedRevision, events }: Append,
): Promise<Appended | undefined> {
  let next = 0;
  for await (const { id, revision, position } of readStream(stream, expectedRevision + 1)) {
    if (events[next]?.id !== id) return undefined;
    next += 1;
    if (next === events.length) return { outcome: 'appended', revision, position };
  }
  return undefined;
}

function missing({ stream }: Append): never {
  throw new StoreUnavailable(`EventStoreDB appended to ${stream}, but does not show it yet`);
}
