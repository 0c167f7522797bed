import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { append, batchAppend } from './appends';
import { ownedConnections, type Connections } from './connections';
import type { Fault, ReadFault, Refusal, When } from './faults';
import { Log } from './log';
import { read } from './reads';
import { getSupportedMethods, gossipOf } from './server-features';

/**
 * Something that speaks EventStoreDB's wire protocol, in this process, for tests.
 *
 * It is not EventStoreDB: nothing is durable, there is one node, and what the README of this
 * library lists is missing. What passes here still has to pass against a real server.
 */
export interface EventStoreDbStandIn {
  /** For one node; see `clusterConnectionString` to be found by gossip. */
  readonly connectionString: string;
  readonly clusterConnectionString: string;
  /** Cuts the connection of the next append, before it is in the log or before the answer. */
  cutNextAppend(when: When): void;
  /** Never answers the next append. */
  silenceNextAppend(when: When): void;
  /** Appends at once the next time, and answers late. */
  delayNextAppend(milliseconds: number): void;
  /** Ends the next append with this status. */
  refuseNextAppend(refusal: Refusal): void;
  /** Falls silent in the next read or subscription, after some events or at once. */
  silenceNextRead(afterEvents?: number): void;
  /** Ends the next read or subscription with this status. */
  refuseNextRead(refusal: Refusal): void;
  /** Cuts every connection now. */
  cutConnections(): void;
  connectionCount(): number;
  /** How many milliseconds each call of Append so far was given by its client. */
  deadlines(): readonly number[];
  close(): Promise<void>;
}

/** The default of the server's HTTP/2: who leaks reads runs out of streams, as there. */
const streamsPerConnection = 100;

/** Starts a stand-in for EventStoreDB on a free port of the loopback. For tests only. */
export async function eventStoreDbStandIn(): Promise<EventStoreDbStandIn> {
  const log = new Log();
  const faults: Fault[] = [];
  const deadlines: number[] = [];
  const readFaults: ReadFault[] = [];
  const server = new Server({ 'grpc.max_concurrent_streams': streamsPerConnection });
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  const sockets: Connections = await ownedConnections((socket) =>
    injector.injectConnection(socket),
  );
  const connections = () => sockets;
  server.addService(ServerFeaturesService, { getSupportedMethods });
  server.addService(GossipService, { read: gossipOf(() => sockets.port) });
  server.addService(StreamsService, {
    append: append({ log, faults, connections }, deadlines),
    batchAppend: batchAppend({ log, faults, connections }),
    read: read({ log, faults: readFaults }),
  });
  const host = `127.0.0.1:${sockets.port}`;
  return {
    connectionString: `esdb://${host}?tls=false`,
    clusterConnectionString: `esdb://${host},${host}?tls=false`,
    cutNextAppend: (when) => faults.push({ kind: 'cut', when }),
    silenceNextAppend: (when) => faults.push({ kind: 'silence', when }),
    delayNextAppend: (milliseconds) => faults.push({ kind: 'delay', milliseconds }),
    refuseNextAppend: (refusal) => faults.push({ kind: 'refusal', refusal }),
    silenceNextRead: (afterEvents = 0) => readFaults.push({ kind: 'silence', afterEvents }),
    refuseNextRead: (refusal) => readFaults.push({ kind: 'refusal', refusal }),
    cutConnections: () => sockets.cut(),
    connectionCount: () => sockets.count(),
    deadlines: () => deadlines,
    close: async () => {
      await sockets.close();
      server.forceShutdown();
    },
  };
}
