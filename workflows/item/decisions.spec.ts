import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { agendaItem, meetingOf, theMeeting } from '../told-item';

const { given } = scenarios(procedures);
const name = 'item/gc-2018-07-6';
const of = agendaItem(name);
const wg = 'item/wg-2018-07-3';
const group = agendaItem(wg, 'workingGroup');

type Steps = readonly Told[];
const council = meetingOf('generalCouncil');
const sought: Steps = [...council, of.requested(), of.listed(), of.takenUp(), of.put()];
const blocked: Steps = [...sought, of.objected()];
const provisional: Steps = [...sought, of.adReferendum()];
const inGroup: Steps = [
  ...meetingOf('workingGroup', 'wg-1'),
  group.requested('2018-07-02', {}, { meeting: 'meeting/wg-1' }),
  group.listed(),
  group.takenUp(),
  group.put(),
];
const blockedInGroup: Steps = [...inGroup, group.objected()];

const after = (...steps: Steps) => given(...steps).state(name);
const contextAfter = (...steps: Steps) => given(...steps).context(name);
const verdict = (rule: string, told: Told, before: Steps) =>
  given(...before).when(told).decision?.verdicts[rule];
const refusedBy = (told: Told, before: Steps) => given(...before).when(told).refusedBy;

describe('a formal objection', () => {
  it('is that of a Member present; of one absent it does not count', () => {
    const rule = 'item.objectorPresent';
    const then = given(...sought).when(of.objected('IND', { present: false }));
    expect(then.refusedBy).toEqual([rule]);
    expect(then.refusal?.reasons[0]?.cite).toMatchObject({ paragraph: 'Article IX:1, footnote 1' });
    expect(verdict(rule, of.objected('IND', {}), sought)).toBe('notComputable');
    expect(verdict(rule, of.objected(), sought)).toBe(true);
  });

  it('stands in the way of a decision, and is named in the words of the Agreement', () => {
    const then = given(...blocked).when(of.decided());
    expect(then.refusal?.code).toBe('notPossible');
    expect(then.refusedBy).toEqual(['item.noStandingObjection']);
    expect(then.refusal?.reasons[0]?.message.fr).toContain("ne s'oppose formellement");
    expect(after(...blocked, of.decided('vote'))).toBe('decided');
  });

  it('is a Member’s own: another can neither raise nor lift it', () => {
    const actor = { id: 'delegate', role: 'member', of: 'RUS' } as const;
    const acting = (told: Told): Told => {
      const { onBehalfOf: _other, ...proposal } = told.proposal as Record<string, unknown>;
      return { ...told, proposal, actor };
    };
    for (const [told, before] of [
      [of.objected('IND'), sought],
      [of.lifted('IND'), blocked],
      [of.confirmed('IND', '2018-08-20'), provisional],
      [of.maintained('IND', '2018-08-20'), provisional],
    ] as const) {
      const then = given(...before).when(acting(told));
      expect(then.refusal?.code).toBe('forbidden');
      expect(then.refusedBy).toEqual(['item.memberForItself']);
    }
    expect(verdict('item.memberForItself', acting(of.objected('RUS')), sought)).toBe(true);
    const unsaid = took(name, 'item.objectionRaised', { byMember: 'IND' }, theMeeting);
    expect(verdict('item.memberForItself', unsaid, sought)).toBe('notComputable');
  });

  it('is lifted by one who has raised it', () => {
    expect(refusedBy(of.lifted('ZAF'), blocked)).toEqual(['item.ownObjectionLifted']);
    expect(verdict('item.ownObjectionLifted', of.lifted('IND'), blocked)).toBe(true);
  });

  it('falls with its text: the same text put again is still blocked, another is not', () => {
    const again = [...blocked, of.put('WT/GC/W/SIM/5', '2018-07-27')];
    expect(given(...again).context(name)).toMatchObject({ objectors: ['IND'] });
    expect(after(...again)).toBe('blocked');
    const other = [...blocked, of.put('WT/GC/W/SIM/5/Rev.1', '2018-07-27')];
    expect(after(...other)).toBe('consensusSought');
    expect(contextAfter(...other)).toMatchObject({ objectors: [] });
    expect(after(...sought, of.put('WT/GC/W/SIM/5/Rev.1'))).toBe('consensusSought');
  });

  it('entered weeks after a decision by consensus is refused: that decision is corrected first', () => {
    const over = [...sought, of.decided('consensus', '2018-07-27')];
    const then = given(...over).when(of.objected('IND', { present: true }, theMeeting));
    expect(then.refusal?.code).toBe('laterStepImpossible');
    expect(then.refusedBy).toEqual(['item.noStandingObjection']);
  });

  it('leaves the same trace in whichever order objections were entered', () => {
    const [one, two] = [of.objected('ZAF'), of.objected('IND')];
    expect(contextAfter(...sought, one, two)).toEqual(contextAfter(...sought, two, one));
  });
});

