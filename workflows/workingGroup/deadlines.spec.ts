import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { theDecisionAdopted, theGroupEstablished } from '../told';
import { meetingCancelled, meetingPlanned, meetingPostponed } from '../told-meetings';
import { topicCalled } from '../told-topics';

const { given } = scenarios(procedures);
const name = 'workingGroup/ecommerce';

const standing = (told: readonly Told[], number: string, date: string) =>
  given(...told)
    .obligations(name, date)
    .filter((each) => each.number === number);
const statuses = (told: readonly Told[], number: string, date: string) =>
  standing(told, number, date).map(({ status }) => status);

const group = (type: string, data: object, day: string) =>
  took(name, `workingGroup.${type}`, data, day);
const established = (day: string) =>
  group(
    'established',
    { body: 'generalCouncil', termsOfReference: 'Paragraph 1', symbol: 'WT/L/SIM/1' },
    day,
  );
const blocked = (day: string) => group('establishmentBlocked', { note: 'No consensus' }, day);
const council = (id: string, ...days: [string, string?]) =>
  meetingPlanned(id, 'generalCouncil', days, '2017-12-20');

const february = council('gc-02', '2018-02-27', '2018-02-28');
const march = council('gc-03', '2018-03-07');
const decided = theDecisionAdopted;

describe('D1a, the establishment of the Working Group', () => {
  it('cannot be dated before a meeting of 2018 is entered, and can be met all the same', () => {
    const december = council('gc-12', '2017-12-18');
    const [deadline] = standing([december, ...decided], 'D1a', '2018-03-01');
    expect(deadline).toMatchObject({ status: 'notComputable', windows: [] });
    expect(deadline?.sentence.fr).toContain('la date ne peut être calculée');
    expect(statuses([...decided, established('2018-02-28')], 'D1a', '2018-03-01')).toEqual(['met']);
  });

  it('is due on the days of the first meeting that begins in February', () => {
    const later = council('gc-02b', '2018-02-28');
    const [deadline] = standing([later, february, march, ...decided], 'D1a', '2018-01-15');
    expect(deadline).toMatchObject({
      status: 'open',
      windows: [{ from: '2018-02-27', to: '2018-02-28', anchor: 'meeting/gc-02' }],
    });
    expect(deadline?.sentence.fr).toBe(
      'Établissement du Groupe de travail: à faire du 27 février 2018 au 28 février 2018.',
    );
    const met = [february, ...decided, established('2018-02-28')];
    expect(statuses(met, 'D1a', '2019-12-31')).toEqual(['met']);
  });

  it('is breached from 1 March when there is no February meeting, and after the remedy too', () => {
    const told = [march, ...decided];
    const [open] = standing(told, 'D1a', '2018-02-28');
    expect(open).toMatchObject({
      status: 'open',
      windows: [{ from: '2018-02-01', to: '2018-02-28' }],
    });
    expect(statuses(told, 'D1a', '2018-03-01')).toEqual(['overdue']);
    const [breached] = standing([...told, theGroupEstablished], 'D1a', '2018-07-26');
    expect(breached).toMatchObject({ status: 'breached', isBreached: true, metOn: '2018-03-07' });
    expect(breached?.sentence.en).toBe(
      'Establishment of the Working Group: done on 7 March 2018, late (due from 1 February 2018 to 28 February 2018): the General Council held no February meeting.',
    );
    expect(breached?.sentence.fr).toContain(
      "le Conseil général n'a pas tenu de réunion en février",
    );
  });

  it('is superseded when the February meeting moves, and breached when it moves to March', () => {
    const moved = [february, ...decided, meetingPostponed('gc-02', '2018-02-20', '2018-03-07')];
    const [old, now] = standing(moved, 'D1a', '2018-03-01');
    expect(old).toMatchObject({ status: 'superseded', supersededOn: '2018-02-20' });
    expect(old?.sentence.en).toContain('no longer due from 27 February 2018');
    expect(now).toMatchObject({ status: 'overdue' });
    expect(now?.sentence.en).toContain('the General Council held no February meeting');
    const off = [february, ...decided, meetingCancelled('gc-02', '2018-02-20')];
    expect(statuses(off, 'D1a', '2018-02-21')).toEqual(['superseded', 'open']);
  });

  it('has no date again when the only meeting entered is put off without one', () => {
    const off = [february, ...decided, meetingPostponed('gc-02', '2018-02-20')];
    expect(statuses(off, 'D1a', '2018-02-21')).toEqual(['superseded', 'notComputable']);
  });

  it('says that it was blocked, when it was', () => {
    const told = [february, march, ...decided, blocked('2018-02-28'), theGroupEstablished];
    const [overdue] = standing(told, 'D1a', '2018-03-01');
    expect(overdue?.sentence.en).toContain('its establishment was blocked');
    expect(overdue?.sentence.fr).toContain('son établissement a été bloqué');
    expect(standing(told, 'D1a', '2018-07-26')).toHaveLength(1);
  });

  it('is not due once the decision does not give the instruction any more', () => {
    const data = { bySymbol: 'WT/L/SIM/2', paras: ['1'] };
    const gone = took('decision/ecommerce', 'decision.superseded', data, '2018-01-15');
    expect(statuses([march, ...decided, gone], 'D1a', '2018-03-01')).toEqual(['superseded']);
  });
});

