import { IsEmail, IsString } from 'class-validator';
import { conformanceOf } from './conformance';
import { assign, setup, type AnyStateMachine } from './machine';
import { Part } from './payload';
import { defineProcedure, type Labels, type Procedure } from './procedure';
import { motion, notice } from './sample-procedures';
import { step } from './step';

class Parcel {
  @IsString() size!: string;
}
class Sent {
  @IsString() to!: string;
  @Part(Parcel) parcel!: Parcel;
}

const cite = { instrument: 'Postal union' };
const secretariat = { role: 'secretariat' } as const;

const labels: Labels = {
  title: 'Letter',
  summary: 'A letter, sent.',
  states: { written: 'Written', sent: 'Sent' },
  steps: { 'letter.sent': 'Letter sent' },
  fields: { to: 'To', parcel: 'Parcel', size: 'Size' },
};

const meta = { cite };
const sent = { target: 'sent', meta };
const states = { written: { on: { 'letter.sent': sent } }, sent: { type: 'final' } };

const rule = {
  id: 'letter.stamped',
  grade: 'advisory',
  cite,
  text: { en: 'Stamped.', fr: 'Affranchie.', es: 'Franqueada.' },
  on: ['letter.sent'],
  holds: () => true,
} as const;

/** The machine with some of it put otherwise; the types of XState would forbid most of this. */
function machineOf(config: object, parts: object = {}): AnyStateMachine {
  const whole = { id: 'letter', initial: 'written', states, ...config };
  return setup(parts as never).createMachine(whole as never) as unknown as AnyStateMachine;
}

const letter: Procedure = defineProcedure({
  id: 'letter',
  version: 0,
  steps: { 'letter.sent': step(Sent, [secretariat], cite) },
  machine: machineOf({}),
  rules: [rule],
  causes: [],
  links: {},
  labels: { en: labels, fr: labels, es: labels },
  lock: undefined,
});

const inLanguage = (language: 'en' | 'fr' | 'es', change: Partial<Labels>): Partial<Procedure> => ({
  labels: { ...letter.labels, [language]: { ...labels, ...change } },
});

const machine = (config: object, parts?: object): Partial<Procedure> => ({
  machine: machineOf(config, parts),
});
/** Its first state put otherwise. */
const written = (config: object, parts: object = {}) =>
  machine({ states: { ...states, written: { ...states.written, ...config } } }, parts);
const onSent = (transition: unknown, parts: object = {}) =>
  written({ on: { 'letter.sent': transition } }, parts);

const findings = (change: Partial<Procedure>) =>
  conformanceOf({ ...letter, ...change }).map(({ check, where }) => `${check}: ${where}`);

describe('a definition in order', () => {
  it('has no finding', () => {
    expect(findings({})).toEqual([]);
  });

  it.each([motion, notice])('has no finding: $id', (procedure) => {
    expect(conformanceOf(procedure)).toEqual([]);
  });

  it('may have named guards and actions, and an always with a named guard', () => {
    const parts = {
      guards: { isLate: () => true },
      actions: { note: assign({}) },
    };
    const always = { ...sent, guard: 'isLate', actions: 'note' };
    expect(findings(written({ always }, parts))).toEqual([]);
    const branches = [{ ...sent, guard: 'isLate', actions: ['note'] }, sent];
    expect(findings(onSent(branches, parts))).toEqual([]);
  });
});

describe('the id of a definition', () => {
  it('is one camelCase word, and its machine is called so', () => {
    const renamed = { id: 'open-letter', steps: {}, rules: [] };
    expect(findings(renamed)).toContain('procedure.name: open-letter');
    expect(findings(machine({ id: 'note' }))).toEqual(['machine.name: note']);
  });
});

describe('the labels of a definition', () => {
  const { 'letter.sent': _step, ...noSteps } = labels.steps;
  const { size: _size, ...noSize } = labels.fields;

  it.each([
    ['a state', inLanguage('fr', { states: { written: 'Rédigée' } }), 'sent'],
    ['a step', inLanguage('es', { steps: noSteps }), 'letter.sent'],
    ['a field of a part', inLanguage('en', { fields: noSize }), 'size'],
    ['a title', inLanguage('fr', { title: '' }), 'title'],
    ['a summary', inLanguage('es', { summary: ' ' }), 'summary'],
  ])('lack %s in one language', (_what, change, where) => {
    expect(findings(change)).toEqual([`label.missing: ${where}`]);
  });

  it('count as missing when they are blank', () => {
    const change = inLanguage('fr', { states: { written: ' ', sent: 'Envoyée' } });
    expect(findings(change)).toEqual(['label.missing: written']);
  });

  it.each([
    ['state', inLanguage('fr', { states: { ...labels.states, lost: 'Perdue' } }), 'lost'],
    ['step', inLanguage('fr', { steps: { ...labels.steps, 'letter.lost': 'x' } }), 'letter.lost'],
    ['field', inLanguage('fr', { fields: { ...labels.fields, weight: 'Poids' } }), 'weight'],
  ])('are of no %s there is', (_what, change, where) => {
    expect(findings(change)).toEqual([`label.unused: ${where}`]);
  });

  it('say in which language they are wrong', () => {
    const [found] = conformanceOf({ ...letter, ...inLanguage('es', { title: '' }) });
    expect(found?.message).toBe('no es title');
  });
});

