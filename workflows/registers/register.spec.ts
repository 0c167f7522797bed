import asDrafted from './as-drafted.json';
import { BadRegister, registerFrom } from './register';

describe('a register that cannot be read', () => {
  const [first, second] = asDrafted.steps;
  const withStep = (more: object) => ({ ...asDrafted, steps: [{ ...first, ...more }] });

  it.each([
    ['has no name', { ...asDrafted, id: '' }],
    ['lacks a language', { ...asDrafted, label: { en: 'As drafted', fr: 'Selon le projet' } }],
    ['does not say whether it is a simulation', { ...asDrafted, simulated: 'yes' }],
    ['has no steps', { ...asDrafted, steps: {} }],
    ['is out of order', { ...asDrafted, steps: [second, first] }],
    ['names no case', withStep({ case: 'ecommerce' })],
    ['has no instant of recording', withStep({ recordedAt: '2017-10-05' })],
    ['has an unknown role', withStep({ actor: { id: 'registrar', role: 'registrar' } })],
    ['has a malformed proposal', withStep({ proposal: { type: 'decision.submitted' } })],
    ['has an unknown step of the engine', withStep({ proposal: { type: 'record.x', data: {} } })],
    [
      'dates a step of the engine',
      withStep({ proposal: { type: 'record.noted', data: {}, occurredOn: '2017-10-05' } }),
    ],
  ])('is refused when it %s', (_what, file) => {
    expect(() => registerFrom(file)).toThrow(BadRegister);
  });
});

it('a register may hold steps of the engine, which are dated by their recording', () => {
  const proposal = { type: 'record.noted', data: { text: 'Seen.' } };
  const [first] = asDrafted.steps;
  const register = registerFrom({ ...asDrafted, steps: [first, { ...first, proposal }] });
  expect(register.steps[1]?.proposal).toEqual(proposal);
});
