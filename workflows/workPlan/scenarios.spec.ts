import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import {
  meetingClosed,
  meetingOfTheGroup,
  theChairInOffice,
  theDecisionAdopted,
  theGroupEstablished,
} from '../told';
import { workPlan as procedure } from '.';

const { given, uncovered } = scenarios(procedures);
const name = 'workPlan/ecommerce';
const first = '2018-04-16';
const later = '2018-06-11';

type When = Exclude<Parameters<typeof took>[3], string>;
const chair = { role: 'chair', of: 'workingGroup' } as const;

/** The steps of one of the two texts; those of the calendar are called after it. */
function textOf(region: 'plan' | 'calendar') {
  const typed = (step: string) =>
    region === 'plan'
      ? `workPlan.${step}`
      : `workPlan.calendar${step.charAt(0).toUpperCase()}${step.slice(1)}`;
  const tell = (step: string, data: object, when: When) => took(name, typed(step), data, when);
  const content = region === 'plan' ? { items: ['Scope'] } : { dates: [first, later] };
  const agreedIn = (meeting: string, more: Partial<When> = {}): When => ({
    occurredOn: meeting === 'wg-1' ? first : later,
    decision: { mode: 'consensus', meeting },
    ...more,
  });
  return {
    typed,
    drafted: (day: string, symbol = 'WT/WGEC/W/SIM/1') =>
      tell('drafted', { symbol, ...content }, { occurredOn: day, onBehalfOf: chair }),
    tabled: (day = first, meetingId = 'wg-1') => tell('tabled', { meetingId }, { occurredOn: day }),
    agreed: (meeting = 'wg-1', more: Partial<When> = {}) =>
      tell('agreed', { symbol: 'WT/WGEC/SIM/1', effectiveFrom: first }, agreedIn(meeting, more)),
    adReferendum: (meeting = 'wg-1', more: Partial<When> = {}) =>
      tell(
        'agreedAdReferendum',
        { confirmBy: '2018-05-16', reservers: ['RUS'] },
        agreedIn(meeting, more),
      ),
    confirmed: (day: string) => tell('confirmed', { effectiveFrom: day }, { occurredOn: day }),
    deferred: (day = first) =>
      tell('deferred', { toMeeting: 'wg-2', reason: 'No consensus' }, { occurredOn: day }),
    revisionOpened: (day: string) => tell('revisionOpened', {}, { occurredOn: day }),
    revised: (day: string, mode: 'consensus' | 'vote' = 'consensus') =>
      tell(
        'revised',
        {
          symbol: 'WT/WGEC/SIM/1/Rev.1',
          diff: 'One meeting more',
          ...(region === 'calendar' ? { dates: [first, later, '2018-09-10'] } : {}),
        },
        { occurredOn: day, decision: { mode } },
      ),
    completed: (day: string) => tell('completed', {}, { occurredOn: day }),
    lapsed: (day: string) =>
      tell('lapsed', { reason: 'A reservation stands' }, { occurredOn: day }),
  };
}

const established: readonly Told[] = [...theDecisionAdopted, theGroupEstablished];
const meetingOpen: readonly Told[] = [
  ...established,
  ...theChairInOffice,
  ...meetingOfTheGroup('wg-1', first),
];
const metOnce: readonly Told[] = [
  ...meetingOpen,
  meetingClosed('wg-1', first),
  took(
    'workingGroup/ecommerce',
    'workingGroup.firstMeetingHeld',
    { meetingId: 'wg-1' },
    { occurredOn: first },
  ),
];
const metTwice: readonly Told[] = [...metOnce, ...meetingOfTheGroup('wg-2', later)];

it('the case is opened, with both texts not started, by the establishment of the group', () => {
  const then = given(...theDecisionAdopted).when(theGroupEstablished);
  expect(then.alerts).toEqual([]);
  expect(then.state(name)).toEqual({ plan: 'notStarted', calendar: 'notStarted' });
  const again = took(name, 'workPlan.requested', { para: '2' }, '2018-03-08');
  expect(given(...established).when(again).refusedBy).toEqual(['workPlan.requested.order']);
  const other = took('workPlan/other', 'workPlan.requested', { para: '2' }, '2018-03-08');
  expect(given().when(other).refusal?.reasons[0]?.field).toBe('links.parent');
});

