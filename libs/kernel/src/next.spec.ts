import { relatedCase, type Scene } from './scene';
import { nextSteps, type NextStep } from './next';
import { motion } from './sample-procedures';
import type { StepFact } from './step';
import { languages } from './text';
import { timelineOf } from './timeline';

const facts = (...types: readonly (string | [string, object])[]): StepFact[] =>
  types.map((each, revision) => {
    const [type, data] = typeof each === 'string' ? [each, {}] : each;
    return {
      revision,
      type,
      data: { movers: [], ...data },
      occurredOn: `2019-01-0${revision + 1}`,
    };
  });

function scene(steps: readonly StepFact[], amended?: readonly StepFact[]): Scene {
  const known = amended && { timeline: timelineOf(motion, amended), revision: amended.length - 1 };
  return {
    procedure: motion,
    ref: { procedure: 'motion', case: 'tea' },
    timeline: timelineOf(motion, steps),
    revision: steps.length - 1,
    related: (link) => (link === 'amends' && known ? relatedCase('motion/cake', known) : undefined),
    linked: [],
    under: () => [],
    calendar: [],
    recorder: () => '',
  };
}

function next(steps: readonly StepFact[], type: string, amended?: readonly StepFact[]): NextStep {
  return nextSteps(scene(steps, amended), '2019-02-01').find((each) => each.type === type)!;
}

const rules = (step: NextStep) => step.reasons.map(({ rule }) => rule);
const [tabled, discussed, paused, resumed, carried] = [
  'motion.tabled',
  'motion.discussed',
  'motion.paused',
  'motion.resumed',
  'motion.carried',
] as const;

it('says of every step of the procedure where it stands', () => {
  expect(nextSteps(scene([]), '2019-02-01').map(({ type, status }) => [type, status])).toEqual([
    [tabled, 'allowed'],
    [discussed, 'notYet'],
    [paused, 'notYet'],
    [resumed, 'notYet'],
    [carried, 'notYet'],
  ]);
});

describe('A step is', () => {
  it('done when it was taken and cannot be taken now, with its date and revision', () => {
    const step = next(facts(tabled), tabled);
    expect(step.status).toBe('done');
    expect(step.reasons[0]).toMatchObject({ rule: 'motion.tabled.done', cite: { paragraph: '1' } });
    expect(step.reasons[0]!.message.en).toBe('Taken on 2019-01-01 (revision 0).');
  });

  it('allowed when it may be taken, again or for the first time', () => {
    const step = next(facts(tabled, discussed), discussed);
    expect(step).toMatchObject({ status: 'allowed', reasons: [] });
    expect(step.by).toContainEqual({ role: 'generalCouncil' });
  });

  it('allowed although a guard looks into the payload to choose where it leads', () => {
    expect(next(facts(tabled), paused).status).toBe('allowed');
  });

  it('allowed with a note when a rule of procedure would be broken whatever is said', () => {
    const step = next(facts(tabled, discussed), carried);
    expect(step.status).toBe('allowed');
    expect(rules(step)).toEqual(['motion.discussedTwice']);
    expect(step.reasons[0]!.grade).toBe('procedural');
  });

  it('caused while a duty calls for it, citing the duty in three languages', () => {
    const step = next(facts(tabled, discussed, discussed), carried);
    expect(step.status).toBe('caused');
    expect(step.reasons[0]).toMatchObject({
      rule: 'motion.toBeCarried',
      cite: { paragraph: '11' },
    });
    for (const language of languages) expect(step.reasons[0]!.message[language]).toMatch(/\S/);
  });

  it('not yet, with the rule, when a structural rule forbids it although the machine takes it', () => {
    const amended = facts(tabled, discussed, carried);
    const step = next(facts(tabled, discussed, discussed), carried, amended);
    expect(step.status).toBe('notYet');
    expect(rules(step)).toEqual(['motion.amendmentFirst', 'motion.toBeCarried']);
  });

  it('not yet, with what it comes after, when the machine does not take it here', () => {
    const step = next(facts(tabled), resumed);
    expect(step.status).toBe('notYet');
    expect(rules(step)).toEqual(['motion.resumed.order']);
    expect(step.reasons[0]!.message.en).toContain(motion.labels.en.steps[paused]);
    expect(step.reasons[0]!.message.fr).toContain(motion.labels.fr.states['tabled']);
    expect(step.reasons[0]!.message.es).toContain(motion.labels.es.steps[paused]);
  });

  it('not yet when a guard that looks at the context holds it back', () => {
    expect(next(facts(tabled), carried).status).toBe('notYet');
  });

  it('not now when no path leads to it any more', () => {
    const end = facts(tabled, discussed, carried);
    expect(next(end, paused)).toMatchObject({ status: 'notNow' });
    expect(next(end, paused).reasons[0]!.message.en).toContain('can no longer be reached');
    expect(next(end, discussed).status).toBe('done');
    expect(next(facts(tabled, paused), paused).status).toBe('done');
  });
});
