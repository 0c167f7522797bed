import {
  answer,
  answered,
  because,
  byTheDay,
  changed,
  cite,
  given,
  name,
  of,
  statuses,
  text,
} from './sample-deadlines';
import { took } from './scenario';
import { Unseen } from './scene';

/** Due at the council's first sitting of 2018, as the calendar has it. */
const atTheSitting = answer(
  ({ calendar }) => {
    const sittings = calendar.meetings('council', '2018-01-01', '2018-12-31');
    const first = sittings.find(({ standing }) => standing !== 'off');
    if (sittings.length === 0) return 'notPopulated';
    const { firstDay = '', lastDay = '', name: anchor = '' } = first ?? {};
    if (!first) return { windows: [{ to: '2018-02-28', because }] };
    return { windows: [{ from: firstDay, to: lastDay, anchor, because }] };
  },
  { sees: { calendar: true } },
);

const called = (id: string, on: string, data: object) =>
  took(`sitting/${id}`, 'sitting.called', { body: 'council', ...data }, on);
const moved = (id: string, on: string, data: object) =>
  took(`sitting/${id}`, 'sitting.moved', data, on);

describe('a deadline with a day', () => {
  const charged = given('2018-01-10', { by: '2018-02-28' });

  it('is open until the end of that day, and overdue from the next', () => {
    expect(statuses(byTheDay, [charged], '2018-02-28')).toEqual([['open', '2018-02-28']]);
    expect(statuses(byTheDay, [charged], '2018-03-01')).toEqual([['overdue', '2018-02-28']]);
  });

  it('says what it is, what meets it and where it is written', () => {
    const [found] = of(byTheDay).given(charged).obligations(name, '2018-02-01');
    expect(found).toEqual({
      deadline: 'charge.answer',
      number: 'X1',
      step: 'charge.answered',
      cite,
      duty: text,
      soft: false,
      status: 'open',
      windows: [{ to: '2018-02-28' }],
      isContested: false,
      isBreached: false,
      sentence: {
        en: 'Answer: due by 28 February 2018.',
        fr: 'Réponse: à faire au plus tard le 28 février 2018.',
        es: 'Respuesta: exigible a más tardar el 28 de febrero de 2018.',
      },
    });
  });

  it('is met on that day, and stays met', () => {
    const steps = [charged, answered('2018-02-28')];
    expect(statuses(byTheDay, steps, '2018-02-27')).toEqual([['open', '2018-02-28']]);
    expect(statuses(byTheDay, steps, '2019-12-31')).toEqual([['met', '2018-02-28']]);
  });

  it('met after it had passed is breached, and so was overdue in between', () => {
    const steps = [charged, answered('2018-03-07')];
    expect(statuses(byTheDay, steps, '2018-03-06')).toEqual([['overdue', '2018-02-28']]);
    const [found] = of(byTheDay)
      .given(...steps)
      .obligations(name, '2019-12-31');
    expect(found).toMatchObject({ status: 'breached', isBreached: true, metOn: '2018-03-07' });
  });

  it('is soft where its passing breaks no rule', () => {
    const soft = answer(byTheDay.due, { soft: true });
    expect(of(soft).given(charged).obligations(name, '2018-03-01')).toMatchObject([
      { soft: true, status: 'overdue' },
    ]);
  });

  it('is none where nothing is due, and none before the case is opened', () => {
    expect(statuses(byTheDay, [given()], '2018-03-01')).toEqual([]);
    expect(statuses(byTheDay, [charged], '2018-01-09')).toEqual([]);
    expect(of(byTheDay).given(charged).obligations('charge/c2', '2018-03-01')).toEqual([]);
  });
});

