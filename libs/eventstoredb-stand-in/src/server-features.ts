import type { Empty } from '@eventstore/db-client/generated/shared_pb';
import { UUID } from '@eventstore/db-client/generated/shared_pb';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import {
  SupportedMethod,
  SupportedMethods,
} from '@eventstore/db-client/generated/serverfeatures_pb';
import type { handleUnaryCall } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';

/** What a 24.10 server says that it can do, as far as the stand-in can do it. */
export const getSupportedMethods: handleUnaryCall<Empty, SupportedMethods> = (_call, answer) => {
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

/** A cluster of one, which leads. */
export function gossipOf(port: () => number): handleUnaryCall<Empty, ClusterInfo> {
  const instance = randomUUID();
  return (_call, answer) => {
    const leader = new MemberInfo()
      .setInstanceId(new UUID().setString(instance))
      .setTimeStamp(String(Date.now() * 10_000))
      .setState(MemberInfo.VNodeState.LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new EndPoint().setAddress('127.0.0.1').setPort(port()));
    answer(null, new ClusterInfo().setMembersList([leader]));
  };
}
