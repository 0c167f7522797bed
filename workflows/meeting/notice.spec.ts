import { scenarios, took } from '@rapporteur/kernel';
import { procedures } from '../registry';

const { given } = scenarios(procedures);
const name = 'meeting/gc-2018-12-12';

const planned = (from: string, format = 'formal') =>
  took(
    name,
    'meeting.planned',
    { body: 'generalCouncil', spans: [{ from: '2019-12-31' }, { from }], format },
    '2017-10-02',
  );
const convened = (noticeDate: string, more: object = {}) =>
  took(
    name,
    'meeting.convened',
    { airgramSymbol: 'WTO/AIR/GC/SIM/1', noticeDate, ...more },
    noticeDate,
  );
const opened = took(
  name,
  'meeting.opened',
  { presidingRef: 'HOLDER-G', capacity: 'chair', quorum: 'presumed' },
  { occurredOn: '2018-12-12', onBehalfOf: { role: 'chair', of: 'generalCouncil' } },
);

describe('the notice of a meeting', () => {
  it.each([
    ['2018-07-26', '2018-07-16'],
    ['2018-12-12', '2018-11-30'],
    ['2019-07-23', '2019-07-12'],
  ])('of %s is issued on %s at the latest', (first, last) => {
    const then = given(planned(first)).when(convened(last));
    expect(then.decision?.verdicts).toEqual({
      'meeting.tenDaysNotice': true,
      'meeting.noticeOnWorkingDay': true,
      'meeting.threeWeeksNotice': false,
    });
  });

  it.each([
    ['2018-12-12', '2018-12-02'],
    ['2018-12-12', '2018-12-01'],
    ['2019-07-23', '2019-07-13'],
  ])('of %s on a day in a weekend, %s, is noted', (first, weekend) => {
    const then = given(planned(first)).when(convened(weekend));
    expect(then.decision?.verdicts).toMatchObject({
      'meeting.tenDaysNotice': true,
      'meeting.noticeOnWorkingDay': false,
    });
  });

  it('on a holiday at the seat is noted: Christmas is ten days before 4 January', () => {
    const on = (day: string) =>
      given(planned('2019-01-04')).when(convened(day)).decision?.verdicts[
        'meeting.noticeOnWorkingDay'
      ];
    expect([on('2018-12-24'), on('2018-12-25')]).toEqual([true, false]);
  });

  it('is preferably issued three weeks before', () => {
    const verdict = (day: string) =>
      given(planned('2018-12-12')).when(convened(day)).decision?.verdicts[
        'meeting.threeWeeksNotice'
      ];
    expect([verdict('2018-11-21'), verdict('2018-11-22')]).toEqual([true, false]);
  });

  it('nine days before is irregular, and the refusal cites the rule in three languages', () => {
    const then = given(planned('2018-12-12')).when(convened('2018-12-03'));
    expect(then.refusal?.code).toBe('irregular');
    expect(then.refusedBy).toEqual(['meeting.tenDaysNotice']);
    const [reason] = then.refusal?.reasons ?? [];
    expect(reason?.cite?.paragraph).toBe('Rule 2');
    expect(reason?.message.fr).toContain('dix jours civils au moins');
    expect(reason?.message.es).toContain('al menos diez días civiles');
  });

  it('may be shorter for urgency if a majority concurs, not for urgency alone', () => {
    const urgent = (majorityConcurs: boolean) =>
      given(planned('2018-12-12')).when(
        convened('2018-12-10', { urgent: { reason: 'The moratorium ends', majorityConcurs } }),
      );
    expect(urgent(true).decision?.verdicts['meeting.tenDaysNotice']).toBe(true);
    expect(urgent(false).refusedBy).toEqual(['meeting.tenDaysNotice']);
  });

  it('is not judged while the meeting has no date', () => {
    const off = took(
      name,
      'meeting.postponed',
      { reason: 'No date yet', by: 'generalCouncil' },
      { occurredOn: '2018-11-01', onBehalfOf: { role: 'generalCouncil' } },
    );
    const then = given(planned('2018-12-12'), off).when(convened('2018-12-10'));
    expect(then.decision?.verdicts).toEqual({
      'meeting.tenDaysNotice': 'notComputable',
      'meeting.noticeOnWorkingDay': 'notComputable',
      'meeting.threeWeeksNotice': 'notComputable',
    });
  });

  it('is given before a formal or special meeting opens; an informal one needs none', () => {
    for (const format of ['formal', 'special']) {
      const then = given(planned('2018-12-12', format)).when(opened);
      expect(then.refusedBy).toEqual(['meeting.noticeGiven']);
    }
    const informal = given(planned('2018-12-12', 'informal')).when(opened);
    expect(informal.state(name)).toEqual({ open: 'agenda' });
    const short = given(planned('2018-12-12', 'informal')).when(convened('2018-12-11'));
    expect(short.decision?.verdicts['meeting.tenDaysNotice']).toBe(true);
  });

  it('says when the meeting opens; another day is noted', () => {
    const verdict = (first: string) =>
      given(planned(first), convened('2018-10-01')).when(opened).decision?.verdicts[
        'meeting.openedOnFirstDay'
      ];
    expect([verdict('2018-12-12'), verdict('2018-12-11')]).toEqual([true, false]);
  });
});
