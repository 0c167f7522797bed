import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { meetingClosed, theDecisionAdopted, theGroupEstablished } from '../told';
import { meeting as procedure } from '.';

const { given, uncovered } = scenarios(procedures);
const name = 'meeting/gc-2018-07-26';

type When = Parameters<typeof took>[3];
const meeting = (type: string, data: object, when: When) =>
  took(name, `meeting.${type}`, data, when);

const council = { role: 'generalCouncil' } as const;
const chairOfCouncil = { role: 'chair', of: 'generalCouncil' } as const;
const byCouncil = (occurredOn: string) => ({ occurredOn, onBehalfOf: council });

const planned = (more: object = {}, when: When = '2018-05-08') =>
  meeting(
    'planned',
    { body: 'generalCouncil', spans: [{ from: '2018-07-26' }], format: 'formal', ...more },
    when,
  );
const convened = (day: string, more: object = {}) =>
  meeting('convened', { airgramSymbol: 'WTO/AIR/GC/SIM/1', noticeDate: day, ...more }, day);
const agendaCirculated = (day: string) =>
  meeting('agendaCirculated', { symbol: 'WT/GC/W/SIM/1', items: ['Review of progress'] }, day);
const opened = (occurredOn: string, quorum = 'presumed') =>
  meeting(
    'opened',
    { presidingRef: 'HOLDER-G', capacity: 'chair', quorum },
    { occurredOn, onBehalfOf: chairOfCouncil },
  );
const agendaAdopted = (day: string, added: string[] = []) =>
  meeting('agendaAdopted', { removed: ['6'], added }, byCouncil(day));
const challenged = (data: object, occurredOn = '2018-07-26') =>
  meeting(
    'quorumChallenged',
    { required: 83, ...data },
    { occurredOn, onBehalfOf: { role: 'member', of: 'RUS' } },
  );
const adjourned = (day: string) => meeting('adjourned', { resumeOn: '2018-07-31' }, byCouncil(day));
const resumed = (day: string) => meeting('resumed', { span: { from: day } }, byCouncil(day));
const closed = (day: string) => meetingClosed('gc-2018-07-26', day);
const postponed = (day: string, newDate?: string) =>
  meeting(
    'postponed',
    { ...(newDate ? { newDate } : {}), reason: 'Consultations go on', by: 'generalCouncil' },
    byCouncil(day),
  );
const cancelled = (day: string) =>
  meeting('cancelled', { reason: 'Nothing to consider', by: 'generalCouncil' }, byCouncil(day));
const draft = (day: string) => meeting('minutesDraftCirculated', { symbol: 'JOB/GC/SIM/2' }, day);
const verification = (day: string) =>
  meeting('minutesVerificationOpened', { until: '2018-08-31' }, day);
const issued = (day: string) =>
  meeting('minutesIssued', { symbol: 'WT/GC/M/SIM/3', issuedOn: day }, day);
const corrected = (day: string) =>
  meeting('minutesCorrected', { corrSymbol: 'WT/GC/M/SIM/3/Corr.1', paras: ['12'] }, day);

const announced: readonly Told[] = [planned(), convened('2018-07-05')];
const sitting: readonly Told[] = [...announced, opened('2018-07-26')];
const inSession: readonly Told[] = [...sitting, agendaAdopted('2018-07-26')];
const over: readonly Told[] = [...inSession, closed('2018-07-26')];