describe('the rule on the meeting in February', () => {
  const rule = 'workingGroup.establishedInFebruary2018';
  const irregularity = { reason: 'The General Council so decided.' };
  const outside = (day: string): Told => {
    const { proposal, ...rest } = established(day);
    return { ...rest, proposal: { ...(proposal as object), irregularity } };
  };
  const verdict = (before: readonly Told[], day: string) => {
    const { decision } = given(...before).when(established(day));
    return (decision ?? given(...before).when(outside(day)).decision)?.verdicts[rule];
  };

  it('looks at the days of that meeting when it is known, else at the month', () => {
    for (const before of [decided, [march, ...decided]]) {
      expect(verdict(before, '2018-02-01')).toBe(true);
      expect(verdict(before, '2018-03-07')).toBe(false);
    }
    const anchored = [february, march, ...decided];
    expect(verdict(anchored, '2018-02-27')).toBe(true);
    expect(verdict(anchored, '2018-02-01')).toBe(false);
    expect(verdict(anchored, '2018-03-07')).toBe(false);
  });

  it('says what the deadline says, in time or late', () => {
    for (const before of [
      [march, ...decided],
      [february, march, ...decided],
    ]) {
      expect(verdict(before, '2018-02-28')).toBe(true);
      expect(statuses([...before, established('2018-02-28')], 'D1a', '2018-12-31')).toEqual([
        'met',
      ]);
      expect(verdict(before, '2018-03-07')).toBe(false);
      expect(statuses([...before, outside('2018-03-07')], 'D1a', '2018-12-31')).toEqual([
        'breached',
      ]);
    }
  });
});

describe('D14, the submission of topics', () => {
  const topic = topicCalled();

  it('is awaited since the establishment; the text sets no date', () => {
    expect(statuses(decided, 'D14', '2018-03-01')).toEqual([]);
    const [deadline] = standing([...decided, theGroupEstablished], 'D14', '2018-05-08');
    expect(deadline).toMatchObject({ status: 'awaited', awaitedSince: '2018-03-07' });
    expect(deadline?.sentence.en).toBe(
      'Submission of topics for discussion by Members: awaited since 7 March 2018; the text sets no date.',
    );
    expect(deadline?.sentence.fr).toContain('attendu depuis le 7 mars 2018');
  });

  it('is met by the first topic, whichever was entered first', () => {
    const other = topicCalled('ecommerce-2');
    const told = [
      ...decided,
      theGroupEstablished,
      topic.submitted('2018-05-14'),
      other.submitted('2018-04-20'),
    ];
    expect(statuses(told, 'D14', '2018-04-19')).toEqual(['awaited']);
    const [deadline] = standing(told, 'D14', '2018-12-31');
    expect(deadline).toMatchObject({ status: 'met', metOn: '2018-04-20', isBreached: false });
  });

  it('is awaited no more when the group has ended without any', () => {
    const over = [...decided, theGroupEstablished, group('terminated', {}, '2018-12-12')];
    expect(statuses(over, 'D14', '2018-12-31')).toEqual([]);
    expect(statuses(over, 'D14', '2018-12-11')).toEqual(['awaited']);
  });
});
