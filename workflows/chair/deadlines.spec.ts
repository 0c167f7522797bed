import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { theDecisionAdopted, theGroupEstablished } from '../told';
import {
  blocked,
  consultations,
  designated,
  heldOver,
  holding,
  interim,
  resigned,
  tookOffice,
  vacant,
} from '../told-chair';
import { meetingCancelled, meetingHeld, meetingPlanned, meetingPostponed } from '../told-meetings';

const { given } = scenarios(procedures);
const name = 'chair/ecommerce';

/** The deadline of that number as at a day: how it stands, oldest first. */
const standing = (told: readonly Told[], deadline: string, date: string) =>
  given(...told)
    .obligations(name, date)
    .filter((each) => each.deadline === deadline);
const statuses = (told: readonly Told[], deadline: string, date: string) =>
  standing(told, deadline, date).map(({ status }) => status);

const february = meetingPlanned(
  'gc-02',
  'generalCouncil',
  ['2018-02-27', '2018-02-28'],
  '2017-12-20',
);
const march = meetingPlanned('gc-03', 'generalCouncil', ['2018-03-07'], '2017-12-20');

describe('D1b, the designation of the chair', () => {
  const id = 'chair.designation';
  const decided = theDecisionAdopted;

  it('cannot be dated before the calendar of 2018 is entered', () => {
    const [deadline] = standing(decided, id, '2018-01-15');
    expect(deadline).toMatchObject({ number: 'D1b', status: 'notComputable', windows: [] });
    expect(deadline?.sentence.en).toBe(
      'Designation of the Chair of the Working Group: the date cannot be computed, because the calendar is not populated.',
    );
  });

  it('is due at the meeting that begins in February, and met there by a designation alone', () => {
    const anchored = [february, march, ...decided];
    const [deadline] = standing(anchored, id, '2018-01-15');
    expect(deadline).toMatchObject({
      status: 'open',
      windows: [{ from: '2018-02-27', to: '2018-02-28', anchor: 'meeting/gc-02' }],
    });
    const created = took(
      'workingGroup/ecommerce',
      'workingGroup.established',
      { body: 'generalCouncil', termsOfReference: 'Paragraph 1', symbol: 'WT/L/SIM/1' },
      '2018-02-27',
    );
    const presided = [...anchored, created, interim('2018-02-28')];
    expect(statuses(presided, id, '2018-03-01')).toEqual(['overdue']);
    const done = [...anchored, created, designated('2018-02-28')];
    expect(statuses(done, id, '2018-03-01')).toEqual(['met']);
  });

  it('is breached from 1 March when there is no February meeting, and stays so', () => {
    const without = [march, ...decided];
    expect(statuses(without, id, '2018-02-28')).toEqual(['open']);
    const [overdue] = standing(without, id, '2018-03-01');
    expect(overdue).toMatchObject({ status: 'overdue', isBreached: true });
    expect(overdue?.sentence.en).toContain('the General Council held no February meeting');
    const remedied = [...without, theGroupEstablished, designated('2018-03-07')];
    const [breached] = standing(remedied, id, '2019-12-31');
    expect(breached).toMatchObject({ status: 'breached', isBreached: true, metOn: '2018-03-07' });
    expect(breached?.sentence.en).toBe(
      'Designation of the Chair of the Working Group: done on 7 March 2018, late (due from 1 February 2018 to 28 February 2018): the General Council held no February meeting.',
    );
    expect(breached?.sentence.fr).toContain(
      "hors délai (à faire du 1er février 2018 au 28 février 2018): le Conseil général n'a pas tenu de réunion en février.",
    );
    expect(breached?.sentence.es).toContain('no celebró ninguna reunión en febrero');
  });

  it('says that there was no consensus when a designation was blocked at the meeting', () => {
    const failed = [february, ...decided, consultations('2018-01-22'), blocked('2018-02-28')];
    const [overdue] = standing(failed, id, '2018-03-01');
    expect(overdue?.sentence.en).toContain('there was no consensus on a name');
    expect(overdue?.sentence.fr).toContain("il n'y a pas eu de consensus sur un nom");
  });

  it.each([
    ['postponed', meetingPostponed('gc-02', '2018-02-20', '2018-03-07')],
    ['cancelled', meetingCancelled('gc-02', '2018-02-20')],
  ])('loses its anchor when the February meeting is %s', (_what, off) => {
    const [old, now] = standing([february, ...decided, off], id, '2018-02-21');
    expect(old).toMatchObject({ status: 'superseded', supersededOn: '2018-02-20' });
    expect(now).toMatchObject({ status: 'open', windows: [{ to: '2018-02-28' }] });
  });

  it('falls with the instruction', () => {
    const gone = took(
      'decision/ecommerce',
      'decision.superseded',
      { bySymbol: 'WT/L/SIM/2', paras: ['2'] },
      '2018-01-15',
    );
    expect(statuses([...decided, gone], id, '2018-02-01')).toEqual([]);
  });
});

