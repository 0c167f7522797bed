import type { status as Status } from '@grpc/grpc-js';

/** Before the events are in the log, or after, but before the answer. */
export type When = 'beforeCommit' | 'afterCommit';

/** A status with which the server ends a call, and the trailers that say more (`exception`, …). */
export interface Refusal {
  readonly code: Status;
  readonly details: string;
  readonly trailers?: Readonly<Record<string, string>>;
}

/** Why a server that is up did not append: it is starting, or a phase of the write took too long. */
export type Failure = 'notReady' | 'timeout';

/** What goes wrong with one append. A new kind of trouble is one more member here. */
export type Fault =
  | { readonly kind: 'cut'; readonly when: When }
  | { readonly kind: 'silence'; readonly when: When }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'refusal'; readonly refusal: Refusal };

/** What goes wrong with one read or subscription. */
export type ReadFault =
  | { readonly kind: 'silence'; readonly afterEvents: number }
  | { readonly kind: 'refusal'; readonly refusal: Refusal };

/** What goes wrong with the question of a new connection what the server can do. */
export type FeaturesFault =
  { readonly kind: 'silence' } | { readonly kind: 'refusal'; readonly refusal: Refusal };

/** All that is still to go wrong, each once, in order; and how much the server's clock is ahead. */
export interface Troubles {
  readonly appends: Fault[];
  readonly reads: ReadFault[];
  readonly features: FeaturesFault[];
  readonly gossip: Refusal[];
  clockAhead: number;
}
