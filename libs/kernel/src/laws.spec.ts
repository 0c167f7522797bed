import fc from 'fast-check';
import { hashOf } from './hash';
import { sameJson, toJson } from './json';
import { replay } from './replay';
import { motion } from './sample-procedures';
import { recordAll } from './sample-histories';
import type { StepFact } from './step';
import { timelineOf, type Timeline } from './timeline';

type Fact = Omit<StepFact, 'revision'>;

const payloads: Record<string, fc.Arbitrary<StepFact['data']>> = {
  tabled: fc.record({ text: fc.string(), movers: fc.constantFrom(['RUS'], ['BRA', 'KEN']) }),
  discussed: fc.record({ summary: fc.constantFrom('Heard', 'Heard again') }),
  paused: fc.constantFrom({}, { until: '2019-01-01' }),
  resumed: fc.constant({}),
  carried: fc.constantFrom({}, { present: 5 }, { present: 2 }),
};

const day = (number: number) => new Date(Date.UTC(2018, 0, 1 + number)).toISOString().slice(0, 10);

const fact = (name: string, occurredOn: string, follows?: number): fc.Arbitrary<Fact> =>
  (payloads[name] ?? fc.constant({})).map((data) => ({
    type: `motion.${name}`,
    data,
    occurredOn,
    ...(follows === undefined ? {} : { follows }),
  }));

/** A walk that the machine takes: tabled, discussed, then more discussions and pauses, then perhaps carried. */
const names = fc
  .tuple(
    fc.array(fc.constantFrom(['discussed'], ['discussed'], ['paused', 'resumed']), {
      maxLength: 4,
    }),
    fc.constantFrom([], ['carried']),
  )
  .map(([middle, end]) => ['tabled', 'discussed', ...middle.flat(), ...end]);

/** Its facts, one day each. */
const walks = names.chain((taken) => fc.tuple(...taken.map((name, i) => fact(name, day(i)))));
/** The same, two facts on each day. */
const crowded = names.chain((taken) =>
  fc.tuple(...taken.map((name, i) => fact(name, day(i >> 1)))),
);

const shuffled = <T>(items: readonly T[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

const last = (timeline: Timeline) => {
  const { value, context } = timeline.at(-1)?.after ?? motion.interpreter.initial;
  return toJson({ value, context });
};

describe('law 3: the same facts recorded in another order give the same state', () => {
  it('wherever both orders are accepted', () => {
    let both = 0;
    fc.assert(
      fc.property(
        // What was tabled stays first: nothing is accepted before it.
        walks.chain(([first, ...rest]) =>
          fc.tuple(
            fc.constant([first, ...rest].filter((f) => f !== undefined)),
            shuffled(rest).map((others) => [first, ...others].filter((f) => f !== undefined)),
          ),
        ),
        ([recorded, otherwise]) => {
          const one = recordAll(motion, recorded);
          const other = recordAll(motion, otherwise);
          if (!one || !other) return;
          if (recorded.some((f, i) => f !== otherwise[i])) both += 1;
          expect(last(other.timeline)).toEqual(last(one.timeline));
          expect(other.timeline.map(({ step }) => [step.occurredOn, step.type])).toEqual(
            one.timeline.map(({ step }) => [step.occurredOn, step.type]),
          );
        },
      ),
      { numRuns: 300 },
    );
    // Not only the order in which they happened was accepted.
    expect(both).toBeGreaterThan(20);
  });

  it('within a day as well, when each is told which one it follows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 3 }).chain((size) => shuffled([...Array(size).keys()])),
        (order) => {
          // What was said in which place; its context keeps only the count, so compare the steps.
          const told = (recording: readonly number[]) =>
            recordAll(motion, [
              { type: 'motion.tabled', data: { text: 'x', movers: ['RUS'] }, occurredOn: day(0) },
              ...recording.map((place, i) => {
                const nearest = Math.max(-1, ...recording.slice(0, i).filter((p) => p < place));
                const follows = nearest === -1 ? -1 : recording.indexOf(nearest) + 1;
                const data = { summary: `place ${place}` };
                return { type: 'motion.discussed', data, occurredOn: day(1), follows };
              }),
            ]);
          const steps = (timeline: Timeline = []) => timeline.map(({ step }) => step.data);
          const inOrder = [...order].sort((a, b) => a - b);
          expect(steps(told(order)?.timeline)).toEqual(steps(told(inOrder)?.timeline));
          expect(told(order)?.timeline).toHaveLength(order.length + 1);
        },
      ),
    );
  });
});

