import type { Credentials, EventStoreDBClient } from '@eventstore/db-client';
import { setMaxListeners } from 'node:events';
import { connect } from './connection';
import { within } from './patience';

/** A client, and a signal that aborts when it is thrown away: what still runs on it is lost. */
export interface ClientInUse {
  readonly client: EventStoreDBClient;
  readonly gone: AbortSignal;
}

/** The one client that this process has for a connection string, for as long as it is of use. */
export interface SharedClient {
  readonly credentials: Credentials | undefined;
  current(): ClientInUse;
  /**
   * Throws a client away that has stopped answering, or that goes on failing; the next call gets a
   * new one, on a new connection. Does nothing when somebody has done so before.
   */
  renew(failed: ClientInUse): void;
  /** Closes the connection when nobody else in this process has use for it. */
  release(): Promise<void>;
}

interface Made extends ClientInUse {
  discard(): Promise<void>;
}

interface Entry {
  readonly credentials: Credentials | undefined;
  users: number;
  made: Made;
  readonly discarding: Set<Promise<void>>;
}

/**
 * By connection string. In client 6.2.1 all clients of a process share one table of the appends
 * sent in batches: two clients could fail each other's, or end the process.
 */
const entries = new Map<string, Entry>();

/**
 * The client of this process for a connection string; to be released by each who asked for it.
 * @throws StoreFault on a connection string that cannot be right
 */
export function sharedClient(connectionString: string): SharedClient {
  const entry = entries.get(connectionString) ?? newEntry(connectionString);
  entries.set(connectionString, entry);
  entry.users += 1;
  return {
    credentials: entry.credentials,
    current: () => entry.made,
    renew: (failed) => {
      if (failed !== entry.made) return;
      const made = inUse(connect(connectionString).client);
      // The old calls are cancelled before the new client can send: see the table above.
      discard(entry);
      entry.made = made;
    },
    release: async () => {
      entry.users -= 1;
      if (entry.users > 0) return;
      if (entries.get(connectionString) === entry) entries.delete(connectionString);
      discard(entry);
      await Promise.all(entry.discarding);
    },
  };
}

function newEntry(connectionString: string): Entry {
  const { credentials, client } = connect(connectionString);
  return { credentials, users: 0, made: inUse(client), discarding: new Set() };
}

function discard({ made, discarding }: Entry): void {
  const discarded = made.discard().finally(() => discarding.delete(discarded));
  discarding.add(discarded);
}

/** Milliseconds after which the connection is closed though a call has not noticed its end. */
const longestDisposal = 2000;

function inUse(client: EventStoreDBClient): Made {
  const closeChannel = channelCloserOf(client);
  const gone = new AbortController();
  setMaxListeners(Number.POSITIVE_INFINITY, gone.signal); // Every open read listens.
  return {
    client,
    gone: gone.signal,
    discard: async () => {
      gone.abort();
      await within(longestDisposal, client.dispose()).catch(() => undefined);
      // Lets the appends end that were sent one call each, then closes the connection.
      closeChannel();
    },
  };
}

/**
 * The client closes its connection for nobody, not even in dispose(): one that is thrown away would
 * keep it open until the server ends. Its channel is caught where it makes it. The version of the
 * client is pinned, and a test counts the connections that stay.
 */
function channelCloserOf(client: EventStoreDBClient): () => void {
  let isOver = false;
  let channel: unknown;
  const make: unknown = Reflect.get(client, 'createChannel');
  if (typeof make !== 'function') throw new Error('this is not client 6.2.1 of EventStoreDB');
  Reflect.set(client, 'createChannel', async () => {
    channel = await Reflect.apply(make, client, []);
    if (isOver) closeIt(channel);
    return channel;
  });
  return () => {
    isOver = true;
    closeIt(channel);
  };
}

function closeIt(channel: unknown): void {
  if (typeof channel !== 'object' || channel === null || !('close' in channel)) return;
  if (typeof channel.close === 'function') Reflect.apply(channel.close, channel, []);
}
