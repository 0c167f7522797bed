import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { agendaItem, meetingOf, noticeOf, theMeeting } from '../told-item';
import { item as procedure } from '.';

const { given, uncovered } = scenarios(procedures);
const name = 'item/gc-2018-07-6';
const of = agendaItem(name);

const sitting = meetingOf('generalCouncil');
const listed: readonly Told[] = [...sitting, of.requested(), of.listed()];
const underWay: readonly Told[] = [...listed, of.takenUp()];
const sought: readonly Told[] = [...underWay, of.put()];
const blocked: readonly Told[] = [...sought, of.objected()];
const aside: readonly Told[] = [...listed, of.toOtherBusiness()];
const provisional: readonly Told[] = [...sought, of.adReferendum()];

const after = (...steps: readonly Told[]) => given(...steps).state(name);
const verdict = (rule: string, told: Told, before: readonly Told[]) =>
  given(...before).when(told).decision?.verdicts[rule];

const group = agendaItem('item/wg-3', 'workingGroup');
const inGroup: readonly Told[] = [
  ...meetingOf('workingGroup', 'wg-1'),
  group.requested('2018-07-02', {}, { meeting: 'meeting/wg-1' }),
  group.listed(),
  group.takenUp(),
  group.put(),
  group.objected(),
];

describe('an agenda item', () => {
  it('is requested, listed, taken up, put as a text and decided', () => {
    const then = given(...sought).when(of.decided());
    expect(then.state(name)).toBe('decided');
    expect(then.context(name)).toMatchObject({
      by: 'RUS',
      itemNo: '6',
      textSymbol: 'WT/GC/W/SIM/5',
      decision: 'WT/L/SIM/7',
      effectiveOn: theMeeting,
    });
    expect(then.decision?.verdicts).toEqual({
      'item.actedUponAsDecided': true,
      'item.quorum': true,
      'item.noStandingObjection': true,
      'item.voteInCouncilOrConference': true,
    });
    expect(then.decision?.basis.map((each) => each.case)).toEqual(['meeting/gc-2018-07']);
  });

  it('may be disposed of before anybody speaks, or decided without a text being put', () => {
    expect(after(...listed, of.noted())).toBe('noted');
    expect(after(...listed, of.deferred())).toBe('deferred');
    expect(after(...underWay, of.decided())).toBe('decided');
    expect(after(...underWay, of.noted())).toBe('noted');
    expect(after(...sought, of.noted())).toBe('noted');
    expect(after(...blocked, of.noted())).toBe('noted');
  });

  it.each([
    of.listed('2018-10-18'),
    of.contested(),
    of.inclusionAccepted('2018-10-18'),
    of.removed('2018-10-18'),
    of.toOtherBusiness('2018-10-18'),
    of.reverted('2018-10-18'),
    of.takenUp({}, '2018-10-18'),
    of.put('WT/GC/W/SIM/9', '2018-10-18'),
    of.objected('IND', {}, '2018-10-18'),
    of.lifted('IND', '2018-10-18'),
    of.decided('consensus', '2018-10-18'),
    of.adReferendum(['IND'], '2018-12-01', '2018-10-18'),
    of.confirmed('IND', '2018-10-18'),
    of.maintained('IND', '2018-10-18'),
    of.lapsed('2018-10-18'),
    of.voted({}, '2018-10-18'),
    of.referredUp('2018-10-18', { onBehalfOf: { role: 'body', of: 'workingGroup' } }),
    of.noted('2018-10-18'),
    of.deferred('gc-2018-12', '2018-10-18'),
  ])('takes no step before it is requested, nor after it was decided: $proposal.type', (told) => {
    const { type } = told.proposal as { type: string };
    expect(given().when(told).refusedBy).toEqual([`${type}.order`]);
    expect(given(...sought, of.decided()).when(told).refusedBy).toEqual([`${type}.order`]);
  });

  it('is requested once, by a Member, a chair or the Secretariat', () => {
    const again = of.requested('2018-07-03', {}, {});
    expect(given(...listed).when(again).refusedBy).toEqual(['item.requested.order']);
  });
});

describe('the request for an item', () => {
  const before = 'item.requestedBeforeNotice';

  it('comes before the day of the notice; on that day the agenda is closed', () => {
    const convened = sitting.slice(0, 2);
    expect(given(...convened).when(of.requested('2018-07-05')).refusedBy).toEqual([before]);
    const irregularity = { rules: [before], reason: 'The paper was translated late.' };
    const told = of.requested('2018-07-05', { late: true });
    const late = { ...told, proposal: { ...(told.proposal as object), irregularity } };
    expect(given(...convened, late).context(name)).toMatchObject({ isLate: true });
  });

  it('made before the notice is in time, also when it is entered after it', () => {
    expect(verdict(before, of.requested('2018-07-04'), sitting)).toBe(true);
    expect(verdict(before, of.requested('2018-07-04'), sitting.slice(0, 1))).toBe(true);
    const early = given(...sitting.slice(0, 1), noticeOf('gc-2018-07', '2018-07-02'));
    expect(early.when(of.requested('2018-07-04')).decision?.verdicts[before]).toBe(true);
  });

  it('is judged by the meeting linked or named, and not where none is known', () => {
    expect(verdict(before, of.requested('2018-07-06', {}, {}), sitting)).toBe('notComputable');
    expect(verdict(before, of.requested('2018-07-06'), [])).toBe('notComputable');
    const named = of.requested('2018-07-06', { meetingId: 'gc-2018-07' }, {});
    expect(given(...sitting).when(named).refusedBy).toEqual([before]);
  });

  it('comes with its documents', () => {
    const bare = of.requested('2018-07-02', { docs: [] });
    expect(given(...sitting).when(bare).refusedBy).toEqual(['item.documentsAttached']);
    expect(verdict('item.documentsAttached', of.requested(), sitting)).toBe(true);
  });
});

