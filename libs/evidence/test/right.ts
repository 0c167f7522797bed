import { isFlaw, type Flaw } from '../src/flaw';

/** What is no flaw; a flaw fails the test with its words. */
export function right<T>(value: T | Flaw): T {
  if (isFlaw(value)) throw new Error(value.message.en);
  return value;
}