describe('the steps of a definition', () => {
  const { steps } = letter;
  const of = (change: Partial<Procedure>) => findings(change).filter((f) => !f.startsWith('label'));

  it('are handled by some state', () => {
    const more = { ...steps, 'letter.lost': step(Parcel, [secretariat], cite) };
    expect(of({ steps: more })).toEqual(['step.unhandled: letter.lost']);
  });

  it('are all that the states handle', () => {
    const on = { ...states.written.on, 'letter.lost': sent };
    expect(of(written({ on }))).toEqual(['step.undeclared: letter.lost']);
  });

  it.each(['note.sent', 'letter.Sent', 'letter.sent.twice', 'sent'])('are not named %s', (name) => {
    const change = {
      steps: { [name]: step(Sent, [secretariat], cite) },
      ...written({ on: { [name]: sent } }),
      rules: [],
    };
    expect(of(change)).toEqual([`step.name: ${name}`]);
  });

  it('are somebody’s act', () => {
    expect(of({ steps: { 'letter.sent': step(Sent, [], cite) } })).toEqual([
      'step.by: letter.sent',
    ]);
  });

  it('say where the text provides for them', () => {
    const nowhere = { 'letter.sent': step(Sent, [secretariat], { instrument: ' ' }) };
    expect(of({ steps: nowhere })).toEqual(['step.cite: letter.sent']);
  });

  it('are what causes start from', () => {
    const causes = [{ under: [], on: 'letter.lost', causes: () => [] }];
    expect(of({ causes })).toEqual(['cause.step: letter.lost']);
  });

  it('have words for every check of their payload', () => {
    class Mailed {
      @IsEmail() to!: string;
      @Part(Parcel) parcel!: Parcel;
    }
    const mailed = { steps: { 'letter.sent': step(Mailed, [secretariat], cite) } };
    expect(of(mailed)).toEqual(['payload.words: letter.sent to']);
  });
});

describe('the machine of a definition', () => {
  const parts = { guards: { isLate: () => true }, actions: { note: assign({}) } };

  it.each([
    ['after', { after: { 1000: 'sent' } }],
    ['invoke', { invoke: { src: 'post' } }],
    ['onDone', { onDone: 'sent' }],
    ['entry', { entry: 'note' }],
    ['exit', { exit: 'note' }],
    ['route', { route: {} }],
  ])('has no %s', (name, config) => {
    expect(findings(written(config, parts))).toEqual([`machine.${name}: written`]);
  });

  it('has no entry at its root either', () => {
    expect(findings(machine({ entry: 'note' }, parts))).toEqual(['machine.entry: (root)']);
  });

  it('has no state that remembers', () => {
    const inner = { initial: 'a', states: { a: {}, back: { type: 'history', history: 'deep' } } };
    const found = findings(written(inner)).filter((each) => each.startsWith('machine'));
    expect(found).toEqual(['machine.history: written.back']);
  });

  it('takes no step by a wildcard', () => {
    const on = { ...states.written.on, 'letter.*': sent };
    expect(findings(written({ on }))).toContain('machine.wildcard: written on letter.*');
  });

  it.each([
    ['guard', { ...sent, guard: () => true }],
    ['guard', { ...sent, guard: { type: 'isLate' } }],
    ['action', { ...sent, actions: () => undefined }],
    ['action', { ...sent, actions: ['note', assign({})] }],
  ])('has no inline %s', (_kind, transition) => {
    expect(findings(onSent(transition, parts))).toEqual(['machine.inline: written on letter.sent']);
  });

  it.each([
    ['guard', { ...sent, guard: 'isEarly' }],
    ['action', { ...sent, actions: 'forget' }],
  ])('names no %s that there is not', (kind, transition) => {
    expect(findings(onSent(transition, parts))).toEqual([
      `machine.${kind}: written on letter.sent`,
    ]);
  });

  it.each([
    ['a transition without a guard', sent],
    ['a branch without a guard', [{ ...sent, guard: 'isLate' }, sent]],
  ])('has no always that is %s', (_what, always) => {
    expect(findings(written({ always }, parts))).toEqual(['machine.always: written']);
  });

  it('has no inline part in an always', () => {
    const always = { ...sent, guard: 'isLate', actions: () => undefined };
    expect(findings(written({ always }, parts))).toEqual(['machine.inline: written always']);
  });

  it('has no guard that is made of others', () => {
    const either = Object.assign(() => true, { check: () => true });
    expect(findings(machine({}, { guards: { isLate: either } }))).toEqual([
      'machine.guard: isLate',
    ]);
  });

  it('has no action that does more than assign', () => {
    const impure = { actions: { shout: () => undefined } };
    expect(findings(machine({}, impure))).toEqual(['machine.action: shout']);
  });

  it('is looked at to its depths', () => {
    const inner = {
      initial: 'a',
      states: { a: { initial: 'b', states: { b: { entry: 'note' } } } },
    };
    const found = findings(written(inner, parts)).filter((each) => each.startsWith('machine'));
    expect(found).toEqual(['machine.entry: written.a.b']);
  });

  it('has no transition that is never taken: one with neither a target nor an action', () => {
    const { target: _target, ...idle } = sent;
    expect(findings(onSent(idle, parts))).toContain('transition.idle: written on letter.sent');
  });

  it.each([
    ['a target alone', 'sent'],
    ['a transition without meta', { target: 'sent' }],
    ['a meta without a citation', { ...sent, meta: {} }],
    ['a citation of nothing', { ...sent, meta: { cite: { instrument: ' ' } } }],
    ['one branch of two', [{ target: 'sent', guard: 'isLate' }, sent]],
  ])('cites the text for every transition: not with %s', (_what, transition) => {
    expect(findings(onSent(transition, parts))).toEqual([
      'transition.cite: written on letter.sent',
    ]);
  });
});
