import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson, isJsonObject, sameJson, toJson, toJsonObject, type Json } from './json';

describe('canonical JSON', () => {
  // RFC 8785, appendix B, and the numbers that are written otherwise than they are read.
  it.each([
    [0, '0'],
    [-0, '0'],
    [1e21, '1e+21'],
    [1e20, '100000000000000000000'],
    [1e-6, '0.000001'],
    [1e-7, '1e-7'],
    [5e-324, '5e-324'],
    [-5e-324, '-5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [9007199254740992, '9007199254740992'],
    [295147905179352830000, '295147905179352830000'],
    [9.999999999999997e22, '9.999999999999997e+22'],
    [1e23, '1e+23'],
    [999999999999999700000, '999999999999999700000'],
    [Number('333333333.33333329'), '333333333.3333333'],
    [4.5, '4.5'],
    [2e-3, '0.002'],
  ])('writes the number %d as %s', (number, text) => {
    expect(canonicalJson(number)).toBe(text);
  });

  it('writes the example of RFC 8785 as the RFC does', () => {
    const example = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('orders members by the UTF-16 code units of their names', () => {
    // A surrogate pair stands before U+FB33, though its code point is the greater.
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const object = Object.fromEntries(names.map((name) => [name, name]));
    const ordered = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    const members = ordered.map((name) => `${JSON.stringify(name)}:${JSON.stringify(name)}`);
    expect(canonicalJson(object)).toBe(`{${members.join(',')}}`);
  });

  it('orders names that look like numbers as text', () => {
    expect(canonicalJson({ 10: 'ten', 9: 'nine', '-1': 'less' })).toBe(
      '{"-1":"less","10":"ten","9":"nine"}',
    );
  });

  it('escapes control characters, and nothing that need not be', () => {
    expect(canonicalJson('\b\t\n\f\r\u0000\u001f"\\\u007f\u2028é')).toBe(
      '"\\b\\t\\n\\f\\r\\u0000\\u001f\\"\\\\\u007f\u2028é"',
    );
  });

  it.each([
    ['a high half', '\ud83d'],
    ['a low half', '\ude00'],
    ['halves in the wrong order', '\ude00\ud83d'],
  ])('refuses %s of a surrogate pair, as a text and as a name', (_what, text) => {
    expect(() => canonicalJson(text)).toThrow(TypeError);
    expect(() => canonicalJson({ [text]: 1 })).toThrow(TypeError);
    expect(() => canonicalJson([{ deep: `x${text}` }])).toThrow(TypeError);
  });

  it.each([NaN, Infinity, -Infinity])('refuses %d, which JSON cannot write', (number) => {
    expect(() => canonicalJson(number)).toThrow(TypeError);
    expect(() => canonicalJson({ deep: [number] })).toThrow(TypeError);
  });

  it('refuses a member that is undefined, rather than write what does not parse', () => {
    const object = { present: 1, absent: undefined } as unknown as Json;
    expect(() => canonicalJson(object)).toThrow('absent');
  });

  it('is what another implementation of RFC 8785 writes, for any value', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
    );
  });

  it('parses to the value it was written from', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
    );
  });
});

const key = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\ufb33', '\u{1f600}', '2'));
const { json: anyJson } = fc.letrec<{ json: Json; leaf: Json }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(null, true, false),
    // −0 is written as 0, and so does not come back as itself.
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.integer(),
    fc.string({ unit: 'binary' }),
  ),
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('leaf'),
    fc.array(tie('json'), { maxLength: 5 }),
    fc.dictionary(key, tie('json'), { maxKeys: 6, noNullPrototype: true }),
  ),
}));

describe('a value taken as JSON', () => {
  it('loses members that are undefined, at every depth', () => {
    expect(toJson({ a: undefined, b: [{ c: undefined, d: 1 }] })).toEqual({ b: [{ d: 1 }] });
    expect(Object.keys(toJsonObject({ a: undefined }))).toEqual([]);
  });

  it.each([
    ['$.list[1]', { list: [1, undefined] }],
    ['$.deep.number', { deep: { number: NaN } }],
    ['$.big', { big: 1n }],
    ['$.call', { call: () => 1 }],
    ['$.text', { text: '\ud83d' }],
  ])('is refused by the path of what JSON cannot hold: %s', (path, value) => {
    expect(() => toJson(value)).toThrow(path);
  });

  it('is refused for a name that is half a character', () => {
    expect(() => toJson({ '\ude00': 1 })).toThrow(TypeError);
  });

  it('keeps a member called __proto__ as a member', () => {
    const value = toJsonObject(JSON.parse('{"__proto__":{"a":1}}'));
    expect(Object.keys(value)).toEqual(['__proto__']);
  });

  it('is an object only when it has named members', () => {
    expect([{}, { a: 1 }].every(isJsonObject)).toBe(true);
    expect([[], null, 'text', 1, true, undefined].some(isJsonObject)).toBe(false);
  });
});

describe('two JSON values', () => {
  it('are the same whatever the order of their members', () => {
    expect(sameJson({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true);
  });

  it('are not the same when a list is in another order', () => {
    expect(sameJson([1, 2], [2, 1])).toBe(false);
    expect(sameJson({ a: '1' }, { a: 1 })).toBe(false);
  });
});
