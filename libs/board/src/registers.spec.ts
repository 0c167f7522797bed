import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseAnswer, Engine, Question } from '@rapporteur/engine';
import { canonicalJson, type CaseRef, type Refusal } from '@rapporteur/kernel';
import type { ListedCase } from './answers';
import { registers, registry } from '@rapporteur/workflows';
import { broughtRegister, monthEnds, ref } from '../test/registers';
import { openBoard, type Board } from './board';

const days = monthEnds('2017-11', '2020-02');

describe.each(registers.map(({ id }) => [id]))('On the board of the register %s', (id) => {
  let office: Engine;
  let board: Board;
  let names: readonly CaseRef[];

  beforeAll(async () => {
    office = await broughtRegister(id);
    const { reading } = office;
    board = openBoard({ file: ':memory:', reading, report: (line) => expect(line).toBe('') });
    await board.start();
    names = [...registry.keys()].flatMap((procedure) => reading.log.casesOf(procedure)).map(ref);
  }, 60_000);
  afterAll(() => board?.stop());

  const sizes = () => {
    const { size } = office.log;
    return [0, 1, Math.floor(size / 3), Math.floor(size / 2), size - 1, size];
  };

  /** Where each case stands, by the engine alone. */
  async function standing(question: Question): Promise<readonly CaseAnswer[]> {
    const answers = await Promise.all(names.map((each) => office.stateAt(each, question)));
    return answers.map((answer) => answered(answer));
  }

  const listedOf = ({ procedure, case: id, state, revision }: CaseAnswer) => ({
    case: `${procedure}/${id}`,
    procedure,
    state,
    revision,
  });

  function counted(cases: readonly ListedCase[]) {
    const counts = new Map<string, number>();
    for (const { procedure, state } of cases) {
      const key = canonicalJson({ procedure, state });
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts].sort();
  }

  it('every case stands where the engine says, at month ends and several sizes', async () => {
    let compared = 0;
    // To fold every case as it was once known is slow; the model test does it at every size.
    const quarters = days.filter((_day, i) => i % 3 === 0);
    const asked = sizes().flatMap((size) =>
      (size === office.log.size ? days : quarters).map((day) => [size, day] as const),
    );
    for (const [size, asAt] of asked) {
      const question = { asAt, knownOn: `@${size}` };
      const listed = answered(await board.cases({ ...question, limit: 1000 }));
      const expected = await standing(question);
      const begun = expected.filter(({ state }) => state !== 'beforeLog').map(listedOf);
      expect(new Set(listed.cases)).toEqual(new Set(begun));
      const counts = listed.counts.map(
        ({ procedure, state, count }) => [canonicalJson({ procedure, state }), count] as const,
      );
      expect([...counts].sort()).toEqual(counted(listed.cases));
      for (const {
        context: _context,
        provisional: _provisional,
        links: _links,
        ...each
      } of expected) {
        expect(await board.caseAt(each, question)).toEqual(each);
      }
      compared += begun.length;
    }
    expect(compared).toBeGreaterThan(300);
  }, 60_000);
});

function answered<A extends object>(answer: A | Refusal): A {
  if ('outcome' in answer && answer.outcome === 'refused') throw new Error(JSON.stringify(answer));
  return answer as A;
}
