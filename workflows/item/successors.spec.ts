import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { agendaItem, meetingOf, theMeeting } from '../told-item';

const { given } = scenarios(procedures);
const name = 'item/gc-2018-07';
const of = agendaItem(name);

type Steps = readonly Told[];
const listed: Steps = [...meetingOf('generalCouncil'), of.requested(), of.listed()];
const blocked: Steps = [...listed, of.takenUp(), of.put(), of.objected()];

const december = '2018-12-12';
const planned = took(
  'meeting/gc-2018-12',
  'meeting.planned',
  { body: 'generalCouncil', spans: [{ from: december }], format: 'formal' },
  '2018-05-08',
);

describe('an item deferred', () => {
  it('ends, and another takes its place: the number at the end is its own', () => {
    for (const before of [listed, [...listed, of.takenUp()], blocked]) {
      const then = given(...before).when(of.deferred('gc-2018-12'));
      expect(then.alerts).toEqual([]);
      expect(then.state(name)).toBe('deferred');
      expect(then.state('item/gc-2018-07-2')).toBe('requested');
      expect(then.context('item/gc-2018-07-2')).toMatchObject({ by: name, docs: [] });
    }
  });

  it('is followed at the meeting named, and its successor by the next number', () => {
    const next = agendaItem('item/gc-2018-07-2');
    const told = [planned, ...listed, of.deferred('gc-2018-12')];
    const then = given(...told, next.listed(december), next.takenUp({}, december)).when(
      next.decided('consensus', december),
    );
    expect(then.decision?.basis.map((each) => each.case)).toEqual(['meeting/gc-2018-12']);
    expect(then.decision?.verdicts).toMatchObject({ 'item.actedUponAsDecided': true });
    const again = given(...told, next.deferred(undefined, december));
    expect(again.state('item/gc-2018-07-3')).toBe('requested');
  });

  it('is no new request: neither the notice nor documents are asked of its successor', () => {
    const convened = took(
      'meeting/gc-2018-12',
      'meeting.convened',
      { airgramSymbol: 'WTO/AIR/GC/SIM/2', noticeDate: '2018-07-20' },
      '2018-07-20',
    );
    const then = given(planned, convened, ...listed).when(of.deferred('meeting/gc-2018-12'));
    expect([then.alerts, then.state('item/gc-2018-07-2')]).toEqual([[], 'requested']);
  });

  it('has no successor of its own making where the id would be too long', () => {
    const long = `item/${'a'.repeat(62)}`;
    const its = agendaItem(long);
    const then = given(its.requested('2018-07-02', {}, {})).when(its.deferred());
    expect([then.alerts, then.state(long)]).toEqual([[], 'deferred']);
    expect(then.state(`${long}-2`)).toBeUndefined();
  });
});

describe('an item referred up', () => {
  const wg = 'item/wg-3';
  const group = agendaItem(wg, 'workingGroup');
  const inGroup: Steps = [
    ...meetingOf('workingGroup', 'wg-1'),
    group.requested('2018-07-02', {}, { meeting: 'meeting/wg-1' }),
    group.listed(),
    group.takenUp(),
    group.put(),
  ];

  it('is one blocked in a body below the General Council, which gets an item of its own', () => {
    const then = given(...inGroup, group.objected()).when(group.referredUp());
    expect(then.alerts).toEqual([]);
    expect(then.state(wg)).toBe('referredUp');
    expect(then.state('item/wg-3-gc')).toBe('requested');
    expect(then.context('item/wg-3-gc')).toMatchObject({ by: wg });
    const up = agendaItem('item/wg-3-gc');
    const later = given(...inGroup, group.objected(), group.referredUp()).when(
      up.deferred(undefined, '2018-10-18'),
    );
    expect(later.state('item/wg-3-gc-2')).toBe('requested');
  });

  it('was blocked: consensus that nobody has refused is not referred', () => {
    expect(given(...inGroup).when(group.referredUp()).refusedBy).toEqual(['item.referredUp.order']);
  });

  it('does not come from the General Council or the Conference', () => {
    const rule = 'item.referredUpFromBelow';
    expect(given(...blocked).when(of.referredUp()).refusedBy).toEqual(['item.referredUp.by']);
    const posing = { onBehalfOf: { role: 'body', of: 'generalCouncil' } } as const;
    const then = given(...blocked).when(of.referredUp(theMeeting, posing));
    expect([then.refusal?.code, ...then.refusedBy]).toEqual(['forbidden', rule]);
    const unsaid = (item: string) =>
      took(item, 'item.referredUp', { toBody: 'generalCouncil' }, theMeeting);
    expect(given(...blocked).when(unsaid(name)).refusedBy).toEqual([rule]);
    const below = given(...inGroup, group.objected()).when(unsaid(wg));
    expect(below.decision?.verdicts[rule]).toBe(true);
    const apart = [of.requested('2018-07-02', {}, {}), of.listed(), of.takenUp(), of.put()];
    const unknown = given(...apart, of.objected()).when(unsaid(name));
    expect(unknown.decision?.verdicts[rule]).toBe('notComputable');
  });
});
