export { isFlaw } from './flaw';
export type { Flaw, FlawCode, Text } from './flaw';
export { emptyRoot, entryOf, hashLength, leafHash, nodeHash } from './hashing';
export { merkleTree } from './tree';
export type { MerkleTree } from './tree';
export { verifyConsistency, verifyInclusion } from './verification';
export type { Consistency, Inclusion } from './verification';
export { entryBundlePath, parseTilePath, tilePath, tileWidth, widthIn } from './tile-path';
export type { EntryBundle, Tile } from './tile-path';
export { readEntryBundle, readTile } from './tiles';
export type { ReadTiles, Tiles } from './tiles';
export { tileTree } from './tile-tree';
export type { TileTree } from './tile-tree';
export { tileWriter } from './tile-writer';
export type { TileWriter } from './tile-writer';
export {
  formatSignerKey,
  formatVerifierKey,
  parseSignerKey,
  parseVerifierKey,
  signerKey,
  verifierKey,
  verifierOf,
} from './key';
export type { KeyType, SignerKey, VerifierKey } from './key';
export { cosignerOf, signerOf, verifySignature } from './signature';
export type { Signed, Signer } from './signature';
export {
  formatNote,
  formatSignature,
  openNote,
  parseNote,
  parseSignatures,
  signNote,
} from './note';
export type { Note, NoteSignature, OpenedNote } from './note';
export { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint';
export type { Checkpoint, OpenedCheckpoint, Trust } from './checkpoint';
export { formatTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof';
export type { ProvedEntry, TlogProof } from './tlog-proof';
export { fromBase64, fromHex, toBase64, toHex } from './bytes';
