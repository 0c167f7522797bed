import { randomUUID } from 'node:crypto';
import type { ProposedEvent } from './log';

/** A stream of the server's own, and an event in it. */
export type SystemEvent = [stream: string, event: ProposedEvent];

/** What a fresh server has already written: whoever follows `$all` meets these first. */
export const onStart = (): SystemEvent[] => [
  json('$settings', '$PersistentConfig1', '{"version":"2","entryPoint":[]}'),
  json('$$$settings', '$metadata', '{"$acl":{"$r":"$admins","$w":"$admins"}}'),
  json('$user-admin', '$UserCreated', '{"loginName":"admin","groups":["$admins"]}'),
  json('$user-ops', '$UserCreated', '{"loginName":"ops","groups":["$ops"]}'),
  text('$users', '$User', 'admin'),
  json('$projections-$all', '$ProjectionCreated', '"$by_category"'),
  json('$projections-$by_category', '$ProjectionUpdated', '{"mode":"Continuous"}'),
  json('$scavenges', '$scavengeIndexInitialized', '{}'),
  json('$stats-127.0.0.1:2113', '$statsCollected', '{"proc-cpu":1.5}'),
  json('$persistentsubscription-$all::workers-checkpoint', 'SubscriptionCheckpoint', '"C:9/P:9"'),
  text('$ce-workingGroup', '$>', '0@workingGroup-ecommerce'),
];

/** A projection may also write its links into streams of ordinary names; they are not our events. */
export const inProjectedStreams = (): SystemEvent[] => [
  text('byCategory-workingGroup', '$>', '0@workingGroup-ecommerce'),
];

/** What the server writes between our appends. */
export const whileRunning = (appends: number): [string, ProposedEvent[]] => {
  const [stream, event] = json('$stats-127.0.0.1:2113', '$statsCollected', `{"n":${appends}}`);
  return [stream, [event]];
};

const json = (stream: string, type: string, data: string): SystemEvent =>
  systemEvent(stream, type, [data, 'application/json']);

const text = (stream: string, type: string, data: string): SystemEvent =>
  systemEvent(stream, type, [data, 'application/octet-stream']);

function systemEvent(
  stream: string,
  type: string,
  [data, contentType]: [string, string],
): SystemEvent {
  const bytes = { data: Buffer.from(data), metadata: Buffer.alloc(0) };
  return [stream, { id: randomUUID(), type, contentType, ...bytes }];
}
