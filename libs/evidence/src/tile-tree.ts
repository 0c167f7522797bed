import { isFlaw, type Flaw } from './flaw';
import { emptyRoot } from './hashing';
import { flawOfIndex, flawOfSize, flawOfSizes } from './sizes';
import {
  consistencySpans,
  hashOfRow,
  hashOfSpan,
  inclusionSpans,
  subtreesOf,
  type Span,
  type Subtree,
} from './subtrees';
import { tileHeight, tilePath, tileWidth, widthIn, type Tile } from './tile-path';
import { readTile, type ReadTiles } from './tiles';

/**
 * The tree that tiles hold, at a size for which they are complete and at every smaller one. Roots and
 * proofs are made from the few tiles on their way, about log256(size), each read once for an answer.
 * They are only as right as the tiles; whoever gets them checks them against a signed checkpoint.
 */
export interface TileTree {
  readonly root: (size?: number) => Promise<Uint8Array | Flaw>;
  readonly inclusionProof: (index: number, size?: number) => Promise<readonly Uint8Array[] | Flaw>;
  readonly consistencyProof: (
    size1: number,
    size2?: number,
  ) => Promise<readonly Uint8Array[] | Flaw>;
}

export function tileTree(tiles: ReadTiles, size: number): TileTree {
  const hashesOf = (spans: readonly Span[]) => hashesFrom(tiles, size, spans);
  return {
    root: async (asked = size) => {
      const wrong = flawOfSize(asked, size);
      if (wrong) return wrong;
      if (asked === 0) return emptyRoot();
      const hashes = await hashesOf([{ begin: 0, end: asked }]);
      return isFlaw(hashes) ? hashes : hashOfSpan(hashes);
    },
    inclusionProof: async (index, asked = size) =>
      flawOfSize(asked, size) ??
      flawOfIndex(index, asked) ??
      hashesOf(inclusionSpans(index, asked)),
    consistencyProof: async (size1, size2 = size) =>
      flawOfSize(size2, size) ??
      flawOfSizes(size1, size2) ??
      hashesOf(consistencySpans(size1, size2)),
  };
}

/** The hash of each span, in a tree of that size. */
async function hashesFrom(
  tiles: ReadTiles,
  size: number,
  spans: readonly Span[],
): Promise<readonly Uint8Array[] | Flaw> {
  const read = new Map<string, ReturnType<typeof readTile>>();
  const once = (tile: Tile) => {
    const path = tilePath(tile);
    const reading = read.get(path) ?? readTile(tiles, tile);
    read.set(path, reading);
    return reading;
  };
  const found: Uint8Array[] = [];
  for (const span of spans) {
    const hashes: Uint8Array[] = [];
    for (const subtree of subtreesOf(span)) {
      const { tile, from, count } = tileOf(subtree, size);
      const inTile = await once(tile);
      if (isFlaw(inTile)) return inTile;
      hashes.push(hashOfRow(inTile.slice(from, from + count)));
    }
    found.push(hashOfSpan(hashes));
  }
  return found;
}

/** The tile that a subtree's hash is made from, and which hashes of it. */
function tileOf(
  subtree: Subtree,
  size: number,
): { readonly tile: Tile; readonly from: number; readonly count: number } {
  const level = Math.floor(subtree.level / tileHeight);
  const count = 2 ** (subtree.level % tileHeight);
  const first = subtree.index * count;
  const index = Math.floor(first / tileWidth);
  return {
    tile: { level, index, width: widthIn(size, level, index) },
    from: first % tileWidth,
    count,
  };
}
