import { entries, entry, files, logOf, root } from '../test/log-files';
import { right } from '../test/right';
import { sameBytes } from './bytes';
import { parseEntryBundle } from './entry-bundle';
import { leafHash } from './hashing';
import { tileTree } from './tile-tree';
import { tileWriter } from './tile-writer';
import type { Tiles } from './tiles';

describe('a log kept as tiles', () => {
  it('goes on where it was, after being opened anew', async () => {
    const tiles = files();
    await logOf(tiles, 255, 256, 257, 600);
    const again = right(await tileWriter(tiles, 600));
    expect(again.root()).toEqual(root(600));
    expect(await again.append(entries(600, 1000))).toBeUndefined();
    expect(again.root()).toEqual(root(1000));
    expect(await tileTree(tiles, 1000).root()).toEqual(root(1000));
  });

  it('goes on after a crash between any two files, from the last size that was signed', async () => {
    const whole = files();
    await logOf(whole, 300, 700);
    for (let written = 0; written < whole.kept.size; written += 1) {
      const tiles = files();
      await logOf(tiles, 300);
      let left = written;
      const failing: Tiles = {
        ...tiles,
        write: async (path, bytes) => {
          if (left === 0) throw new Error('crash');
          left -= 1;
          await tiles.write(path, bytes);
        },
      };
      const writer = right(await tileWriter(failing, 300));
      await writer.append(entries(300, 700)).catch(() => undefined);
      const again = right(await tileWriter(tiles, 300));
      expect(await again.append(entries(300, 700))).toBeUndefined();
      expect([...tiles.kept.entries()].sort()).toEqual([...whole.kept.entries()].sort());
    }
  });

  it('refuses to be other than it was, names where, and keeps what was', async () => {
    const tiles = files();
    await logOf(tiles, 300, 400);
    const before = new Map(tiles.kept);
    const writer = right(await tileWriter(tiles, 300));
    const other = entries(300, 400).with(50, entry(1));
    expect(await writer.append(other)).toMatchObject({
      code: 'tile.contradiction',
      facts: { path: 'tile/entries/001.p/144', at: 94 },
    });
    expect([writer.size(), tiles.kept]).toEqual([300, before]);
    tiles.kept.delete('tile/entries/001.p/144');
    expect(await writer.append(other)).toMatchObject({
      code: 'tile.contradiction',
      facts: { path: 'tile/0/001.p/144', at: 94 },
    });
    expect(await writer.append(entries(300, 301))).toBeUndefined();
    expect(writer.root()).toEqual(root(301));
  });

  it('refuses to open where entries and hashes are not of one another', async () => {
    const tiles = files();
    await logOf(tiles, 300);
    const path = 'tile/entries/001.p/44';
    const bundle = tiles.kept.get(path)!;
    tiles.kept.set(
      path,
      bundle.map((byte, i) => (i === 34 * 7 + 5 ? byte ^ 1 : byte)),
    );
    expect(await tileWriter(tiles, 300)).toMatchObject({
      code: 'tile.contradiction',
      facts: { path, at: 7 },
    });
  });

  it('keeps nothing when there is nothing to add', async () => {
    const tiles = files();
    const writer = await logOf(tiles, 300);
    const before = tiles.kept.size;
    expect(await writer.append([])).toBeUndefined();
    expect([writer.size(), tiles.kept.size]).toEqual([300, before]);
    expect(right(await tileWriter(files(), 0)).root()).toEqual(root(0));
  });
});

describe('entry bundles', () => {
  it('hold each entry with its length before it', async () => {
    const tiles = files();
    await logOf(tiles, 2);
    const bytes = tiles.kept.get('tile/entries/000.p/2')!;
    expect(bytes).toEqual(Uint8Array.of(0, 32, ...entry(0), 0, 32, ...entry(1)));
    const bundle = { path: 'tile/entries/000.p/2', width: 2 };
    expect(parseEntryBundle(bytes, bundle)).toEqual([entry(0), entry(1)]);
  });

  it('that break off or go on are refused at the entry where they do', () => {
    const whole = Uint8Array.of(0, 1, 7, 0, 2, 8, 9);
    const bundle = { path: 'tile/entries/000.p/2', width: 2 };
    expect(right(parseEntryBundle(whole, bundle)).map((found) => [...found])).toEqual([
      [7],
      [8, 9],
    ]);
    const flawed = (index: number) => ({ code: 'tile.entry', facts: { path: bundle.path, index } });
    expect(parseEntryBundle(whole.slice(0, -1), bundle)).toMatchObject(flawed(1));
    expect(parseEntryBundle(whole.slice(0, 4), bundle)).toMatchObject(flawed(1));
    expect(parseEntryBundle(Uint8Array.of(...whole, 0), bundle)).toMatchObject(flawed(2));
    expect(parseEntryBundle(whole.slice(0, 3), bundle)).toMatchObject(flawed(1));
  });

  it('take no entry longer than two bytes of length can say', async () => {
    const writer = right(await tileWriter(files(), 0));
    const long = new Uint8Array(65_536);
    expect(await writer.append([entry(0), long])).toMatchObject({
      code: 'entry.length',
      facts: { index: 1, found: 65_536 },
    });
    expect(await writer.append([long.slice(1)])).toBeUndefined();
    expect(sameBytes(writer.root(), leafHash(long.slice(1)))).toBe(true);
  });
});
