import type { Engine } from '@rapporteur/engine';
import { obligationOf, obligationsOf, obligationSpans, plusDays } from '@rapporteur/kernel';
import { registers, registry } from '@rapporteur/workflows';
import { answered, boardOn, bySearch, closeAll } from '../test/obligation-scene';
import { broughtRegister, monthEnds } from '../test/registers';
import type { Board } from './board';

jest.setTimeout(120_000);

const days = monthEnds('2017-11', '2020-02');

describe.each(registers.map(({ id }) => [id]))('the obligations of the register %s', (id) => {
  let office: Engine;
  let board: Board;
  beforeAll(async () => {
    office = await broughtRegister(id);
    board = await boardOn(office);
  });
  afterAll(closeAll);

  it('are on the board those that the engine finds, at every month end and several sizes', async () => {
    const { size } = office.log;
    // To search every case as it was once known is slow; the model test does it at every size.
    const quarters = days.filter((_day, i) => i % 3 === 0);
    const asked = [
      ...days.map((asAt) => ({ asAt, knownOn: `@${size}` })),
      ...[0, 1, Math.floor(size / 2)].flatMap((known) =>
        quarters.map((asAt) => ({ asAt, knownOn: `@${known}` })),
      ),
    ];
    let compared = 0;
    for (const question of asked) {
      const found = answered(await board.obligations(question));
      const expected = await bySearch(office, question);
      expect(found).toEqual(expected);
      expect(JSON.stringify(found.obligations)).toBe(JSON.stringify(expected.obligations));
      compared += found.obligations.length;
    }
    expect(compared).toBeGreaterThan(300);
  });

  it('are on every day of change of a case, and the day before, what that day alone gives', async () => {
    const { reading } = office;
    const { size } = reading.log;
    const seen = new Set<string>();
    for (const { id: procedure, deadlines } of registry.values()) {
      if (deadlines.length === 0) continue;
      for (const name of reading.log.casesOf(procedure)) {
        const scene = await reading.sceneAt(name, size, deadlines);
        if (!scene) throw new Error(`${name} is not there`);
        const { spans } = obligationSpans(scene);
        const changes = spans.flatMap(({ from, to = from }) => [from, to]);
        const dates = [...days, ...changes, ...changes.map((day) => plusDays(day, -1))];
        for (const date of new Set(dates)) {
          const found = spans
            .filter(({ from, to }) => from <= date && (to === undefined || date < to))
            .map(({ deadline, standing }) => obligationOf(deadline, standing));
          expect(found).toEqual(obligationsOf(scene, { date, opening: false }));
          found.forEach(({ deadline }) => seen.add(deadline));
        }
      }
    }
    expect(seen.size).toBeGreaterThan(5);
  });
});
