import { describe, expect, it } from '@jest/globals';
import { openDriver } from '@rapporteur/sqlite';
import fc from 'fast-check';
import { countIndex, countTables, type Corner, type Grain } from './count-index';

function counted(grain: Grain, notes: readonly (readonly Corner[])[]) {
  const driver = openDriver(':memory:');
  driver.exec(countTables('some'));
  notes.forEach((corners, i) => countIndex(driver, 'some', grain).note(2 * i + 1, corners));
  return countIndex(driver, 'some', grain);
}

/** The definition: all corners up to a size and a day, added up. */
function summed(notes: readonly (readonly Corner[])[], size: number, day: number) {
  const counts = new Map<number, number>();
  for (const { key, delta, day: from } of notes.slice(0, (size + 1) >> 1).flat()) {
    if (from <= day) counts.set(key, (counts.get(key) ?? 0) + delta);
  }
  return [...counts].filter(([, count]) => count !== 0).sort();
}

const corner = (days: fc.Arbitrary<number>): fc.Arbitrary<Corner> =>
  fc.record({
    day: days,
    key: fc.integer({ min: 1, max: 4 }),
    delta: fc.constantFrom(-1, 1, 1, 2),
  });

const spread = fc.integer({ min: -40, max: 40 });
const heavy = fc.oneof({ weight: 5, arbitrary: fc.constant(7) }, { weight: 1, arbitrary: spread });
const far = fc.oneof(spread, fc.constantFrom(-700_000, 2_000_000));

describe('A count index', () => {
  it.each([
    ['spread over days', spread],
    ['most of them on one day', heavy],
    ['some in another age', far],
  ])('counts what its definition adds up, with corners %s', (_, days) => {
    fc.assert(
      fc.property(
        fc.array(fc.array(corner(days), { maxLength: 5 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (notes, bucket, strip) => {
          const index = counted({ bucket, strip }, notes);
          for (let size = 0; size <= 2 * notes.length + 1; size += 3) {
            for (const day of [-800_000, -41, -20, -1, 0, 1, 6, 7, 8, 25, 40, 3_000_000]) {
              expect([...index.at(size, day)].sort()).toEqual(summed(notes, size, day));
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
