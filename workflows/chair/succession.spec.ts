import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { meetingHeld, meetingPlanned } from '../told-meetings';
import {
  blocked,
  consultations,
  designated,
  heldOver,
  holding,
  noted,
  resigned,
  termEnded,
  tookOffice,
  vacant,
} from '../told-chair';

const { given } = scenarios(procedures);
const name = 'chair/ecommerce';

const successor = designated('2019-01-28', 'full', 'HOLDER-B');
const searching: readonly Told[] = [...holding, consultations('2019-01-15')];
const found: readonly Told[] = [...searching, noted('2019-01-28', 'HOLDER-B'), successor];

describe('a successor', () => {
  it('is sought, noted and designated while the chair stays in office', () => {
    for (const [told, succession] of [
      [searching, 'consultations'],
      [[...searching, noted('2019-01-28', 'HOLDER-B')], 'nameNoted'],
      [[...searching, blocked('2019-01-28')], 'blocked'],
      [found, 'designated'],
    ] as const) {
      const then = given(...told);
      expect(then.state(name)).toEqual({ inOffice: 'regular' });
      expect(then.context(name)).toMatchObject({ holderRef: 'HOLDER-A', succession });
    }
    expect(given(...found).context(name)).toMatchObject({
      successorRef: 'HOLDER-B',
      successorTerm: 'full',
      designatedOn: '2019-01-28',
    });
  });

  it('takes the office over: at no time has it two holders', () => {
    const then = given(...found).when(tookOffice('2019-02-13'));
    expect(then.stateAt(name, '2019-02-12')).toEqual({ inOffice: 'regular' });
    expect(then.state(name)).toEqual({ inOffice: 'regular' });
    expect(then.context(name)).toMatchObject({
      holderRef: 'HOLDER-B',
      successorRef: null,
      succession: 'none',
      terms: [
        { since: '2018-03-08', endedOn: '2019-02-13' },
        { since: '2019-02-13', endedOn: null },
      ],
    });
  });

  it('takes no office for which nobody was designated', () => {
    for (const before of [holding, searching]) {
      const then = given(...before).when(tookOffice('2019-02-13'));
      expect(then.refusedBy).toEqual(['chair.tookOffice.order']);
    }
  });

  it('may be the same person, for another term', () => {
    const again = designated('2019-01-28', 'full', 'HOLDER-A');
    const then = given(...holding, again).when(tookOffice('2019-02-13'));
    expect(then.context(name)).toMatchObject({ holderRef: 'HOLDER-A' });
    expect(then.context(name)?.['terms']).toHaveLength(2);
  });

  it('who is not available after all gives way to another', () => {
    const then = given(...found).when(designated('2019-02-05', 'full', 'HOLDER-C'));
    expect(then.context(name)).toMatchObject({ successorRef: 'HOLDER-C' });
  });

  it('once designated is not sought, noted or blocked', () => {
    for (const [told, type] of [
      [consultations('2019-02-01'), 'consultationsOpened'],
      [noted('2019-02-01'), 'consensusNoted'],
      [blocked('2019-02-01'), 'designationBlocked'],
    ] as const) {
      expect(given(...found).when(told).refusedBy).toEqual([`chair.${type}.order`]);
    }
  });

  it('is noted or blocked only when there were consultations', () => {
    expect(given(...holding).when(noted('2019-01-28')).refusedBy).toEqual([
      'chair.consensusNoted.order',
    ]);
    expect(given(...holding).when(blocked('2019-01-28')).refusedBy).toEqual([
      'chair.designationBlocked.order',
    ]);
  });
});

