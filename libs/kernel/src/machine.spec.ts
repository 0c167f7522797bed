import fc from 'fast-check';
import { initialTransition, transition } from 'xstate';
import { dependencies } from '../package.json';
import { toJson, type JsonObject } from './json';
import {
  assign,
  interpreter,
  MachineFault,
  setup,
  xstateVersion,
  type AnyStateMachine,
  type Moment,
} from './machine';

type Context = { readonly passes: number; readonly said: readonly string[] };
type Events =
  | { type: 'door.opened' | 'door.shut' | 'door.locked' | 'lamp.lit' | 'house.sold' }
  | { type: 'door.knocked'; occurredOn: string; data: { times: number } }
  | { type: 'door.passed' };

/** All that a procedure may have: hierarchy, regions, guards, a guarded always, action-only steps. */
const house: AnyStateMachine = setup({
  types: {} as { context: Context; events: Events },
  guards: {
    isLoud: ({ event }) => event.type === 'door.knocked' && event.data.times > 2,
    hasPassed: ({ context }) => context.passes > 0,
    isWornOut: ({ context }) => context.passes >= 3,
  },
  actions: {
    pass: assign({ passes: ({ context }) => context.passes + 1 }),
    say: assign({
      said: ({ context, event }) =>
        event.type === 'door.knocked' ? [...context.said, event.occurredOn] : context.said,
    }),
  },
}).createMachine({
  id: 'house',
  type: 'parallel',
  context: { passes: 0, said: [] },
  states: {
    door: {
      initial: 'shut',
      states: {
        shut: {
          initial: 'unlocked',
          states: {
            unlocked: { on: { 'door.locked': 'locked', 'door.opened': '#house.door.open' } },
            locked: {},
          },
          on: {
            'door.knocked': [
              { guard: 'isLoud', target: 'open', actions: 'say' },
              { actions: 'say' },
            ],
          },
        },
        open: {
          always: { guard: 'isWornOut', target: 'broken' },
          on: { 'door.passed': { actions: 'pass' }, 'door.shut': 'shut' },
        },
        broken: { type: 'final' },
      },
    },
    lamp: {
      initial: 'dark',
      states: {
        dark: { on: { 'lamp.lit': 'lit' } },
        lit: { on: { 'house.sold': { guard: 'hasPassed', target: 'gone' } } },
        gone: { type: 'final' },
      },
    },
  },
});

const step = (type: string, data: JsonObject = {}) => ({ type, data, occurredOn: '2018-03-07' });
const types = [
  'door.opened',
  'door.shut',
  'door.locked',
  'door.passed',
  'lamp.lit',
  'house.sold',
  'unknown.happened',
];
const steps = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...types).map((type) => step(type)) },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 4 }).map((times) => step('door.knocked', { times })),
  },
  { weight: 4, arbitrary: fc.constant(step('door.passed')) },
);

/** Only as much of a moment as is stored. */
const stored = ({ value, context }: Moment): Moment =>
  JSON.parse(JSON.stringify({ value, context })) as Moment;