describe('D12, the end of the term', () => {
  const first = 'chair.endOfFirstTerm';
  const meeting = meetingPlanned(
    'wg-5',
    'workingGroup',
    ['2019-02-12', '2019-02-13'],
    '2018-11-20',
  );
  const met = [meeting, ...holding, ...meetingHeld('wg-5', '2019-02-13')];
  const successor = designated('2019-01-28', 'full', 'HOLDER-B');

  it('has no date before anybody is in office, nor while no meeting of the next year is entered', () => {
    expect(statuses(vacant, first, '2018-12-31')).toEqual([]);
    expect(statuses(holding, first, '2018-12-31')).toEqual(['notComputable']);
    const other = meetingPlanned('wg-9', 'workingGroup', ['2020-02-11'], '2018-11-20');
    expect(statuses([other, ...holding], first, '2018-12-31')).toEqual(['notComputable']);
  });

  it('is the end of the first meeting of the year that follows', () => {
    const [deadline] = standing([meeting, ...holding], first, '2018-12-31');
    expect(deadline).toMatchObject({
      number: 'D12',
      status: 'open',
      windows: [{ to: '2019-02-13', anchor: 'meeting/wg-5' }],
    });
    expect(deadline?.sentence.fr).toBe(
      'Fin du mandat du premier président: à faire au plus tard le 13 février 2019.',
    );
  });

  it('moves with the meeting', () => {
    const moved = [meeting, ...holding, meetingPostponed('wg-5', '2019-02-01', '2019-03-05')];
    const [old, now] = standing(moved, first, '2019-02-02');
    expect(old).toMatchObject({ status: 'superseded', supersededOn: '2019-02-01' });
    expect(now).toMatchObject({ status: 'open', windows: [{ to: '2019-03-05' }] });
  });

  it('is met when the successor takes office, whose own term then has its end', () => {
    const later = meetingPlanned('wg-9', 'workingGroup', ['2020-02-11'], '2019-06-01');
    const told = [...met, successor, tookOffice('2019-02-13'), later];
    expect(statuses(told, first, '2019-12-31')).toEqual(['met']);
    const [second] = standing(told, 'chair.endOfSecondTerm', '2019-12-31');
    expect(second).toMatchObject({ status: 'open', windows: [{ to: '2020-02-11' }] });
    expect(statuses(told, 'chair.endOfThirdTerm', '2019-12-31')).toEqual([]);
  });

  it('is breached by a chair who is held over, and stays so when a successor is found', () => {
    const over = [...met, heldOver('2019-02-13')];
    expect(statuses(over, first, '2019-02-14')).toEqual(['overdue']);
    const found = [...over, designated('2019-05-07', 'full', 'HOLDER-B'), tookOffice('2019-05-08')];
    const [breached] = standing(found, first, '2019-12-31');
    expect(breached).toMatchObject({ status: 'breached', metOn: '2019-05-08' });
    expect(breached?.sentence.en).toBe(
      'End of the term of the first Chair: done on 8 May 2019, late (due by 13 February 2019): no successor had taken office.',
    );
    expect(breached?.sentence.fr).toContain("aucun successeur n'avait pris ses fonctions");
  });

  it('is the same for a successor who serves the remainder', () => {
    const told = [
      meeting,
      ...holding,
      resigned('2018-12-03'),
      designated('2018-12-12', 'remainder', 'HOLDER-C'),
      tookOffice('2018-12-13'),
    ];
    expect(statuses(told, first, '2018-12-05')).toEqual(['met']);
    const [deadline] = standing(told, first, '2018-12-31');
    expect(deadline).toMatchObject({ status: 'open', windows: [{ to: '2019-02-13' }] });
    expect(statuses(told, 'chair.endOfSecondTerm', '2018-12-31')).toEqual([]);
  });
});
