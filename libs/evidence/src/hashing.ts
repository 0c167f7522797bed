import { concat, fromHex } from './bytes';
import { sha256 } from './crypto';
import { flaw, type Flaw } from './flaw';

/** The length in bytes of every hash of a tree. */
export const hashLength = 32;

const leafPrefix = Uint8Array.of(0x00);
const nodePrefix = Uint8Array.of(0x01);

/** The hash of an entry as a leaf of the tree (RFC 6962, section 2.1). */
export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256(concat(leafPrefix, entry));
}

/** The hash of the node above two others (RFC 6962, section 2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concat(nodePrefix, left, right));
}

/** The root of the tree without entries. */
export function emptyRoot(): Uint8Array {
  return sha256(new Uint8Array());
}

/**
 * The entry that stands in the tree for a record: the 32 raw bytes of its `hash`, which is written
 * as 64 lower-case hexadecimal digits. Every byte of a record is behind its `hash`, so whoever has
 * the record can make the entry, and whoever has the entry alone learns nothing of the record.
 */
export function entryOf(hash: string): Uint8Array | Flaw {
  const bytes = fromHex(hash);
  return bytes?.length === hashLength ? bytes : flaw('entry.recordHash', { found: hash });
}
