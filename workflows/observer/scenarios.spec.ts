import { scenarios } from '@rapporteur/kernel';
import { procedures } from '../registry';
import {
  asked,
  askedAndHeld,
  council,
  established,
  granted,
  group,
  invited,
  lapsed,
  leftPending,
  observer,
  observerName as name,
  planned,
  refused,
  requested,
} from '../told-observers';
import { observer as procedure } from '.';

const { given, uncovered } = scenarios(procedures);

describe('a request for observer status', () => {
  it('is that of an organisation, to one body', () => {
    const then = given(...established).when(requested());
    expect(then.state(name)).toBe('requested');
    expect(then.context(name)).toMatchObject({ org: 'UNCTAD', body: 'workingGroup' });
    expect(then.decision?.verdicts).toEqual({
      'observer.forItself': true,
      'observer.perBodyAndOrganisation': true,
    });
  });

  it('is not made for another organisation, nor by a Member', () => {
    const then = given().when(requested('2018-04-03', {}, 'ITU'));
    expect(then.refusal?.code).toBe('forbidden');
    expect(then.refusedBy).toEqual(['observer.forItself']);
    const actor = { id: 'delegate', role: 'member', of: 'RUS' } as const;
    const byMember = observer('requested', { org: 'UNCTAD', body: 'workingGroup' }, '2018-04-03');
    expect(given().when({ ...byMember, actor }).refusedBy).toEqual(['observer.requested.by']);
    expect(given().when(byMember).decision?.verdicts['observer.forItself']).toBe('notComputable');
  });

  it.each([invited('wgec-2018-06-12'), granted(), leftPending(), refused(), lapsed('2018-06-12')])(
    'comes before anything is decided on it: $proposal.type',
    (told) => {
      const then = given().when(told);
      expect(then.refusedBy).toEqual([`${(told.proposal as { type: string }).type}.order`]);
    },
  );

  it('may be granted, left pending or refused by the body', () => {
    expect(
      given(...asked)
        .when(granted())
        .state(name),
    ).toBe('regular');
    expect(
      given(...asked)
        .when(leftPending())
        .state(name),
    ).toBe('pending');
    expect(
      given(...asked)
        .when(refused())
        .state(name),
    ).toBe('refused');
  });

  it('is left pending while the organisation is invited ad hoc, which it stays', () => {
    const invitedOnce = [...asked, invited('wgec-2018-06-12')];
    const then = given(...invitedOnce).when(leftPending('2018-06-11'));
    expect(then.refusedBy).toEqual([]);
    expect(then.state(name)).toBe('adHoc');
  });

  it('may stay pending from meeting to meeting, be renewed, and be granted in the end', () => {
    const pending = [...asked, leftPending(), leftPending('2018-09-11')];
    expect(given(...pending).state(name)).toBe('pending');
    const then = given(...pending, requested('2018-10-02')).when(granted('2018-11-06'));
    expect(then.stateAt(name, '2018-10-02')).toBe('requested');
    expect(then.state(name)).toBe('regular');
  });

  it('of another organisation or to another body is another case', () => {
    const pending = given(...asked, leftPending());
    const other = { org: 'UNCTAD', body: 'generalCouncil' };
    expect(pending.when(requested('2018-10-02', other)).refusedBy).toEqual([
      'observer.perBodyAndOrganisation',
    ]);
    const itu = pending.when(requested('2018-10-02', { org: 'ITU' }, 'ITU'));
    expect(itu.refusedBy).toEqual(['observer.perBodyAndOrganisation']);
  });

  it('refused ends the case: the organisation may ask again, in a new one', () => {
    const then = given(...asked, refused());
    expect(then.when(requested('2019-04-03')).refusedBy).toEqual(['observer.requested.order']);
    const anew = { ...requested('2019-04-03'), ref: { procedure: 'observer', case: 'unctad-2' } };
    expect(then.when(anew).state('observer/unctad-2')).toBe('requested');
  });
});

