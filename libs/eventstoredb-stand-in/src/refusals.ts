import { Metadata, status } from '@grpc/grpc-js';
import type { Refusal } from './faults';

/** A refusal as gRPC's error, its trailers as metadata. */
export function statusOf({ code, details, trailers = {} }: Refusal): Error & {
  code: number;
  details: string;
  metadata: Metadata;
} {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

/**
 * The refusal of a node that does not lead, naming the one that does, if the caller insists on the
 * leader. For one that does not insist, a follower forwards writes and reads what it has.
 */
export function elsewhere(
  leader: { readonly port: number } | undefined,
  metadata: Metadata,
): Refusal | undefined {
  if (!leader || metadata.get('requires-leader')[0] !== 'true') return undefined;
  return {
    code: status.NOT_FOUND,
    details: 'Leader info available',
    trailers: {
      exception: 'not-leader',
      'leader-endpoint-host': '127.0.0.1',
      'leader-endpoint-port': String(leader.port),
    },
  };
}
