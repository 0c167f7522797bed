import type { JsonObject } from './json';
import type { PayloadClass } from './payload';
import type { Citation } from './refusal';
import type { Party } from './who';

/** A kind of step: what its payload is, whose act it is, where the text provides for it. */
export interface StepDefinition<P extends object = object> {
  readonly payload: PayloadClass<P>;
  readonly by: readonly Party[];
  readonly cite: Citation;
}

export type StepDefinitions = Readonly<Record<string, StepDefinition>>;

/** Declares a step; keeps the payload's type. */
export function step<P extends object>(
  payload: PayloadClass<P>,
  by: readonly Party[],
  cite: Citation,
): StepDefinition<P> {
  return { payload, by, cite };
}

/** The payload of one of the steps. */
export type PayloadOf<S extends StepDefinitions, T extends keyof S> =
  S[T] extends StepDefinition<infer P> ? P : never;

/** The union of a procedure's steps as machine events. */
export type StepEvents<S extends StepDefinitions> = {
  [T in keyof S & string]: {
    readonly type: T;
    readonly occurredOn: string;
    readonly data: PayloadOf<S, T>;
  };
}[keyof S & string];

/** How a decision was taken. */
export const decisionModes = [
  'consensus',
  'vote',
  'chairRuling',
  'noted',
  'administrative',
] as const;

export type DecisionTaken = {
  readonly mode: (typeof decisionModes)[number];
  readonly meeting?: string;
  readonly item?: string;
};

/** A step as the fold and the rules see it, whatever was recorded around it. */
export interface StepFact<D = JsonObject> {
  readonly revision: number;
  readonly type: string;
  readonly data: D;
  /** ISO date on which it took place. */
  readonly occurredOn: string;
  /** Revision of the step of the same day that it comes directly after; −1 for the day's first. */
  readonly follows?: number;
  readonly decision?: DecisionTaken;
  /** Whose act it is; left out where nobody has said. */
  readonly party?: Party;
}

/**
 * Whether a step carries this payload. Its type says so: what is recorded has been validated
 * against its step's class, so declared rules and causes may rely on the payload's shape.
 */
export function carries<P>(step: { readonly data: unknown }): step is { readonly data: P } {
  return typeof step.data === 'object';
}
