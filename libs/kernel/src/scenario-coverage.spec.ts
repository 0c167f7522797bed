import { charge, paper } from './sample-diary';
import { coverage } from './scenario-coverage';

const all = Object.keys(charge.steps);

describe('what scenarios have seen of a procedure', () => {
  it('is nothing at first', () => {
    const seen = coverage();
    expect(seen.uncovered(charge)).toEqual({ neverTaken: all, neverRefused: all });
    expect(seen.of(paper)).toEqual([{ type: 'paper.filed', taken: 0, refusedBy: [] }]);
  });

  it('is how often a step was taken, and by what it was refused, each named once', () => {
    const seen = coverage();
    seen.taken('charge.given');
    seen.taken('charge.given');
    seen.refused('charge.given', ['charge.given.order']);
    seen.refused('charge.given', ['charge.given.by', 'charge.given.order']);
    expect(seen.of(charge)[0]).toEqual({
      type: 'charge.given',
      taken: 2,
      refusedBy: ['charge.given.by', 'charge.given.order'],
    });
    expect(seen.uncovered(charge)).toEqual({
      neverTaken: all.slice(1),
      neverRefused: all.slice(1),
    });
  });

  it('leaves a step uncovered that was taken and never refused, or refused and never taken', () => {
    const seen = coverage();
    seen.taken('charge.given');
    seen.refused('charge.answered', ['charge.answered.order']);
    expect(seen.uncovered(charge)).toEqual({
      neverTaken: all.filter((type) => type !== 'charge.given'),
      neverRefused: all.filter((type) => type !== 'charge.answered'),
    });
  });

  it('counts the steps of each procedure apart, and those of none not at all', () => {
    const seen = coverage();
    seen.taken('paper.filed');
    seen.taken('letter.sent');
    seen.refused('paper.filed', ['paper.filed.by']);
    expect(seen.uncovered(paper)).toEqual({ neverTaken: [], neverRefused: [] });
    expect(seen.uncovered(charge).neverTaken).toEqual(all);
  });
});
