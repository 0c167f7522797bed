import type { JsonObject } from './json';

/** Somebody asked for a payload that has not been said yet. */
export class Unsaid extends Error {}

/**
 * A payload not yet known, for asking what would be possible: whoever looks into it learns that the
 * answer depends on what will be said.
 * @param asked told when somebody looks
 */
export function unsaid(asked: () => void = () => {}): JsonObject {
  const look = (): never => {
    asked();
    throw new Unsaid('the payload is not known yet');
  };
  return new Proxy({}, { get: look, has: look, ownKeys: look, getOwnPropertyDescriptor: look });
}
