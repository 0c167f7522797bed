import { parseCaseName, scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { registers } from '.';
import asDrafted from './as-drafted.json';
import { BadRegister, registerFrom } from './register';

const { given } = scenarios(procedures);

/** A register's steps as a scenario tells them. */
function retold(id: string): readonly Told[] {
  const register = registers.find((each) => each.id === id);
  return (register?.steps ?? []).map(({ case: name, actor, proposal }) => {
    const ref = parseCaseName(name);
    if (!ref) throw new Error(name);
    return { ref, actor, proposal };
  });
}

describe('the register as drafted', () => {
  const steps = retold('as-drafted');
  const then = given(...steps);

  it('is a simulation, and says so in three languages', () => {
    const [asDrafted] = registers;
    expect(asDrafted?.simulated).toBe(true);
    expect(asDrafted?.label.en).toContain('simulation');
    expect(asDrafted?.label.fr).toContain('simulation');
    expect(asDrafted?.label.es).toContain('simulación');
  });

  it('leaves the decision in force in three languages, the group at work, its chair in office', () => {
    expect(then.state('decision/ecommerce')).toEqual({
      adopted: { force: 'inForce', text: 'original', lang: 'complete' },
    });
    expect(then.state('workingGroup/ecommerce')).toEqual({
      established: { activity: 'operational', mandate: 'openEnded' },
    });
    expect(then.state('chair/ecommerce')).toEqual({ inOffice: 'regular' });
  });

  it('leaves the work plan and the calendar agreed at the first meeting, and its minutes issued', () => {
    expect(then.state('workPlan/ecommerce')).toEqual({
      plan: { agreed: 'current' },
      calendar: { agreed: 'current' },
    });
    expect(then.state('meeting/wgec-2018-06-12')).toEqual({ closed: { record: 'issued' } });
  });

  it('breaks no rule but one: the General Council held no meeting in February 2018', () => {
    const broken = steps.flatMap((told, at) => {
      const { decision } = given(...steps.slice(0, at)).when(told);
      const verdicts = Object.entries(decision?.verdicts ?? {});
      return verdicts.filter(([name, verdict]) => name.includes('.') && verdict !== true);
    });
    expect(broken).toEqual([['workingGroup.establishedInFebruary2018', false]]);
  });

  it('raises no alert: what the adoption and the establishment open is opened by them', () => {
    expect(then.alerts).toEqual([]);
  });

  it('needs the reason for the establishment outside February 2018', () => {
    const at = steps.findIndex(
      ({ proposal }) => (proposal as { type: string }).type === 'workingGroup.established',
    );
    const told = steps[at]!;
    const { irregularity, ...regular } = told.proposal as Record<string, unknown>;
    expect(irregularity).toBeDefined();
    const refused = given(...steps.slice(0, at)).when({ ...told, proposal: regular });
    expect(refused.refusedBy).toEqual(['workingGroup.establishedInFebruary2018']);
  });

  it('learns from the minutes, two months late, of the consensus of 7 March', () => {
    const at = steps.findIndex(
      ({ proposal }) => (proposal as { type: string }).type === 'chair.consensusNoted',
    );
    const entered = given(...steps.slice(0, at)).when(steps[at]!);
    expect(entered.decision?.from).toBe('consultations');
    expect(entered.decision?.to).toBe('nameNoted');
    expect(entered.state('chair/ecommerce')).toEqual({ inOffice: 'regular' });
    expect(entered.context('chair/ecommerce')).toMatchObject({ notedRef: 'HOLDER-A' });
  });
});

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
  ])('is refused when it %s', (_what, file) => {
    expect(() => registerFrom(file)).toThrow(BadRegister);
  });
});
