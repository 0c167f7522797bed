import { guardFindings } from './conformance-guards';
import { setup, type AnyStateMachine } from './machine';

interface Asked {
  readonly context: { readonly stamps: readonly string[]; readonly isOpen: boolean };
  readonly event: { readonly type: string; readonly data: { readonly to?: string } };
}

const guards = {
  isStamped: ({ context }: Asked) => context.stamps.length > 0,
  isAbroad: ({ event }: Asked) => event.data.to === 'abroad',
  isAddressed: ({ event }: Asked) => 'to' in event.data,
  isEmpty: ({ event }: Asked) => Object.keys(event.data).length === 0,
  isStampedForAbroad: ({ context, event }: Asked) =>
    context.stamps.length > 0 && event.data.to === 'abroad',
  isOfAnotherStep: ({ event }: Asked) =>
    event.type === 'letter.lost' && event.data.to === undefined,
  isBroken: () => {
    throw new Error('broken');
  },
};

/** What is found on a machine with these transitions; XState's types would forbid some of them. */
function found(transitions: unknown, above: object = {}): readonly string[] {
  const machine = setup({ guards } as never).createMachine({
    id: 'letter',
    context: { stamps: [], isOpen: false },
    initial: 'desk',
    states: {
      desk: {
        initial: 'written',
        on: above,
        states: { written: { on: { 'letter.sent': transitions } }, sent: { type: 'final' } },
      },
    },
  } as never) as unknown as AnyStateMachine;
  return guardFindings(machine).map(({ check, where, message }) => {
    const [name] = message.split(' ');
    return `${check}: ${where}: ${name}`;
  });
}

const to = (guard?: string) => ({ target: 'sent', ...(guard ? { guard } : {}) });
const payloadRead = (guard: string) => [`guard.payload: desk.written on letter.sent: ${guard}`];

describe('a guard that decides whether a step is possible', () => {
  it('may read the context', () => {
    expect(found(to('isStamped'))).toEqual([]);
  });

  it.each(['isAbroad', 'isAddressed', 'isEmpty'])('does not read the payload: %s', (guard) => {
    expect(found(to(guard))).toEqual(payloadRead(guard));
  });

  it('does not read it in a context other than the first either', () => {
    expect(found(to('isStampedForAbroad'))).toEqual(payloadRead('isStampedForAbroad'));
  });

  it('is one of a list whose last branch is guarded as well', () => {
    expect(found([to('isStamped'), to('isAbroad')])).toEqual(payloadRead('isAbroad'));
  });

  it('is asked about the step at hand, and may fail for want of it', () => {
    expect(found(to('isOfAnotherStep'))).toEqual([]);
    expect(found(to('isBroken'))).toEqual([]);
  });
});

describe('a guard that chooses between targets', () => {
  it('may read the payload', () => {
    expect(found([to('isAbroad'), to()])).toEqual([]);
    expect(found([to('isAbroad'), 'sent'])).toEqual([]);
  });

  it('may leave the last choice to a state above', () => {
    const above = { 'letter.sent': { target: '.sent' } };
    expect(found(to('isAbroad'), above)).toEqual([]);
    const guarded = { 'letter.sent': { target: '.sent', guard: 'isStamped' } };
    expect(found(to('isAbroad'), guarded)).toEqual(payloadRead('isAbroad'));
  });
});