describe('the interpreter', () => {
  const inside = interpreter(house);

  /** Walks both at once and compares every answer; how often the step was taken, and refused. */
  const walk = (told: readonly ReturnType<typeof step>[], forget: boolean) => {
    let [snapshot] = initialTransition(house);
    let moment = inside.initial;
    expect(stored(moment)).toEqual(toJson({ value: snapshot.value, context: snapshot.context }));
    const ends = { taken: 0, refused: 0, done: 0 };
    for (const event of told) {
      const taken = inside.take(forget ? stored(moment) : moment, event);
      const can = snapshot.status === 'active' && snapshot.can(event);
      expect(taken !== undefined).toBe(can);
      ends[taken ? 'taken' : 'refused'] += 1;
      if (!taken) continue;
      [snapshot] = transition(house, snapshot, event);
      moment = taken.to;
      expect(stored(moment)).toEqual(toJson({ value: snapshot.value, context: snapshot.context }));
      if (snapshot.status === 'done') ends.done += 1;
    }
    return ends;
  };

  it.each([
    ['moments it has just reached', false],
    ['moments read back from their values', true],
  ])('answers as XState’s own transition() does, over %s', (_from, forget) => {
    const all = { taken: 0, refused: 0, done: 0 };
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 25, size: 'max' }), (told) => {
        const ends = walk(told, forget);
        all.taken += ends.taken;
        all.refused += ends.refused;
        all.done += ends.done;
      }),
      { numRuns: 150 },
    );
    // The walks went somewhere, and did not go everywhere.
    expect(Math.min(all.taken, all.refused)).toBeGreaterThan(100);
  });

  it('walks to the end as XState does', () => {
    const passed = step('door.passed');
    const told = ['door.opened', 'lamp.lit'].map((type) => step(type));
    const ends = walk([...told, passed, step('house.sold'), passed, passed, passed], true);
    expect(ends).toEqual({ taken: 6, refused: 1, done: 1 });
  });

  const after = (...told: readonly ReturnType<typeof step>[]) =>
    told.reduce((moment, event) => {
      const taken = inside.take(moment, event);
      if (!taken) throw new Error(`${event.type} was not taken`);
      return taken.to;
    }, inside.initial);

  it('reports what each guard said that was asked, and none that was not', () => {
    const loud = inside.take(inside.initial, step('door.knocked', { times: 3 }));
    expect(loud?.guards).toEqual({ isLoud: true, isWornOut: false });
    const quiet = inside.take(inside.initial, step('door.knocked', { times: 1 }));
    expect(quiet?.guards).toEqual({ isLoud: false });
    expect(inside.take(inside.initial, step('lamp.lit'))?.guards).toEqual({});
  });

  it('does not take a step whose guard says no', () => {
    expect(inside.take(after(step('lamp.lit')), step('house.sold'))).toBeUndefined();
    const passed = after(step('lamp.lit'), step('door.opened'), step('door.passed'));
    expect(inside.take(passed, step('house.sold'))?.guards).toMatchObject({
      hasPassed: true,
    });
  });

  it('takes a step that only acts, though the state stays', () => {
    const open = after(step('door.opened'));
    const taken = inside.take(open, step('door.passed'));
    expect(taken?.to.value).toEqual(open.value);
    expect(taken?.to.context).toEqual({ passes: 1, said: [] });
    expect(open.context).toEqual({ passes: 0, said: [] });
  });

  it.each([
    'unknown.happened',
    '',
    '*',
    'xstate.init',
    'xstate.stop',
    'xstate.route',
    'xstate.after.1000.house.door.open',
    'xstate.done.state.house.door',
    'xstate.done.actor.house',
    'xstate.error.actor.house',
    'toString',
    '__proto__',
  ])('does not take %j, whatever the state', (type) => {
    for (const moment of [inside.initial, after(step('door.opened'))]) {
      expect(inside.take(moment, step(type))).toBeUndefined();
    }
  });

  it('takes nothing once the machine has ended, whether it walked there or was told', () => {
    const end = after(
      ...['door.opened', 'door.passed', 'lamp.lit', 'house.sold', 'door.passed'].map((type) =>
        step(type),
      ),
      step('door.passed'),
    );
    expect(end.value).toEqual({ door: 'broken', lamp: 'gone' });
    for (const moment of [end, stored(end)]) {
      expect(types.filter((type) => inside.take(moment, step(type)))).toEqual([]);
      expect(inside.admits(moment)).toEqual([]);
    }
  });

  it('names the steps that a moment provides for, whatever their guards will say', () => {
    expect(inside.admits(inside.initial)).toEqual([
      'door.knocked',
      'door.locked',
      'door.opened',
      'lamp.lit',
    ]);
    expect(inside.admits(after(step('lamp.lit'), step('door.locked')))).toEqual([
      'door.knocked',
      'house.sold',
    ]);
  });

  it('answers one machine’s moment with that machine, though another knows it too', () => {
    const other = interpreter(house.provide({ guards: { isLoud: () => false } } as never));
    const loud = step('door.knocked', { times: 9 });
    expect(other.take(inside.initial, loud)?.guards).toEqual({ isLoud: false });
    expect(inside.take(other.initial, loud)?.guards).toMatchObject({ isLoud: true });
  });
});

describe('a fault of the definition', () => {
  const broken = (thrown: unknown) =>
    interpreter(
      setup({
        guards: {
          fails: () => {
            throw thrown;
          },
        },
        actions: {
          fail: assign(() => {
            throw thrown;
          }),
        },
      }).createMachine({
        initial: 'here',
        states: {
          here: { on: { act: { target: 'there', actions: 'fail' }, ask: { guard: 'fails' } } },
          there: {},
        },
      }),
    );

  it('is an action that throws, which no caller mistakes for a refusal', () => {
    const { initial, take } = broken(new Error('no such mover'));
    expect(() => take(initial, step('act'))).toThrow(MachineFault);
    expect(() => take(initial, step('act'))).toThrow('act: Error: no such mover');
  });

  it('is a guard that throws', () => {
    const { initial, take } = broken(new Error('no such guard'));
    expect(() => take(initial, step('ask'))).toThrow(MachineFault);
    expect(() => take(initial, step('ask'))).toThrow('no such guard');
  });

  it('is a context that is no JSON', () => {
    const machine = setup({
      actions: { spoil: assign({ size: () => NaN }) },
    }).createMachine({ context: { size: 0 }, on: { spoil: { actions: 'spoil' } } });
    const { initial, take } = interpreter(machine);
    expect(() => take(initial, step('spoil'))).toThrow(MachineFault);
    expect(() => take(initial, step('spoil'))).toThrow('$.size is NaN');
  });
});

describe('the version of XState', () => {
  it('is pinned exactly, and is the one that is stamped on every record', () => {
    expect(dependencies.xstate).toMatch(/^\d+\.\d+\.\d+$/);
    expect(xstateVersion).toBe(dependencies.xstate);
  });
});
