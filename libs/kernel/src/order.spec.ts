import fc from 'fast-check';
import { effectiveOrder, placeOf } from './order';

interface Dated {
  readonly step: {
    readonly revision: number;
    readonly occurredOn: string;
    readonly follows?: number;
  };
}

const on = (occurredOn: string, revision: number, follows?: number): Dated => ({
  step: { revision, occurredOn, ...(follows === undefined ? {} : { follows }) },
});
const revisions = (recorded: readonly Dated[]) =>
  effectiveOrder(recorded).map(({ step }) => step.revision);

const days = ['2018-03-06', '2018-03-07', '2018-03-08'] as const;
const [before, day, after] = days;

describe('effective order', () => {
  it('is by date, whatever the order recorded', () => {
    expect(revisions([on(after, 0), on(before, 1), on(day, 2)])).toEqual([1, 2, 0]);
  });

  it('on one day is the order recorded', () => {
    expect(revisions([on(day, 0), on(after, 1), on(day, 2), on(day, 3)])).toEqual([0, 2, 3, 1]);
  });

  it('of steps of distinct days is the same in whatever order they were recorded', () => {
    const distinctDays = fc.uniqueArray(fc.integer({ min: 10, max: 99 }), { minLength: 2 });
    const twice = distinctDays.chain((found) =>
      fc.tuple(
        fc.constant(found),
        fc.shuffledSubarray(found, { minLength: found.length, maxLength: found.length }),
      ),
    );
    const dates = (numbers: readonly number[]) =>
      effectiveOrder(numbers.map((number, i) => on(`20${number}-01-01`, i))).map(
        ({ step }) => step.occurredOn,
      );
    fc.assert(
      fc.property(twice, ([recorded, otherwise]) => {
        expect(dates(otherwise)).toEqual(dates(recorded));
        expect(dates(recorded)).toEqual([...dates(recorded)].sort());
      }),
    );
  });

  it('within a day is the one told by follows, in whatever order the steps were recorded', () => {
    const recordings = fc
      .integer({ min: 1, max: 8 })
      .chain((size) =>
        fc.shuffledSubarray([...Array(size).keys()], { minLength: size, maxLength: size }),
      );
    fc.assert(
      fc.property(recordings, (recording) => {
        // Each step, when recorded, names the nearest of those before it that is already there.
        const steps = recording.map((place, revision) => {
          const known = recording.slice(0, revision).filter((other) => other < place);
          const nearest = Math.max(-1, ...known);
          return on(day, revision, nearest === -1 ? -1 : recording.indexOf(nearest));
        });
        const places = revisions(steps).map((revision) => recording[revision]);
        expect(places).toEqual([...recording].sort((a, b) => a - b));
      }),
    );
  });
});

describe('a step that follows', () => {
  it('-1 is the first of its day, and not of another', () => {
    expect(revisions([on(before, 0), on(day, 1), on(day, 2, -1), on(after, 3)])).toEqual([
      0, 2, 1, 3,
    ]);
  });

  it('-1 stands before those that said so earlier', () => {
    expect(revisions([on(day, 0), on(day, 1, -1), on(day, 2, -1)])).toEqual([2, 1, 0]);
  });

  it('another stands directly after it', () => {
    expect(revisions([on(day, 0), on(day, 1), on(day, 2), on(day, 3, 0)])).toEqual([0, 3, 1, 2]);
  });

  it('the same one as another does, and was recorded later, stands nearer', () => {
    expect(revisions([on(day, 0), on(day, 1, 0), on(day, 2, 0)])).toEqual([0, 2, 1]);
  });

  it('a step that is not on its day stands at the end of its day', () => {
    expect(revisions([on(before, 0), on(day, 1), on(after, 2), on(day, 3, 0)])).toEqual([
      0, 1, 3, 2,
    ]);
    expect(revisions([on(day, 1), on(day, 2, 7)])).toEqual([1, 2]);
  });
});

describe('the place of one more step', () => {
  const anyStep = fc.record({
    day: fc.constantFrom(...days),
    follows: fc.option(fc.integer({ min: -1, max: 8 }), { nil: undefined }),
  });

  it('is where it stands when all are ordered anew', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 9 }), (found) => {
        const recorded = found.map((step, revision) => on(step.day, revision, step.follows));
        const last = recorded.at(-1)!;
        const others = effectiveOrder(recorded.slice(0, -1));
        expect(placeOf(others, last)).toBe(effectiveOrder(recorded).indexOf(last));
      }),
    );
  });

  it('never lets a later day come before an earlier one', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 9 }), (found) => {
        const recorded = found.map((step, revision) => on(step.day, revision, step.follows));
        const ordered = effectiveOrder(recorded).map(({ step }) => step.occurredOn);
        expect(ordered).toEqual([...ordered].sort());
        expect(ordered).toHaveLength(recorded.length);
      }),
    );
  });
});
