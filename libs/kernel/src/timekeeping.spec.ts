import { clockStepOf } from './clock';
import { plusDays } from './dates';
import { charge, paper, sitting, type ContextOfCharge, type stepsOfCharge } from './sample-diary';
import { scenarios, took, type Told } from './scenario';
import { Unseen } from './scene';

const clockStep = clockStepOf<typeof stepsOfCharge, ContextOfCharge>();
type Declared = Parameters<typeof clockStep>[0];

const name = 'charge/c1';
const given = took(name, 'charge.given', { by: '2018-02-28' }, '2018-01-10');
const changed = (on: string, by: string) => took(name, 'charge.changed', { by }, on);
const answered = (on: string) => took(name, 'charge.answered', {}, on);
const forgotten = (on: string) => took(name, 'charge.forgotten', {}, on);

/** A charge is forgotten on the day after its last. */
const onTheDayAfter: Declared = {
  step: 'charge.forgotten',
  when: ({ case: { context } }) =>
    context.by === null ? undefined : { occurredOn: plusDays(context.by, 1), data: {} },
};

const due = (declared: Declared, steps: readonly Told[], today: string) =>
  scenarios([{ ...charge, clock: [clockStep(declared)] }, sitting, paper])
    .given(...steps)
    .due(name, today);

const proposal = { type: 'charge.forgotten', confirm: false, occurredOn: '2018-03-01', data: {} };

describe('what the clock proposes', () => {
  it('comes on its day, and on any later day until it is recorded', () => {
    expect(due(onTheDayAfter, [given], '2018-02-28')).toEqual([]);
    expect(due(onTheDayAfter, [given], '2018-03-01')).toEqual([proposal]);
    expect(due(onTheDayAfter, [given], '2019-12-31')).toEqual([proposal]);
    expect(due(onTheDayAfter, [given, forgotten('2018-03-01')], '2019-12-31')).toEqual([]);
  });

  it('is never dated after the day for which it was asked', () => {
    const ahead: Declared = {
      ...onTheDayAfter,
      when: (_around, today) => ({ occurredOn: plusDays(today, 1), data: {} }),
    };
    expect(due(ahead, [given], '2018-03-01')).toEqual([]);
  });

  it('is what the machine could take on that day', () => {
    const steps = [given, answered('2018-03-10')];
    expect(due(onTheDayAfter, steps, '2018-03-09')).toEqual([proposal]);
    expect(due(onTheDayAfter, steps, '2018-03-10')).toEqual([]);
  });

  it('follows from the case as at the end of that day, not from what came later', () => {
    const steps = [given, changed('2018-03-05', '2018-04-30')];
    expect(due(onTheDayAfter, steps, '2018-03-04')).toEqual([proposal]);
    expect(due(onTheDayAfter, steps, '2018-03-05')).toEqual([]);
    expect(due(onTheDayAfter, steps, '2018-05-01')).toEqual([
      { ...proposal, occurredOn: '2018-05-01' },
    ]);
  });

  it('is nothing before the case is opened, and nothing when there is nothing to propose', () => {
    const always: Declared = {
      ...onTheDayAfter,
      when: (_around, today) => ({ occurredOn: today, data: {} }),
    };
    expect(due(always, [given], '2018-01-09')).toEqual([]);
    expect(due(always, [given], '2018-01-10')).toHaveLength(1);
    expect(due({ ...onTheDayAfter, when: () => undefined }, [given], '2018-03-01')).toEqual([]);
  });

  it('is for the Secretariat to record where the clock only draws attention', () => {
    expect(due({ ...onTheDayAfter, confirm: true }, [given], '2018-03-01')).toEqual([
      { ...proposal, confirm: true },
    ]);
  });

  it('may depend on the calendar as at the end of that day, where it says so', () => {
    const afterTheSitting: Declared = {
      step: 'charge.forgotten',
      sees: { calendar: true },
      when: ({ calendar }, today) => {
        const held = calendar.meetings('council', '2018-01-01', today);
        const over = held.find(({ standing }) => standing === 'held');
        return over && { occurredOn: over.lastDay ?? today, data: {} };
      },
    };
    const steps = [
      given,
      took('sitting/s1', 'sitting.called', { body: 'council', from: '2018-02-05' }, '2018-01-15'),
      took('sitting/s1', 'sitting.closed', {}, '2018-02-06'),
    ];
    expect(due(afterTheSitting, steps, '2018-02-05')).toEqual([]);
    expect(due(afterTheSitting, steps, '2018-02-06')).toEqual([
      { ...proposal, occurredOn: '2018-02-05' },
    ]);
    const { sees: _sees, ...blind } = afterTheSitting;
    expect(() => due(blind, steps, '2018-02-06')).toThrow(Unseen);
    expect(() => due(blind, steps, '2018-02-06')).toThrow(/^charge\.forgotten looks at/);
  });
});
