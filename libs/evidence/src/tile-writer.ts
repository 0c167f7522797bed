import { concat, sameBytes } from './bytes';
import { formatEntry, longestEntry } from './entry-bundle';
import { flaw, isFlaw, type Flaw } from './flaw';
import { emptyRoot, leafHash } from './hashing';
import { flawOfSize } from './sizes';
import { hashOfRow, hashOfSpan, subtreesOf } from './subtrees';
import { entryBundlePath, tilePath, tileWidth, widthIn } from './tile-path';
import { readEntryBundle, readTile, type Tiles } from './tiles';

/**
 * Extends a log kept as tiles. It holds the rightmost, unfinished tiles alone: less than 256 hashes a
 * level, however long the log.
 */
export interface TileWriter {
  readonly size: () => number;
  readonly root: () => Uint8Array;
  /**
   * Adds entries and keeps every tile and entry bundle that a checkpoint of the new size needs. When
   * it answers, they are kept; sign the checkpoint only then. A file that is there with other content
   * (the log now contradicts what it was) is a flaw: it is left as it is, and nothing is added.
   * Begun again at the last signed size after a crash, it finds the same files and goes on.
   */
  readonly append: (entries: readonly Uint8Array[]) => Promise<Flaw | undefined>;
}

/** What of a log is not yet in full tiles. */
interface Edge {
  readonly size: number;
  /** By level of tiles, the hashes of the rightmost, partial one. */
  readonly hashes: readonly (readonly Uint8Array[])[];
  /** The entries of the rightmost, partial bundle. */
  readonly entries: readonly Uint8Array[];
}

interface File {
  readonly path: string;
  /** The hashes or entries in it, as they are written. */
  readonly pieces: readonly Uint8Array[];
}

/** Opens the tiles of a log at a size for which they are complete; 0 for a new one. */
export async function tileWriter(tiles: Tiles, size: number): Promise<TileWriter | Flaw> {
  const opened = await edgeOf(tiles, size);
  if (isFlaw(opened)) return opened;
  let edge = opened;
  return {
    size: () => edge.size,
    root: () => rootOf(edge),
    append: async (entries) => {
      const tooLong = entries.findIndex((entry) => entry.length > longestEntry);
      if (tooLong >= 0) {
        const found = entries[tooLong]?.length ?? 0;
        return flaw('entry.length', { index: edge.size + tooLong, found });
      }
      const { edge: next, files } = extended(edge, entries);
      for (const file of files) {
        const contradiction = await keep(tiles, file);
        if (contradiction) return contradiction;
      }
      edge = next;
      return undefined;
    },
  };
}

/** The rightmost partial tiles and bundle of a log of that size, as they are kept. */
async function edgeOf(tiles: Tiles, size: number): Promise<Edge | Flaw> {
  const wrong = flawOfSize(size, Number.MAX_SAFE_INTEGER);
  if (wrong) return wrong;
  const hashes: (readonly Uint8Array[])[] = [];
  for (let level = 0; tileWidth ** level <= size; level += 1) {
    const index = Math.floor(size / tileWidth ** (level + 1));
    const width = widthIn(size, level, index);
    const found = width === 0 ? [] : await readTile(tiles, { level, index, width });
    if (isFlaw(found)) return found;
    hashes.push(found);
  }
  const bundle = { index: Math.floor(size / tileWidth), width: size % tileWidth };
  const entries = bundle.width === 0 ? [] : await readEntryBundle(tiles, bundle);
  if (isFlaw(entries)) return entries;
  const leaves = hashes[0] ?? [];
  const other = entries.findIndex((entry, i) => !sameBytes(leafHash(entry), leaves[i] ?? entry));
  if (other >= 0) return flaw('tile.contradiction', { path: entryBundlePath(bundle), at: other });
  return { size, hashes, entries };
}

/** The root of the log whose edge it is: all that is not in full tiles of the level above. */
function rootOf({ size, hashes }: Edge): Uint8Array {
  if (size === 0) return emptyRoot();
  return hashOfSpan(
    hashes.toReversed().flatMap((row) =>
      subtreesOf({ begin: 0, end: row.length }).map(({ level, index }) => {
        const from = index * 2 ** level;
        return hashOfRow(row.slice(from, from + 2 ** level));
      }),
    ),
  );
}

/** The edge after more entries, and the files to keep for it: bundles first, then level by level. */
function extended(
  edge: Edge,
  added: readonly Uint8Array[],
): { readonly edge: Edge; readonly files: readonly File[] } {
  const size = edge.size + added.length;
  const bundles = rowsOf([...edge.entries, ...added], Math.floor(edge.size / tileWidth));
  const files = bundles.rows.map(({ index, row }) => bundleFile(index, row));
  const hashes: (readonly Uint8Array[])[] = [];
  let more: readonly Uint8Array[] = added.map(leafHash);
  for (let level = 0; more.length > 0 || level < edge.hashes.length; level += 1) {
    const first = Math.floor(edge.size / tileWidth ** (level + 1));
    const { rows, rest } = rowsOf([...(edge.hashes[level] ?? []), ...more], first);
    if (more.length > 0) files.push(...rows.map(({ index, row }) => tileFile(level, index, row)));
    const full = rows.filter(({ row }) => row.length === tileWidth);
    more = full.map(({ row }) => hashOfRow(row));
    hashes.push(rest);
  }
  return { edge: { size, hashes, entries: bundles.rest }, files: added.length > 0 ? files : [] };
}

/** Pieces in rows of 256, numbered from the first on; the last may be shorter and is the rest. */
function rowsOf(pieces: readonly Uint8Array[], first: number) {
  const count = Math.ceil(pieces.length / tileWidth);
  const rows = Array.from({ length: count }, (_, i) => ({
    index: first + i,
    row: pieces.slice(i * tileWidth, (i + 1) * tileWidth),
  }));
  return { rows, rest: pieces.slice(pieces.length - (pieces.length % tileWidth)) };
}

const tileFile = (level: number, index: number, row: readonly Uint8Array[]): File => ({
  path: tilePath({ level, index, width: row.length }),
  pieces: row,
});

const bundleFile = (index: number, row: readonly Uint8Array[]): File => ({
  path: entryBundlePath({ index, width: row.length }),
  pieces: row.map(formatEntry),
});

/** Keeps a file, unless it is there already; a flaw when it is there with other content. */
async function keep(tiles: Tiles, { path, pieces }: File): Promise<Flaw | undefined> {
  const bytes = concat(...pieces);
  const kept = await tiles.read(path);
  if (kept === undefined) {
    await tiles.write(path, bytes);
    return undefined;
  }
  if (sameBytes(kept, bytes)) return undefined;
  const ends = pieces.map((_, i) => concat(...pieces.slice(0, i + 1)).length);
  const differs = bytes.findIndex((byte, i) => byte !== kept[i]);
  const at = ends.findIndex((end) => end > differs && differs >= 0);
  return flaw('tile.contradiction', { path, at: at < 0 ? pieces.length : at });
}
