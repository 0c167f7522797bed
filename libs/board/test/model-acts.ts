import fc from 'fast-check';

// What the sequences are made of that the model is compared on. Everything in them is a choice by
// number among what is there when its turn comes, so that sequences can be cut short.

/** The days on which things happen, around the days on which clocks are put forward or back. */
export const seasons = [
  ['2019-03-29', '2019-03-30', '2019-03-31', '2019-04-01', '2019-04-02'],
  ['2019-10-25', '2019-10-26', '2019-10-27', '2019-10-28', '2019-10-29'],
] as const;

/** How far the clock goes before the next act; to midnight is at the seat. */
export const waits = ['none', 'millisecond', 'hours', 'toMidnight', 'justBeforeMidnight'] as const;
export type Wait = (typeof waits)[number];

const office = fc.constantFrom('first', 'first', 'second');
const wait = fc.constantFrom<Wait[]>('none', 'none', ...waits);
const number = fc.nat(99);
const day = fc.nat(4);
/** Which step is followed: none, −1, or one by number. */
const follows = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constant(-1) },
  { weight: 2, arbitrary: number },
);
const at = { office, wait, case: fc.constantFrom(0, 0, 0, 1, 1, 2) } as const;

const step = fc.record({
  act: fc.constant('step'),
  ...at,
  isOfNotice: fc.constantFrom(false, false, false, true),
  /** Which type of step, by number: among all, or among those that are possible there. */
  type: number,
  isAny: fc.constantFrom(false, false, false, false, true),
  payload: number,
  day,
  follows,
});

const part = fc.record({
  target: number,
  kind: fc.constantFrom('payload', 'date', 'place', 'both', 'annul'),
  payload: number,
  day,
  follows,
});

const correction = fc.record({
  act: fc.constant('correction'),
  ...at,
  isOfNotice: fc.constantFrom(false, false, true),
  isAny: fc.constantFrom(false, false, true),
  parts: fc.oneof(
    { weight: 2, arbitrary: fc.tuple(part) },
    { weight: 1, arbitrary: fc.array(part, { minLength: 2, maxLength: 3 }) },
  ),
  /** What becomes of it at once; `later`: whatever another act decides. */
  then: fc.constantFrom('approval', 'approval', 'rejection', 'later'),
});

const decision = fc.record({
  act: fc.constant('decision'),
  ...at,
  isOfNotice: fc.boolean(),
  which: number,
  isApproval: fc.boolean(),
});

const question = fc.record({
  /** −1: the day before all others. */
  day: fc.integer({ min: -1, max: 5 }),
  moment: fc.constantFrom('opening', 'close'),
  known: fc.record({
    by: fc.constantFrom('size', 'date', 'instant', 'justBefore'),
    number,
  }),
});

export const sequence = fc.record({
  season: fc.nat(1),
  /** How many hours the second office's clock is behind the first's. */
  behind: fc.constantFrom(0, 1, 26, 75),
  acts: fc.array(
    fc.oneof(
      { weight: 5, arbitrary: step },
      { weight: 3, arbitrary: correction },
      { weight: 1, arbitrary: decision },
    ),
    { minLength: 14, maxLength: 26, size: 'max' },
  ),
  questions: fc.array(question, { minLength: 12, maxLength: 12 }),
  /** Whether the board follows from the beginning, and whether it is deleted at the end. */
  board: fc.constantFrom('fromTheBeginning', 'atTheEnd', 'deleted'),
});

type Of<T> = T extends fc.Arbitrary<infer A> ? A : never;
export type Sequence = Of<typeof sequence>;
export type Act = Sequence['acts'][number];
export type StepAct = Of<typeof step>;
export type CorrectionAct = Of<typeof correction>;
export type DecisionAct = Of<typeof decision>;
export type AskedByNumber = Of<typeof question>;

/** Payloads of each type of step, all of them in order. */
export const payloads: Readonly<Record<string, readonly object[]>> = {
  'motion.tabled': [
    { text: 'That tea be served', movers: ['A'] },
    { text: 'That tea be served', movers: ['A', 'B'] },
  ],
  'motion.discussed': [{ summary: 'Heard' }, { summary: 'Heard again' }],
  'motion.paused': [{}, { until: '2019-12-01' }],
  'motion.resumed': [{}],
  'motion.carried': [{}, { present: 5 }, { present: 5, annexes: ['x'] }, { present: 2 }],
  'notice.opened': [{ subject: 'tea' }, { subject: 'milk' }],
  'notice.published': [{ symbol: 'N/1' }, { symbol: 'N/2' }],
};
