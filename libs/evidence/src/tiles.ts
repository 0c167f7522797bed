import { flaw, isFlaw, type Flaw } from './flaw';
import { hashLength } from './hashing';
import { parseEntryBundle } from './entry-bundle';
import { entryBundlePath, tilePath, tileWidth, type EntryBundle, type Tile } from './tile-path';

/** Where the files of a log are kept, by their paths (`tile/0/000.p/5`): a folder, a web server. */
export interface ReadTiles {
  /** The whole file; undefined when there is none. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
}

export interface Tiles extends ReadTiles {
  /**
   * Keeps a new file, durably and as a whole: whatever happens, a reader finds all of it or nothing.
   * A file that is there is never written again.
   */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
}

/** The hashes of a tile. Where the partial tile is gone, the full one serves, as the layout says. */
export async function readTile(
  tiles: ReadTiles,
  tile: Tile,
): Promise<readonly Uint8Array[] | Flaw> {
  const path = tilePath(tile);
  const bytes = await tiles.read(path);
  if (bytes === undefined) {
    if (tile.width === tileWidth) return flaw('tile.missing', { path });
    const full = await readTile(tiles, { ...tile, width: tileWidth });
    if (!isFlaw(full)) return full.slice(0, tile.width);
    return full.code === 'tile.missing' ? flaw('tile.missing', { path }) : full;
  }
  const expected = tile.width * hashLength;
  if (bytes.length !== expected) {
    return flaw('tile.length', { path, expected, found: bytes.length });
  }
  return Array.from({ length: tile.width }, (_, i) =>
    bytes.slice(i * hashLength, (i + 1) * hashLength),
  );
}

/** The entries of a bundle; where the partial bundle is gone, the full one serves. */
export async function readEntryBundle(
  tiles: ReadTiles,
  bundle: EntryBundle,
): Promise<readonly Uint8Array[] | Flaw> {
  const path = entryBundlePath(bundle);
  const bytes = await tiles.read(path);
  if (bytes !== undefined) return parseEntryBundle(bytes, { path, width: bundle.width });
  if (bundle.width === tileWidth) return flaw('tile.missing', { path });
  const full = await readEntryBundle(tiles, { ...bundle, width: tileWidth });
  if (!isFlaw(full)) return full.slice(0, bundle.width);
  return full.code === 'tile.missing' ? flaw('tile.missing', { path }) : full;
}
