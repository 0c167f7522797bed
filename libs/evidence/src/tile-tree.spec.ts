import fc from 'fast-check';
import { randomInt } from 'node:crypto';
import { entry, files, logOf, root, tree } from '../test/log-files';
import { right } from '../test/right';
import { leafHash } from './hashing';
import { parseTilePath, widthIn } from './tile-path';
import { tileTree } from './tile-tree';
import { tileWriter } from './tile-writer';
import { verifyConsistency, verifyInclusion } from './verification';

const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));
const large = files();
beforeAll(async () => void (await logOf(large, 70_000)));

describe(`a log kept as tiles (SEED=${seed})`, () => {
  it('has the roots and proofs of the tree in memory, however it grew', async () => {
    const growth = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 6 });
    const property = fc.asyncProperty(growth, fc.nat(), fc.nat(), async (steps, one, other) => {
      const sizes = steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, step) => sum + step));
      const tiles = files();
      await logOf(tiles, ...sizes);
      const size = sizes.at(-1)!;
      const kept = tileTree(tiles, size);
      const size2 = 1 + (one % size);
      const [index, size1] = [other % size2, other % (size2 + 1)];
      expect(await kept.root(size2)).toEqual(root(size2));
      expect(await kept.inclusionProof(index, size2)).toEqual(tree.inclusionProof(index, size2));
      expect(await kept.consistencyProof(size1, size2)).toEqual(
        tree.consistencyProof(size1, size2),
      );
      // Every size that was reached can still be looked at from its own partial tiles.
      for (const reached of sizes)
        expect(await tileTree(tiles, reached).root()).toEqual(root(reached));
    });
    await fc.assert(property, { numRuns: 25, seed });
  });

  it('has at 70,000 and at 256 the tiles of the examples in the specification', async () => {
    const found = [...large.kept.keys()].map((path) => right(parseTilePath(path)));
    const count = (level: number, full: boolean) =>
      found
        .filter((tile) => 'level' in tile && tile.level === level)
        .filter(({ width }) => (width === 256) === full).length;
    expect([0, 1, 2, 3].map((level) => count(level, true))).toEqual([273, 1, 0, 0]);
    expect([0, 1, 2, 3].map((level) => count(level, false))).toEqual([1, 1, 1, 0]);
    expect([0, 1, 2].map((level) => widthIn(70_000, level, [273, 1, 0][level]!))).toEqual([
      112, 17, 1,
    ]);
    const whole = files();
    await logOf(whole, 256);
    expect([...whole.kept.keys()].sort()).toEqual([
      'tile/0/000',
      'tile/1/000.p/1',
      'tile/entries/000',
    ]);
  });

  it('proves from few tiles, partial ones among them', async () => {
    large.reads.length = 0;
    const proof = right(await tileTree(large, 70_000).inclusionProof(69_999));
    expect(large.reads.sort()).toEqual(['tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1']);
    const leaf = leafHash(entry(69_999));
    const claim = { leaf, index: 69_999, size: 70_000, root: root(70_000), proof };
    expect(verifyInclusion(claim)).toBe('verified');
    const between = right(await tileTree(large, 70_000).consistencyProof(300));
    const sizes = { size1: 300, root1: root(300), size2: 70_000, root2: root(70_000) };
    expect(verifyConsistency({ ...sizes, proof: between })).toBe('verified');
  });

  it('takes a full tile where a partial one is gone', async () => {
    const tiles = files();
    await logOf(tiles, 100, 300);
    const before = await tileTree(tiles, 100).inclusionProof(50);
    tiles.kept.delete('tile/0/000.p/100');
    expect(await tileTree(tiles, 100).inclusionProof(50)).toEqual(before);
  });

  it('says which tile is missing, or broken', async () => {
    const tiles = files();
    await logOf(tiles, 300);
    tiles.kept.delete('tile/0/001.p/44');
    expect(await tileTree(tiles, 300).root()).toMatchObject({
      code: 'tile.missing',
      facts: { path: 'tile/0/001.p/44' },
      message: { fr: 'tile/0/001.p/44 manque' },
    });
    tiles.kept.set('tile/0/001.p/44', new Uint8Array(44 * 32 - 1));
    const broken = { path: 'tile/0/001.p/44', expected: 1408, found: 1407 };
    expect(await tileTree(tiles, 300).root()).toMatchObject({ code: 'tile.length', facts: broken });
    expect(await tileWriter(tiles, 300)).toMatchObject({ code: 'tile.length' });
    expect(await tileTree(tiles, 300).inclusionProof(300)).toMatchObject({ code: 'tree.index' });
    expect(await tileTree(tiles, 300).root(301)).toMatchObject({ code: 'tree.size' });
    expect(await tileTree(tiles, 300).consistencyProof(2, 1)).toMatchObject({ code: 'tree.sizes' });
  });
});
