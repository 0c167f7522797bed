import { Metadata } from '@grpc/grpc-js';
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
