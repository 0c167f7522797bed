import fc from 'fast-check';
import { randomInt } from 'node:crypto';
import { checkpointOf, signers, trust } from '../test/sample-log';
import { right } from '../test/right';
import { leaf, tree } from '../test/sample-tree';
import { openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint';
import { parseEntryBundle } from './entry-bundle';
import { isFlaw } from './flaw';
import { entryOf } from './hashing';
import { formatVerifierKey, parseSignerKey, parseVerifierKey, verifierKey } from './key';
import { openNote, parseNote, parseSignatures } from './note';
import { verifySignature } from './signature';
import { parseTilePath } from './tile-path';
import { formatTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof';
import { verifyConsistency, verifyInclusion } from './verification';

const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));
const checkpoint = right(signCheckpoint(checkpointOf(20), signers));
const inclusionProof = right(tree.inclusionProof(7, 20));
const proof = formatTlogProof({ index: 7, inclusionProof, checkpoint });

const readers: readonly ((text: string) => unknown)[] = [
  parseNote,
  parseSignatures,
  parseCheckpoint,
  parseTlogProof,
  parseVerifierKey,
  parseSignerKey,
  parseTilePath,
  entryOf,
  (text) => openNote(text, trust.logKeys),
  (text) => openCheckpoint(text, trust),
  (text) => verifyTlogProof(text, leaf(7), trust),
];

/** A right text with a piece of it taken out, repeated, or replaced by anything. */
const broken = fc
  .tuple(
    fc.constantFrom(proof, checkpoint, formatVerifierKey(trust.logKeys[0]!), 'tile/0/x001/000.p/7'),
    fc.nat(),
    fc.nat(),
    fc.oneof(fc.constant(''), fc.string({ unit: 'binary' }), fc.constantFrom('\n', '\n\n', '— ')),
  )
  .map(([text, from, length, other]) => {
    const at = from % (text.length + 1);
    const piece = text.slice(at, at + (length % 40));
    return [text.slice(0, at) + other + text.slice(at + piece.length), text + piece] as const;
  });

describe(`bad input (SEED=${seed})`, () => {
  it('is never an exception for whoever reads a text', () => {
    const any = fc.string({ unit: 'binary' }).map((text) => [text] as const);
    const property = fc.property(fc.oneof(any, broken), (texts) => {
      for (const text of texts) for (const read of readers) read(text);
    });
    fc.assert(property, { numRuns: 300, seed });
  });

  it('is never an exception for whoever checks a signature or a proof', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.uint8Array({ minLength: 64, maxLength: 72 }),
    );
    const number = fc.oneof(fc.nat(400), fc.integer(), fc.double(), fc.maxSafeInteger());
    const numbers = fc.tuple(number, number);
    const property = fc.property(
      bytes,
      bytes,
      fc.array(bytes),
      numbers,
      (one, other, proof, [n, m]) => {
        verifyInclusion({ leaf: one, index: n, size: m, root: other, proof });
        verifyConsistency({ size1: n, root1: one, size2: m, root2: other, proof });
        for (const type of ['ed25519', 'cosignature/v1'] as const) {
          const key = verifierKey('a', one, type);
          if (!isFlaw(key)) verifySignature(key, 'text\n', other);
        }
        parseEntryBundle(one, { path: 'tile/entries/000', width: 3 });
      },
    );
    fc.assert(property, { numRuns: 300, seed });
  });
});
