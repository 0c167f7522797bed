import { calendarEntry, type Around } from './around';
import { calendarOf } from './calendar-cases';
import type { Rule, Verdict } from './rule';
import { charge, paper, sitting } from './sample-diary';
import { scenarios, took, type Told } from './scenario';
import { Unseen } from './scene';

const name = 'charge/c1';

const given = took(name, 'charge.given', {}, '2018-01-10');
const linked = (to = 'sitting/s1') =>
  took(name, 'charge.given', {}, { occurredOn: '2018-01-10', links: { sitting: to } });
const answered = (on: string) => took(name, 'charge.answered', {}, on);
const filed = (id: string, occurredOn: string, to = name) =>
  took(`paper/${id}`, 'paper.filed', {}, { occurredOn, links: { charge: to } });
const called = (id: string, on: string, data: object, body = 'council') =>
  took(`sitting/${id}`, 'sitting.called', { body, ...data }, on);
const closed = (id: string, on: string) => took(`sitting/${id}`, 'sitting.closed', {}, on);

/** A rule on the answer that looks around; what it sees is what it declares. */
const looking = (holds: (around: Around) => Verdict, sees?: Rule['sees']): Rule => ({
  id: 'charge.looks',
  grade: 'structural',
  cite: { instrument: 'Standing orders' },
  text: { en: 'Looks.', fr: 'Regarde.', es: 'Mira.' },
  on: ['charge.answered'],
  ...(sees ? { sees } : {}),
  holds: (_step, around) => holds(around),
});

const decided = (rule: Rule, steps: readonly Told[], on: string) =>
  scenarios([{ ...charge, rules: [rule] }, sitting, paper])
    .given(...steps)
    .when(answered(on)).decision;

/** What a rule was shown on a day. */
function shown<T>(look: (around: Around) => T, sees: Rule['sees'], steps: readonly Told[]) {
  return (on: string): T => {
    let seen: T | undefined;
    const rule = looking((around) => {
      seen = look(around);
      return true;
    }, sees);
    decided(rule, steps, on);
    return seen!;
  };
}

describe('a case that a link leads to', () => {
  const state = ({ related }: Around) => related('sitting')?.state;
  const steps = [called('s1', '2018-01-05', { from: '2018-02-01' }), linked()];

  it('is seen as at the end of the step’s day', () => {
    const on = shown(state, undefined, [...steps, closed('s1', '2018-02-01')]);
    expect([on('2018-01-31'), on('2018-02-01')]).toEqual(['called', 'closed']);
  });

  it('is not seen before it was opened, or where there is none', () => {
    const later = [called('s1', '2018-02-05', {}), linked()];
    expect(shown(state, undefined, later)('2018-02-04')).toBeUndefined();
    expect(shown(state, undefined, [linked('sitting/none')])('2018-02-04')).toBeUndefined();
    expect(shown(state, undefined, [given])('2018-02-04')).toBeUndefined();
  });

  it('stands in the basis, with how much of it was known and its state on that day', () => {
    const rule = looking(({ related }) => related('sitting') !== undefined);
    const all = [...steps, closed('s1', '2018-02-01')];
    expect(decided(rule, all, '2018-01-31')?.basis).toEqual([
      { case: 'sitting/s1', revision: 1, state: 'called' },
    ]);
  });

  it('stands in the basis even when there is no such case', () => {
    const rule = looking(({ related }) => related('sitting') === undefined);
    expect(decided(rule, [linked('sitting/none')], '2018-01-31')?.basis).toEqual([
      { case: 'sitting/none', revision: -1, state: null },
    ]);
    expect(decided(rule, [given], '2018-01-31')?.basis).toEqual([]);
  });
});

describe('the cases under a case', () => {
  const sees = { under: ['paper'] };
  const names = ({ under }: Around) => under('paper').map((each) => each.name);

  it('are those whose links lead to it, as at the end of the step’s day', () => {
    const other = took('charge/c2', 'charge.given', {}, '2018-01-10');
    const steps = [given, other, filed('p1', '2018-01-15'), filed('p2', '2018-01-20')];
    const on = shown(names, sees, [...steps, filed('p3', '2018-01-15', 'charge/c2')]);
    expect(on('2018-01-14')).toEqual([]);
    expect(on('2018-01-15')).toEqual(['paper/p1']);
    expect(on('2018-01-20')).toEqual(['paper/p1', 'paper/p2']);
  });

  it('stand in the basis, those not yet there as well', () => {
    const rule = looking(({ under }) => under('paper').length === 1, sees);
    const steps = [given, filed('p2', '2018-01-20'), filed('p1', '2018-01-15')];
    expect(decided(rule, steps, '2018-01-16')?.basis).toEqual([
      { case: 'paper/p1', revision: 0, state: 'filed' },
      { case: 'paper/p2', revision: 0, state: null },
    ]);
  });

  it('are shown only to what says that it looks at them', () => {
    const look = () =>
      decided(
        looking((around) => names(around).length > 0),
        [given],
        '2018-02-01',
      );
    expect(look).toThrow(Unseen);
    expect(look).toThrow('charge.looks looks at paper under it and does not say so');
    const elsewhere = looking((around) => names(around).length > 0, { under: ['sitting'] });
    expect(() => decided(elsewhere, [given], '2018-02-01')).toThrow(Unseen);
  });
});

