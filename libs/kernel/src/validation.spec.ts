import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
} from 'class-validator';
import fc from 'fast-check';
import { canonicalJson, toJson, type JsonObject } from './json';
import { IsDay, Part, Parts } from './payload';
import type { Reason } from './refusal';
import { validated } from './validation';

class Item {
  @IsString() @Length(1, 5) x!: string;
  @IsOptional() @IsDay() on?: string;
}

class Payload {
  @IsOptional() @IsString() text?: string;
  @IsOptional() @IsString() @Length(2, 4) short?: string;
  @IsOptional() @IsIn(['yea', 'nay']) vote?: string;
  @IsOptional() @IsInt() @Min(1) @Max(9) count?: number;
  @IsOptional() @IsBoolean() again?: boolean;
  @IsOptional() @IsDay() on?: string;
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsString({ each: true })
  names?: string[];
  @IsOptional() @IsObject() free?: JsonObject;
  @IsOptional() @Part(Item) item?: Item;
  @IsOptional() @IsArray() @ArrayMaxSize(3) @Parts(Item) items?: Item[];
}

const reasonsFor = (value: unknown): readonly Reason[] => {
  const result = validated(Payload, value, 'data');
  return result.valid ? [] : result.reasons;
};
const fieldsOf = (value: unknown) => reasonsFor(value).map(({ field }) => field);

describe('a payload in order', () => {
  const anyPayload = fc.record(
    {
      text: fc.string({ unit: 'grapheme' }),
      short: fc.stringMatching(/^[a-z]{2,4}$/),
      vote: fc.constantFrom('yea', 'nay'),
      count: fc.integer({ min: 1, max: 9 }),
      again: fc.boolean(),
      on: fc.constantFrom('2016-02-29', '2018-03-07'),
      names: fc.uniqueArray(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 2 }),
      free: fc.record({ a: fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })) }),
      item: fc.record({ x: fc.constant('x') }),
      items: fc.array(fc.record({ x: fc.constant('x'), on: fc.constant('2018-03-07') }), {
        maxLength: 3,
      }),
    },
    { requiredKeys: [] },
  );

  it('is returned exactly as it is to be stored', () => {
    fc.assert(
      fc.property(anyPayload, (payload) => {
        const result = validated(Payload, payload, 'data');
        if (!result.valid) throw new Error(JSON.stringify(result.reasons));
        expect(canonicalJson(result.value)).toBe(canonicalJson(payload));
        expect(canonicalJson(toJson(result.instance))).toBe(canonicalJson(payload));
      }),
    );
  });

  it('is plain data, and its instance is of its class', () => {
    const result = validated(Payload, { item: { x: 'x' } }, 'data');
    if (!result.valid) throw new Error('refused');
    expect(Object.getPrototypeOf(result.value)).toBe(Object.prototype);
    expect(result.instance).toBeInstanceOf(Payload);
    expect(result.instance.item).toBeInstanceOf(Item);
  });

  it('has no member for what was sent as undefined', () => {
    const result = validated(Payload, { text: 'a', on: undefined }, 'data');
    expect(result.valid && Object.keys(result.value)).toEqual(['text']);
  });
});

describe('what a payload may not hold', () => {
  it('is a field that is not declared, at any depth, by its path', () => {
    expect(fieldsOf({ txt: 'a' })).toEqual(['data.txt']);
    expect(fieldsOf({ item: { x: 'x', y: 1 } })).toEqual(['data.item.y']);
    expect(fieldsOf({ items: [{ x: 'x' }, { x: 'x', z: 1 }] })).toEqual(['data.items[1].z']);
  });

  it('is null, at any depth, by its path', () => {
    expect(fieldsOf({ text: null })).toEqual(['data.text']);
    expect(fieldsOf({ names: ['a', null] })).toEqual(['data.names[1]']);
    expect(fieldsOf({ free: { a: { b: null } } })).toEqual(['data.free.a.b']);
    expect(fieldsOf(null)).toEqual(['data']);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'])(
    'is a name that JavaScript gives a meaning: %s',
    (name) => {
      const sent = (text: string): unknown => JSON.parse(text.replace('NAME', name));
      expect(fieldsOf(sent('{"NAME":"a"}'))).toEqual([`data.${name}`]);
      expect(fieldsOf(sent('{"NAME":{"text":"a"}}'))).toEqual([`data.${name}`]);
      expect(fieldsOf(sent('{"free":{"a":{"NAME":1}}}'))).toEqual([`data.free.a.${name}`]);
      expect(fieldsOf(sent('{"items":[{"x":"x","NAME":1}]}'))).toEqual([`data.items[0].${name}`]);
    },
  );

  it('is what JSON cannot carry', () => {
    expect(fieldsOf({ text: '\ud83d' })).toEqual(['data']);
    expect(fieldsOf({ count: NaN })).toEqual(['data']);
    expect(fieldsOf({ count: 1n })).toEqual(['data']);
  });

  it.each([[[]], [['text']], ['text'], [1], [true], [undefined]])('is no object: %j', (value) => {
    expect(fieldsOf(value)).toEqual(['data']);
  });

  it('is nested too deep', () => {
    const nested = (depth: number) =>
      Array(depth)
        .fill('a')
        .reduce<JsonObject>((inner, key: string) => ({ [key]: inner }), {});
    expect(fieldsOf({ free: nested(11) })).toEqual([]);
    expect(fieldsOf({ free: nested(12) })).toEqual([`data.free${'.a'.repeat(12)}`]);
    expect(fieldsOf({ free: nested(100_000) })).toEqual(['data']);
  });
});

describe('a part of a payload', () => {
  it('is one object, never a list of them', () => {
    expect(fieldsOf({ item: [{ x: 'x' }] })).toEqual(['data.item']);
    expect(fieldsOf({ item: [] })).toEqual(['data.item']);
    expect(fieldsOf({ item: 'x' })).toEqual(['data.item']);
  });

  it('stands in a list that holds objects, and no lists', () => {
    expect(fieldsOf({ items: { x: 'x' } })).toEqual(['data.items']);
    expect(fieldsOf({ items: [[{ x: 'x' }]] })).toEqual(['data.items']);
    expect(fieldsOf({ items: [{ x: 'x' }, 'x'] })).toEqual(['data.items[1]']);
  });

  it('is named in full where it is wrong', () => {
    expect(fieldsOf({ items: [{ x: 1 }, { x: 'x', on: '2017-02-30' }] })).toEqual([
      'data.items[0].x',
      'data.items[1].on',
    ]);
    expect(fieldsOf({ item: {} })).toEqual(['data.item.x']);
  });
});