describe('the agenda', () => {
  it('may be adopted without an item, contested or not', () => {
    expect(after(...sitting, of.requested(), of.removed('2018-07-20'))).toBe('removed');
    expect(after(...listed, of.removed())).toBe('removed');
    expect(after(...listed, of.contested(), of.removed())).toBe('removed');
    expect(after(...listed, of.contested(), of.toOtherBusiness())).toBe('otherBusiness');
    expect(after(...listed, of.contested(), of.deferred())).toBe('deferred');
  });

  it('bars no item unless it is outside the terms of reference of the body', () => {
    const rule = 'item.barredAsOutsideMandate';
    expect(verdict(rule, of.contested(), listed)).toBe(true);
    const then = given(...listed).when(of.contested('other'));
    expect([then.refusal?.code, ...then.refusedBy]).toEqual(['irregular', rule]);
  });

  it('keeps an item whose inclusion is accepted after consultations', () => {
    const contested = [...listed, of.contested(), of.contested('termsOfReference', 'ZAF')];
    expect(given(...contested).context(name)).toMatchObject({ contestedBy: ['IND', 'ZAF'] });
    expect(given(...contested).when(of.takenUp()).refusedBy).toEqual(['item.takenUp.order']);
    expect(after(...contested, of.inclusionAccepted())).toBe('listed');
  });
});

describe('an item under other business', () => {
  const rule = 'item.actedUponAsDecided';

  it('is announced and taken note of, or goes back to its place', () => {
    expect(after(...aside, of.noted())).toBe('noted');
    expect(after(...aside, of.removed())).toBe('removed');
    expect(after(...aside, of.deferred())).toBe('deferred');
    const back = [...aside, of.reverted()];
    expect(after(...back)).toBe('listed');
    expect(verdict(rule, of.decided(), [...back, of.takenUp()])).toBe(true);
  });

  it('is decided only irregularly, unless the body so decides', () => {
    for (const before of [aside, [...aside, of.takenUp()]]) {
      const then = given(...before).when(of.decided());
      expect([then.refusal?.code, ...then.refusedBy]).toEqual(['irregular', rule]);
    }
    const acting = [...aside, of.takenUp({ forAction: true })];
    expect(verdict(rule, of.decided(), acting)).toBe(true);
    expect(verdict(rule, of.adReferendum(), acting)).toBe(true);
  });

  it('is so treated as well when its papers are late', () => {
    const late = [of.requested('2018-07-02', { late: true }, {}), of.listed()];
    expect(given(...late, of.takenUp()).when(of.decided()).refusedBy).toEqual([rule]);
    expect(verdict(rule, of.decided(), [...late, of.takenUp({ forAction: true })])).toBe(true);
  });
});

describe('consensus', () => {
  it('is blocked by a formal objection and found again when the last one is lifted', () => {
    const two = [...blocked, of.objected('ZAF')];
    expect(given(...two).context(name)).toMatchObject({ objectors: ['IND', 'ZAF'] });
    expect(after(...two, of.lifted('IND'))).toBe('blocked');
    expect(after(...two, of.lifted('IND'), of.lifted('ZAF'))).toBe('consensusSought');
    expect(after(...two, of.lifted('IND'), of.lifted('ZAF'), of.decided())).toBe('decided');
  });

  it('agreed ad referendum is decided when the last reserver confirms', () => {
    const half = [...provisional, of.confirmed('IND', '2018-08-20')];
    expect(after(...half)).toBe('adReferendum');
    expect(after(...half, of.confirmed('ZAF', '2018-09-14'))).toBe('decided');
    expect(after(...half, of.maintained('ZAF', '2018-09-14'))).toBe('blocked');
    expect(after(...half, of.lapsed())).toBe('lapsed');
  });

  it('failing, the Council votes, and another body refers the matter up', () => {
    expect(after(...blocked, of.voted())).toBe('decided');
    expect(given(...inGroup, group.referredUp()).state('item/wg-3')).toBe('referredUp');
  });
});

describe('the scenarios', () => {
  it('take every step, and see every step refused', () => {
    expect(uncovered(procedure)).toEqual({ neverTaken: [], neverRefused: [] });
  });
});
