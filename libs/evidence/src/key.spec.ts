import { enochKey, peterKey, peterSecret } from '../test/peter';
import { right } from '../test/right';
import { toHex } from './bytes';
import { isFlaw } from './flaw';
import {
  formatSignerKey,
  formatVerifierKey,
  parseSignerKey,
  parseVerifierKey,
  signerKey,
  verifierKey,
  verifierOf,
} from './key';

const peter = right(parseVerifierKey(peterKey));

describe('keys', () => {
  it('are read and written as by other implementations', () => {
    // The last two: the example of github.com/C2SP/C2SP, signed-note.md at d4c16da5; and a witness's key from
    // github.com/transparency-dev/formats, note/note_cosigv1_test.go.
    const keys = [
      [peterKey, 'PeterNeumann', 'ed25519'],
      [enochKey, 'EnochRoot', 'ed25519'],
      [
        'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
        'example.com/foo',
        'ed25519',
      ],
      [
        'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2',
        'remora.n621.de',
        'cosignature/v1',
      ],
    ] as const;
    for (const [written, name, type] of keys) {
      const key = right(parseVerifierKey(written));
      expect(key).toMatchObject({ name, type, id: written.split('+')[1] });
      expect(key.publicKey).toHaveLength(32);
      expect(formatVerifierKey(key)).toBe(written);
    }
    expect(toHex(right(parseVerifierKey(keys[2][0])).publicKey)).toBe(
      'e932791ae6e7a840a46164c904786426d5e7821dd8b29a00d61cae72afdd4da4',
    );
  });

  it('to sign with belong to those to check with', () => {
    const secret = right(parseSignerKey(peterSecret));
    expect(formatVerifierKey(verifierOf(secret))).toBe(peterKey);
    expect(formatSignerKey(secret)).toBe(peterSecret);
    expect(signerKey('PeterNeumann', secret.seed)).toEqual(secret);
    expect(verifierKey('PeterNeumann', peter.publicKey)).toEqual(peter);
  });

  it('of which a piece is missing or a character differs are refused', () => {
    for (const [key, parse] of [
      [peterKey, parseVerifierKey],
      [peterSecret, parseSignerKey],
    ] as const) {
      const pieces = Array.from(key, (_, from) =>
        Array.from({ length: key.length - from + Math.sign(from) }, (_, length) =>
          key.slice(from, from + length),
        ),
      ).flat();
      expect(pieces.filter((piece) => !isFlaw(parse(piece)))).toEqual([]);
      const changed = Array.from(
        key,
        (character, at) =>
          key.slice(0, at) + String.fromCharCode(character.charCodeAt(0) + 1) + key.slice(at + 1),
      );
      expect(changed.filter((other) => !isFlaw(parse(other)))).toEqual([]);
    }
  });

  it('say what is wrong with them, and nothing of a secret', () => {
    // The first two are those of TestNewVerifier: a wrong length, an unknown type.
    const long = 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==';
    const length = { code: 'key.length', facts: { name: 'PeterNeumann', found: 36 } };
    // Those digits say more than their bytes, which is refused before; the same key in right digits:
    expect(parseVerifierKey(long)).toMatchObject({ code: 'key.form' });
    expect(parseVerifierKey(long.replace('EY==', 'EQ=='))).toMatchObject(length);
    expect(
      parseVerifierKey('PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'),
    ).toMatchObject({ code: 'key.type', facts: { name: 'PeterNeumann', found: '65' } });
    expect(parseVerifierKey(peterKey.replace('Peter', 'Petra'))).toMatchObject({
      code: 'key.id',
      facts: {
        name: 'PetraNeumann',
        expected: expect.stringMatching(/^[0-9a-f]{8}$/),
        found: 'c74f20a3',
      },
    });
    expect(verifierKey('Peter Neumann', peter.publicKey)).toMatchObject({ code: 'key.name' });
    expect(verifierKey('', peter.publicKey)).toMatchObject({ code: 'key.name' });
    expect(verifierKey('a\u2003b', peter.publicKey)).toMatchObject({ code: 'key.name' });
    expect(signerKey('a+b', peter.publicKey)).toMatchObject({ code: 'key.name' });
    expect(signerKey('a', new Uint8Array(31))).toMatchObject({ code: 'key.length' });
    const mistyped = [
      peterSecret.slice(0, -1),
      peterSecret.slice(1),
      peterSecret.replace('+AY', '+BY'),
    ];
    for (const secret of mistyped) {
      expect(JSON.stringify(parseSignerKey(secret))).not.toContain('KFALVFGyNhPJEMzD1QIDr');
    }
  });
});
