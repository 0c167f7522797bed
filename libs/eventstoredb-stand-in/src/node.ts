import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { EventEmitter } from 'node:events';
import { append, batchAppend } from './appends';
import { ownedConnections, type Connections } from './connections';
import type { Troubles } from './faults';
import type { Log } from './log';
import { read } from './reads';
import { gossipOf, supportedMethods, type Member } from './server-features';
import type { Subscriptions } from './subscriptions';

/** What all nodes of a cluster share; here a follower has at once what its leader has. */
export interface Cluster {
  readonly log: Log;
  readonly troubles: Troubles;
  readonly subscriptions: Subscriptions;
  readonly deadlines: number[];
  readonly members: () => readonly Member[];
}

/** One node: a port of the loopback and what listens there. */
export interface Node extends Member {
  readonly connections: Connections;
  /** How many calls have begun so far. */
  calls(): number;
  /** How many of them are open. */
  openCalls(): number;
  close(): Promise<void>;
}

/** The default of the server's HTTP/2: who leaks reads runs out of streams, as there. */
const streamsPerConnection = 100;

export async function startNode(cluster: Cluster, leader: Member | undefined): Promise<Node> {
  const server = new Server({ 'grpc.max_concurrent_streams': streamsPerConnection });
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  const connections = await ownedConnections((socket) => injector.injectConnection(socket));
  let calls = 0;
  const open = new Set<EventEmitter>();
  const counted =
    <C extends EventEmitter, R extends unknown[]>(handle: (call: C, ...rest: R) => void) =>
    (call: C, ...rest: R): void => {
      calls += 1;
      open.add(call);
      for (const end of ['cancelled', 'finish', 'close', 'error']) {
        call.once(end, () => open.delete(call));
      }
      handle(call, ...rest);
    };
  const part = { ...cluster, leader, connections: () => connections };
  server.addService(ServerFeaturesService, {
    getSupportedMethods: supportedMethods(cluster.troubles),
  });
  server.addService(GossipService, { read: gossipOf(cluster.members, cluster.troubles) });
  server.addService(StreamsService, {
    append: append(part, cluster.deadlines),
    batchAppend: counted(batchAppend(part)),
    read: counted(read(part)),
  });
  return {
    port: connections.port,
    leads: leader === undefined,
    connections,
    calls: () => calls,
    openCalls: () => open.size,
    close: async () => {
      await connections.close();
      server.forceShutdown();
    },
  };
}
