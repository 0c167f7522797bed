import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  jsonEvent,
  NO_STREAM,
  StreamNotFoundError,
  streamNameFilter,
  WrongExpectedVersionError,
  type AppendExpectedRevision,
  type JSONEventType,
} from '@eventstore/db-client';
import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import { AppendReq } from '@eventstore/db-client/generated/streams_pb';
import { credentials } from '@grpc/grpc-js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eventStoreDbStandIn, type EventStoreDbStandIn } from './event-store-db-stand-in';

let server: EventStoreDbStandIn;
let client: EventStoreDBClient;
const classic = { username: 'any', password: 'any' };

beforeEach(async () => {
  server = await eventStoreDbStandIn();
  client = EventStoreDBClient.connectionString(server.connectionString);
});
afterEach(async () => {
  await client.dispose();
  await server.close();
});

const events = (count: number, text = '') =>
  Array.from({ length: count }, () => jsonEvent<JSONEventType>({ type: 'a.b', data: { text } }));

async function idsOf(stream: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { event } of client.readStream(stream)) ids.push(event!.id);
  return ids;
}

const ids = (sent: { id: string }[]): string[] => sent.map(({ id }) => id);

/** The server's rules for an append that comes again; each mode of the client finds the same. */
describe.each([
  ['in a batch', {}],
  ['by a call of its own', { credentials: classic }],
])('an append %s', (_, mode) => {
  const append = (expectedRevision: AppendExpectedRevision, sent: ReturnType<typeof events>) =>
    client.appendToStream('a-1', sent, { expectedRevision, ...mode });

  it('is found by its ids at the revision it was made for, whole or its beginning', async () => {
    const sent = events(2);
    const first = await append(NO_STREAM, sent);
    await append(1n, events(1));
    expect(await append(NO_STREAM, sent)).toEqual(first);
    expect(await append(NO_STREAM, sent.slice(0, 1))).toMatchObject({ nextExpectedRevision: 0n });
    expect(await idsOf('a-1')).toHaveLength(3);
  });

  it('is a conflict when one id differs, or more follow than were written', async () => {
    const [one, two, three] = events(3);
    await append(NO_STREAM, [one!, two!]);
    const wrong = { actualVersion: 1n };
    await expect(append(NO_STREAM, [one!, three!])).rejects.toMatchObject(wrong);
    await expect(append(NO_STREAM, [one!, two!, three!])).rejects.toMatchObject(wrong);
    await expect(append(5n, [one!])).rejects.toMatchObject(wrong);
    await expect(append(5n, [one!])).rejects.toThrow(WrongExpectedVersionError);
  });

  it("is written a second time with the stream's own revision: no id is looked at there", async () => {
    const sent = events(1);
    await append(NO_STREAM, sent);
    await append(0n, sent);
    expect(await idsOf('a-1')).toEqual([...ids(sent), ...ids(sent)]);
  });

  it('without a revision is found where its ids were last seen', async () => {
    const sent = events(2);
    await append('any', sent);
    await append('any', sent);
    expect(await idsOf('a-1')).toEqual(ids(sent));
  });
});

it('commits nothing of an append whose connection breaks half-way', async () => {
  const address = /\/\/(.*)\?/.exec(server.connectionString)![1]!;
  const options = new AppendReq.Options()
    .setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from('a-1')))
    .setNoStream(new Empty());
  for (let n = 0; n < 10; n += 1) {
    const streams = new StreamsClient(address, credentials.createInsecure());
    const call = streams.append(() => undefined);
    call.on('error', () => undefined);
    call.write(new AppendReq().setOptions(options));
    const message = new AppendReq.ProposedMessage().setId(new UUID().setString(randomUUID()));
    call.write(new AppendReq().setProposedMessage(message));
    await pause(20 + n);
    server.cutConnections();
    await pause(5);
    streams.close();
  }
  await expect(idsOf('a-1')).rejects.toThrow(StreamNotFoundError);
});

it('reads backwards, and follows only the streams asked for', async () => {
  const [sent, others] = [events(3), events(2)];
  await client.appendToStream('a-1', sent);
  await client.appendToStream('b-1', others);
  const last: string[] = [];
  const backwards = { direction: BACKWARDS, fromRevision: END, maxCount: 2 } as const;
  for await (const { event } of client.readStream('a-1', backwards)) last.push(event!.id);
  expect(last).toEqual(ids(sent).reverse().slice(0, 2));
  const filter = streamNameFilter({ prefixes: ['b-', 'c-'] });
  const seen: string[] = [];
  const subscription = client.subscribeToAll({ filter });
  for await (const { event } of subscription) {
    seen.push(event!.id);
    if (seen.length === others.length) break;
  }
  await subscription.unsubscribe();
  expect(seen).toEqual(ids(others));
});

describe('a follower', () => {
  let following: EventStoreDBClient;
  beforeEach(async () => {
    following = EventStoreDBClient.connectionString(await server.addFollower());
  });
  afterEach(() => following.dispose());

  it('appends for its leader, and reads what it has, for who does not mind', async () => {
    const sent = events(2);
    await following.appendToStream('a-1', sent[0]!);
    await following.appendToStream('a-1', sent[1]!, { credentials: classic });
    expect(await idsOf('a-1')).toEqual(ids(sent));
    const read: string[] = [];
    for await (const { event } of following.readStream('a-1')) read.push(event!.id);
    expect(read).toEqual(ids(sent));
  });

  it('refuses, and names the leader, when it is asked for', async () => {
    const port = Number(/:(\d+)\?/.exec(server.connectionString)![1]);
    const leader = { address: '127.0.0.1', port };
    for (const mode of [{}, { credentials: classic }]) {
      const client = EventStoreDBClient.connectionString(await server.addFollower());
      const appending = client.appendToStream('a-1', events(1), { requiresLeader: true, ...mode });
      await expect(appending).rejects.toMatchObject({ type: 'not-leader', leader });
      await client.dispose();
    }
  });
});

it('goes silent on a link, where calls then wait for ever, and on no other', async () => {
  const link = await server.addLink();
  const linked = EventStoreDBClient.connectionString(link.connectionString);
  await linked.appendToStream('a-1', events(1), { credentials: classic });
  link.fallSilent();
  const waiting = linked.appendToStream('a-1', events(1), { credentials: classic, deadline: 100 });
  await expect(waiting).rejects.toMatchObject({ type: 'deadline-exceeded' });
  await client.appendToStream('a-1', events(1), { credentials: classic });
  expect(await idsOf('a-1')).toHaveLength(2);
  await linked.dispose();
});