describe('a meeting', () => {
  it('is planned, convened, opened, adopts its agenda and is closed', () => {
    const then = given(...announced, agendaCirculated('2018-07-24'), ...inSession.slice(2)).when(
      closed('2018-07-26'),
    );
    expect(then.state(name)).toEqual({ closed: { record: 'none' } });
    expect(then.context(name)).toMatchObject({ body: 'generalCouncil', agendaAdopted: true });
    expect(then.decision?.verdicts).toEqual({
      'meeting.agendaFirst': true,
      'meeting.ofAnEstablishedGroup': true,
    });
  });

  it.each([
    convened('2018-10-01'),
    agendaCirculated('2018-10-01'),
    opened('2018-10-01'),
    agendaAdopted('2018-10-01'),
    challenged({ result: 'reached' }, '2018-10-01'),
    adjourned('2018-10-01'),
    resumed('2018-10-01'),
    closed('2018-10-01'),
    postponed('2018-10-01'),
    cancelled('2018-10-01'),
    draft('2018-10-01'),
    verification('2018-10-01'),
  ])(
    'takes no step before it is planned, nor this one after its minutes: $proposal.type',
    (told) => {
      const { type } = told.proposal as { type: string };
      expect(given().when(told).refusedBy).toEqual([`${type}.order`]);
      const minuted = given(...over, issued('2018-09-22'));
      expect(minuted.when(told).refusedBy).toEqual([`${type}.order`]);
    },
  );

  it('is planned once, while it is not put off', () => {
    const again = planned({ format: 'special' }, '2018-06-01');
    expect(given(planned()).when(again).refusedBy).toEqual(['meeting.planned.order']);
  });

  it('is closed once, and by whoever presides', () => {
    expect(given(...over).when(closed('2018-07-27')).refusedBy).toEqual(['meeting.closed.order']);
    const actor = { id: 'delegate', role: 'member', of: 'RUS' } as const;
    expect(given(...inSession).when({ ...closed('2018-07-26'), actor }).refusedBy).toEqual([
      'meeting.closed.by',
    ]);
  });

  it('does not end before it begins', () => {
    const spans = [{ from: '2018-07-26', to: '2018-07-25' }];
    expect(given().when(planned({ spans })).refusedBy).toEqual(['meeting.spansInOrder']);
  });

  it('of a group closes after the group was established', () => {
    const plan = { body: 'workingGroup' };
    const links = { workingGroup: 'workingGroup/ecommerce' };
    const of = planned(plan, { occurredOn: '2018-01-10', links });
    const rest = [convened('2018-01-12'), opened('2018-07-26'), agendaAdopted('2018-07-26')];
    const early = given(...theDecisionAdopted, of, ...rest).when(closed('2018-07-26'));
    expect(early.refusedBy).toEqual(['meeting.ofAnEstablishedGroup']);
    const then = given(...theDecisionAdopted, theGroupEstablished, of, ...rest).when(
      closed('2018-07-26'),
    );
    expect(then.decision?.verdicts['meeting.ofAnEstablishedGroup']).toBe(true);
    const unlinked = given(planned(plan, '2018-01-10'), ...rest).when(closed('2018-07-26'));
    expect(unlinked.decision?.verdicts['meeting.ofAnEstablishedGroup']).toBe('notComputable');
  });

  it('that is entered afterwards was held, unless its course is recorded', () => {
    const spans = [{ from: '2018-07-26' }];
    const data = { body: 'generalCouncil', spans, format: 'formal' };
    const held = meeting('held', data, '2018-07-26');
    expect(given().when(held).state(name)).toEqual({ closed: { record: 'none' } });
    const open = given(...announced, opened('2018-07-26'));
    expect(open.when(held).refusedBy).toEqual(['meeting.held.order']);
  });
});

describe('the agenda', () => {
  it('may be circulated again, and a late circulation is noted', () => {
    const first = [...announced, agendaCirculated('2018-07-24')];
    const verdict = 'meeting.agendaBeforeTheMeeting';
    expect(given(...first).when(agendaCirculated('2018-07-25')).decision?.verdicts[verdict]).toBe(
      true,
    );
    expect(given(...first).when(agendaCirculated('2018-07-26')).decision?.verdicts[verdict]).toBe(
      false,
    );
  });

  it('may be adopted without an item; what is added then is noted', () => {
    const verdict = 'meeting.itemsBeforeNotice';
    const without = given(...sitting).when(agendaAdopted('2018-07-26'));
    expect(without.decision?.verdicts[verdict]).toBe(true);
    const added = given(...sitting).when(agendaAdopted('2018-07-26', ['Other matter']));
    expect(added.decision?.verdicts[verdict]).toBe(false);
    expect(added.state(name)).toEqual({ open: 'business' });
  });

  it('is adopted before the meeting closes, unless the meeting is informal', () => {
    expect(given(...sitting).when(closed('2018-07-26')).refusedBy).toEqual(['meeting.agendaFirst']);
    const informal = [planned({ format: 'informal' }), opened('2018-07-26')];
    const then = given(...informal).when(closed('2018-07-26'));
    expect(then.state(name)).toEqual({ closed: { record: 'none' } });
  });
});

describe('the quorum', () => {
  it('is presumed until it is challenged, and then counted or ruled upon', () => {
    expect(given(...sitting).context(name)).toMatchObject({ quorum: 'presumed' });
    const counted = given(...sitting).when(challenged({ present: 90, result: 'reached' }));
    expect(counted.context(name)).toMatchObject({ quorum: 'counted', hasQuorum: true });
    const ruled = given(...inSession).when(challenged({ result: 'lacking' }));
    expect(ruled.context(name)).toMatchObject({ quorum: 'challenged', hasQuorum: false });
    expect(ruled.decision?.verdicts['meeting.quorumAsCounted']).toBe('notComputable');
    expect(ruled.state(name)).toEqual({ open: 'business' });
  });

  it.each([
    [82, 'reached'],
    [83, 'lacking'],
  ])('is what the count says: with %d of 83 it is not %s', (present, result) => {
    const then = given(...sitting).when(challenged({ present, result }));
    expect(then.refusedBy).toEqual(['meeting.quorumAsCounted']);
  });
});

