import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import {
  circulated,
  complete,
  derestricted,
  documentName as name,
  extended,
  inThree,
  irregular,
  issued,
  registered,
  translated,
} from '../told-documents';
import { derestrictionDay } from './restriction';

const { given } = scenarios(procedures);

const paper: readonly Told[] = [registered({ kind: 'memberPaper' }), circulated(), ...inThree];

const standing = (steps: readonly Told[], date: string) =>
  given(...steps)
    .obligations(name, date)
    .map(({ status, windows }) => [status, windows.map(({ to }) => to)]);

describe('the day of derestriction', () => {
  const of = (kind: string, extendedBy = 0) =>
    derestrictionDay({ kind, circulatedOn: '2019-07-09', extendedBy });

  it('is counted from the circulation: 45 days, 60 days, 30 days more', () => {
    expect(of('minutes')).toBe('2019-08-23');
    expect(of('memberPaper')).toBe('2019-09-07');
    expect(of('memberPaper', 30)).toBe('2019-10-07');
    expect(of('report')).toBeUndefined();
    expect(derestrictionDay({ kind: 'minutes', circulatedOn: null, extendedBy: 0 })).toBe(
      undefined,
    );
  });

  it('is as the secretariat sets it', () => {
    const rules = { days: { minutes: 60 }, extension: 10, afterConsideration: [] };
    const minutes = { kind: 'minutes', circulatedOn: '2019-07-09', extendedBy: 0 };
    expect(derestrictionDay(minutes, rules)).toBe('2019-09-07');
    expect(derestrictionDay({ ...minutes, kind: 'memberPaper' }, rules)).toBeUndefined();
  });
});

