import { motion } from './sample-procedures';
import type { StepFact } from './step';
import {
  CorruptHistory,
  countedAt,
  inserted,
  insertion,
  isImpossible,
  timelineOf,
  viewAsAt,
  type Timeline,
} from './timeline';

const ref = { procedure: 'motion', case: 'm1' };

let revision = -1;
const fact = (name: string, occurredOn: string, more: Partial<StepFact> = {}): StepFact => {
  revision += 1;
  const payloads: Record<string, object> = {
    tabled: { text: 'To adjourn', movers: ['RUS'] },
    discussed: { summary: 'Heard' },
  };
  const data = (payloads[name] ?? {}) as StepFact['data'];
  return { revision, type: `motion.${name}`, data, occurredOn, ...more };
};
beforeEach(() => {
  revision = -1;
});

const add = (timeline: Timeline, step: StepFact): Timeline => {
  const result = insertion(motion, timeline, step);
  if (isImpossible(result)) throw new Error(`${result.impossible.type} is impossible`);
  return inserted(timeline, result);
};
const walked = (...steps: readonly StepFact[]) => steps.reduce(add, []);
const types = (timeline: Timeline) => timeline.map(({ step }) => step.type.slice(7));
const states = (timeline: Timeline) => timeline.map(({ after }) => after.value);

describe('a timeline', () => {
  it('starts from the procedure’s initial moment, and each entry from the one before it', () => {
    const timeline = walked(fact('tabled', '2018-01-10'), fact('discussed', '2018-01-20'));
    expect(timeline[0]?.before).toBe(motion.interpreter.initial);
    expect(timeline[1]?.before).toBe(timeline[0]?.after);
    expect(timeline[1]?.after.context).toEqual({ movers: ['RUS'], discussions: 1 });
  });

  it('gives a late entry the place of its date, and folds what comes after it anew', () => {
    const before = walked(
      fact('tabled', '2018-01-10'),
      fact('discussed', '2018-02-20'),
      fact('carried', '2018-03-01'),
    );
    const after = add(before, fact('discussed', '2018-02-10'));
    expect(after.map(({ step }) => step.revision)).toEqual([0, 3, 1, 2]);
    expect(after[3]?.after.context).toEqual({ movers: ['RUS'], discussions: 2 });
    expect(before.at(-1)?.after.context).toEqual({ movers: ['RUS'], discussions: 1 });
  });

  it('recorded step by step is that of the whole history at once', () => {
    const steps = [
      fact('tabled', '2018-01-10'),
      fact('paused', '2018-02-20'),
      fact('discussed', '2018-02-20', { follows: -1 }),
      fact('discussed', '2018-01-15'),
    ];
    expect(timelineOf(motion, steps)).toEqual(walked(...steps));
    expect(types(walked(...steps))).toEqual(['tabled', 'discussed', 'discussed', 'paused']);
  });

  it('of a history that its own definition does not admit is never made', () => {
    const steps = [fact('tabled', '2018-01-10'), fact('carried', '2018-01-20')];
    expect(() => timelineOf(motion, steps)).toThrow(CorruptHistory);
    expect(() => timelineOf(motion, steps)).toThrow(
      'revision 1 (motion.carried, 2018-01-20) is recorded, but motion version 0 does not take it in state "tabled"',
    );
  });
});

describe('one more step', () => {
  it('that cannot be taken where it would stand is itself the impossible one', () => {
    const timeline = walked(fact('tabled', '2018-01-10'));
    const early = fact('discussed', '2018-01-09');
    expect(insertion(motion, timeline, early)).toEqual({
      impossible: early,
      at: motion.interpreter.initial,
    });
  });

  it('that makes a later one impossible names that later one, and where the case then stands', () => {
    const carried = fact('carried', '2018-03-01');
    const timeline = walked(fact('tabled', '2018-01-10'), fact('discussed', '2018-02-20'), {
      ...carried,
      revision: 2,
    });
    const result = insertion(motion, timeline, fact('paused', '2018-02-25'));
    expect(result).toMatchObject({
      impossible: { type: 'motion.carried', revision: 2 },
      at: { value: { paused: 'openEnded' } },
    });
  });

  it('is refused before the first when nothing leads to the first any more', () => {
    const timeline = walked(fact('tabled', '2018-01-10'));
    const result = insertion(motion, timeline, fact('tabled', '2018-01-05'));
    expect(result).toMatchObject({ impossible: { revision: 0 }, at: { value: 'tabled' } });
  });

  it('reports what the guards said where it stands', () => {
    const timeline = walked(
      fact('tabled', '2018-01-10'),
      fact('discussed', '2018-01-11'),
      fact('carried', '2018-01-12'),
    );
    expect(timeline.map(({ guards }) => guards)).toEqual([{}, {}, { isDiscussed: true }]);
  });

  it('leaves the timeline that it was put to as it was', () => {
    const timeline = walked(fact('tabled', '2018-01-10'), fact('discussed', '2018-02-20'));
    const copy = [...timeline];
    add(timeline, fact('discussed', '2018-01-15'));
    expect(timeline).toEqual(copy);
  });
});

describe('a case as at a date', () => {
  const history = () =>
    walked(
      fact('tabled', '2018-01-10'),
      fact('discussed', '2018-02-20'),
      fact('paused', '2018-02-20'),
      fact('resumed', '2018-03-05'),
    );

  it.each([
    ['2018-01-09', false, 0],
    ['2018-01-10', true, 0],
    ['2018-01-10', false, 1],
    ['2018-02-20', true, 1],
    ['2018-02-20', false, 3],
    ['2018-02-21', true, 3],
    ['2018-03-05', false, 4],
    ['2030-01-01', true, 4],
  ])('%s (at its opening: %s) counts %d steps', (date, opening, count) => {
    expect(countedAt(history(), { date, opening })).toBe(count);
  });

  it('is where the last step that counts led to', () => {
    const known = { timeline: history(), revision: 3 };
    const at = (date: string, opening = false) => viewAsAt(ref, known, { date, opening })?.state;
    expect(at('2018-02-19')).toBe('tabled');
    expect(at('2018-02-20')).toEqual({ paused: 'openEnded' });
    expect(at('2018-03-05', true)).toEqual({ paused: 'openEnded' });
    expect(at('2018-03-05')).toBe('tabled');
    expect(states(known.timeline)).toHaveLength(4);
  });

  it('is nothing before its first step, rather than an empty state', () => {
    const known = { timeline: history(), revision: 3 };
    expect(viewAsAt(ref, known, { date: '2018-01-09', opening: false })).toBeUndefined();
    expect(viewAsAt(ref, known, { date: '2018-01-10', opening: true })).toBeUndefined();
  });

  it('says which case it is, how much of it is known and in which states it is', () => {
    const view = viewAsAt(
      ref,
      { timeline: history(), revision: 3 },
      {
        date: '2018-02-28',
        opening: false,
      },
    );
    expect(view).toMatchObject({ name: 'motion/m1', revision: 3, context: { discussions: 1 } });
    expect(view?.isIn('paused')).toBe(true);
    expect(view?.isIn('tabled')).toBe(false);
  });
});
