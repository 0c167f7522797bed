import fc from 'fast-check';
import { randomInt } from 'node:crypto';
import {
  bytesOf,
  largest,
  leaf,
  numbered,
  root,
  sampleConsistencies,
  sampleEntries,
  sampleInclusions,
  sampleRoots,
  tree,
  treeOf,
} from '../test/sample-tree';
import { right } from '../test/right';
import { utf8 } from './bytes';
import { isFlaw } from './flaw';
import { emptyRoot, leafHash, nodeHash } from './hashing';
import { verifyConsistency, verifyInclusion } from './verification';

const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));

describe(`proofs (SEED=${seed})`, () => {
  /** A bit of one of the hashes of a proof. */
  const bit = fc.record({ hash: fc.nat(20), byte: fc.nat(31), bit: fc.nat(7) });
  const flipped = (hash: Uint8Array, at: { byte: number; bit: number }) =>
    hash.map((byte, i) => (i === at.byte ? byte ^ (1 << at.bit) : byte));
  const sizes = fc.tuple(fc.integer({ min: 1, max: largest }), fc.nat(largest));
  const only = <T>(possible: boolean, ...forgeries: T[]) => (possible ? forgeries : []);
  const run = (property: fc.IProperty<never>) => fc.assert(property, { numRuns: 200, seed });

  it('of every entry in every size up to 100 verify', () => {
    const failing: number[][] = [];
    for (let size = 1; size <= 100; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const proof = right(tree.inclusionProof(index, size));
        const claim = { leaf: leaf(index), index, size, root: root(size), proof };
        if (verifyInclusion(claim) !== 'verified') failing.push([index, size]);
      }
    }
    expect(failing).toEqual([]);
  });

  it('of consistency between any two sizes up to 100 verify', () => {
    const failing: number[][] = [];
    for (let size2 = 0; size2 <= 100; size2 += 1) {
      for (let size1 = 0; size1 <= size2; size1 += 1) {
        const proof = right(tree.consistencyProof(size1, size2));
        const claim = { size1, root1: root(size1), size2, root2: root(size2), proof };
        if (verifyConsistency(claim) !== 'verified') failing.push([size1, size2]);
      }
    }
    expect(failing).toEqual([]);
  });

  it('of any two sizes verify', () => {
    const property = fc.property(sizes, ([size2, any]) => {
      const size1 = any % (size2 + 1);
      const proof = right(tree.consistencyProof(size1, size2));
      const claim = { size1, root1: root(size1), size2, root2: root(size2), proof };
      expect(verifyConsistency(claim)).toBe('verified');
    });
    run(property as never);
  });

  it('of other implementations verify', () => {
    const rootOf = (size: number) => bytesOf(sampleRoots[size]!);
    for (const { index, size, proof } of sampleInclusions) {
      const entry = leafHash(bytesOf(sampleEntries[index]!));
      const claim = { leaf: entry, index, size, root: rootOf(size), proof: proof.map(bytesOf) };
      expect(verifyInclusion(claim)).toBe('verified');
    }
    for (const { size1, size2, proof } of sampleConsistencies) {
      const claim = { size1, root1: rootOf(size1), size2, root2: rootOf(size2) };
      expect(verifyConsistency({ ...claim, proof: proof.map(bytesOf) })).toBe('verified');
    }
  });

  it('of inclusion that are forged do not', () => {
    const property = fc.property(sizes, bit, fc.nat(largest), ([size, any], at, other) => {
      const index = any % size;
      const proof = right(tree.inclusionProof(index, size));
      const claim = { leaf: leaf(index), index, size, root: root(size), proof };
      const place = proof.length && at.hash % proof.length;
      const changed = proof.map((hash, i) => (i === place ? flipped(hash, at) : hash));
      const forgeries = [
        { ...claim, leaf: flipped(claim.leaf, at) },
        { ...claim, root: flipped(claim.root, at) },
        { ...claim, proof: [...proof, claim.root] },
        { ...claim, proof: [claim.leaf, ...proof] },
        { ...claim, proof: [...proof, new Uint8Array()] },
        ...only(proof.length > 0, { ...claim, proof: changed }),
        ...only(proof.length > 0, { ...claim, proof: proof.slice(1) }),
        ...only(proof.length > 0, { ...claim, proof: proof.slice(0, -1) }),
        ...only(proof.length > 1, { ...claim, proof: proof.toReversed() }),
        ...only(other !== index, { ...claim, index: other }),
        ...only(other !== size, { ...claim, root: root(other) }),
        { ...claim, index: -1 },
        { ...claim, index: index + 0.5 },
        { ...claim, size: 0 },
      ];
      for (const forgery of forgeries) expect(isFlaw(verifyInclusion(forgery))).toBe(true);
    });
    run(property as never);
  });

  it('of consistency that are forged do not', () => {
    const property = fc.property(sizes, bit, fc.nat(largest), ([size2, any], at, other) => {
      const size1 = any % (size2 + 1);
      const proof = right(tree.consistencyProof(size1, size2));
      const claim = { size1, root1: root(size1), size2, root2: root(size2), proof };
      const place = proof.length && at.hash % proof.length;
      const changed = proof.map((hash, i) => (i === place ? flipped(hash, at) : hash));
      const grows = size1 > 0;
      const forgeries = [
        { ...claim, root1: flipped(claim.root1, at) },
        ...only(grows, { ...claim, root2: flipped(claim.root2, at) }),
        { ...claim, proof: [...proof, claim.root2] },
        { ...claim, proof: [claim.root1, ...proof] },
        { ...claim, proof: [...proof, new Uint8Array()] },
        ...only(proof.length > 0, { ...claim, proof: changed }),
        ...only(proof.length > 0, { ...claim, proof: proof.slice(1) }),
        ...only(proof.length > 0, { ...claim, proof: proof.slice(0, -1) }),
        ...only(proof.length > 1, { ...claim, proof: proof.toReversed() }),
        ...only(size1 < size2, { ...claim, size1: size2, size2: size1 }),
        ...only(other !== size1, { ...claim, size1: other }),
        ...only(other !== size1, { ...claim, root1: root(other) }),
        ...only(other !== size2 && grows, { ...claim, root2: root(other) }),
        { ...claim, size1: -1 },
      ];
      for (const forgery of forgeries) expect(isFlaw(verifyConsistency(forgery))).toBe(true);
    });
    run(property as never);
  });

  it('of another history of the same size do not', () => {
    const property = fc.property(sizes, fc.nat(largest), ([size2, any], changed) => {
      const size1 = 1 + (any % size2);
      const at = changed % size1;
      const entries = numbered(size2).with(at, utf8('something else'));
      const forged = treeOf(entries);
      const proof = right(forged.consistencyProof(size1, size2));
      const root2 = right(forged.root(size2));
      expect(verifyConsistency({ size1, root1: root(size1), size2, root2, proof })).toMatchObject({
        outcome: 'flawed',
      });
    });
    run(property as never);
  });

  it('say what was expected and what was found', () => {
    const proof = right(tree.inclusionProof(3, 7));
    const claim = { leaf: leaf(3), index: 3, size: 7, root: root(7), proof };
    expect(verifyInclusion({ ...claim, proof: [...proof, root(2)] })).toMatchObject({
      code: 'inclusion.length',
      facts: { index: 3, size: 7, expected: 3, found: 4 },
    });
    const [of7, of8] = [root(7), root(8)].map((hash) => Buffer.from(hash).toString('base64'));
    expect(verifyInclusion({ ...claim, root: root(8) })).toMatchObject({
      code: 'inclusion.root',
      facts: { expected: of8, found: of7 },
    });
    expect(
      verifyInclusion({ ...claim, proof: [root(1), root(2).slice(1), root(3)] }),
    ).toMatchObject({ code: 'hash.length', facts: { what: 'proof[1]', found: 31 } });
    const consistent = { size1: 3, root1: root(3), size2: 7, root2: root(7) };
    const between = right(tree.consistencyProof(3, 7));
    expect(verifyConsistency({ ...consistent, root1: root(4), proof: between })).toMatchObject({
      code: 'consistency.root1',
    });
    expect(verifyConsistency({ ...consistent, root2: root(8), proof: between })).toMatchObject({
      code: 'consistency.root2',
    });
    expect(verifyConsistency({ ...consistent, proof: [] })).toMatchObject({
      code: 'consistency.length',
      facts: { size1: 3, size2: 7, expected: 4, found: 0 },
    });
  });

  it('hold beyond the reach of 32 bits', () => {
    // A sparse tree of 2^40 + 1 equal entries: each complete subtree is the same on its level.
    const twin = Array.from({ length: 40 }).reduce<Uint8Array[]>(
      (hashes) => [...hashes, nodeHash(hashes.at(-1)!, hashes.at(-1)!)],
      [leaf(0)],
    );
    const size = 2 ** 40 + 1;
    const whole = nodeHash(twin[40]!, twin[0]!);
    const index = 2 ** 39 + 12_345;
    const proof = [...twin.slice(0, 40), twin[0]!];
    const claim = { leaf: leaf(0), index, size, root: whole, proof };
    expect(verifyInclusion(claim)).toBe('verified');
    expect(verifyInclusion({ ...claim, index: 2 ** 40 })).toMatchObject({
      code: 'inclusion.length',
      facts: { expected: 1 },
    });
    const later = { size1: 2 ** 40, root1: twin[40]!, size2: size, root2: whole };
    expect(verifyConsistency({ ...later, proof: [twin[0]!] })).toBe('verified');
  });

  it('from an empty tree are empty, and its root is that of no entries', () => {
    const claim = { size1: 0, root1: emptyRoot(), size2: 5, root2: root(5), proof: [] };
    expect(verifyConsistency(claim)).toBe('verified');
    expect(verifyConsistency({ ...claim, root1: root(1) })).toMatchObject({
      code: 'consistency.root1',
    });
  });
});
