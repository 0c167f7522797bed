import { describe, expect, it } from '@jest/globals';
import { StoreFault, StoreUnavailable } from '@rapporteur/engine';
import { eventStoreDbStandIn } from '@rapporteur/eventstoredb-stand-in';
import { connect } from './connection';
import { eventStoreDbEventStore } from './event-store-db-event-store';

/** [connection string, what the fault says] */
const wrong: [string, RegExp][] = [
  ['', /expected esdb:\/\/ or esdb\+discover:\/\//],
  ['kurrentdb://localhost:2113', /It reads like esdb:\/\/user:password@host:2113/],
  ['http://localhost:2113', /expected esdb:\/\//],
  ['esdb://?tls=false', /expected host/],
  ['esdb://localhost:port', /expected port number/],
  ['esdb://localhost:2113?tls=maybe', /expected true or false/],
  ['esdb://localhost?tls', /key=value/],
  ['esdb://localhost:2113?tlsCAFile=no-such-file.crt', /certificate file/],
  ['esdb://admin:se:cret@localhost:2113', /%3A/],
  ['esdb://localhost?throw-on-append-failure=false', /conflicts would pass for success/],
  ['esdb://localhost?keepAliveTimeout=-1', /first ping/],
  ['esdb://localhost?keep_alive_interval=-1', /falls silent/],
  ['esdb://localhost?tlsVerifyCert=false', /tlsCAFile/],
  ['esdb+discover://a.example,b.example?tls=false', /only the first/],
  ['esdb://[::1]:2113?tls=false', /not a connection string/],
];

describe('a connection string', () => {
  it.each(wrong)('%s: is refused, saying what would be right', (connectionString, says) => {
    const open = () => eventStoreDbEventStore(connectionString);
    expect(open).toThrow(StoreFault);
    expect(open).toThrow(says);
  });

  it('is never repeated in the fault: it may hold a password', () => {
    for (const connectionString of ['esdb://admin:1:secret', 'esdb://a:se:cret@host']) {
      expect(() => connect(connectionString)).toThrow(StoreFault);
      expect(() => connect(connectionString)).not.toThrow(/cret/);
    }
  });

  it('gives the credentials with which each append goes by itself', () => {
    const credentials = (text: string) => connect(text).credentials;
    expect(credentials('esdb://ad%3Amin:p%40ss@host:2113')).toEqual({
      username: 'ad:min',
      password: 'p@ss',
    });
    expect(credentials('esdb://host:2113?TLS=false')).toBeDefined();
    expect(credentials('esdb://host:2113')).toBeUndefined();
  });
});

it('says that the server is insecure when it is asked for TLS', async () => {
  const server = await eventStoreDbStandIn();
  const store = eventStoreDbEventStore(server.connectionString.replace('tls=false', 'tls=true'), {
    attempts: 2,
    timeLimit: 2000,
  });
  const event = { id: '00000000-0000-4000-8000-000000000000', type: 'a.b', data: {}, metadata: {} };
  const appending = store.append('a-1', -1, [event]);
  await expect(appending).rejects.toThrow(StoreFault);
  await expect(appending).rejects.toThrow(/\?tls=false/);
  await store.close();
  await server.close();
});

it('finds a cluster by gossip, and finds it again', async () => {
  const server = await eventStoreDbStandIn();
  const store = eventStoreDbEventStore(server.clusterConnectionString);
  const event = { id: '00000000-0000-4000-8000-000000000000', type: 'a.b', data: {}, metadata: {} };
  expect(await store.append('a-1', -1, [event])).toMatchObject({ revision: 0 });
  server.cutNextAppend('afterCommit');
  expect(await store.append('a-1', -1, [event])).toMatchObject({ revision: 0 });
  await store.close();
  await server.close();
});

it('says that a cluster which nobody answers for is unavailable', async () => {
  const store = eventStoreDbEventStore(
    'esdb://127.0.0.1:1,127.0.0.1:2?tls=false&maxDiscoverAttempts=1&discoveryInterval=1',
    { attempts: 2, wait: async () => undefined },
  );
  const read = (async () => {
    for await (const event of store.readAll()) throw new Error(`read ${event.id}`);
  })();
  await expect(read).rejects.toThrow(StoreUnavailable);
  await store.close();
});
