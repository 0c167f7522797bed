import { hashOf, sha256 } from './hash';
import { canonicalJson, toJsonObject, type Json, type JsonObject } from './json';
import {
  canonicalRecord,
  factOf,
  isEngineStep,
  noHash,
  recordHash,
  recordOf,
  seal,
  UnreadableRecord,
  type StoredParts,
} from './record';
import { motion } from './sample-procedures';
import { recordAll } from './sample-histories';

const { records } = recordAll(motion, [
  { type: 'motion.tabled', data: { text: 'x', movers: ['RUS'] }, occurredOn: '2018-01-10' },
  {
    type: 'motion.discussed',
    data: { summary: 'Heard' },
    occurredOn: '2018-01-10',
    follows: 0,
    decision: { mode: 'noted' },
  },
])!;
const [first, second] = [records[0]!, records[1]!];

/** As a store gives it back: through text. */
const stored = (record: object): StoredParts => JSON.parse(JSON.stringify(record)) as StoredParts;
const changed = (metadata: Record<string, Json | undefined>): StoredParts =>
  stored({ ...first, metadata: { ...first.metadata, ...metadata } });

describe('a sealed record', () => {
  it('is hashed over the canonical text of all of it but the hash itself', () => {
    const { hash, ...metadata } = toJsonObject(first.metadata);
    const { stream, revision, id, type, data } = first;
    const text = canonicalJson({ stream, revision, id, type, data, metadata });
    expect(canonicalRecord(stored(first))).toBe(text);
    expect(hash).toBe(sha256(text));
    expect(hash).toBe(hashOf({ stream, revision, id, type, data, metadata }));
  });

  it('begins its case’s chain with 64 zeros, and each other with the one before it', () => {
    expect(noHash).toBe('0'.repeat(64));
    expect(first.metadata.previousHash).toBe(noHash);
    expect(second.metadata.previousHash).toBe(first.metadata.hash);
  });

  it('has the same hash when it is read back, in whatever order its members come', () => {
    const reversed = (value: Json): Json =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, member]) => [key, reversed(member)]),
          )
        : value;
    const parts = reversed(JSON.parse(JSON.stringify(second)) as Json);
    expect(recordHash(parts as unknown as StoredParts)).toBe(second.metadata.hash);
  });

  it('has another hash when anything in it is another', () => {
    const others: readonly StoredParts[] = [
      { ...stored(first), stream: 'motion-m2' },
      { ...stored(first), revision: 1 },
      { ...stored(first), id: second.id },
      { ...stored(first), type: 'motion.carried' },
      { ...stored(first), data: {} },
      ...Object.keys(first.metadata)
        .filter((name) => name !== 'hash')
        .map((name) => changed({ [name]: 'another' })),
    ];
    const hashes = others.map(recordHash);
    expect(new Set([...hashes, first.metadata.hash]).size).toBe(others.length + 1);
  });

  it('does not depend on a hash that it already carries', () => {
    expect(recordHash(changed({ hash: 'anything' }))).toBe(first.metadata.hash);
  });

  it('is not sealed when it holds what JSON cannot carry', () => {
    const { hash: _hash, previousHash: _previous, ...metadata } = first.metadata;
    const data: JsonObject = { text: '\ud83d' };
    expect(() => seal({ ...first, data, metadata }, noHash)).toThrow(TypeError);
  });
});

describe('an event of the store', () => {
  it('is a record when it has what every record has', () => {
    expect(recordOf(stored(second))).toEqual(second);
  });

  it.each([
    ['no data', { ...stored(first), data: null }, 'its data is no object'],
    ['a list of data', { ...stored(first), data: [] }, 'its data is no object'],
    ['data that is text', { ...stored(first), data: 'x' }, 'its data is no object'],
    ['no metadata', { ...stored(first), metadata: {} }, 'its metadata is not'],
  ])('with %s is no record, and is never passed over', (_what, event, why) => {
    expect(() => recordOf(event)).toThrow(UnreadableRecord);
    expect(() => recordOf(event)).toThrow(`motion-m1, revision 0: ${why}`);
  });

  it.each([
    'occurredOn',
    'recordedAt',
    'stateHash',
    'request',
    'previousHash',
    'hash',
    'actor',
    'verdicts',
    'basis',
    'definition',
    'from',
    'to',
  ])('without its %s, or with another kind of thing there, is no record', (name) => {
    expect(() => recordOf(changed({ [name]: undefined }))).toThrow(UnreadableRecord);
    expect(() => recordOf(changed({ [name]: 7 }))).toThrow(UnreadableRecord);
    expect(() => recordOf(changed({ [name]: null }))).toThrow(UnreadableRecord);
    expect(() => recordOf(changed({ [name]: [] }))).toThrow(UnreadableRecord);
  });
});

describe('a record as the fold sees it', () => {
  it('is what happened, and nothing of who wrote it down or when', () => {
    expect(factOf(second)).toEqual({
      revision: 1,
      type: 'motion.discussed',
      data: { summary: 'Heard' },
      occurredOn: '2018-01-10',
      follows: 0,
      decision: { mode: 'noted' },
    });
    expect(Object.keys(factOf(first)).sort()).toEqual(['data', 'occurredOn', 'revision', 'type']);
  });

  it('is left out of it when it is a step of the engine', () => {
    expect(isEngineStep('record.noted')).toBe(true);
    expect(['motion.record', 'recording.begun', 'motion.tabled'].some(isEngineStep)).toBe(false);
  });
});
