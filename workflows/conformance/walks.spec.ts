import { procedures } from '../registry';
import { beginning, theChairHeldOver } from './beginning';
import { chosenBy } from './chosen-by';
import { explored } from './explored';
import { violations } from './invariants';
import { tell, walkOf, walkOn, type Walk } from './walk';

/**
 * Random legal walks through all machines together. Every walk is made by its seed alone and by what
 * earlier walks have seen; RAPPORTEUR_WALKS says how many walks there are for each procedure.
 */
const each = Number(process.env['RAPPORTEUR_WALKS'] ?? (process.env['LONG'] ? 40 : 3));
const stepsOfAWalk = 100;
const mostWalks = Math.max(600, each * procedures.length * 3);

const seen = explored();
const failures: string[] = [];
const told = { steps: 0, walks: 0, refused: 0 };

/** What has happened when a walk begins: nothing, a part of the beginning, or all of it. */
function begin(walk: Walk, seed: number): void {
  const from = walk.choose(3) === 0 ? walk.choose(beginning.length) : beginning.length;
  for (const step of beginning.slice(0, from)) {
    const refusal = tell(walk, step);
    if (refusal) throw new Error(JSON.stringify(refusal.reasons));
  }
  // A third of them come to the year after that in which a term of office began.
  if (from > 0) walk.today = seed % 3 === 0 ? '2018-12-10' : '2018-04-01';
  const isWhole = from === beginning.length;
  if (!isWhole || walk.focus !== 'chair' || seed % 2 === 1) return;
  tell(walk, theChairHeldOver);
  walk.today = '2019-03-20';
}

function walkBy(seed: number, focus: string | undefined): void {
  const walk = walkOf(procedures, chosenBy(seed), seen);
  walk.focus = focus;
  begin(walk, seed);
  for (let i = 0; i < stepsOfAWalk; i += 1) walkOn(walk);
  told.steps += walk.told.length;
  told.walks += 1;
  told.refused += [...walk.refused.values()].reduce((sum, count) => sum + count, 0);
  failures.push(...violations(walk).map((what) => `seed ${seed}: ${what}`));
}

/** First every procedure in turn, then those of which something has not been seen. */
function walkAll(): void {
  for (let seed = 1; seed <= each * procedures.length; seed += 1) {
    const procedure = procedures[seed % procedures.length];
    walkBy(seed, seed % 5 === 0 ? undefined : procedure?.id);
  }
  for (let seed = 1_000; told.walks < mostWalks; seed += 1) {
    const missing = seen.missing(procedures);
    if (missing.length === 0) break;
    walkBy(seed, missing[seed % missing.length]?.split(':')[0]);
  }
}

jest.setTimeout(600_000);

describe('random legal walks through all machines', () => {
  beforeAll(walkAll);

  it('take every transition of every machine', () => {
    const all = procedures.flatMap(({ interpreter }) => interpreter.transitions).length;
    const missing = seen.missing(procedures);
    console.info(
      `${told.walks} walks (seeds 1 to ${each * procedures.length}, then from 1000), ` +
        `${told.steps} steps taken, ${told.refused} refused: ` +
        `${all - missing.length} of ${all} transitions taken`,
    );
    expect(missing).toEqual([]);
  });

  it('never break an invariant of the procedures', () => {
    expect(failures).toEqual([]);
  });
});
