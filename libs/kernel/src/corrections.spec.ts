import fc from 'fast-check';
import { correctedOrder, type Correction } from './corrections';
import { effectiveOrder } from './order';

const day = (n: number) => `2018-03-${String(n).padStart(2, '0')}`;

interface Told {
  readonly on: number;
  readonly follows?: number;
}

const recorded = (...told: readonly Told[]) =>
  effectiveOrder(
    told.map(({ on, follows }, revision) => ({
      step: {
        revision,
        type: 'x',
        data: {},
        occurredOn: day(on),
        ...(follows === undefined ? {} : { follows }),
      },
    })),
  );

const orderOf = (standing: readonly { readonly step: { readonly revision: number } }[]) =>
  standing.map(({ step }) => step.revision);
const after = (told: readonly Told[], ...corrections: Correction[]) =>
  orderOf(correctedOrder(recorded(...told), corrections));

describe('Corrected order', () => {
  it('leaves out what is annulled; what followed it keeps its place', () => {
    const told = [{ on: 1 }, { on: 1 }, { on: 1 }, { on: 1, follows: 0 }];
    expect(orderOf(recorded(...told))).toEqual([0, 3, 1, 2]);
    expect(after(told, { revision: 0, annul: true })).toEqual([3, 1, 2]);
  });

  it('puts what is moved among the steps of its day as if it had been recorded so', () => {
    expect(after([{ on: 2 }, { on: 9 }, { on: 2 }], { revision: 1, occurredOn: day(2) })).toEqual([
      0, 1, 2,
    ]);
    expect(after([{ on: 9 }, { on: 2 }, { on: 2 }], { revision: 0, occurredOn: day(2) })).toEqual([
      0, 1, 2,
    ]);
  });

  it('puts what is moved directly after what it follows, or first of its day', () => {
    const told = [{ on: 2 }, { on: 2 }, { on: 9 }];
    expect(after(told, { revision: 2, occurredOn: day(2), follows: 0 })).toEqual([0, 2, 1]);
    expect(after(told, { revision: 2, occurredOn: day(2), follows: -1 })).toEqual([2, 0, 1]);
    expect(after(told, { revision: 1, follows: -1 })).toEqual([1, 0, 2]);
  });

  it('keeps the place of a step that gets another payload, also of one that follows', () => {
    const told = [{ on: 2 }, { on: 2 }, { on: 2, follows: 0 }];
    expect(after(told, { revision: 2, data: { a: 1 } })).toEqual([0, 2, 1]);
    const [, changed] = correctedOrder(recorded(...told), [{ revision: 2, data: { a: 1 } }]);
    expect(changed!.step).toMatchObject({ data: { a: 1 }, follows: 0 });
  });

  it('takes a set as one: each may follow what comes before it in the set', () => {
    const set = [
      { revision: 1, occurredOn: day(5) },
      { revision: 0, occurredOn: day(5), follows: 1 },
    ];
    expect(after([{ on: 1 }, { on: 2 }, { on: 3 }], ...set)).toEqual([2, 1, 0]);
  });

  it('of corrected days is the order in which right days would have been recorded', () => {
    const days = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(days, (found) => {
        const wrong = found.map(([on]) => ({ on }));
        const right = found.map(([, on]) => ({ on }));
        const corrections = found.flatMap(([was, is], revision) =>
          was === is ? [] : [{ revision, occurredOn: day(is) }],
        );
        expect(after(wrong, ...corrections)).toEqual(orderOf(recorded(...right)));
      }),
    );
  });
});
