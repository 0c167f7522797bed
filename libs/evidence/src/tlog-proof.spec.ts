import fc from 'fast-check';
import { randomInt } from 'node:crypto';
import { checkpointOf, example, secretOf, signers, time, trust } from '../test/sample-log';
import { right } from '../test/right';
import { leaf as leafOf, tree } from '../test/sample-tree';
import { toBase64 } from './bytes';
import { signCheckpoint } from './checkpoint';
import { isFlaw } from './flaw';
import { verifierOf } from './key';
import { formatTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof';

const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));

describe('a proof in a file', () => {
  const proofOf = (index: number, size: number, extra?: Uint8Array) =>
    formatTlogProof({
      index,
      inclusionProof: right(tree.inclusionProof(index, size)),
      checkpoint: right(signCheckpoint(checkpointOf(size), signers)),
      ...(extra ? { extra } : {}),
    });

  /*
   * c2sp.org/tlog-proof, the example, with its checkpoint written out. There the line `extra` is no
   * whole Base 64 and the signatures are shortened, so these are other.
   */
  const written = `c2sp.org/tlog-proof@v1
extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6
index 73894
gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=
RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=
AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=

${example}`;

  it('is read and written as in the specification', () => {
    const parsed = right(parseTlogProof(written));
    expect(parsed).toMatchObject({ index: 73_894, checkpoint: example });
    expect(Buffer.from(parsed.extra!).toString()).toBe('age-v1.2.1-darwin-arm64.tar.gz');
    expect(parsed.inclusionProof.map(toBase64)[4]).toBe(
      'AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=',
    );
    expect(formatTlogProof(parsed)).toBe(written);
    // github.com/transparency-dev/merkle, proof/tlog_proof_test.go, "proof with empty hashes".
    const least = 'c2sp.org/tlog-proof@v1\nindex 0\n\ncheckpoint\n';
    expect(formatTlogProof({ index: 0, inclusionProof: [], checkpoint: 'checkpoint\n' })).toBe(
      least,
    );
    expect(parseTlogProof(least)).toEqual({
      index: 0,
      inclusionProof: [],
      checkpoint: 'checkpoint\n',
    });
  });

  it('that others refuse is refused, and the line is named', () => {
    // The same file and github.com/FiloSottile/torchwood, tests of proofs.
    const hash = toBase64(new Uint8Array(32));
    const wrong: readonly (readonly [string, object])[] = [
      ['wrong-header\nindex 0\n\ncheckpoint\n', { code: 'proof.header', facts: { line: 1 } }],
      ['index 0\n\ncheckpoint\n', { code: 'proof.header' }],
      ['', { code: 'proof.header' }],
      ['c2sp.org/tlog-proof@v1\n', { code: 'proof.index', facts: { line: 2 } }],
      [
        'c2sp.org/tlog-proof@v1\nextra !!notbase64!!\nindex 0\n\ncheckpoint\n',
        { code: 'proof.extra', facts: { line: 2, found: 'extra !!notbase64!!' } },
      ],
      ['c2sp.org/tlog-proof@v1\n\n\ncheckpoint\n', { code: 'proof.index', facts: { line: 2 } }],
      ...['notanumber', '-5', '01', '', '9007199254740992'].map(
        (index) =>
          [
            `c2sp.org/tlog-proof@v1\nextra AA==\nindex ${index}\n\ncheckpoint\n`,
            { code: 'proof.index', facts: { line: 3, found: `index ${index}` } },
          ] as const,
      ),
      [
        `c2sp.org/tlog-proof@v1\nindex 0\n${hash}\n!!notbase64!!\n\ncheckpoint\n`,
        { code: 'proof.hash', facts: { line: 4, found: '!!notbase64!!' } },
      ],
      [
        `c2sp.org/tlog-proof@v1\nindex 0\n${toBase64(new Uint8Array(64))}\n\ncheckpoint\n`,
        { code: 'proof.hash', facts: { line: 3 } },
      ],
      [
        `c2sp.org/tlog-proof@v1\nindex 0\n${toBase64(new Uint8Array(16))}\n\ncheckpoint\n`,
        { code: 'proof.hash' },
      ],
      [`c2sp.org/tlog-proof@v1\nindex 0\n${hash}`, { code: 'proof.end', facts: { line: 3 } }],
      [`c2sp.org/tlog-proof@v1\r\nindex 0\n\ncheckpoint\n`, { code: 'proof.header' }],
    ];
    for (const [text, flaw] of wrong) {
      expect(parseTlogProof(text)).toMatchObject(flaw);
      expect(verifyTlogProof(text, leafOf(0), trust)).toMatchObject(flaw);
    }
  });

  it(`verifies by itself, for any entry and size (SEED=${seed})`, () => {
    const property = fc.property(fc.nat(299), fc.nat(), fc.uint8Array(), (last, any, extra) => {
      const size = last + 1;
      const index = any % size;
      const text = proofOf(index, size, extra);
      expect(verifyTlogProof(text, leafOf(index), trust)).toMatchObject({
        index,
        extra,
        checkpoint: { size },
        cosigned: [{ time }],
      });
      expect(formatTlogProof(right(parseTlogProof(text)))).toBe(text);
    });
    fc.assert(property, { numRuns: 50, seed });
  });

  it('proves no other entry, no other place, for no other key', () => {
    const text = proofOf(7, 20);
    const leaf = leafOf(7);
    expect(verifyTlogProof(text, leafOf(8), trust)).toMatchObject({
      code: 'inclusion.root',
      facts: { index: 7, size: 20 },
    });
    expect(verifyTlogProof(text.replace('index 7', 'index 6'), leaf, trust)).toMatchObject({
      code: 'inclusion.root',
    });
    expect(verifyTlogProof(text.replace('index 7', 'index 20'), leaf, trust)).toMatchObject({
      code: 'tree.index',
    });
    const other = { ...trust, logKeys: [verifierOf(secretOf('example.org/other'))] };
    expect(verifyTlogProof(text, leaf, other)).toMatchObject({ code: 'note.unknownSigners' });
  });

  it(`of which any byte is flipped proves nothing (SEED=${seed})`, () => {
    const bytes = Buffer.from(proofOf(7, 20), 'utf8');
    const property = fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at);
      const found = verifyTlogProof(flipped.toString('utf8'), leafOf(7), trust);
      // A witness whose name or id was changed is not a known one any more; all else is a flaw.
      const proves = !isFlaw(found) && found.cosigned.length > 0;
      expect(proves).toBe(false);
    });
    fc.assert(property, { numRuns: 500, seed });
  });
});
