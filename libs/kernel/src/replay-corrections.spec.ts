import { foldRecords } from './fold';
import { hashOf, sha256 } from './hash';
import type { JsonObject } from './json';
import { seal, type Metadata, type StepRecord } from './record';
import { replay } from './replay';
import { recordAll } from './sample-histories';
import { motion } from './sample-procedures';

const { records } = recordAll(motion, [
  { type: 'motion.tabled', data: { text: 'x', movers: ['RUS'] }, occurredOn: '2018-01-10' },
  { type: 'motion.discussed', data: { summary: 'Heard' }, occurredOn: '2018-01-20' },
  { type: 'motion.paused', data: {}, occurredOn: '2018-02-01' },
  { type: 'motion.resumed', data: {}, occurredOn: '2018-02-20' },
])!;
const registrar: Metadata['actor'] = { id: 'registrar', role: 'secretariat' };
const deputy: Metadata['actor'] = { id: 'deputy', role: 'secretariat' };

interface Told {
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata?: Partial<Metadata>;
}

/** The history with engine steps after it, each sealed with the state that the records leave. */
function followedBy(...told: readonly Told[]): readonly StepRecord[] {
  const history = [...records];
  for (const { type, data, metadata } of told) {
    const { hash, previousHash: _previous, ...rest } = history.at(-1)!.metadata;
    const [revision, id] = [history.length, `id-${history.length}`];
    const record = { ...records[0]!, revision, id, type, data, metadata: { ...rest, hash: '' } };
    const { value, context } = leftBy([...history, record as unknown as StepRecord]);
    const kept = { from: value, to: value, stateHash: hashOf({ value, context }), verdicts: {} };
    history.push(seal({ ...record, metadata: { ...rest, ...kept, ...metadata } }, hash));
  }
  return history;
}

/** What is left when a forged approval cannot be folded matters not: it is named before. */
function leftBy(history: readonly StepRecord[]) {
  try {
    return foldRecords(motion, history).at(-1)?.after ?? motion.interpreter.initial;
  } catch {
    return motion.interpreter.initial;
  }
}

const proposed = (...corrections: JsonObject[]): Told => ({
  type: 'record.correctionProposed',
  data: { reason: 'So it was.', corrections },
  metadata: { actor: registrar },
});
const annulled = (proposal: number, metadata: Partial<Metadata> = {}): Told => ({
  type: 'record.annulled',
  data: { proposal },
  metadata: { actor: deputy, ...metadata },
});
const corrected = (proposal: number): Told => ({ ...annulled(proposal), type: 'record.corrected' });
const rejected = (proposal: number): Told => ({
  type: 'record.correctionRejected',
  data: { proposal, reason: 'It was not so.' },
  metadata: { actor: deputy },
});
const replayed = (...told: readonly Told[]) => replay(motion, followedBy(...told));

const resumption = { revision: 3, annul: true };

describe('A history with corrections', () => {
  it('proves itself: from the approval on it stands in the state that the correction leaves', () => {
    const history = followedBy(proposed(resumption), annulled(4));
    expect(history.slice(4).map(({ metadata }) => metadata.to)).toEqual([
      'tabled',
      { paused: 'openEnded' },
    ]);
    expect(replay(motion, history)).toBeUndefined();
  });

  it('proves itself through corrections of corrections, sets, and rejected ones', () => {
    const set = proposed(
      { revision: 2, occurredOn: '2018-01-25', data: { until: '2018-03-01' } },
      { revision: 1, occurredOn: '2018-01-15' },
    );
    const again = proposed({ revision: 2, data: {} });
    expect(
      replayed(set, corrected(4), again, rejected(6), again, corrected(8), proposed(resumption)),
    ).toBeUndefined();
  });
});

describe('A correction that was forged, with a whole chain, is named', () => {
  const paused = { revision: 2, annul: true };
  const until = { revision: 2, data: { until: '2018-03-01' } };
  it.each<[string, number, string, readonly Told[]]>([
    [
      'by who approves it alone',
      5,
      'record.annulled.secondPerson',
      [proposed(resumption), annulled(4, { actor: registrar })],
    ],
    ['by a proposal that there is not', 4, 'record.annulled.proposal', [annulled(1)]],
    ['by its kind', 5, 'record.annulled.kind', [proposed(until), annulled(4)]],
    [
      'by a second decision',
      6,
      'record.corrected.once',
      [proposed(until), rejected(4), corrected(4)],
    ],
    [
      'by what was corrected since',
      7,
      'record.corrected.stale',
      [
        proposed(until),
        proposed({ revision: 2, data: { until: '2018-04-01' } }),
        corrected(5),
        corrected(4),
      ],
    ],
    ['by what it makes impossible', 4, 'motion.resumed.order', [proposed(paused)]],
    [
      'by a record that is not there',
      4,
      'record.correctionProposed.revision',
      [proposed({ revision: 9, annul: true })],
    ],
    [
      'by a payload that its step has not',
      4,
      'request.wellFormed',
      [proposed({ revision: 2, data: { colour: 'red' } })],
    ],
    [
      'by the state that it leaves',
      5,
      'stateHash',
      [proposed(resumption), annulled(4, { stateHash: sha256('x') })],
    ],
    [
      'by the state that it leaves, as if it did not count',
      5,
      'from',
      [proposed(resumption), annulled(4, { from: 'tabled', to: 'tabled' })],
    ],
  ])('%s', (_what, revision, field, told) => {
    expect(replayed(...told)).toMatchObject({ revision, field });
  });
});
