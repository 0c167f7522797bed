import { flaw, type Flaw } from './flaw';

/** How many hashes a full tile has, and how many entries a full bundle: a subtree of height 8. */
export const tileWidth = 256;
export const tileHeight = 8;

/**
 * A tile of the C2SP layout (c2sp.org/tlog-tiles): `width` hashes, from `index · 256` on, of the
 * complete subtrees of 256^level entries each. A partial tile has less than 256.
 */
export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

/** The entries that the tile of level 0 with the same index and width has the hashes of. */
export interface EntryBundle {
  readonly index: number;
  readonly width: number;
}

const partial = (width: number) => (width === tileWidth ? '' : `.p/${width}`);

/** `tile/<L>/<N>[.p/<W>]` */
export function tilePath({ level, index, width }: Tile): string {
  return `tile/${level}/${groups(index)}${partial(width)}`;
}

/** `tile/entries/<N>[.p/<W>]` */
export function entryBundlePath({ index, width }: EntryBundle): string {
  return `tile/entries/${groups(index)}${partial(width)}`;
}

/** Groups of three digits, all but the last with an x before: 1234067 is `x001/x234/067`. */
function groups(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  return padded.replace(/...(?=.)/g, 'x$&/');
}

/** How many hashes the tile has in a tree of that size: 0 up to 256. */
export function widthIn(size: number, level: number, index: number): number {
  const whole = Math.floor(size / tileWidth ** level);
  return Math.max(0, Math.min(tileWidth, whole - index * tileWidth));
}

const level = '[0-9]|[1-5][0-9]|6[0-3]';
const width = '[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]';
const form = new RegExp(`^tile/(entries|${level})/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/(${width}))?$`);

/**
 * The tile or the bundle that a path asks for. There is exactly one path for each; its index may go up
 * to 2^53 − 1.
 */
export function parseTilePath(path: string): Tile | EntryBundle | Flaw {
  const [, name, digits = '', part] = form.exec(path) ?? [];
  const index = Number(digits.replace(/[x/]/g, ''));
  const bundle = { index, width: part === undefined ? tileWidth : Number(part) };
  const tile = { level: Number(name), ...bundle };
  const isBundle = name === 'entries';
  const written = isBundle ? entryBundlePath(bundle) : tilePath(tile);
  if (written !== path || !Number.isSafeInteger(index)) return flaw('tile.path', { path });
  return isBundle ? bundle : tile;
}