describe('an office that is left', () => {
  it.each([
    ['designated', found],
    ['nameNoted', [...searching, noted('2019-01-28', 'HOLDER-B')]],
    ['consultations', searching],
    ['blocked', [...searching, blocked('2019-01-28')]],
    ['vacant', holding],
  ])('is where the search for a successor stands: %s', (state, before) => {
    for (const told of [termEnded('2019-02-12'), resigned('2019-02-12')]) {
      expect(
        given(...before)
          .when(told)
          .state(name),
      ).toBe(state);
    }
  });

  it('keeps the name that was noted, and the successor who was designated', () => {
    const half = [...searching, noted('2019-01-28', 'HOLDER-B'), termEnded('2019-02-12')];
    expect(given(...half).context(name)).toMatchObject({ holderRef: null, notedRef: 'HOLDER-B' });
    const then = given(...found, termEnded('2019-02-12')).when(tookOffice('2019-02-13'));
    expect(then.context(name)).toMatchObject({ holderRef: 'HOLDER-B', term: 'full' });
  });

  it('by a chair held over goes to the successor found at last', () => {
    const found = designated('2019-05-07', 'full', 'HOLDER-B');
    const over = [...holding, heldOver('2019-02-12'), found];
    expect(given(...over).context(name)).toMatchObject({ successorRef: 'HOLDER-B' });
    const then = given(...over).when(tookOffice('2019-05-08'));
    expect(then.context(name)).toMatchObject({ holderRef: 'HOLDER-B', isHeldOver: false });
  });
});

describe('a chair who resigns before the end of the term', () => {
  const rule = 'chair.termOfVacancy';
  const gone = [...holding, resigned('2018-10-01'), consultations('2018-10-05')];
  const leaving = [...holding, resigned('2018-10-01', '2018-11-30')];
  const verdict = (before: readonly Told[], day: string, term: string) =>
    given(...before).when(designated(day, term, 'HOLDER-C')).decision?.verdicts[rule];

  it.each([
    ['has left', gone],
    ['is leaving', leaving],
  ])('and %s has a successor for the remainder', (_what, before) => {
    expect(verdict(before, '2018-10-18', 'remainder')).toBe(true);
    expect(verdict(before, '2018-10-18', 'full')).toBe(false);
  });

  it('is followed by the same term, served by the successor', () => {
    const then = given(
      ...gone,
      designated('2018-10-18', 'remainder', 'HOLDER-C'),
      tookOffice('2018-10-19'),
    );
    expect(then.context(name)).toMatchObject({
      holderRef: 'HOLDER-C',
      term: 'remainder',
      leftMidTerm: false,
      terms: [{ since: '2018-03-08', endedOn: null }],
    });
  });

  it('leaves nothing of a term that is over by then, or that had been served already', () => {
    const meeting = meetingPlanned('wg-5', 'workingGroup', ['2019-02-12'], '2018-10-01');
    expect(verdict([meeting, ...gone], '2019-02-12', 'full')).toBe(true);
    expect(verdict([meeting, ...gone], '2019-02-11', 'full')).toBe(false);
    const over = [...holding, heldOver('2019-02-12'), resigned('2019-03-01')];
    expect(verdict(over, '2019-05-07', 'full')).toBe(true);
    expect(verdict(vacant, '2018-03-07', 'remainder')).toBe(false);
  });
});

describe('taking office', () => {
  const rule = 'chair.successionAtEndOfTerm';
  const meeting = meetingPlanned('wg-5', 'workingGroup', ['2019-02-12'], '2018-10-01');
  const verdict = (before: readonly Told[], day: string) =>
    given(...before).when(tookOffice(day)).decision?.verdicts[rule];

  it('comes at the end of the first meeting of the year that follows', () => {
    const met = [meeting, ...found, ...meetingHeld('wg-5', '2019-02-12')];
    expect(verdict(met, '2019-02-12')).toBe(true);
    expect(verdict([meeting, ...found], '2019-02-11')).toBe(false);
    expect(verdict(found, '2019-02-11')).toBe('notComputable');
  });

  it('relieves nobody who holds over or is leaving, and waits for no one in a vacant office', () => {
    const over = [...holding, successor, heldOver('2019-02-12')];
    const leaving = [...holding, resigned('2018-10-01', '2018-11-30'), successor];
    for (const before of [over, leaving]) expect(verdict(before, '2019-02-13')).toBe(true);
    expect(verdict([...vacant, designated('2018-03-07')], '2018-03-08')).toBe(true);
  });
});