describe('the deadline for derestriction (D11)', () => {
  it('is none before the document is circulated, and none for one that was never restricted', () => {
    expect(standing([registered()], '2019-12-31')).toEqual([]);
    const open = [registered({ access: 'unrestricted' }), circulated()];
    expect(standing(open, '2019-12-31')).toEqual([]);
    expect(standing([registered({ kind: 'report' }), circulated()], '2019-12-31')).toEqual([]);
  });

  it('of minutes circulated on 9 July 2019 is 23 August 2019, as for WT/GC/M/177', () => {
    expect(standing(issued, '2019-08-23')).toEqual([['open', ['2019-08-23']]]);
    const [deadline] = given(...issued).obligations(name, '2019-07-09');
    expect(deadline).toMatchObject({ deadline: 'document.derestriction', number: 'D11' });
    expect(deadline?.sentence).toEqual({
      en: 'Derestriction of the document: due by 23 August 2019.',
      fr: 'Mise en distribution générale du document: à faire au plus tard le 23 août 2019.',
      es: 'Puesta en distribución general del documento: exigible a más tardar el 23 de agosto de 2019.',
    });
  });

  it('stays one and the same while language versions arrive', () => {
    expect(standing(complete, '2019-08-20')).toEqual([['open', ['2019-08-23']]]);
  });

  it('is met on the day, and before it when a body has considered a paper of a Member', () => {
    const met = [...complete, derestricted('2019-08-23')];
    expect(standing(met, '2019-12-31')).toEqual([['met', ['2019-08-23']]]);
    const considered = [...paper, derestricted('2019-07-30', 'firstConsideration')];
    expect(standing(considered, '2019-12-31')).toEqual([['met', ['2019-09-07']]]);
  });

  it('passes when a language version is lacking, stays breached when it comes, and says why', () => {
    const late = [...issued, translated('fr'), translated('es', '2019-09-02')];
    const [overdue] = given(...late).obligations(name, '2019-08-24');
    expect(overdue).toMatchObject({ status: 'overdue', isBreached: true });
    expect(overdue?.sentence).toEqual({
      en: 'Derestriction of the document: not done (due by 23 August 2019): the document did not yet exist in English, French and Spanish.',
      fr: "Mise en distribution générale du document: non fait (à faire au plus tard le 23 août 2019): le document n'existait pas encore en français, en anglais et en espagnol.",
      es: 'Puesta en distribución general del documento: no realizado (exigible a más tardar el 23 de agosto de 2019): el documento aún no existía en español, francés e inglés.',
    });
    const [breached, ...others] = given(...late, derestricted('2019-09-02')).obligations(
      name,
      '2019-12-31',
    );
    expect(breached).toMatchObject({ status: 'breached', metOn: '2019-09-02' });
    expect(breached?.sentence.en).toMatch(/late .*did not yet exist in English, French/);
    expect(breached?.sentence.fr).toMatch(/hors délai .*n'existait pas encore en français/);
    expect(others).toEqual([]);
  });

  it('passes without a reason that the register knows when the three languages existed', () => {
    const [overdue] = given(...complete).obligations(name, '2019-08-24');
    expect(overdue?.sentence.en).toBe(
      'Derestriction of the document: not done (due by 23 August 2019).',
    );
  });

  it('of a paper of a Member moves by 30 days, and the former day is kept as superseded', () => {
    const longer = [...paper, extended('2019-09-02')];
    expect(standing(longer, '2019-09-01')).toEqual([['open', ['2019-09-07']]]);
    expect(standing(longer, '2019-09-10')).toEqual([
      ['superseded', ['2019-09-07']],
      ['open', ['2019-10-07']],
    ]);
  });

  it('extended too late has passed all the same', () => {
    const late = irregular(extended('2019-09-10'), 'document.extendedInTime', 'Received by post.');
    expect(standing([...paper, late], '2019-09-10')).toEqual([
      ['overdue', ['2019-09-07']],
      ['open', ['2019-10-07']],
    ]);
  });

  it('of minutes has no date any more once a Member objects', () => {
    const objected = [...complete, extended('2019-08-01')];
    expect(standing(objected, '2019-09-10')).toEqual([
      ['superseded', ['2019-08-23']],
      ['awaited', []],
    ]);
    const late = irregular(extended('2019-08-26'), 'document.extendedInTime', 'Received by post.');
    expect(standing([...complete, late], '2019-09-10')).toEqual([['overdue', ['2019-08-23']]]);
  });
});

describe('the clock', () => {
  const due = (steps: readonly Told[], date: string) => given(...steps).due(name, date);
  const proposal = (occurredOn: string) => ({
    type: 'document.derestricted',
    confirm: false,
    occurredOn,
    data: { rule: 'period' },
  });

  it('proposes the derestriction on that day and not before', () => {
    expect(due(complete, '2019-08-22')).toEqual([]);
    expect(due(complete, '2019-08-23')).toEqual([proposal('2019-08-23')]);
    expect(due(complete, '2019-09-30')).toEqual([proposal('2019-08-23')]);
  });

  it('waits for the last of the three languages', () => {
    expect(due([...issued, translated('fr')], '2019-09-30')).toEqual([]);
    const late = [...issued, translated('fr'), translated('es', '2019-09-02')];
    expect(due(late, '2019-09-01')).toEqual([]);
    expect(due(late, '2019-09-30')).toEqual([proposal('2019-09-02')]);
  });

  it('waits for the end of an extension, and leaves minutes to which a Member objects', () => {
    const longer = [...paper, extended('2019-09-02')];
    expect(due(longer, '2019-10-06')).toEqual([]);
    expect(due(longer, '2019-10-07')).toEqual([proposal('2019-10-07')]);
    expect(due([...complete, extended('2019-08-01')], '2019-12-31')).toEqual([]);
  });

  it('leaves a document that is derestricted, unrestricted or of another kind', () => {
    expect(due([...complete, derestricted('2019-08-23')], '2019-09-30')).toEqual([]);
    const of = (more: object) => [registered(more), circulated(), ...inThree];
    expect(due(of({ access: 'unrestricted' }), '2019-12-31')).toEqual([]);
    expect(due(of({ kind: 'decision' }), '2019-12-31')).toEqual([]);
  });

  it('makes a proposal that can be recorded', () => {
    const actor = { id: 'timekeeper', role: 'clock' } as const;
    const then = given(...complete).when({ ...derestricted('2019-08-23'), actor });
    expect(then.state(name)).toMatchObject({ access: 'derestricted' });
  });
});
