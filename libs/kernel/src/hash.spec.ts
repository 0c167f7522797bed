import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { eventId, hashOf, sha256 } from './hash';

/** RFC 9562, section 5.5, written down once more and otherwise. */
function uuidV5(namespace: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0b0000_1111) | 0b0101_0000, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0b0011_1111) | 0b1000_0000, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const namespace = '0b7e5c1e-2f4d-5a7c-9e3b-6d8f1a2c4e60';
const part = fc.string({ unit: 'grapheme' });
const request = fc.tuple(part, part, fc.nat());

describe('the id of an event', () => {
  it('is a UUID of version 5 and of the variant of RFC 9562', () => {
    fc.assert(
      fc.property(request, ([stream, key, index]) => {
        expect(eventId(stream, key, index)).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
      }),
    );
  });

  it('is the UUIDv5 of [stream, key, index] in the namespace of this product', () => {
    fc.assert(
      fc.property(request, ([stream, key, index]) => {
        const name = JSON.stringify([stream, key, index]);
        expect(eventId(stream, key, index)).toBe(uuidV5(namespace, name));
      }),
    );
  });

  it('is the same for the same request, always', () => {
    // Written down: an id that changes between versions would record a retry twice.
    expect(eventId('motion-m1', 'key-1', 0)).toBe('a6ef5c79-3a40-58ba-836d-9b48a12a6017');
  });

  it('differs when the stream, the key or the index differs', () => {
    fc.assert(
      fc.property(request, request, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(eventId(...one)).not.toBe(eventId(...other));
      }),
    );
    const ids = [
      eventId('motion-m1', 'k', 0),
      eventId('motion-m2', 'k', 0),
      eventId('motion-m1', 'l', 0),
      eventId('motion-m1', 'k', 1),
      // The same characters, cut elsewhere.
      eventId('motion-m', '1k', 0),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('SHA-256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of %j is as FIPS 180-4 gives it', (text, digest) => {
    expect(sha256(text)).toBe(digest);
  });

  it('is taken of the UTF-8 bytes', () => {
    const bytes = Buffer.from([0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80]);
    expect(sha256('é😀')).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('of a value is that of its canonical text', () => {
    expect(hashOf({ b: 1, a: [true] })).toBe(sha256('{"a":[true],"b":1}'));
    expect(hashOf({ b: 1, a: [true] })).toBe(hashOf({ a: [true], b: 1 }));
  });
});
