import { hashOf, sha256 } from './hash';
import type { JsonObject } from './json';
import { noHash, seal, type Metadata, type StepRecord } from './record';
import { replay } from './replay';
import { recordAll } from './sample-histories';
import { motion } from './sample-procedures';

const { records, timeline } = recordAll(motion, [
  {
    type: 'motion.tabled',
    data: { text: 'To adjourn', movers: ['RUS'] },
    occurredOn: '2018-01-10',
  },
  { type: 'motion.paused', data: {}, occurredOn: '2018-02-20' },
  // A late entry: last in the log, and not last in effective order.
  { type: 'motion.discussed', data: { summary: 'Heard' }, occurredOn: '2018-01-20' },
])!;
const last = timeline.at(-1)!.after;
const stateHash = hashOf({ value: last.value, context: last.context });
const approver = { id: 'chairperson', role: 'chair', of: 'generalCouncil' } as const;
const evidence: JsonObject = { revision: 1, documents: [{ symbol: 'GC/M/1' }] };

interface Told {
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata?: Partial<Metadata>;
}

/** A history with engine steps after its last record, each chained as the engine would. */
function followedBy(history: readonly StepRecord[], ...told: readonly Told[]): StepRecord[] {
  const found = [...history];
  for (const { type, data, metadata = {} } of told) {
    const before = found.at(-1);
    const { hash, previousHash: _previous, ...rest } = (before ?? records[0]!).metadata;
    const { irregularity: _irregularity, ...stepless } = rest;
    const kept = { from: last.value, to: last.value, stateHash, verdicts: {} };
    const changed = { ...stepless, ...kept, ...metadata };
    const [revision, id] = [found.length, `id-${found.length}`];
    const record = { ...records[0]!, revision, id, type, data, metadata: changed };
    found.push(seal(record, before ? hash : noHash));
  }
  return found;
}

const replayed = (...told: readonly Told[]) => replay(motion, followedBy(records, ...told));

describe('A history with engine steps', () => {
  it('proves itself: they are at the last state in effective order, and keep it', () => {
    expect(last.value).toEqual({ paused: 'openEnded' });
    const noted = { type: 'record.noted', data: { text: 'Seen.' } };
    expect(
      replayed(noted, { type: 'record.evidenceAdded', data: evidence }, noted),
    ).toBeUndefined();
  });

  it('proves itself although steps come after them', () => {
    const history = followedBy(records.slice(0, 1), {
      type: 'record.noted',
      data: { text: 'Seen.' },
      metadata: {
        from: 'tabled',
        to: 'tabled',
        stateHash: records[0]!.metadata.stateHash,
      },
    });
    const { previousHash: _previous, hash: _hash, ...metadata } = records[1]!.metadata;
    const paused = { ...records[1]!, revision: 2, metadata };
    const whole = [...history, seal(paused, history[1]!.metadata.hash)];
    expect(replay(motion, whole)).toBeUndefined();
  });
});

describe('An engine step that was forged, with a whole chain, is named', () => {
  it.each<[string, string, Told]>([
    ['by a type that there is not', 'type', { type: 'record.forgiven', data: {} }],
    ['by a payload that is not its own', 'data', { type: 'record.noted', data: { text: ' ' } }],
    [
      'by evidence for a record that is not there',
      'record.evidenceAdded.revision',
      { type: 'record.evidenceAdded', data: { ...evidence, revision: 3 } },
    ],
    [
      'by an approval of what is not irregular',
      'record.irregularityApproved.irregular',
      { type: 'record.irregularityApproved', data: { revision: 0 }, metadata: { actor: approver } },
    ],
    [
      'by the state that it finds',
      'from',
      { type: 'record.noted', data: { text: 'x' }, metadata: { from: 'tabled' } },
    ],
    [
      'by the state that it leaves',
      'to',
      { type: 'record.noted', data: { text: 'x' }, metadata: { to: 'carried' } },
    ],
    [
      'by the hash of that state',
      'stateHash',
      { type: 'record.noted', data: { text: 'x' }, metadata: { stateHash: sha256('x') } },
    ],
    [
      'by verdicts, of which it has none',
      'verdicts',
      { type: 'record.noted', data: { text: 'x' }, metadata: { verdicts: { isDiscussed: true } } },
    ],
  ])('%s', (_what, field, told) => {
    expect(replayed(told)).toMatchObject({ revision: 3, field });
  });

  it('by evidence for an engine step', () => {
    const noted = { type: 'record.noted', data: { text: 'x' } };
    const forged = { type: 'record.evidenceAdded', data: { ...evidence, revision: 3 } };
    expect(replayed(noted, forged)).toMatchObject({
      revision: 4,
      field: 'record.evidenceAdded.revision',
    });
  });

  it('by opening a case', () => {
    const history = followedBy([], { type: 'record.noted', data: { text: 'x' } });
    expect(replay(motion, history)).toMatchObject({ revision: 0, field: 'type' });
  });

  it('by an approval of the person who recorded, or a second approval', () => {
    const { records: irregular, timeline: then } = recordAll(motion, [
      { type: 'motion.tabled', data: { text: 'x', movers: ['RUS'] }, occurredOn: '2018-01-10' },
      { type: 'motion.discussed', data: { summary: 'Heard' }, occurredOn: '2018-01-20' },
      { type: 'motion.carried', data: { present: 2 }, occurredOn: '2018-02-01' },
    ])!;
    const { value, context } = then.at(-1)!.after;
    const kept = { from: value, to: value, stateHash: hashOf({ value, context }) };
    const type = 'record.irregularityApproved';
    const approved = (actor: Metadata['actor']) => ({
      type,
      data: { revision: 2 },
      metadata: { ...kept, actor },
    });
    const { actor: recorder } = irregular[2]!.metadata;
    const replayedOn = (...told: Told[]) => replay(motion, followedBy(irregular, ...told));
    expect(replayedOn(approved(approver))).toBeUndefined();
    expect(replayedOn(approved(recorder))).toMatchObject({
      revision: 3,
      field: `${type}.secondPerson`,
    });
    expect(replayedOn(approved(approver), approved(approver))).toMatchObject({
      revision: 4,
      field: `${type}.once`,
    });
  });
});
