import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { theDecisionAdopted, theGroupEstablished } from '../told';
import { meetingCancelled, meetingHeld, meetingPlanned, meetingPostponed } from '../told-meetings';

const { given } = scenarios(procedures);
const name = 'workPlan/ecommerce';
const first = '2018-04-16';
const later = '2018-06-11';

const established: readonly Told[] = [...theDecisionAdopted, theGroupEstablished];
const planned = (id: string, ...days: [string, string?]) =>
  meetingPlanned(id, 'workingGroup', days, '2018-03-12');
const bothPlanned: readonly Told[] = [
  ...established,
  planned('wg-1', first, '2018-04-17'),
  planned('wg-2', later),
];

describe.each([
  ['plan', 'D2a', 'workPlan.planAtFirstMeeting', 'Agreement on the work plan'],
  ['calendar', 'D2b', 'workPlan.calendarAtFirstMeeting', 'Agreement on the calendar of meetings'],
])('the agreement on the %s', (region, number, id, noun) => {
  const typed = (step: string) =>
    region === 'plan'
      ? `workPlan.${step}`
      : `workPlan.calendar${step.charAt(0).toUpperCase()}${step.slice(1)}`;
  const tell = (step: string, data: object, occurredOn: string, more: object = {}) =>
    took(name, typed(step), data, { occurredOn, ...more });
  const at = (meeting: string) => ({ decision: { mode: 'consensus', meeting } });
  const agreed = (day: string, more: object = at('wg-1')) =>
    tell('agreed', { symbol: 'WT/WGEC/SIM/1', effectiveFrom: day }, day, more);
  const adReferendum = tell(
    'agreedAdReferendum',
    { confirmBy: '2018-05-16', reservers: ['RUS'] },
    first,
    at('wg-1'),
  );
  const confirmed = (day: string) => tell('confirmed', { effectiveFrom: day }, day);
  const lapsed = tell('lapsed', {}, '2018-05-17');
  const deferred = tell('deferred', { toMeeting: 'wg-2' }, first);
  const irregularity = { reason: 'Deferred at the first meeting.' };
  const standing = (told: readonly Told[], date: string) =>
    given(...told)
      .obligations(name, date)
      .filter((each) => each.number === number);
  const statuses = (told: readonly Told[], date: string) =>
    standing(told, date).map(({ status }) => status);

  it('has no date before a meeting of the group is planned', () => {
    const council = meetingPlanned('gc-05', 'generalCouncil', ['2018-05-08'], '2018-03-12');
    const [deadline] = standing([...established, council], '2018-04-01');
    expect(deadline).toMatchObject({ deadline: id, status: 'notComputable' });
    expect(deadline?.sentence.es).toContain('la fecha no puede calcularse');
  });

  it('is due on the days of the first meeting, and met on any of them', () => {
    const [deadline] = standing(bothPlanned, '2018-04-01');
    expect(deadline).toMatchObject({
      status: 'open',
      windows: [{ from: first, to: '2018-04-17', anchor: 'meeting/wg-1' }],
    });
    expect(deadline?.sentence.en).toBe(`${noun}: due from 16 April 2018 to 17 April 2018.`);
    for (const day of [first, '2018-04-17']) {
      expect(statuses([...bothPlanned, agreed(day)], '2018-12-31')).toEqual(['met']);
    }
  });

  it('moves with that meeting, and goes to the next when it is called off', () => {
    const moved = [...bothPlanned, meetingPostponed('wg-1', '2018-04-10', '2018-05-02')];
    expect(standing(moved, '2018-04-30')).toMatchObject([
      { status: 'superseded', supersededOn: '2018-04-10' },
      { status: 'open', windows: [{ from: '2018-05-02', to: '2018-05-02' }] },
    ]);
    const off = [...bothPlanned, meetingCancelled('wg-1', '2018-04-10')];
    expect(standing(off, '2018-04-30')).toMatchObject([
      { status: 'superseded' },
      { status: 'open', windows: [{ to: later, anchor: 'meeting/wg-2' }] },
    ]);
  });

  it('deferred and agreed at a later meeting is breached, stays so and says why', () => {
    const put = [...bothPlanned, ...meetingHeld('wg-1', first), deferred];
    expect(statuses(put, '2018-04-17')).toEqual(['open']);
    expect(statuses(put, '2018-04-18')).toEqual(['overdue']);
    const done = [...put, agreed(later, { ...at('wg-2'), irregularity })];
    const [breached, ...others] = standing(done, '2019-12-31');
    expect(others).toEqual([]);
    expect(breached).toMatchObject({ status: 'breached', isBreached: true, metOn: later });
    expect(breached?.sentence.en).toBe(
      `${noun}: done on 11 June 2018, late (due from 16 April 2018 to 17 April 2018): the Working Group deferred it to a later meeting.`,
    );
    expect(breached?.sentence.fr).toContain(
      "le Groupe de travail l'a reporté à une réunion ultérieure",
    );
  });

  it('ad referendum meets it, unless that lapses', () => {
    const provisional = [...bothPlanned, adReferendum];
    expect(statuses(provisional, '2018-05-16')).toEqual(['met']);
    const inTime = [...provisional, confirmed('2018-05-16')];
    expect(standing(inTime, '2018-12-31')).toMatchObject([{ status: 'met', metOn: first }]);
    const past = [...provisional, lapsed];
    const [overdue] = standing(past, '2018-05-17');
    expect(overdue).toMatchObject({ status: 'overdue' });
    expect(overdue?.sentence.en).toContain('what was agreed ad referendum lapsed');
    expect(standing([...past, confirmed('2018-06-01')], '2018-12-31')).toMatchObject([
      { status: 'breached', metOn: '2018-06-01' },
    ]);
  });

  it('is judged by the first meeting in the calendar when none is recorded as the first', () => {
    const rule =
      region === 'plan' ? 'workPlan.agreedAtFirstMeeting' : 'workPlan.calendarAgreedAtFirstMeeting';
    expect(given(...bothPlanned).when(agreed(later, at('wg-2'))).refusedBy).toEqual([rule]);
    const off = [...bothPlanned, meetingCancelled('wg-1', '2018-04-10')];
    const then = given(...off).when(agreed(later, at('wg-2')));
    expect(then.decision?.verdicts[rule]).toBe(true);
    // A meeting that another is planned before is the first no more.
    const before = planned('wg-0', '2018-04-09');
    expect(given(...bothPlanned, before).when(agreed(first)).refusedBy).toEqual([rule]);
  });

  it('ad referendum is put to the Secretariat when the day to confirm has passed', () => {
    const due = (told: readonly Told[], day: string) => given(...told).due(name, day);
    const provisional = [...bothPlanned, adReferendum];
    expect(due(provisional, '2018-05-16')).toEqual([]);
    expect(due(provisional, '2018-05-20')).toEqual([
      { type: typed('lapsed'), occurredOn: '2018-05-17', confirm: true, data: {} },
    ]);
    for (const settled of [lapsed, confirmed('2018-05-16'), agreed('2018-05-16')]) {
      expect(due([...provisional, settled], '2018-05-20')).toEqual([]);
    }
  });
});