describe('a text agreed ad referendum', () => {
  it('has effect from the last confirmation', () => {
    const half = [...provisional, of.confirmed('IND', '2018-08-20')];
    expect(contextAfter(...half)).toMatchObject({ confirmers: ['IND'], effectiveOn: null });
    const whole = [...half, of.confirmed('ZAF', '2018-09-10')];
    expect(contextAfter(...whole)).toMatchObject({ effectiveOn: '2018-09-10' });
    expect(after(...sought.slice(0, -1), of.adReferendum(['IND']))).toBe('adReferendum');
  });

  it('is confirmed, and a reservation maintained, by those who had reserved alone', () => {
    for (const told of [of.confirmed('RUS', '2018-08-20'), of.maintained('RUS', '2018-08-20')]) {
      expect(refusedBy(told, provisional)).toEqual(['item.ownReservation']);
    }
  });

  it('is blocked by a reservation maintained, which is an objection from then on', () => {
    const kept = [...provisional, of.maintained('ZAF', '2018-09-10')];
    expect(contextAfter(...kept)).toMatchObject({ objectors: ['ZAF'] });
    expect(refusedBy(of.decided('consensus', '2018-10-18'), kept)).toEqual([
      'item.noStandingObjection',
    ]);
    expect(after(...kept, of.lifted('ZAF', '2018-10-18'))).toBe('consensusSought');
  });

  it('is drawn attention to by the clock once its day has passed, for a person to record', () => {
    expect(given(...provisional).due(name, '2018-09-14')).toEqual([]);
    expect(given(...provisional).due(name, '2018-10-01')).toEqual([
      { type: 'item.adReferendumLapsed', confirm: true, occurredOn: '2018-09-15', data: {} },
    ]);
    const settled = [
      ...provisional,
      of.confirmed('IND', '2018-08-20'),
      of.confirmed('ZAF', '2018-08-20'),
    ];
    for (const steps of [settled, [...provisional, of.lapsed()], sought]) {
      expect(given(...steps).due(name, '2018-10-01')).toEqual([]);
    }
  });

  it('not confirmed in time may still be confirmed, late, or taken up again', () => {
    const rule = 'item.confirmedInTime';
    const late = [...provisional, of.lapsed(), of.confirmed('IND', '2018-09-20')];
    expect(after(...late)).toBe('lapsed');
    const then = given(...late).when(of.confirmed('ZAF', '2018-09-21'));
    expect([then.state(name), then.decision?.verdicts[rule]]).toEqual(['decided', false]);
    expect(verdict(rule, of.confirmed('IND', '2018-09-14'), provisional)).toBe(true);
    expect(after(...late, of.maintained('ZAF', '2018-09-21'))).toBe('blocked');
    expect(after(...late, of.takenUp({}, '2018-10-18'))).toBe('underConsideration');
    expect(after(...late, of.put('WT/GC/W/SIM/8', '2018-10-18'))).toBe('consensusSought');
    expect(after(...late, of.noted('2018-10-18'))).toBe('noted');
    expect(after(...late, of.deferred(undefined, '2018-10-18'))).toBe('deferred');
  });

  it('confirmed in time, though that is entered after the clock has spoken, is decided', () => {
    const then = given(...provisional, of.confirmed('IND', '2018-08-20'), of.lapsed()).when(
      of.confirmed('ZAF', '2018-09-14'),
    );
    expect(then.refusal?.code).toBe('laterStepImpossible');
    expect(then.refusedBy).toEqual(['item.adReferendumLapsed.order']);
  });
});

