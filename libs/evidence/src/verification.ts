import { sameBytes, toBase64 } from './bytes';
import { flaw, type Flaw } from './flaw';
import { emptyRoot, hashLength, nodeHash } from './hashing';
import { flawOfIndex, flawOfSizes } from './sizes';
import { consistencySpans, inclusionSpans } from './subtrees';

/** That an entry stands at an index of the tree with that size and root. */
export interface Inclusion {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** That the tree of size 2 begins with the very entries of the tree of size 1. */
export interface Consistency {
  readonly size1: number;
  readonly root1: Uint8Array;
  readonly size2: number;
  readonly root2: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

const isOdd = (number: number) => number % 2 === 1;
const half = (number: number) => Math.floor(number / 2);

/** Checks an inclusion proof (RFC 9162, section 2.1.3.2), against nothing but what it is given. */
export function verifyInclusion(inclusion: Inclusion): 'verified' | Flaw {
  const { leaf, index, size, root, proof } = inclusion;
  const wrong = flawOfIndex(index, size) ?? flawOfHashes({ leaf, root }, proof);
  if (wrong) return wrong;
  const expected = inclusionSpans(index, size).length;
  if (proof.length !== expected) {
    return flaw('inclusion.length', { index, size, expected, found: proof.length });
  }
  const found = rootFrom(inclusion);
  if (sameBytes(found, root)) return 'verified';
  return flaw('inclusion.root', { index, size, expected: toBase64(root), found: toBase64(found) });
}

/** The root that an inclusion proof of the right length leads to. */
function rootFrom({ leaf, index, size, proof }: Inclusion): Uint8Array {
  const sides = sidesOf(index, size - 1, proof.length);
  return proof.reduce((hash, sibling, i) => joined(hash, sibling, sides[i]), leaf);
}

type Side = 'left' | 'right';

const joined = (hash: Uint8Array, sibling: Uint8Array, side: Side | undefined) =>
  side === 'left' ? nodeHash(sibling, hash) : nodeHash(hash, sibling);

/**
 * On which side of the way up each hash of a proof stands, from a node on; `last` is the last node at
 * its level. Where the way is along the right edge it stays there, and all that follow are on the left:
 * levels where the edge has no sibling have no hash in the proof, and need no count.
 */
function sidesOf(node: number, last: number, count: number): readonly Side[] {
  return Array.from({ length: count }, (_, level) => {
    const [at, end] = [Math.floor(node / 2 ** level), Math.floor(last / 2 ** level)];
    return isOdd(at) || at === end ? 'left' : 'right';
  });
}

/**
 * Checks a consistency proof (RFC 9162, section 2.1.4.2). Between equal sizes it is empty and the
 * roots are equal. Every tree continues the empty one, whose root is that of no entries.
 */
export function verifyConsistency(consistency: Consistency): 'verified' | Flaw {
  const { size1, root1, size2, root2, proof } = consistency;
  const wrong = flawOfSizes(size1, size2) ?? flawOfHashes({ root1, root2 }, proof);
  if (wrong) return wrong;
  const expected = consistencySpans(size1, size2).length;
  if (proof.length !== expected) {
    return flaw('consistency.length', { size1, size2, expected, found: proof.length });
  }
  const [earlier, later] = rootsFrom(consistency);
  const compared = { size1, size2 };
  if (!sameBytes(earlier, root1)) {
    return flaw('consistency.root1', { ...compared, ...roots(root1, earlier) });
  }
  if (!sameBytes(later, root2)) {
    return flaw('consistency.root2', { ...compared, ...roots(root2, later) });
  }
  return 'verified';
}

const roots = (expected: Uint8Array, found: Uint8Array) => ({
  expected: toBase64(expected),
  found: toBase64(found),
});

/** The two roots that a consistency proof of the right length leads to. */
function rootsFrom(consistency: Consistency): readonly [Uint8Array, Uint8Array] {
  const { size1, root1, size2, root2, proof } = consistency;
  if (size1 === 0) return [emptyRoot(), size2 === 0 ? emptyRoot() : root2];
  if (size1 === size2) return [root2, root2];
  let [node, last] = [size1 - 1, size2 - 1];
  while (isOdd(node)) [node, last] = [half(node), half(last)];
  // A tree of size 1 that is one complete subtree is not repeated in the proof.
  const [first = root1, ...rest] = node === 0 ? [root1, ...proof] : proof;
  const sides = sidesOf(node, last, rest.length);
  // What stands on the right came later, and is no part of the earlier tree.
  const earlier = rest.filter((_, i) => sides[i] === 'left');
  return [
    earlier.reduce((hash, sibling) => nodeHash(sibling, hash), first),
    rest.reduce((hash, sibling, i) => joined(hash, sibling, sides[i]), first),
  ];
}

/** What is no hash among what should be: named, or in the proof by its place. */
function flawOfHashes(
  named: Readonly<Record<string, Uint8Array>>,
  proof: readonly Uint8Array[],
): Flaw | undefined {
  const all = { ...named, ...Object.fromEntries(proof.map((hash, i) => [`proof[${i}]`, hash])) };
  const wrong = Object.entries(all).find(([, hash]) => hash.length !== hashLength);
  return wrong && flaw('hash.length', { what: wrong[0], found: wrong[1].length });
}
