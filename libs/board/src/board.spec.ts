import { afterEach, describe, expect, it } from '@jest/globals';
import { canonicalJson, countedAt, proposalsIn, toJson } from '@rapporteur/kernel';
import fc from 'fast-check';
import {
  attempt,
  makeAll,
  motionOffice,
  openMotions,
  type Attempt,
  type Office,
} from '../test/motions';
import { answered, boardOn, closeAll, refOf } from '../test/obligation-scene';
import type { Board } from './board';

afterEach(closeAll);

const dates = ['2018-12-31', '2019-01-02', '2019-01-09', '2019-01-20', '2019-01-31'];

/** A board that follows while records are made, one that is built afterwards, and the engine. */
async function played(attempts: readonly Attempt[]) {
  const office = await motionOffice();
  const live = await boardOn(office.engine);
  await openMotions(office);
  await makeAll(office, attempts.slice(0, attempts.length / 2));
  const size = office.engine.log.size;
  const early = await sayings(live, size);
  await makeAll(office, attempts.slice(attempts.length / 2));
  const built = await boardOn(office.engine);
  expect(await sayings(live, size)).toBe(early);
  expect(await sayings(built, size)).toBe(early);
  return { office, live, built };
}

/** Everything that a board can be asked, written out. */
async function sayings(board: Board, size: number): Promise<string> {
  const said = [];
  for (const asAt of dates) {
    for (const knownOn of [size, size >> 1, 3].map((each) => `@${each}`)) {
      said.push(await board.cases({ asAt, knownOn }));
      said.push(
        await board.changes({ from: '2019-01-05', to: '2019-01-31', knownFrom: '@2', knownOn }),
      );
    }
  }
  said.push(await board.late({ knownOn: `@${size}` }));
  said.push(await board.obligations({ asAt: '2019-01-20', knownOn: `@${size}` }));
  return JSON.stringify(said);
}

async function standAlike({ engine }: Office, board: Board): Promise<void> {
  const names = ['motion', 'notice'].flatMap((id) => engine.reading.log.casesOf(id)).map(refOf);
  const sizes = Array.from({ length: engine.log.size + 1 }, (_, size) => size);
  for (const [size, asAt] of sizes.flatMap((each) => dates.map((date) => [each, date] as const))) {
    const question = { asAt, knownOn: `@${size}`, moment: size % 2 ? 'opening' : 'close' };
    const listed = answered(await board.cases(question));
    const expected = [];
    for (const each of names) {
      const answer = answered(await engine.stateAt(each, question));
      const { context: _context, provisional: _provisional, links: _links, ...standing } = answer;
      expect(await board.caseAt(each, question)).toEqual(standing);
      const { procedure, state, revision } = standing;
      const name = `${procedure}/${each.case}`;
      if (state !== 'beforeLog') expected.push({ case: name, procedure, state, revision });
    }
    expect(new Set(listed.cases)).toEqual(new Set(expected));
    expect(listed.counts.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
  }
}

/** What changed in a case, by its definition: the steps that count at either end, compared. */
async function changedIn(
  { engine: { reading } }: Office,
  name: string,
  { from, to, sizeFrom, size }: { from: string; to: string; sizeFrom: number; size: number },
) {
  const end = async (date: string, known: number) => {
    const timeline = (await reading.caseAt(name, known))?.timeline ?? [];
    return timeline.slice(0, countedAt(timeline, { date, opening: false })).map(({ step }) => step);
  };
  const [before, after] = [await end(from, sizeFrom), await end(to, size)];
  const records = (await reading.caseAt(name, size))?.records ?? [];
  const known = (await reading.caseAt(name, sizeFrom))?.records.length ?? 0;
  const corrected = new Set(
    [...proposalsIn(records).values()]
      .filter(({ status, decided }) => status === 'approved' && decided!.revision >= known)
      .flatMap(({ corrections }) => corrections.map(({ revision }) => revision)),
  );
  const at = (steps: typeof before) => new Map(steps.map((step) => [step.revision, step]));
  const [old, young] = [at(before), at(after)];
  return [...new Set([...old.keys(), ...young.keys()])]
    .filter((revision) => {
      const isAtBoth = old.has(revision) && young.has(revision);
      if (!isAtBoth) return true;
      if (corrected.has(revision)) return true;
      expect(canonicalJson(toJson(old.get(revision)))).toBe(
        canonicalJson(toJson(young.get(revision))),
      );
      return false;
    })
    .sort((a, b) => a - b);
}

const spans = [
  ['2019-01-02', '2019-01-20'],
  ['2019-01-09', '2019-01-09'],
  ['2018-12-31', '2019-01-31'],
] as const;

async function changeAlike(office: Office, board: Board): Promise<number> {
  const { size } = office.engine.log;
  const known = [
    [size, size],
    [2, size],
    [3, size >> 1],
    [size >> 1, size - 1],
  ] as const;
  let seen = 0;
  for (const [from, to] of spans) {
    for (const [sizeFrom, sizeTo] of known.filter(([a, b]) => a <= b)) {
      seen += await sameChanges(office, board, { from, to, sizeFrom, size: sizeTo });
    }
  }
  return seen;
}

async function sameChanges(
  office: Office,
  board: Board,
  ends: { from: string; to: string; sizeFrom: number; size: number },
): Promise<number> {
  const { from, to, sizeFrom, size } = ends;
  const { engine } = office;
  const question = { from, to, knownFrom: `@${sizeFrom}`, knownOn: `@${size}` };
  const { changes } = answered(await board.changes(question));
  const at = async (name: string, asAt: string, known: number) =>
    answered(await engine.stateAt(refOf(name), { asAt, knownOn: `@${known}` })).state;
  const expected = [];
  for (const name of ['motion', 'notice'].flatMap((id) => engine.reading.log.casesOf(id))) {
    const steps = await changedIn(office, name, ends);
    if (steps.length === 0) continue;
    const states = { from: await at(name, from, sizeFrom), to: await at(name, to, size) };
    expected.push({ case: name, ...states, steps });
  }
  const found = changes.map(({ case: name, from: before, to: after, steps }) => ({
    case: name,
    from: before,
    to: after,
    steps: steps.map(({ revision }) => revision).sort((a, b) => a - b),
  }));
  expect(new Set(found)).toEqual(new Set(expected));
  for (const { from: before, to: after, sameState } of changes) {
    expect(sameState === true).toBe(JSON.stringify(before) === JSON.stringify(after));
  }
  return found.length;
}

describe('However motions are recorded, late, corrected and annulled', () => {
  it('the board, live or built anew, says what the engine says, and says it again later', async () => {
    let changes = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 4, maxLength: 24 }), async (attempts) => {
        const { office, live, built } = await played(attempts);
        const { size } = office.engine.log;
        expect(await sayings(built, size)).toBe(await sayings(live, size));
        await standAlike(office, built);
        changes += await changeAlike(office, live);
        await closeAll();
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 12) },
    );
    expect(changes).toBeGreaterThan(50);
  }, 120_000);
});