describe('a vote', () => {
  const mayVote = 'item.voteInCouncilOrConference';

  it.each([
    [{ for: 71, against: 70, abstain: 22 }, 'decided'],
    [{ for: 70, against: 70, abstain: 0 }, 'blocked'],
    [{ for: 109, against: 30, abstain: 0, majority: 'twoThirdsOfMembers' }, 'blocked'],
    [{ for: 110, against: 30, abstain: 0, majority: 'twoThirdsOfMembers' }, 'decided'],
    [{ for: 122, against: 1, abstain: 0, majority: 'threeFourthsOfMembers' }, 'blocked'],
    [{ for: 123, against: 1, abstain: 0, majority: 'threeFourthsOfMembers' }, 'decided'],
  ])('decides by the majority that the matter requires: %j is %s', (count, state) => {
    expect(after(...blocked, of.voted(count))).toBe(state);
    expect(contextAfter(...blocked, of.voted(count))).toMatchObject({
      effectiveOn: state === 'decided' ? theMeeting : null,
      votes: { for: count.for },
    });
  });

  it('that is lost may be followed by another, or by an objection lifted', () => {
    const lost = [...blocked, of.voted({ for: 1, against: 2 })];
    expect(after(...lost, of.voted({}, '2018-12-12'))).toBe('decided');
    expect(after(...lost, of.lifted('IND', '2018-12-12'))).toBe('consensusSought');
  });

  it('is taken in the General Council or the Ministerial Conference alone', () => {
    expect(verdict(mayVote, of.voted(), blocked)).toBe(true);
    const conference = { onBehalfOf: { role: 'ministerialConference' } } as const;
    expect(verdict(mayVote, of.voted({}, theMeeting, conference), blocked)).toBe(true);
    const below = { onBehalfOf: { role: 'body', of: 'tripsCouncil' } } as const;
    expect(refusedBy(of.voted({}, theMeeting, below), blocked)).toEqual(['item.voteTaken.by']);
    const then = given(...blockedInGroup).when(group.decided('vote'));
    expect([then.refusal?.code, ...then.refusedBy]).toEqual(['forbidden', mayVote]);
    expect(verdict(mayVote, group.decided(), inGroup)).toBe(true);
  });

  it('that nobody has claimed is judged by the body whose meeting it is', () => {
    const data = { for: 3, against: 2, abstain: 0, method: 'ballot' };
    const unsaid = (item: string) => took(item, 'item.voteTaken', data, theMeeting);
    expect(verdict(mayVote, unsaid(name), blocked)).toBe(true);
    expect(refusedBy(unsaid(wg), blockedInGroup)).toEqual([mayVote]);
    const apart = [of.requested('2018-07-02', {}, {}), of.listed(), of.takenUp(), of.put()];
    expect(verdict(mayVote, unsaid(name), [...apart, of.objected()])).toBe('notComputable');
  });

  it('counts no more votes than can be cast, the Union’s being those of its member States', () => {
    const rule = 'item.votesWithinMembership';
    const count = (abstain: number) => of.voted({ for: 100, against: 40, abstain });
    expect(verdict(rule, count(23), blocked)).toBe(true);
    expect(verdict(rule, count(24), blocked)).toBe(false);
    const old = '2015-07-01';
    const before = [of.put('X', old), of.objected('IND', {}, old)];
    const apart = [of.requested(old, {}, {}), of.listed(old), of.takenUp({}, old), ...before];
    expect(verdict(rule, of.voted({}, old), apart)).toBe('notComputable');
    const most = { majority: 'twoThirdsOfMembers', for: 163 };
    expect(given(...apart, of.voted(most, old)).state(name)).toBe('blocked');
  });
});

describe('the quorum', () => {
  it('is presumed until a challenge finds it lacking; a decision then is irregular', () => {
    const challenge = { required: 83, present: 70, result: 'lacking' };
    const lacking = took('meeting/gc-2018-07', 'meeting.quorumChallenged', challenge, {
      occurredOn: theMeeting,
      onBehalfOf: { role: 'member', of: 'IND' },
    });
    for (const [told, before] of [
      [of.decided(), sought],
      [of.adReferendum(), sought],
      [of.voted(), blocked],
    ] as const) {
      expect(verdict('item.quorum', told, before)).toBe(true);
      const then = given(...before, lacking).when(told);
      expect([then.refusal?.code, ...then.refusedBy]).toEqual(['irregular', 'item.quorum']);
    }
    const apart = [of.requested('2018-07-02', {}, {}), of.listed(), of.takenUp()];
    expect(verdict('item.quorum', of.decided(), apart)).toBe('notComputable');
    const decision = { mode: 'consensus', meeting: 'gc-2018-07' } as const;
    const there = of.decided('consensus', theMeeting, { decision });
    expect(verdict('item.quorum', there, [...council, ...apart])).toBe(true);
  });
});