describe('the calendar', () => {
  const sees = { calendar: true } as const;
  const inFebruary = ({ calendar }: Around) =>
    calendar.meetings('council', '2018-02-01', '2018-02-28').map((each) => each.name);

  const steps = [
    given,
    called('s3', '2018-01-10', { from: '2018-02-28', to: '2018-03-02' }),
    called('s2', '2018-01-10', { from: '2018-02-01' }),
    called('s1', '2018-01-10', { from: '2018-01-31', to: '2018-02-02' }),
    called('s4', '2018-01-10', { from: '2018-02-14' }, 'committee'),
    called('s5', '2018-01-10', {}),
    called('s6', '2018-01-20', { from: '2018-02-01' }),
  ];

  it('shows a body’s meetings by their first days, both ends included', () => {
    const on = shown(inFebruary, sees, steps);
    expect(on('2018-01-10')).toEqual(['sitting/s2', 'sitting/s3']);
  });

  it('is that of the end of the step’s day', () => {
    const moved = took('sitting/s2', 'sitting.moved', { from: '2018-04-11' }, '2018-01-25');
    const on = shown(inFebruary, sees, [...steps, moved]);
    expect(on('2018-01-20')).toEqual(['sitting/s2', 'sitting/s6', 'sitting/s3']);
    expect(on('2018-01-25')).toEqual(['sitting/s6', 'sitting/s3']);
  });

  it('says whether a meeting is to come, over or called off, and on which days it is', () => {
    const standings = ({ calendar }: Around) =>
      calendar
        .meetings('council', '2018-01-01', '2018-12-31')
        .map(({ name: id, standing, firstDay, lastDay }) => [id, standing, firstDay, lastDay]);
    const off = took('sitting/s3', 'sitting.calledOff', {}, '2018-01-25');
    const over = [...steps.slice(0, 4), closed('s1', '2018-01-25'), off];
    expect(shown(standings, sees, over)('2018-01-25')).toEqual([
      ['sitting/s1', 'held', '2018-01-31', '2018-02-02'],
      ['sitting/s2', 'expected', '2018-02-01', '2018-02-01'],
      ['sitting/s3', 'off', '2018-02-28', '2018-03-02'],
    ]);
  });

  it('shows meetings without a day apart', () => {
    const undated = ({ calendar }: Around) => calendar.undated('council').map((each) => each.name);
    const off = took('sitting/s2', 'sitting.moved', {}, '2018-01-25');
    const on = shown(undated, sees, [...steps, off]);
    expect(on('2018-01-24')).toEqual(['sitting/s5']);
    expect(on('2018-01-25')).toEqual(['sitting/s2', 'sitting/s5']);
  });

  it('puts what it showed into the basis, and nothing else', () => {
    const rule = looking((around) => inFebruary(around).length === 2, sees);
    expect(decided(rule, steps, '2018-01-10')?.basis).toEqual([
      { case: 'sitting/s2', revision: 0, state: 'called' },
      { case: 'sitting/s3', revision: 0, state: 'called' },
    ]);
  });

  it('is shown only to what says that it looks at it', () => {
    const look = () =>
      decided(
        looking((around) => inFebruary(around).length > 0),
        steps,
        '2018-02-01',
      );
    expect(look).toThrow(Unseen);
    expect(look).toThrow('charge.looks looks at the calendar and does not say so');
  });
});

describe('an entry of the calendar', () => {
  const facts = { body: 'council', standing: 'expected' } as const;

  it('lasts from the first of its days to the last, in whatever order they are told', () => {
    const spans = [
      { from: '2018-07-31', to: '2018-07-31' },
      { from: '2018-07-08', to: '2018-07-10' },
    ];
    expect(calendarEntry('sitting/s1', { ...facts, spans })).toMatchObject({
      firstDay: '2018-07-08',
      lastDay: '2018-07-31',
    });
  });

  it('without a day has neither a first nor a last one', () => {
    const entry = calendarEntry('sitting/s1', { ...facts, spans: [] });
    expect('firstDay' in entry || 'lastDay' in entry).toBe(false);
    expect(calendarOf([entry]).meetings('council', '0001-01-01', '9999-12-31')).toEqual([]);
  });

  it('stands before another of the same day by its name', () => {
    const on = (id: string) =>
      calendarEntry(id, { ...facts, spans: [{ from: '2018-07-08', to: '2018-07-08' }] });
    const calendar = calendarOf([on('sitting/b'), on('sitting/a')]);
    const names = calendar.meetings('council', '2018-07-08', '2018-07-08').map((each) => each.name);
    expect(names).toEqual(['sitting/a', 'sitting/b']);
  });
});
