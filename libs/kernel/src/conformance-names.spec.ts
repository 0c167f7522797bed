import { clockStepOf } from './clock';
import { conformanceOf } from './conformance';
import { dutyOf } from './duty';
import { motion } from './sample-procedures';

const cite = { instrument: 'Standing orders', paragraph: '11' };
const text = { en: 'Seconded.', fr: 'Appuyée.', es: 'Secundada.' };

const rule = {
  id: 'motion.seconded',
  grade: 'advisory',
  cite,
  text,
  on: ['motion.carried'],
  holds: () => true,
} as const;

const duty = dutyOf<object>()({
  id: 'motion.carryingDue',
  step: 'motion.carried',
  cite,
  text,
  stands: () => true,
});

const found = (change: object) =>
  conformanceOf({ ...motion, ...change }).map(({ check, where }) => `${check}: ${where}`);

describe('the rules of a definition', () => {
  const of = (...changes: readonly object[]) =>
    found({ rules: changes.map((change) => ({ ...rule, ...change })) });

  it('are in order', () => {
    expect(of({})).toEqual([]);
  });

  it.each(['seconded', 'notice.seconded', 'motion.Seconded', 'motion.seconded.twice'])(
    'are named after their procedure: not %s',
    (id) => {
      expect(of({ id })).toEqual([`rule.name: ${id}`]);
    },
  );

  it('are named once', () => {
    expect(of({}, {})).toEqual(['rule.name: motion.seconded', 'rule.name: motion.seconded']);
    expect(of({ id: 'motion.carried' })).toEqual(['rule.name: motion.carried']);
  });

  it('judge steps that there are', () => {
    expect(of({ on: ['motion.carried', 'motion.lost'] })).toEqual(['rule.step: motion.seconded']);
    expect(of({ on: [] })).toEqual(['rule.step: motion.seconded']);
  });

  it('are written in every language, and somewhere', () => {
    expect(of({ text: { ...text, es: '' } })).toEqual(['rule.text: motion.seconded']);
    expect(of({ cite: { instrument: ' ' } })).toEqual(['rule.cite: motion.seconded']);
  });
});

describe('the duties of a definition', () => {
  const of = (...changes: readonly object[]) =>
    found({ duties: changes.map((change) => ({ ...duty, ...change })) });

  it('are in order', () => {
    expect(of({})).toEqual([]);
  });

  it('are named after their procedure, once, and not like a rule', () => {
    expect(of({ id: 'D1' })).toEqual(['duty.name: D1']);
    expect(of({}, {})).toEqual(['duty.name: motion.carryingDue', 'duty.name: motion.carryingDue']);
    const both = found({ rules: [rule], duties: [{ ...duty, id: rule.id }] });
    expect(both).toEqual(['rule.name: motion.seconded', 'duty.name: motion.seconded']);
  });

  it('call for a step that there is', () => {
    expect(of({ step: 'motion.lost' })).toEqual(['duty.step: motion.carryingDue']);
  });

  it('are written in every language, and somewhere', () => {
    expect(of({ text: { ...text, fr: ' ' } })).toEqual(['duty.text: motion.carryingDue']);
    expect(of({ cite: { instrument: '' } })).toEqual(['duty.cite: motion.carryingDue']);
  });
});

describe('what the clock of a definition proposes', () => {
  const of = (by: readonly object[], confirm?: true) =>
    found({
      steps: { ...motion.steps, 'motion.carried': { ...motion.steps['motion.carried'], by } },
      clock: [
        clockStepOf<Record<'motion.carried', never>, object>()({
          step: 'motion.carried',
          ...(confirm ? { confirm } : {}),
          when: () => undefined,
        }),
      ],
    });

  it('is a step that the clock may take', () => {
    expect(of([{ role: 'clock' }])).toEqual([]);
    expect(of([{ role: 'secretariat' }])).toEqual(['clock.step: motion.carried']);
  });

  it('is not the clock’s where it is to be confirmed', () => {
    expect(of([{ role: 'secretariat' }], true)).toEqual([]);
    const both = of([{ role: 'secretariat' }, { role: 'clock' }], true);
    expect(both).toEqual(['clock.step: motion.carried']);
  });
});
