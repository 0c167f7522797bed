import { flaw, type Flaw } from './flaw';
import { emptyRoot, hashLength, nodeHash } from './hashing';
import { flawOfIndex, flawOfSize, flawOfSizes } from './sizes';
import { consistencySpans, hashOfSpan, inclusionSpans, subtreesOf, type Span } from './subtrees';

/**
 * An append-only Merkle tree in memory (RFC 6962): about 64 bytes for each entry. What it was at any
 * earlier size can always be asked. Appending costs two hashes on average and log2(size) at worst;
 * so do a root and a proof.
 */
export interface MerkleTree {
  readonly size: () => number;
  /** Takes the hash of the next leaf (`leafHash`); a flaw, and nothing appended, if it is none. */
  readonly append: (leaf: Uint8Array) => Flaw | undefined;
  readonly root: (size?: number) => Uint8Array | Flaw;
  /** The proof that the entry is in the tree of that size. */
  readonly inclusionProof: (index: number, size?: number) => readonly Uint8Array[] | Flaw;
  /** The proof that the tree of size 2 continues that of size 1. */
  readonly consistencyProof: (size1: number, size2?: number) => readonly Uint8Array[] | Flaw;
}

export function merkleTree(): MerkleTree {
  /** By level, the hashes of its complete subtrees. */
  const levels: Uint8Array[][] = [[]];
  const size = () => levels[0]?.length ?? 0;

  const hashOf = (span: Span) =>
    hashOfSpan(subtreesOf(span).flatMap(({ level, index }) => levels[level]?.[index] ?? []));

  return {
    size,
    append: (leaf) => {
      if (leaf.length !== hashLength) {
        return flaw('hash.length', { what: `leaf ${size()}`, found: leaf.length });
      }
      put(levels, leaf);
      return undefined;
    },
    root: (asked = size()) =>
      flawOfSize(asked, size()) ?? (asked === 0 ? emptyRoot() : hashOf({ begin: 0, end: asked })),
    inclusionProof: (index, asked = size()) =>
      flawOfSize(asked, size()) ??
      flawOfIndex(index, asked) ??
      inclusionSpans(index, asked).map(hashOf),
    consistencyProof: (size1, size2 = size()) =>
      flawOfSize(size2, size()) ??
      flawOfSizes(size1, size2) ??
      consistencySpans(size1, size2).map(hashOf),
  };
}

/** Adds a leaf and the hash of every subtree that it completes. */
function put(levels: Uint8Array[][], leaf: Uint8Array): void {
  let hash = leaf;
  for (let level = 0; ; level += 1) {
    const row = (levels[level] ??= []);
    row.push(hash);
    const left = row.at(-2);
    if (row.length % 2 === 1 || left === undefined) return;
    hash = nodeHash(left, hash);
  }
}
