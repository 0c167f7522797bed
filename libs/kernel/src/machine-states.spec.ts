import { isIn, isStateValue, leaves, stateNodes } from './machine';
import { motion } from './sample-procedures';

describe('a state', () => {
  const value = { door: { shut: 'locked' }, lamp: 'dark' };

  it('is in each of its leaves and in all that hold them', () => {
    expect(leaves(value)).toEqual(['door.shut.locked', 'lamp.dark']);
    const paths = ['door', 'door.shut', 'door.shut.locked', 'lamp.dark'];
    expect(paths.filter((path) => !isIn(value, path))).toEqual([]);
  });

  it('is not in one whose name only begins alike', () => {
    expect(['doo', 'door.sh', 'door.open', 'shut', 'dark', ''].some((p) => isIn(value, p))).toBe(
      false,
    );
  });

  it('has a region without states of its own as a leaf', () => {
    expect(leaves({ lamp: {}, door: 'open' })).toEqual(['lamp', 'door.open']);
  });

  it('is told from other JSON', () => {
    expect(isStateValue(value)).toBe(true);
    expect(isStateValue({ lamp: {} })).toBe(true);
    expect([1, null, true, [], { door: 1 }, { door: ['open'] }, undefined].some(isStateValue)).toBe(
      false,
    );
  });

  it('node is listed after the one that holds it', () => {
    expect(
      stateNodes(motion.machine).map(({ path, kind, parent }) => [path, kind, parent]),
    ).toEqual([
      ['awaited', 'atomic', ''],
      ['tabled', 'atomic', ''],
      ['paused', 'compound', ''],
      ['paused.openEnded', 'atomic', 'paused'],
      ['paused.untilADay', 'atomic', 'paused'],
      ['carried', 'final', ''],
    ]);
  });
});
