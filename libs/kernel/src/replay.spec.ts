import { hashOf, sha256 } from './hash';
import type { JsonObject } from './json';
import { seal, type Metadata, type StepRecord } from './record';
import { replay } from './replay';
import { motion } from './sample-procedures';
import { recordAll } from './sample-histories';

const step = (name: string, occurredOn: string, data: JsonObject = {}) => ({
  type: `motion.${name}`,
  data,
  occurredOn,
});

const { records } = recordAll(motion, [
  step('tabled', '2018-01-10', { text: 'To adjourn', movers: ['RUS'] }),
  step('discussed', '2018-02-20', { summary: 'Heard' }),
  step('discussed', '2018-01-30', { summary: 'Heard earlier' }),
  step('carried', '2018-03-01', { present: 5 }),
])!;

type Change = Partial<Omit<StepRecord, 'metadata'>> & { readonly metadata?: Partial<Metadata> };

/** The history with one record changed, as somebody would who can write to the store. */
const forged = (revision: number, change: Change) =>
  records.map((record) =>
    record.revision === revision
      ? { ...record, ...change, metadata: { ...record.metadata, ...change.metadata } }
      : record,
  );

/** The same, and the chain from there on made good again. */
const forgedAndSealed = (revision: number, change: Change) => {
  let previous = '0'.repeat(64);
  return forged(revision, change).map((record) => {
    const { hash: _hash, previousHash: _previous, ...metadata } = record.metadata;
    const sealed = seal({ ...record, metadata }, previous);
    previous = sealed.metadata.hash;
    return sealed;
  });
};

const otherHash = sha256('something else');

describe('a history as it was recorded', () => {
  it('proves itself', () => {
    expect(replay(motion, records)).toBeUndefined();
    expect(replay(motion, [])).toBeUndefined();
  });

  it('proves itself at every length', () => {
    const lengths = records.map((_record, i) => replay(motion, records.slice(0, i + 1)));
    expect(lengths).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('may hold steps of the engine, which are chained and never enter the fold', () => {
    const [first, , , last] = records;
    const { hash, previousHash: _previous, ...metadata } = first!.metadata;
    const noted = { ...first!, revision: 1, type: 'record.noted', data: { text: 'x' } };
    const { to } = metadata;
    const sealed = seal({ ...noted, metadata: { ...metadata, from: to, to } }, hash);
    expect(replay(motion, [first!, sealed])).toBeUndefined();
    expect(replay(motion, [first!, { ...sealed, data: { text: 'y' } }])).toMatchObject({
      revision: 1,
      field: 'hash',
    });
    expect(last?.type).toBe('motion.carried');
  });
});

describe('a record that was changed', () => {
  const changes: readonly (readonly [string, Change])[] = [
    ['data', { data: { summary: 'Never heard' } }],
    ['from', { metadata: { from: 'awaited' } }],
    ['to', { metadata: { to: 'carried' } }],
    ['stateHash', { metadata: { stateHash: otherHash } }],
    ['verdicts', { metadata: { verdicts: { isDiscussed: false } } }],
    ['recordedAt', { metadata: { recordedAt: '2018-02-21T00:00:00.000Z' } }],
    ['actor', { metadata: { actor: { id: 'somebody', role: 'operator' } } }],
    ['id', { id: '00000000-0000-5000-8000-000000000000' }],
    ['type', { type: 'motion.paused' }],
    ['stream', { stream: 'motion-m2' }],
  ];

  it.each(changes)('in its %s is named by its hash', (_field, change) => {
    const difference = replay(motion, forged(1, change));
    expect(difference).toMatchObject({ revision: 1, field: 'hash' });
    expect(difference?.found).toBe(records[1]?.metadata.hash);
    expect(difference?.expected).not.toBe(difference?.found);
  });

  it('in its hash is named, with the hash that it ought to have', () => {
    expect(replay(motion, forged(1, { metadata: { hash: otherHash } }))).toEqual({
      revision: 1,
      field: 'hash',
      expected: records[1]?.metadata.hash,
      found: otherHash,
    });
  });

  it.each([0, 2])('in its previousHash is named: revision %d', (revision) => {
    const difference = replay(motion, forged(revision, { metadata: { previousHash: otherHash } }));
    expect(difference).toMatchObject({ revision, field: 'previousHash', found: otherHash });
  });

  it('and sealed anew breaks the chain at the next record', () => {
    const [, changed] = forgedAndSealed(1, { data: { summary: 'Never heard' } });
    const history = records.map((record) => (record.revision === 1 ? changed! : record));
    expect(replay(motion, history)).toMatchObject({ revision: 2, field: 'previousHash' });
  });
});

describe('a record that was left out', () => {
  it('is noticed at the one that takes its place', () => {
    const without = records.filter(({ revision }) => revision !== 1);
    expect(replay(motion, without)).toEqual({
      revision: 1,
      field: 'revision',
      expected: 1,
      found: 2,
    });
  });

  it('is noticed when the others are numbered anew', () => {
    const without = records
      .filter(({ revision }) => revision !== 1)
      .map((record, revision) => ({ ...record, revision }));
    expect(replay(motion, without)).toMatchObject({ revision: 1, field: 'previousHash' });
  });
});

describe('a history forged with a whole chain', () => {
  const changes: readonly (readonly [string, number, Change])[] = [
    ['from', 2, { metadata: { from: 'awaited' } }],
    ['to', 2, { metadata: { to: { paused: 'openEnded' } } }],
    ['stateHash', 2, { metadata: { stateHash: otherHash } }],
    ['verdicts', 3, { metadata: { verdicts: { isDiscussed: false } } }],
    ['verdicts', 3, { metadata: { verdicts: {} } }],
    // Another payload leads to another context.
    ['stateHash', 0, { data: { text: 'To adjourn', movers: ['BRA'] } }],
    // Another day leads another way.
    ['from (before revision 1)', 1, { metadata: { occurredOn: '2018-01-09' } }],
  ];

  it.each(changes)('is named by its %s at revision %d', (field, revision, change) => {
    const history = forgedAndSealed(revision, change);
    expect(replay(motion, history)).toMatchObject({ revision, field });
  });

  it('is told apart from one that was only sealed again', () => {
    expect(replay(motion, forgedAndSealed(1, {}))).toBeUndefined();
  });

  it('says what was expected and what was found', () => {
    const history = forgedAndSealed(2, { metadata: { stateHash: otherHash } });
    expect(replay(motion, history)).toEqual({
      revision: 2,
      field: 'stateHash',
      expected: hashOf({ value: 'tabled', context: { movers: ['RUS'], discussions: 1 } }),
      found: otherHash,
    });
  });
});