/** Walks recorded out of order: accepted ones only, with days that coincide and steps that follow. */
const recordings = fc
  .oneof(walks, crowded)
  .chain(([first, ...rest]) => shuffled(rest).map((others) => [first, ...others]))
  .chain((facts) =>
    fc.tuple(
      ...facts
        .filter((f) => f !== undefined)
        .map((f) => fc.constantFrom(undefined, -1).map((follows) => withFollows(f, follows))),
    ),
  );

const withFollows = (f: Fact, follows?: number): Fact =>
  follows === undefined ? f : { ...f, follows };

describe('law 4: each record replayed against those before it', () => {
  it('gives exactly its from, its to, its hash of state and its guards’ verdicts', () => {
    let late = 0;
    fc.assert(
      fc.property(recordings, (facts) => {
        const made = recordAll(motion, facts);
        if (!made) return;
        expect(replay(motion, made.records)).toBeUndefined();
        for (const [revision, { metadata }] of made.records.entries()) {
          // The prefix folded whole, and the record found in it, rather than inserted.
          const prefix = facts.slice(0, revision + 1).map((f, i) => ({ ...f, revision: i }));
          const timeline = timelineOf(motion, prefix);
          const entry = timeline.find(({ step }) => step.revision === revision)!;
          if (timeline.at(-1) !== entry) late += 1;
          expect(metadata.from).toEqual(entry.before.value);
          expect(metadata.to).toEqual(entry.after.value);
          const { value, context } = entry.after;
          expect(metadata.stateHash).toBe(hashOf({ value, context }));
          expect(metadata.verdicts).toMatchObject(entry.guards);
        }
      }),
      { numRuns: 200 },
    );
    expect(late).toBeGreaterThan(20);
  });

  it('is not what the case looks like once all is known', () => {
    const facts = [
      { type: 'motion.tabled', data: { text: 'x', movers: ['RUS'] }, occurredOn: day(0) },
      { type: 'motion.discussed', data: { summary: 'Heard' }, occurredOn: day(9) },
      { type: 'motion.discussed', data: { summary: 'Heard earlier' }, occurredOn: day(5) },
    ];
    const made = recordAll(motion, facts)!;
    const hashes = made.records.map(({ metadata }) => metadata.stateHash);
    const now = made.timeline.map(({ after }) => hashOf({ ...after }));
    expect(hashes[1]).toBe(hashes[2]);
    expect(now[1]).not.toBe(now[2]);
    expect(replay(motion, made.records)).toBeUndefined();
  });
});

describe('law 8: a machine is deterministic', () => {
  it('and the same walk taken twice goes through equal moments', () => {
    fc.assert(
      fc.property(walks, (facts) => {
        const history = facts.map((f, revision) => ({ ...f, revision }));
        const moments = () =>
          timelineOf(motion, history).map(({ before, after, guards }) =>
            toJson({
              before: { value: before.value, context: before.context },
              after: { value: after.value, context: after.context },
              guards,
            }),
          );
        expect(sameJson(moments(), moments())).toBe(true);
      }),
    );
  });

  it('and taking a step changes nothing of the moment it was taken from', () => {
    fc.assert(
      fc.property(walks, (facts) => {
        const history = facts.map((f, revision) => ({ ...f, revision }));
        for (const { before, step, after } of timelineOf(motion, history)) {
          const seen = JSON.stringify(before);
          const again = motion.interpreter.take(before, step);
          expect(JSON.stringify(before)).toBe(seen);
          expect(again?.to.context).toEqual(after.context);
          expect(again?.to.value).toEqual(after.value);
        }
      }),
    );
  });
});