describe('a deadline that changes', () => {
  const charged = given('2018-01-10', { by: '2018-02-28' });

  it('is kept as superseded before the one that replaced it', () => {
    const steps = [charged, changed('2018-02-01', { by: '2018-03-31' })];
    expect(statuses(byTheDay, steps, '2018-01-31')).toEqual([['open', '2018-02-28']]);
    const found = of(byTheDay)
      .given(...steps)
      .obligations(name, '2018-03-15');
    expect(found).toMatchObject([
      { status: 'superseded', supersededOn: '2018-02-01', isBreached: false },
      { status: 'open', windows: [{ to: '2018-03-31' }] },
    ]);
  });

  it('that had passed before it changed stays overdue, and breached once it is met', () => {
    const steps = [charged, changed('2018-03-05', { by: '2018-03-31' })];
    expect(statuses(byTheDay, steps, '2018-03-15')).toEqual([
      ['overdue', '2018-02-28'],
      ['open', '2018-03-31'],
    ]);
    expect(statuses(byTheDay, [...steps, answered('2018-03-20')], '2018-12-31')).toEqual([
      ['breached', '2018-02-28'],
      ['met', '2018-03-31'],
    ]);
  });

  it('on its last day is superseded, not overdue', () => {
    const steps = [charged, changed('2018-02-28', { by: '2018-03-31' })];
    expect(statuses(byTheDay, steps, '2018-03-15')).toEqual([
      ['superseded', '2018-02-28'],
      ['open', '2018-03-31'],
    ]);
  });

  it('to nothing is superseded by nothing', () => {
    const steps = [charged, changed('2018-02-01')];
    expect(statuses(byTheDay, steps, '2018-03-15')).toEqual([['superseded', '2018-02-28']]);
  });

  it('after it was met is met all the same', () => {
    const steps = [charged, answered('2018-02-01'), changed('2018-02-10', { by: '2018-02-15' })];
    expect(statuses(byTheDay, steps, '2018-12-31')).toEqual([['met', '2018-02-28']]);
  });

  it('in its reason alone is the same deadline, with the reason as it is known last', () => {
    const explained = answer(({ case: { context } }) => ({
      windows: [{ to: '2018-02-28', because: { ...because, en: `by ${String(context.by)}` } }],
    }));
    const steps = [given('2018-01-10', { by: '2018-02-01' }), changed('2018-01-20')];
    const found = of(explained)
      .given(...steps)
      .obligations(name, '2018-03-01');
    expect(found.map(({ sentence }) => sentence.en)).toEqual([
      'Answer: not done (due by 28 February 2018): by null.',
    ]);
  });
});

describe('a deadline tied to the calendar', () => {
  const march = called('s1', '2018-01-15', { from: '2018-03-07', to: '2018-03-08' });

  it('is not computable while the calendar does not hold its anchor, and none is guessed', () => {
    expect(statuses(atTheSitting, [given()], '2018-06-30')).toEqual([['notComputable']]);
  });

  it('is as the calendar has it, from the day on which it does', () => {
    const steps = [given(), march];
    expect(statuses(atTheSitting, steps, '2018-01-14')).toEqual([['notComputable']]);
    const [found, ...others] = of(atTheSitting)
      .given(...steps)
      .obligations(name, '2018-01-15');
    expect(found).toMatchObject({
      status: 'open',
      windows: [{ from: '2018-03-07', to: '2018-03-08', anchor: 'sitting/s1' }],
    });
    expect(others).toEqual([]);
  });

  it('moves with its anchor, and the former day is kept', () => {
    const steps = [given(), march, moved('s1', '2018-02-20', { from: '2018-04-11' })];
    expect(statuses(atTheSitting, steps, '2018-02-19')).toEqual([['open', '2018-03-08']]);
    expect(statuses(atTheSitting, steps, '2018-03-31')).toEqual([
      ['superseded', '2018-03-08'],
      ['open', '2018-04-11'],
    ]);
  });

  it('that passed before its anchor moved stays breached', () => {
    const steps = [given(), march, moved('s1', '2018-03-20', { from: '2018-04-11' })];
    expect(statuses(atTheSitting, [...steps, answered('2018-04-11')], '2018-12-31')).toEqual([
      ['breached', '2018-03-08'],
      ['met', '2018-04-11'],
    ]);
  });

  it('says why it passed when its anchor is called off', () => {
    const off = took('sitting/s1', 'sitting.calledOff', {}, '2018-02-20');
    const found = of(atTheSitting).given(given(), march, off).obligations(name, '2018-03-01');
    expect(found.map(({ status }) => status)).toEqual(['superseded', 'overdue']);
    expect(found[1]?.sentence).toEqual({
      en: 'Answer: not done (due by 28 February 2018): there was no sitting.',
      fr: "Réponse: non fait (à faire au plus tard le 28 février 2018): il n'y a pas eu de séance.",
      es: 'Respuesta: no realizado (exigible a más tardar el 28 de febrero de 2018): no hubo sesión.',
    });
  });

  it('that looks at the calendar without saying so is a fault of the definition', () => {
    const blind = answer(atTheSitting.due);
    expect(() => statuses(blind, [given()], '2018-06-30')).toThrow(Unseen);
    expect(() => statuses(blind, [given()], '2018-06-30')).toThrow(/^charge\.answer looks at/);
  });
});
