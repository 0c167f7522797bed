import { entryBundlePath, parseTilePath, tilePath } from './tile-path';

describe('the paths of tiles', () => {
  // github.com/transparency-dev/tessera (Apache-2.0), api/layout/paths_test.go; the index 1234067 is
  // the example of c2sp.org/tlog-tiles.
  const paths = [
    ['tile/0/x001/x234/067', { level: 0, index: 1_234_067, width: 256 }],
    ['tile/0/x001/x234/067.p/89', { level: 0, index: 1_234_067, width: 89 }],
    ['tile/0/000', { level: 0, index: 0, width: 256 }],
    ['tile/0/000.p/255', { level: 0, index: 0, width: 255 }],
    ['tile/1/000.p/1', { level: 1, index: 0, width: 1 }],
    ['tile/15/x455/667', { level: 15, index: 455_667, width: 256 }],
    ['tile/63/x123/x456/789.p/4', { level: 63, index: 123_456_789, width: 4 }],
    ['tile/entries/000', { index: 0, width: 256 }],
    ['tile/entries/001.p/1', { index: 1, width: 1 }],
    ['tile/entries/255.p/253', { index: 255, width: 253 }],
    ['tile/entries/x123/x456/x789/000', { index: 123_456_789_000, width: 256 }],
  ] as const;

  it('are those of other implementations', () => {
    for (const [path, place] of paths) {
      expect('level' in place ? tilePath(place) : entryBundlePath(place)).toBe(path);
      expect(parseTilePath(path)).toEqual(place);
    }
  });

  it('that others refuse are refused', () => {
    // The same file, TestParseTileLevelIndexWidth; golang.org/x/mod, sumdb/tlog/tlog_test.go; and what
    // would be a second path for the same tile.
    const wrong = [
      'tile/0/x001/x234/067.p/',
      'tile/0/x001/x234/067.p',
      'tile/0/x001/x234/',
      'tile/0/x001/x234',
      'tile/0/x001/',
      'tile/0/x001',
      'tile/1/x001/.p/abc',
      'tile/64/x001/002',
      'tile/-1/x001/002',
      'tile/abc/x001/002',
      'tile/8/001/002',
      'tile/8/x001/0002',
      'tile/8/x001/-002',
      'tile/8/x001/002.p/256',
      'tile/5/123/456/078',
      'tile/0/000.p/0',
      'tile/0/000.p/01',
      'tile/00/000',
      'tile/0/x000/001',
      'tile/0/000\n',
      'tile/data/000',
      '/tile/0/000',
      'tile/0/../../key',
      'tile/0/x999/x999/x999/x999/x999/999',
      '',
    ];
    for (const path of wrong) {
      expect(parseTilePath(path)).toMatchObject({ code: 'tile.path', facts: { path } });
    }
  });
});
