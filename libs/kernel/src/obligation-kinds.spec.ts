import type { Deadline } from './deadline';
import { obligationsOf } from './obligations';
import { answer, answered, byTheDay, changed, given, name, of, statuses } from './sample-deadlines';
import { charge } from './sample-diary';
import { took } from './scenario';
import type { Scene } from './scene';
import { timelineOf } from './timeline';

describe('a deadline without a date', () => {
  it('is awaited, never overdue, until what is awaited comes', () => {
    const awaited = answer(() => ({ awaitedSince: '2018-01-10' }));
    const [found] = of(awaited).given(given()).obligations(name, '2030-01-01');
    expect(found).toMatchObject({ status: 'awaited', windows: [], awaitedSince: '2018-01-10' });
    const [met] = of(awaited)
      .given(given(), answered('2019-01-01'))
      .obligations(name, '2030-01-01');
    expect(met).toMatchObject({ status: 'met', metOn: '2019-01-01', isBreached: false });
  });

  it('gives way to one with a date, and leaves no trace of its own', () => {
    const later = answer(({ case: { context } }) =>
      context.by === null ? { awaitedSince: '2018-01-10' } : { windows: [{ to: context.by }] },
    );
    const steps = [given(), changed('2018-02-01', { by: '2018-03-31' })];
    expect(statuses(later, steps, '2018-01-31')).toEqual([['awaited']]);
    expect(statuses(later, steps, '2018-02-01')).toEqual([['open', '2018-03-31']]);
  });
});

describe('a deadline whose readings diverge', () => {
  const readings = answer(({ case: { context } }) => ({
    windows: [
      { to: '2018-02-28', reading: { en: 'month', fr: 'mois', es: 'mes' } },
      { to: context.by ?? '', reading: { en: 'session', fr: 'session', es: 'sesión' } },
    ],
  }));
  const contested = given('2018-01-10', { by: '2018-06-30' });

  it('is contested, and passes with the last of them alone', () => {
    const at = (date: string) => of(readings).given(contested).obligations(name, date)[0];
    expect(at('2018-01-10')).toMatchObject({ status: 'open', isContested: true });
    expect(at('2018-06-30')).toMatchObject({ status: 'open', isContested: true });
    expect(at('2018-07-01')).toMatchObject({ status: 'overdue', isContested: true });
  });

  it('is not contested where they come to the same day', () => {
    const same = of(readings).given(given('2018-01-10', { by: '2018-02-28' }));
    const [found] = same.obligations(name, '2018-02-01');
    expect(found?.isContested).toBe(false);
    expect(found?.sentence.en).toBe('Answer: due by 28 February 2018.');
  });
});

describe('a deadline that is met by a step elsewhere', () => {
  const papers = answer(byTheDay.due, {
    step: { elsewhere: 'paper.filed' },
    sees: { under: ['paper'] },
    metOn: ({ under }) => (under('paper').length > 0 ? '2018-02-10' : undefined),
  });
  const charged = given('2018-01-10', { by: '2018-02-28' });
  const filed = took(
    'paper/p1',
    'paper.filed',
    {},
    { occurredOn: '2018-02-10', links: { charge: name } },
  );

  it('is met once that step was taken under the case, not by one of its own', () => {
    const steps = [charged, answered('2018-01-20'), filed];
    expect(statuses(papers, steps, '2018-02-09')).toEqual([['open', '2018-02-28']]);
    const [found] = of(papers)
      .given(...steps)
      .obligations(name, '2018-02-10');
    expect(found).toMatchObject({ status: 'met', metOn: '2018-02-10', step: 'paper.filed' });
  });

  it('and looks there without saying so is a fault of the definition', () => {
    const blind: Deadline = { ...papers, sees: { calendar: true } };
    expect(() => statuses(blind, [charged], '2018-02-10')).toThrow('paper under it');
  });
});

describe('at the opening of a day', () => {
  const timeline = timelineOf(charge, [
    { revision: 0, type: 'charge.given', occurredOn: '2018-01-10', data: { by: '2018-02-28' } },
    { revision: 1, type: 'charge.answered', occurredOn: '2018-02-28', data: {} },
  ]);
  const scene: Scene = {
    procedure: { ...charge, deadlines: [byTheDay] },
    ref: { procedure: 'charge', case: 'c1' },
    timeline,
    revision: 1,
    related: () => undefined,
    linked: [],
    under: () => [],
    calendar: [],
    recorder: () => '',
  };

  it('what is due is as at the end of the day before', () => {
    const [atOpening] = obligationsOf(scene, { date: '2018-02-28', opening: true });
    expect(atOpening).toMatchObject({ status: 'open' });
    const [atEnd] = obligationsOf(scene, { date: '2018-02-28', opening: false });
    expect(atEnd).toMatchObject({ status: 'met', metOn: '2018-02-28' });
    expect(obligationsOf(scene, { date: '2018-01-10', opening: true })).toEqual([]);
  });
});
