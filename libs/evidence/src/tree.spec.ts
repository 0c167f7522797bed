import {
  bytesOf,
  largest,
  node,
  sampleConsistencies,
  sampleEntries,
  sampleInclusions,
  sampleRoots,
  tree,
  treeOf,
} from '../test/sample-tree';
import { right } from '../test/right';
import { toHex, utf8 } from './bytes';
import type { Flaw } from './flaw';
import { entryOf, leafHash, nodeHash } from './hashing';
import { merkleTree } from './tree';

const hexOf = (hashes: readonly Uint8Array[] | Flaw) => right(hashes).map(toHex);

describe('a Merkle tree', () => {
  it('has the roots of RFC 6962 at every size', () => {
    const sample = treeOf(sampleEntries.map(bytesOf));
    expect(sampleRoots.map((_, size) => toHex(right(sample.root(size))))).toEqual(sampleRoots);
  });

  it('hashes leaves and nodes apart: a node is never a leaf of the same bytes', () => {
    // golang.org/x/mod sumdb/tlog/note_test.go: the record hash of "hello world".
    expect(Buffer.from(leafHash(utf8('hello world'))).toString('base64')).toBe(
      'TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=',
    );
    const [left, other] = [bytesOf(node.leaf0), bytesOf(node.leaf1)];
    expect(toHex(nodeHash(left, other))).toBe(node.pair0);
    expect(leafHash(Uint8Array.of(...left, ...other))).not.toEqual(nodeHash(left, other));
  });

  it('makes the inclusion proofs of other implementations', () => {
    const sample = treeOf(sampleEntries.map(bytesOf));
    for (const { index, size, proof } of sampleInclusions) {
      expect(hexOf(sample.inclusionProof(index, size))).toEqual(proof);
    }
  });

  it('makes the consistency proofs of other implementations', () => {
    const sample = treeOf(sampleEntries.map(bytesOf));
    for (const { size1, size2, proof } of sampleConsistencies) {
      expect(hexOf(sample.consistencyProof(size1, size2))).toEqual(proof);
    }
  });

  it('says which size or entry it does not have', () => {
    expect(tree.root(largest + 1)).toMatchObject({ code: 'tree.size', facts: { expected: 300 } });
    expect(tree.root(1.5)).toMatchObject({ code: 'tree.size' });
    expect(tree.root(-1)).toMatchObject({ code: 'tree.size' });
    expect(tree.inclusionProof(7, 7)).toMatchObject({
      code: 'tree.index',
      facts: { index: 7, size: 7 },
      message: {
        en: 'there is no entry 7 in a tree of size 7',
        fr: "il n'y a pas d'entrée 7 dans un arbre de taille 7",
        es: 'no hay entrada 7 en un árbol de tamaño 7',
      },
    });
    expect(tree.inclusionProof(0, 0)).toMatchObject({ code: 'tree.index' });
    expect(tree.consistencyProof(8, 7)).toMatchObject({ code: 'tree.sizes' });
  });

  it('appends nothing but hashes of 32 bytes', () => {
    const short = merkleTree();
    expect(short.append(new Uint8Array(31))).toMatchObject({
      code: 'hash.length',
      facts: { what: 'leaf 0', found: 31 },
    });
    expect(short.size()).toBe(0);
  });

  it('has as entry of a record the 32 bytes of its hash', () => {
    expect(toHex(right(entryOf(node.leaf0)))).toBe(node.leaf0);
    for (const other of [node.leaf0.slice(2), node.leaf0.toUpperCase(), `${node.leaf0}00`, '']) {
      expect(entryOf(other)).toMatchObject({ code: 'entry.recordHash', facts: { found: other } });
    }
  });
});
