/*
 * Where the hashes of a tree stand (RFC 6962, section 2.1). Every proof is a list of spans of entries,
 * each with one hash; the hash of a span is made of those of the complete subtrees in it. Only complete
 * subtrees are ever kept: they never change however the tree grows.
 *
 * Sizes go up to 2^53 − 1, so nothing here uses the bitwise operators, which end at 2^32.
 */
import { nodeHash } from './hashing';

/** The complete subtree over the entries from `index · 2^level` up to `(index + 1) · 2^level`. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** The entries from `begin` up to, and without, `end`. */
export interface Span {
  readonly begin: number;
  readonly end: number;
}

/** The largest level whose subtrees have at most so many entries. */
function levelWithin(entries: number): number {
  const level = Math.floor(Math.log2(entries));
  return 2 ** level > entries ? level - 1 : level;
}

/** Where RFC 6962 divides so many entries: the largest power of two below their number. */
function split(entries: number): number {
  const largest = 2 ** levelWithin(entries);
  return largest === entries ? largest / 2 : largest;
}

/** The complete subtrees that a span of a proof, or a whole tree, is made of, from left to right. */
export function subtreesOf({ begin, end }: Span): readonly Subtree[] {
  const subtrees: Subtree[] = [];
  for (let at = begin; at < end;) {
    const level = levelWithin(end - at);
    subtrees.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return subtrees;
}

/** The hash of a span, or of a tree, from those of its complete subtrees, of which there is one. */
export function hashOfSpan(subtrees: readonly Uint8Array[]): Uint8Array {
  return subtrees.reduceRight((right, left) => nodeHash(left, right));
}

/** The hash of a complete subtree from those of all its subtrees of one level, a power of two. */
export function hashOfRow(row: readonly Uint8Array[]): Uint8Array {
  let hashes = row;
  while (hashes.length > 1) {
    hashes = hashes.flatMap((left, i) => {
      const right = hashes[i + 1];
      return i % 2 === 0 && right ? [nodeHash(left, right)] : [];
    });
  }
  return hashOfSpan(hashes);
}

/** The spans whose hashes prove an entry in a tree, from the leaf's sibling up (section 2.1.1). */
export function inclusionSpans(index: number, size: number): readonly Span[] {
  const spans: Span[] = [];
  let [begin, end] = [0, size];
  while (end - begin > 1) {
    const middle = begin + split(end - begin);
    if (index < middle) {
      spans.push({ begin: middle, end });
      end = middle;
    } else {
      spans.push({ begin, end: middle });
      begin = middle;
    }
  }
  return spans.reverse();
}

/** The spans whose hashes prove that a tree of size 2 continues that of size 1 (section 2.1.2). */
export function consistencySpans(size1: number, size2: number): readonly Span[] {
  if (size1 === 0 || size1 === size2) return [];
  const spans: Span[] = [];
  let [begin, end] = [0, size2];
  while (end !== size1) {
    const middle = begin + split(end - begin);
    if (size1 <= middle) {
      spans.push({ begin: middle, end });
      end = middle;
    } else {
      spans.push({ begin, end: middle });
      begin = middle;
    }
  }
  // The tree of size 1 itself is known to whoever asks.
  if (begin > 0) spans.push({ begin, end });
  return spans.reverse();
}
