import type { Empty } from '@eventstore/db-client/generated/shared_pb';
import { UUID } from '@eventstore/db-client/generated/shared_pb';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import {
  SupportedMethod,
  SupportedMethods,
} from '@eventstore/db-client/generated/serverfeatures_pb';
import type { handleUnaryCall } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import type { Troubles } from './faults';
import { statusOf } from './refusals';

/** What a 24.10 server says that it can do, as far as the stand-in can do it. */
export const supportedMethods =
  ({ features }: Troubles): handleUnaryCall<Empty, SupportedMethods> =>
  (_call, answer) => {
    const fault = features.shift();
    if (fault?.kind === 'silence') return;
    if (fault) return answer(statusOf(fault.refusal));
    const methods = [
      supported('read', ['position', 'events']),
      supported('append', []),
      supported('batchappend', ['deadline_duration']),
    ];
    answer(
      null,
      new SupportedMethods().setMethodsList(methods).setEventStoreServerVersion('24.10.0'),
    );
  };

const supported = (method: string, features: string[]): SupportedMethod =>
  new SupportedMethod()
    .setServiceName('event_store.client.streams.streams')
    .setMethodName(method)
    .setFeaturesList(features);

/** A node, as gossip tells of it. */
export interface Member {
  readonly port: number;
  readonly leads: boolean;
}

/** The cluster, as each of its nodes knows it. */
export function gossipOf(
  members: () => readonly Member[],
  { gossip }: Troubles,
): handleUnaryCall<Empty, ClusterInfo> {
  return (_call, answer) => {
    const refusal = gossip.shift();
    if (refusal) answer(statusOf(refusal));
    else answer(null, new ClusterInfo().setMembersList(members().map(told)));
  };
}

const told = ({ port, leads }: Member): MemberInfo =>
  new MemberInfo()
    .setInstanceId(new UUID().setString(randomUUID()))
    .setTimeStamp(String(Date.now() * 10_000))
    .setState(leads ? MemberInfo.VNodeState.LEADER : MemberInfo.VNodeState.FOLLOWER)
    .setIsAlive(true)
    .setHttpEndPoint(new EndPoint().setAddress('127.0.0.1').setPort(port));
