import {
  caseName,
  dueSteps,
  isRefusal,
  plusDays,
  sceneIn,
  take,
  type DueStep,
  type Known,
  type World,
} from '@rapporteur/kernel';
import { procedures } from '../registry';
import { beginning } from './beginning';
import { chosenBy } from './chosen-by';
import { explored } from './explored';
import { dueTold, tell, walkOf, walkOn, type Walk } from './walk';

const timed = procedures.filter(({ clock }) => clock.length > 0);
const seeds = timed.flatMap((_each, i) => [i + 1, i + 1 + timed.length]);
const looksAtAWalk = 4;
const stepsBetween = 12;

const dueIn = (world: World, known: Known, today: string): readonly DueStep[] => {
  const procedure = world.registry.get(known.ref.procedure);
  return procedure ? dueSteps(sceneIn(world, procedure, known), today) : [];
};

const said = ({ type, occurredOn, data }: DueStep) => JSON.stringify({ type, occurredOn, data });

/** What the clock of a case proposes and, once that is recorded as of its day, would propose again. */
function repeated(world: World, known: Known, today: string): readonly string[] {
  const name = caseName(known.ref);
  return dueIn(world, known, today).flatMap((due) => {
    const { world: after, result } = take(world, dueTold(known, due));
    const then = after.cases.get(name);
    if (isRefusal(result) || !then) return [];
    const again = dueIn(after, then, today).map(said);
    return again.includes(said(due)) ? [`${name} ${said(due)}`] : [];
  });
}

/** The clock is asked on the day of the walk, and after a season and a year in which nothing happens. */
const later = [0, 90, 365];

function lookAt(walk: Walk): { readonly proposed: number; readonly again: readonly string[] } {
  const looks = [...walk.world.cases.values()].flatMap((known) =>
    later.map((days) => ({ known, today: plusDays(walk.today, days) })),
  );
  const due = looks.map(({ known, today }) => dueIn(walk.world, known, today).length);
  return {
    proposed: due.reduce((sum, each) => sum + each, 0),
    again: looks.flatMap(({ known, today }) => repeated(walk.world, known, today)),
  };
}

function foundBy(seed: number) {
  const walk = walkOf(procedures, chosenBy(seed), explored());
  walk.focus = timed[seed % timed.length]?.id;
  beginning.forEach((step) => tell(walk, step));
  walk.today = '2018-04-01';
  return Array.from({ length: looksAtAWalk }, () => {
    for (let i = 0; i < stepsBetween; i += 1) walkOn(walk);
    const { proposed, again } = lookAt(walk);
    return { proposed, again: again.map((what) => `seed ${seed}: ${what}`) };
  });
}

describe('what the clock proposes', () => {
  it('is not proposed again once it is recorded as of its day', () => {
    const found = seeds.flatMap(foundBy);
    const proposed = found.reduce((sum, each) => sum + each.proposed, 0);
    console.info(`seeds ${seeds.join(', ')}: ${proposed} proposals of the clock looked at`);
    expect(proposed).toBeGreaterThan(0);
    expect(found.flatMap(({ again }) => again)).toEqual([]);
  });
});