describe('a body', () => {
  it.each([granted, leftPending, refused])('decides on its own observers alone', (decided) => {
    const then = given(...asked).when(decided('2018-06-12', { onBehalfOf: council }));
    expect(then.refusal?.code).toBe('forbidden');
    expect(then.refusedBy).toEqual(['observer.ofItsOwnBody']);
    expect(then.refusal?.reasons[0]?.message.fr).toBe(
      'Un organe ne statue que sur ses propres observateurs.',
    );
  });

  it('such as the General Council has observers of its own', () => {
    const body = 'generalCouncil';
    const then = given(requested('2018-04-03', { body })).when(
      granted('2018-05-08', { onBehalfOf: council }),
    );
    expect(then.decision?.verdicts['observer.ofItsOwnBody']).toBe(true);
  });

  it('whose act it was, or how it decided, may not have been said', () => {
    const unsaid = observer('granted', {}, '2018-06-12');
    expect(given(...asked).when(unsaid).decision?.verdicts).toEqual({
      'observer.ofItsOwnBody': 'notComputable',
      'observer.byConsensus': 'notComputable',
    });
  });

  it.each([invited('wgec-2018-06-12'), granted(), refused()])(
    'decides by consensus; otherwise it is irregular: $proposal.type',
    (told) => {
      const proposal = { ...(told.proposal as object), decision: { mode: 'vote' } };
      const then = given(...asked).when({ ...told, proposal });
      expect(then.refusal?.code).toBe('irregular');
      expect(then.refusedBy).toEqual(['observer.byConsensus']);
    },
  );

  it('needs no consensus to leave a request pending', () => {
    const told = leftPending('2018-06-12', { decision: { mode: 'noted' } });
    expect(given(...asked).when(told).refusedBy).toEqual([]);
  });

  it('is who decides, not the organisation', () => {
    const actor = { id: 'unctad', role: 'observer', of: 'UNCTAD' } as const;
    const itself = { ...observer('granted', {}, '2018-06-12'), actor };
    expect(given(...asked).when(itself).refusedBy).toEqual(['observer.granted.by']);
  });
});

describe('an invitation ad hoc', () => {
  it('is to a meeting of the body', () => {
    const then = given(...asked).when(invited('wgec-2018-06-12', '2018-06-05'));
    expect(then.state(name)).toBe('adHoc');
    expect(then.context(name)).toMatchObject({ meetings: ['wgec-2018-06-12'] });
    expect(then.decision?.verdicts).toEqual({
      'observer.ofItsOwnBody': true,
      'observer.meetingOfTheBody': true,
      'observer.byConsensus': true,
      'observer.invitedInTime': true,
    });
    expect(then.decision?.basis.map((each) => each.case)).toEqual(['meeting/wgec-2018-06-12']);
  });

  it('to a meeting of another body is refused', () => {
    const then = given(...asked, planned('gc-2018-07-26', '2018-07-26', 'generalCouncil')).when(
      invited('gc-2018-07-26'),
    );
    expect(then.refusedBy).toEqual(['observer.meetingOfTheBody']);
  });

  it('to a meeting of which nothing is recorded cannot be judged', () => {
    const then = given(...asked).when(invited('wgec-2018-09-11'));
    expect(then.decision?.verdicts).toMatchObject({
      'observer.meetingOfTheBody': 'notComputable',
      'observer.invitedInTime': 'notComputable',
    });
    const unnamed = given(...asked).when(invited('the meeting of September'));
    expect(unnamed.decision?.verdicts['observer.meetingOfTheBody']).toBe('notComputable');
  });

  it('comes before the meeting is over; a later one is noted', () => {
    const verdict = (on: string) =>
      given(...asked).when(invited('wgec-2018-06-12', on)).decision?.verdicts[
        'observer.invitedInTime'
      ];
    expect([verdict('2018-06-12'), verdict('2018-06-13')]).toEqual([true, false]);
  });

  it('to several meetings leaves no trace of the order in which it was recorded', () => {
    const both = [invited('meeting/wgec-2018-09-11'), invited('meeting/wgec-2018-06-12')];
    const meetings = ['meeting/wgec-2018-06-12', 'meeting/wgec-2018-09-11'];
    expect(given(...asked, ...both).context(name)).toMatchObject({ meetings });
    expect(given(...asked, ...both.reverse()).context(name)).toMatchObject({ meetings });
  });

  it('leaves the request for regular status open: granted, refused or left pending', () => {
    const adHoc = [...asked, invited('wgec-2018-06-12', '2018-06-05')];
    expect(
      given(...adHoc)
        .when(leftPending())
        .state(name),
    ).toBe('adHoc');
    expect(
      given(...adHoc)
        .when(refused())
        .state(name),
    ).toBe('refused');
    const then = given(...adHoc).when(granted());
    expect(then.state(name)).toBe('regular');
    expect(then.context(name)).toMatchObject({ meetings: [] });
  });

  it('is not needed by a regular observer', () => {
    const then = given(...asked, granted()).when(invited('wgec-2018-06-12', '2018-06-13'));
    expect(then.refusedBy).toEqual(['observer.invitedAdHoc.order']);
  });
});