describe('an adjourned meeting', () => {
  it('is resumed as the same meeting: its agenda is not adopted again', () => {
    const then = given(...inSession, adjourned('2018-07-26')).when(resumed('2018-07-31'));
    expect(then.state(name)).toEqual({ open: 'business' });
    expect(then.context(name)).toMatchObject({
      spans: [{ from: '2018-07-26' }, { from: '2018-07-31' }],
    });
  });

  it('is resumed where it was: at the adoption of its agenda', () => {
    const then = given(...sitting, adjourned('2018-07-26')).when(resumed('2018-07-26'));
    expect(then.state(name)).toEqual({ open: 'agenda' });
    expect(then.context(name)).toMatchObject({ spans: [{ from: '2018-07-26' }] });
  });

  it('may close without being resumed', () => {
    const then = given(...inSession, adjourned('2018-07-26')).when(closed('2018-07-31'));
    expect(then.state(name)).toEqual({ closed: { record: 'none' } });
  });
});

describe('a meeting put off', () => {
  it.each([
    ['planned', [planned()]],
    ['convened', announced],
    ['with an agenda', [...announced, agendaCirculated('2018-07-20')]],
  ])('was %s; it is convened anew for its new date', (_what, before) => {
    const off = [...before, postponed('2018-07-20', '2018-10-18')];
    expect(given(...off).context(name)).toMatchObject({ spans: [{ from: '2018-10-18' }] });
    const then = given(...off).when(convened('2018-09-24'));
    expect(then.state(name)).toBe('convened');
    expect(then.decision?.verdicts['meeting.tenDaysNotice']).toBe(true);
  });

  it('may be put off again, and planned again when there is a date', () => {
    const off = [...announced, postponed('2018-07-20', '2018-10-18'), postponed('2018-08-01')];
    expect(given(...off).context(name)).toMatchObject({ spans: [], noticeDate: null });
    const then = given(...off).when(planned({ spans: [{ from: '2018-12-12' }] }, '2018-09-01'));
    expect(then.state(name)).toBe('planned');
  });

  it('or cancelled is not opened', () => {
    const off = [...announced, postponed('2018-07-20')];
    expect(given(...off).when(opened('2018-07-26')).refusedBy).toEqual(['meeting.opened.order']);
    expect(given(...off, cancelled('2018-08-01')).state(name)).toBe('cancelled');
    const gone = [...announced, cancelled('2018-07-20')];
    expect(given(...gone).when(opened('2018-07-26')).refusedBy).toEqual(['meeting.opened.order']);
  });
});

describe('the minutes of a meeting', () => {
  it('come weeks later: a draft, its verification, the minutes, their corrigenda', () => {
    const checked = [...over, draft('2018-08-20'), verification('2018-08-21')];
    expect(given(...checked).state(name)).toEqual({ closed: { record: 'verification' } });
    const then = given(...checked, draft('2018-09-03'), issued('2018-09-22')).when(
      corrected('2018-11-01'),
    );
    expect(then.state(name)).toEqual({ closed: { record: 'issued' } });
    expect(then.context(name)).toMatchObject({
      minutes: 'WT/GC/M/SIM/3',
      corrigenda: ['WT/GC/M/SIM/3/Corr.1'],
    });
  });

  it('may be issued without a draft, but not of a meeting that is open, and once', () => {
    expect(
      given(...over)
        .when(issued('2018-09-22'))
        .state(name),
    ).toEqual({
      closed: { record: 'issued' },
    });
    for (const before of [inSession, [...over, issued('2018-09-21')]]) {
      const then = given(...before).when(issued('2018-09-22'));
      expect(then.refusedBy).toEqual(['meeting.minutesIssued.order']);
    }
    expect(given(...over).when(corrected('2018-11-01')).refusedBy).toEqual([
      'meeting.minutesCorrected.order',
    ]);
  });
});

describe('the scenarios', () => {
  it('take every step, and see every step refused', () => {
    expect(uncovered(procedure)).toEqual({ neverTaken: [], neverRefused: [] });
  });
});
