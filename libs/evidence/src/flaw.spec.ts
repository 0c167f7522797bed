import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { flaw, isFlaw, type Flaw, type FlawCode } from './flaw';

const tree = { index: 3, size: 9, size1: 3, size2: 9 };
const hashes = { expected: 'AAAA', found: 'BBBB' };
const line = { line: 4, found: 'x'.repeat(500) };

/** One flaw of each kind: a kind that is forgotten here does not compile. */
const every: { readonly [Code in FlawCode]: Flaw } = {
  'key.form': flaw('key.form', { expected: '<name>+<id>+<base64>' }),
  'key.name': flaw('key.name', { name: 'a b'.repeat(200) }),
  'key.id': flaw('key.id', { name: 'log', ...hashes }),
  'key.type': flaw('key.type', { name: 'log', ...hashes }),
  'key.length': flaw('key.length', { name: 'log', expected: 32, found: 31 }),
  'key.twice': flaw('key.twice', { name: 'log', id: '00000000' }),
  'note.character': flaw('note.character', { line: 4 }),
  'note.end': flaw('note.end', {}),
  'note.unsigned': flaw('note.unsigned', {}),
  'note.signatureLine': flaw('note.signatureLine', line),
  'note.signatures': flaw('note.signatures', { expected: 100, found: 101 }),
  'note.unknownSigners': flaw('note.unknownSigners', hashes),
  'note.signature': flaw('note.signature', { name: 'log', id: '00000000' }),
  'cosignature.time': flaw('cosignature.time', { name: 'witness' }),
  'checkpoint.lines': flaw('checkpoint.lines', { found: 2 }),
  'checkpoint.emptyLine': flaw('checkpoint.emptyLine', { line: 2 }),
  'checkpoint.origin': flaw('checkpoint.origin', hashes),
  'checkpoint.size': flaw('checkpoint.size', line),
  'checkpoint.root': flaw('checkpoint.root', line),
  'checkpoint.emptyRoot': flaw('checkpoint.emptyRoot', { line: 3, expected: 'AAAA' }),
  'proof.header': flaw('proof.header', { ...line, expected: 'header' }),
  'proof.extra': flaw('proof.extra', line),
  'proof.index': flaw('proof.index', line),
  'proof.hash': flaw('proof.hash', line),
  'proof.end': flaw('proof.end', { line: 2 }),
  'entry.recordHash': flaw('entry.recordHash', { found: 'x'.repeat(500) }),
  'entry.length': flaw('entry.length', { index: 3, found: 70_000 }),
  'hash.length': flaw('hash.length', { what: 'proof[1]', found: 31 }),
  'tree.index': flaw('tree.index', tree),
  'tree.size': flaw('tree.size', { expected: 3, found: 9 }),
  'tree.sizes': flaw('tree.sizes', tree),
  'inclusion.length': flaw('inclusion.length', { ...tree, expected: 3, found: 4 }),
  'inclusion.root': flaw('inclusion.root', { ...tree, ...hashes }),
  'consistency.length': flaw('consistency.length', { ...tree, expected: 3, found: 4 }),
  'consistency.root1': flaw('consistency.root1', { ...tree, ...hashes }),
  'consistency.root2': flaw('consistency.root2', { ...tree, ...hashes }),
  'tile.path': flaw('tile.path', { path: 'x'.repeat(500) }),
  'tile.missing': flaw('tile.missing', { path: 'tile/0/000' }),
  'tile.length': flaw('tile.length', { path: 'tile/0/000', expected: 8192, found: 1 }),
  'tile.entry': flaw('tile.entry', { path: 'tile/entries/000', index: 3 }),
  'tile.contradiction': flaw('tile.contradiction', { path: 'tile/0/000', at: 3 }),
};

describe('a flaw', () => {
  it('says in three languages what is wrong, and where', () => {
    for (const [code, found] of Object.entries(every)) {
      expect(isFlaw(found) && found.code).toBe(code);
      const sentences = Object.values(found.message);
      expect([code, new Set(sentences).size]).toEqual([code, 3]);
      for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|NaN| {2}/);
    }
  });

  it('names every fact but what is too long for a sentence', () => {
    for (const { facts, message } of Object.values(every)) {
      const short = Object.values(facts)
        .map(String)
        .filter((fact) => fact.length < 80);
      for (const sentence of Object.values(message)) {
        expect(sentence.length).toBeLessThan(400);
        expect([sentence, short.filter((fact) => !sentence.includes(fact))]).toEqual([
          sentence,
          [],
        ]);
      }
    }
  });

  it('is told from what is right', () => {
    expect([undefined, null, 'flawed', 'verified', [], {}].map(isFlaw)).not.toContain(true);
  });
});

it('this library asks the platform for nothing outside crypto.ts, so that a browser can run it', () => {
  const sources = readdirSync(__dirname).filter((file) => /^(?!.*\.spec\.).*\.ts$/.test(file));
  const asking = sources.filter((file) =>
    /from '(?!\.\/)|require\(|\b(?:Buffer|process)\b/.test(
      readFileSync(path.join(__dirname, file), 'utf8'),
    ),
  );
  expect(asking).toEqual(['crypto.ts']);
});