describe.each(['plan', 'calendar'] as const)('the %s', (region) => {
  const text = textOf(region);
  const ready = [text.drafted('2018-04-03'), text.tabled()];
  const agreed = [...meetingOpen, ...ready, text.agreed()];
  const provisional = [...meetingOpen, ...ready, text.adReferendum()];
  const stateAfter = (...steps: readonly Told[]) =>
    (given(...steps).state(name) as Record<string, unknown>)[region];
  const atFirst =
    region === 'plan' ? 'workPlan.agreedAtFirstMeeting' : 'workPlan.calendarAgreedAtFirstMeeting';
  const onDraft = region === 'plan' ? 'workPlan.onDraft' : 'workPlan.calendarOnDraft';

  it('is drafted by the chair, put before the group and agreed at its first meeting', () => {
    const then = given(...meetingOpen, ...ready).when(text.agreed());
    expect(then.state(name)).toMatchObject({ [region]: { agreed: 'current' } });
    expect(then.context(name)).toMatchObject({
      [region]: { symbol: 'WT/WGEC/SIM/1', effectiveFrom: first, confirmBy: null },
    });
    expect(then.decision?.verdicts).toEqual({
      'workPlan.byConsensus': true,
      [atFirst]: true,
      [onDraft]: true,
    });
    const looked = then.decision?.basis.map((each) => each.case);
    expect(looked).toEqual(['meeting/wg-1', 'workingGroup/ecommerce']);
  });

  it('is agreed at the first meeting also when that is entered after it was held', () => {
    const then = given(...metOnce, ...ready).when(text.agreed());
    expect(then.decision?.verdicts[atFirst]).toBe(true);
  });

  it('agreed at a later meeting is irregular: refused without a reason, recorded with one', () => {
    const then = given(...metTwice, ...ready).when(text.agreed('wg-2'));
    expect(then.refusal?.code).toBe('irregular');
    expect(then.refusedBy).toEqual([atFirst]);
    expect(then.refusal?.reasons[0]?.cite).toEqual({ instrument: 'JOB/GC/137', paragraph: '2' });
    const irregularity = { reason: 'Deferred at the first meeting.' };
    const recorded = given(...metTwice, ...ready, text.deferred()).when(
      text.agreed('wg-2', { irregularity }),
    );
    expect(recorded.state(name)).toMatchObject({ [region]: { agreed: 'current' } });
  });

  it('is not judged by a meeting that nobody named, or of which nothing is recorded', () => {
    for (const decision of [
      { mode: 'consensus' },
      { mode: 'consensus', meeting: 'wg-9' },
    ] as const) {
      const then = given(...metTwice, ...ready).when(text.agreed('wg-2', { decision }));
      expect(then.decision?.verdicts[atFirst]).toBe('notComputable');
    }
  });

  it('is agreed by consensus alone; when nobody has said how, that is not computable', () => {
    const by = (mode: 'vote' | 'noted') => ({ decision: { mode, meeting: 'wg-1' } });
    for (const told of [text.agreed('wg-1', by('vote')), text.adReferendum('wg-1', by('noted'))]) {
      expect(given(...meetingOpen, ...ready).when(told).refusedBy).toEqual([
        'workPlan.byConsensus',
      ]);
    }
    expect(given(...agreed).when(text.revised(later, 'vote')).refusedBy).toEqual([
      'workPlan.byConsensus',
    ]);
    const { decision: _decision, ...unsaid } = text.agreed().proposal as Record<string, unknown>;
    const then = given(...meetingOpen, ...ready).when({ ...text.agreed(), proposal: unsaid });
    expect(then.decision?.verdicts['workPlan.byConsensus']).toBe('notComputable');
  });

  it('agreed without a draft before the group is noted', () => {
    const then = given(...meetingOpen).when(text.agreed());
    expect(then.decision?.verdicts[onDraft]).toBe(false);
  });

  it('revised while it is before the group stays there', () => {
    expect(stateAfter(...meetingOpen, ...ready, text.drafted(first, 'Rev.1'))).toBe('tabled');
  });

  it('may be deferred, and come back with or without another draft', () => {
    const waiting = [...meetingOpen, ...ready, text.deferred()];
    expect(stateAfter(...waiting)).toBe('deferred');
    expect(stateAfter(...waiting, text.tabled(later, 'wg-2'))).toBe('tabled');
    expect(stateAfter(...waiting, text.drafted('2018-05-02'))).toBe('drafted');
  });

  it('agreed ad referendum takes effect when it is confirmed, late or in time', () => {
    const inTime =
      region === 'plan' ? 'workPlan.confirmedInTime' : 'workPlan.calendarConfirmedInTime';
    const then = given(...provisional).when(text.confirmed('2018-05-16'));
    expect(then.state(name)).toMatchObject({ [region]: { agreed: 'current' } });
    expect(then.decision?.verdicts[inTime]).toBe(true);
    const late = given(...provisional, text.lapsed('2018-05-17')).when(
      text.confirmed('2018-06-01'),
    );
    expect(late.state(name)).toMatchObject({ [region]: { agreed: 'current' } });
    expect(late.decision?.verdicts[inTime]).toBe(false);
  });

  it('agreed ad referendum lapses when a reservation stands, and may be taken up again', () => {
    const past = [...provisional, text.lapsed('2018-05-17')];
    expect(stateAfter(...past)).toBe('lapsed');
    expect(stateAfter(...past, text.drafted('2018-05-28'))).toBe('drafted');
    expect(stateAfter(...past, text.tabled(later, 'wg-2'))).toBe('tabled');
  });

  it('is revised, at once or after it was opened to revision, and completed', () => {
    expect(stateAfter(...agreed, text.revised(later))).toEqual({ agreed: 'current' });
    const opened = [...agreed, text.revisionOpened('2018-06-01')];
    expect(stateAfter(...opened)).toEqual({ agreed: 'underRevision' });
    expect(stateAfter(...opened, text.revised(later))).toEqual({ agreed: 'current' });
    expect(stateAfter(...opened, text.completed('2019-07-24'))).toBe('completed');
  });

  it.each([
    ['drafted', text.drafted('2019-07-25')],
    ['tabled', text.tabled('2019-07-25')],
    ['agreed', text.agreed('wg-1', { occurredOn: '2019-07-25' })],
    ['agreedAdReferendum', text.adReferendum('wg-1', { occurredOn: '2019-07-25' })],
    ['confirmed', text.confirmed('2019-07-25')],
    ['deferred', text.deferred('2019-07-25')],
    ['revisionOpened', text.revisionOpened('2019-07-25')],
    ['revised', text.revised('2019-07-25')],
    ['completed', text.completed('2019-07-25')],
    ['lapsed', text.lapsed('2019-07-25')],
  ])('once completed is not %s any more', (step, told) => {
    const then = given(...agreed, text.completed('2019-07-24')).when(told);
    expect(then.refusedBy).toEqual([`${text.typed(step)}.order`]);
  });
});

describe('the scenarios', () => {
  it('take every step, and see every step refused', () => {
    expect(uncovered(procedure)).toEqual({ neverTaken: [], neverRefused: [] });
  });
});