describe('the lapse of observer status', () => {
  const invitation = invited('wgec-2018-06-12', '2018-06-05');

  it('ad hoc comes with the close of the meeting', () => {
    const then = given(...askedAndHeld, invitation).when(lapsed('2018-06-12'));
    expect(then.state(name)).toBe('lapsed');
    expect(then.decision?.verdicts['observer.adHocUntilTheClose']).toBe(true);
  });

  it('ad hoc before the close is irregular', () => {
    const then = given(...askedAndHeld, invitation).when(lapsed('2018-06-11'));
    expect(then.refusedBy).toEqual(['observer.adHocUntilTheClose']);
    expect(then.refusal?.reasons[0]?.message.es).toContain('hasta la clausura de la reunión');
  });

  it('ad hoc for a meeting of which nothing is recorded cannot be judged', () => {
    const then = given(...asked, invited('wgec-2018-09-11')).when(lapsed('2018-09-11'));
    expect(then.decision?.verdicts['observer.adHocUntilTheClose']).toBe('notComputable');
  });

  it('may be followed by a new invitation, a new request, or a decision on the first one', () => {
    const over = [...askedAndHeld, invitation, lapsed('2018-06-12')];
    expect(
      given(...over)
        .when(invited('wgec-2018-09-11', '2018-09-04'))
        .state(name),
    ).toBe('adHoc');
    expect(
      given(...over)
        .when(requested('2018-09-04'))
        .state(name),
    ).toBe('requested');
    expect(
      given(...over)
        .when(granted('2018-09-11'))
        .state(name),
    ).toBe('regular');
    expect(
      given(...over)
        .when(leftPending('2018-09-11'))
        .state(name),
    ).toBe('pending');
    expect(
      given(...over)
        .when(refused('2018-09-11'))
        .state(name),
    ).toBe('refused');
  });

  it('of a regular observer is possible, on a ground that is given', () => {
    const regular = given(...asked, granted());
    const verdict = (data: object) =>
      regular.when(lapsed('2019-09-11', data)).decision?.verdicts[
        'observer.regularLapsesOnAGround'
      ];
    expect(verdict({ reason: 'No attendance for a year' })).toBe(true);
    expect(verdict({})).toBe(false);
  });

  it('is not of one who has none, and is no act of a body', () => {
    expect(given(...asked).when(lapsed('2018-06-12')).refusedBy).toEqual(['observer.lapsed.order']);
    const actor = { id: 'wg', ...group };
    const then = given(...askedAndHeld, invitation).when({ ...lapsed('2018-06-12'), actor });
    expect(then.refusedBy).toEqual(['observer.lapsed.by']);
  });
});

describe('the scenarios', () => {
  it('take every step, and see every step refused', () => {
    expect(uncovered(procedure)).toEqual({ neverTaken: [], neverRefused: [] });
  });
});
