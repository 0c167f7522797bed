import type { Failure, Refusal, Troubles, When } from './faults';
import { Log } from './log';
import { startNode, type Cluster, type Node } from './node';
import { silentLink, type SilentLink } from './silent-link';
import { openSubscriptions } from './subscriptions';

/**
 * Something that speaks EventStoreDB's wire protocol, in this process, for tests.
 *
 * It is not EventStoreDB: nothing is durable, its followers have everything at once, and what the
 * README of this library lists is missing. What passes here still has to pass against a real server.
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
  /** Ends the next append with this status; in a batch, that ends all appends under way. */
  refuseNextAppend(refusal: Refusal): void;
  /** Does not append the next time, and says so as the server does in either mode. */
  failNextAppend(failure: Failure): void;
  /** Falls silent in the next read or subscription, after some events or at once. */
  silenceNextRead(afterEvents?: number): void;
  /** Ends the next read or subscription with this status. */
  refuseNextRead(refusal: Refusal): void;
  /** Never says what the server can do to the next client that asks (before its first batch). */
  silenceNextFeatures(): void;
  /** Ends the next such question with this status. */
  refuseNextFeatures(refusal: Refusal): void;
  /** Ends the next question for the members of the cluster with this status. */
  refuseNextGossip(refusal: Refusal): void;
  /** Sets the server's clock ahead of the client's. */
  setClockAhead(milliseconds: number): void;
  /** Forgets the open subscriptions: they get nothing any more, and nobody tells them. */
  forgetSubscriptions(): void;
  /** Writes an event of the server's own. */
  appendSystemEvent(): void;
  /** Cuts every connection now. */
  cutConnections(): void;
  connectionCount(): number;
  /** How many reads, subscriptions and streams of batches have begun so far, on all nodes. */
  callCount(): number;
  /** How many of them are open. */
  openCallCount(): number;
  subscriptionCount(): number;
  /** How many milliseconds each call of Append so far was given by its client. */
  deadlines(): readonly number[];
  /** Adds a node that follows; answers with the connection string for it alone. */
  addFollower(): Promise<string>;
  /** Adds a way to the node on which it can fall silent. */
  addLink(): Promise<SilentLink & { readonly connectionString: string }>;
  close(): Promise<void>;
}

/** Starts a stand-in for EventStoreDB on a free port of the loopback. For tests only. */
export async function eventStoreDbStandIn(): Promise<EventStoreDbStandIn> {
  const troubles: Troubles = { appends: [], reads: [], features: [], gossip: [], clockAhead: 0 };
  const nodes: Node[] = [];
  const links: SilentLink[] = [];
  const cluster: Cluster = {
    log: new Log(),
    troubles,
    subscriptions: openSubscriptions(),
    deadlines: [],
    members: () => nodes,
  };
  const leader = await startNode(cluster, undefined);
  nodes.push(leader);
  const sum = (count: (node: Node) => number) => nodes.reduce((all, node) => all + count(node), 0);
  return {
    connectionString: forOne(leader),
    clusterConnectionString: `esdb://${host(leader)},${host(leader)}?tls=false`,
    cutNextAppend: (when) => troubles.appends.push({ kind: 'cut', when }),
    silenceNextAppend: (when) => troubles.appends.push({ kind: 'silence', when }),
    delayNextAppend: (milliseconds) => troubles.appends.push({ kind: 'delay', milliseconds }),
    refuseNextAppend: (refusal) => troubles.appends.push({ kind: 'refusal', refusal }),
    failNextAppend: (failure) => troubles.appends.push({ kind: 'failure', failure }),
    silenceNextRead: (afterEvents = 0) => troubles.reads.push({ kind: 'silence', afterEvents }),
    refuseNextRead: (refusal) => troubles.reads.push({ kind: 'refusal', refusal }),
    silenceNextFeatures: () => troubles.features.push({ kind: 'silence' }),
    refuseNextFeatures: (refusal) => troubles.features.push({ kind: 'refusal', refusal }),
    refuseNextGossip: (refusal) => troubles.gossip.push(refusal),
    setClockAhead: (milliseconds) => {
      troubles.clockAhead = milliseconds;
    },
    forgetSubscriptions: cluster.subscriptions.forget,
    appendSystemEvent: () => cluster.log.note(),
    cutConnections: () => nodes.forEach(({ connections }) => connections.cut()),
    connectionCount: () => sum(({ connections }) => connections.count()),
    callCount: () => sum((node) => node.calls()),
    openCallCount: () => sum((node) => node.openCalls()),
    subscriptionCount: cluster.subscriptions.begun,
    deadlines: () => cluster.deadlines,
    addFollower: async () => {
      const follower = await startNode(cluster, leader);
      nodes.push(follower);
      return forOne(follower);
    },
    addLink: async () => {
      const link = await silentLink(leader.port);
      links.push(link);
      return { ...link, connectionString: forOne(link) };
    },
    close: async () => {
      await Promise.all(links.map((link) => link.close()));
      await Promise.all(nodes.map((node) => node.close()));
    },
  };
}

const host = ({ port }: { readonly port: number }): string => `127.0.0.1:${port}`;
const forOne = (end: { readonly port: number }): string => `esdb://${host(end)}?tls=false`;
