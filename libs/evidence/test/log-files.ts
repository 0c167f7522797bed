import { toBase64, utf8 } from '../src/bytes';
import { leafHash } from '../src/hashing';
import { tileWriter } from '../src/tile-writer';
import type { Tiles } from '../src/tiles';
import { merkleTree } from '../src/tree';
import { right } from './right';

/** Files in memory; what is written twice fails the test. */
export function files(): Tiles & { readonly kept: Map<string, Uint8Array>; reads: string[] } {
  const kept = new Map<string, Uint8Array>();
  const reads: string[] = [];
  return {
    kept,
    reads,
    read: async (path) => {
      reads.push(path);
      return kept.get(path);
    },
    write: async (path, bytes) => {
      if (kept.has(path)) throw new Error(`${path} is written twice`);
      kept.set(path, bytes.slice());
    },
  };
}

export const entry = (index: number) => leafHash(utf8(`record ${index}`));
export const entries = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => entry(from + i));

/** The same log in memory, as long as a root was asked of. */
export const tree = merkleTree();
export function root(size: number): Uint8Array {
  for (const next of entries(tree.size(), Math.max(tree.size(), size))) tree.append(leafHash(next));
  return right(tree.root(size));
}

/** Extends a log to each of the sizes in turn. */
export async function logOf(tiles: Tiles, ...sizes: readonly number[]) {
  const writer = right(await tileWriter(tiles, 0));
  for (const size of sizes) {
    expect(await writer.append(entries(writer.size(), size))).toBeUndefined();
    expect(toBase64(writer.root())).toBe(toBase64(root(size)));
  }
  return writer;
}
