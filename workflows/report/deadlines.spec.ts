import { scenarios, took, type Told } from '@rapporteur/kernel';
import { noticeDay } from '../notice';
import { procedures } from '../registry';
import { theDecisionAdopted } from '../told';
import { meetingCancelled, meetingHeld, meetingPostponed } from '../told-meetings';
import { councilMeets, councilOpens, reportSubmitted, reviewHeld } from '../told-review';
import { report as procedure } from '.';

const { given } = scenarios(procedures);
const [first, second, third] = [
  'report/ecommerce-2018-07',
  'report/ecommerce-2018-12',
  'report/ecommerce-2019-07',
];
const review = 'review/ecommerce-2018-07';

const planned: readonly Told[] = [
  ...theDecisionAdopted,
  councilMeets('gc-july', '2018-07-26'),
  councilMeets('gc-october', '2018-10-18'),
  councilMeets('gc-december', '2018-12-12'),
  councilMeets('gc-july-2019', '2019-07-23', '2019-07-24'),
];
const late = { reason: 'Consensus came at the last meeting.' };
const tied = took(review, 'review.anchored', { meetingId: 'gc-july' }, '2018-05-08');
const deferred = (toMeeting?: string) =>
  took(review, 'review.deferred', toMeeting ? { toMeeting } : {}, '2018-07-26');

const obligations = (told: readonly Told[], name: string, date: string) =>
  given(...told).obligations(name, date);
/** What stands on a day, without what was replaced and what could not be computed. */
const standing = (told: readonly Told[], name: string, date: string) =>
  obligations(told, name, date).filter(
    ({ status }) => status !== 'superseded' && status !== 'notComputable',
  );
const missed = (told: readonly Told[], date: string) =>
  given(...told)
    .due(first, date)
    .filter(({ type }) => type === 'report.missed');

describe('the deadlines of the reports', () => {
  it.each([
    ['2018-07-26', '2018-07-16'],
    ['2018-12-12', '2018-11-30'],
    ['2019-07-23', '2019-07-12'],
  ])('for a meeting of %s the day of the notice is %s', (meeting, day) => {
    expect(noticeDay(meeting)).toBe(day);
  });

  it.each([
    [first, 'report.forJuly2018', 'D6', '2018-07-16', 'meeting/gc-july'],
    [second, 'report.forDecember2018', 'D7', '2018-11-30', 'meeting/gc-december'],
    [third, 'report.forJuly2019', 'D8', '2019-07-12', 'meeting/gc-july-2019'],
  ])('%s is due by the notice of its meeting (%s)', (name, deadline, number, ...tied) => {
    const [to, anchor] = tied;
    expect(standing(planned, name, '2018-02-01')).toMatchObject([
      { deadline, number, status: 'open', windows: [{ to, anchor }] },
    ]);
  });

  it('are not computable while the calendar does not hold the meeting', () => {
    const found = obligations(theDecisionAdopted, first, '2018-02-01');
    expect(found).toMatchObject([{ number: 'D6', status: 'notComputable' }]);
  });

  it('are met by the circulation, which the submission may follow', () => {
    const [adopted, submitted] = reportSubmitted(first, '2018-07-16');
    const proposal = { ...(submitted!.proposal as object), occurredOn: '2018-07-18' };
    const told = [...planned, adopted!, { ...submitted!, proposal }];
    expect(standing(told, first, '2018-07-31')).toMatchObject([
      { status: 'met', metOn: '2018-07-16' },
    ]);
    expect(standing(told, first, '2018-07-17')).toMatchObject([{ status: 'overdue' }]);
  });

  it('pass, and stay breached when the report comes late, with the reason in one sentence', () => {
    const open = standing(planned, first, '2018-07-16');
    expect(open).toMatchObject([{ status: 'open' }]);
    const [overdue] = standing(planned, first, '2018-07-17');
    expect(overdue?.sentence.en).toBe(
      'Comprehensive report of the Working Group for the review of July 2018: not done (due by 16 July 2018): the notice of the meeting of 26 July 2018 was due that day.',
    );
    const told = [...planned, ...reportSubmitted(first, '2018-07-20', late)];
    const [breached] = standing(told, first, '2018-12-31');
    expect(breached).toMatchObject({ status: 'breached', isBreached: true, metOn: '2018-07-20' });
    expect(breached?.sentence.fr).toBe(
      "Rapport exhaustif du Groupe de travail pour l'examen de juillet 2018: fait le 20 juillet 2018, hors délai (à faire au plus tard le 16 juillet 2018): l'avis de convocation de la réunion du 26 juillet 2018 devait être publié ce jour-là.",
    );
  });

  it('move with the meeting', () => {
    const off = [...planned, meetingPostponed('gc-july', '2018-07-10', '2018-07-30')];
    expect(obligations(off, first, '2018-07-11').slice(-2)).toMatchObject([
      { status: 'superseded', supersededOn: '2018-07-10', windows: [{ to: '2018-07-16' }] },
      { status: 'open', windows: [{ to: '2018-07-20' }] },
    ]);
  });

  it('move with the review: tied to another meeting, it has another notice', () => {
    const special = councilMeets('gc-special', '2018-07-10');
    const both = [...planned, special];
    expect(standing(both, first, '2018-02-01')).toMatchObject([
      { windows: [{ to: noticeDay('2018-07-10') }] },
    ]);
    expect(standing([...both, tied], first, '2018-05-09')).toMatchObject([
      { windows: [{ to: '2018-07-16' }] },
    ]);
  });

  it.each([
    ['called off', [meetingCancelled('gc-july', '2018-07-10')]],
    ['called off, and it was tied to it', [tied, meetingCancelled('gc-july', '2018-07-10')]],
    ['put off without a day', [tied, meetingPostponed('gc-july', '2018-07-10')]],
  ])('are not computable when the meeting was %s', (_what, told) => {
    const found = obligations([...planned, ...told], first, '2018-07-11').slice(-2);
    expect(found.map(({ status }) => status)).toEqual(['superseded', 'notComputable']);
  });

  it('begin anew for the meeting to which a review is deferred; the first stays breached', () => {
    const told = [...planned, tied, deferred('gc-october')];
    const after = [...told, ...reportSubmitted(first, '2018-10-08')];
    expect(standing(after, first, '2018-10-31')).toMatchObject([
      { status: 'breached', windows: [{ to: '2018-07-16' }] },
      { status: 'met', windows: [{ to: '2018-10-08' }] },
    ]);
    const nowhere = obligations([...planned, tied, deferred()], first, '2018-07-31').slice(-2);
    expect(nowhere.map(({ status }) => status)).toEqual(['overdue', 'notComputable']);
  });

  it('fall with paragraph 6', () => {
    const by = { bySymbol: 'WT/L/SIM/9', paras: ['6'] };
    const gone = took('decision/ecommerce', 'decision.superseded', by, '2018-06-01');
    expect(standing([...planned, gone], first, '2018-08-01')).toEqual([]);
    const other = took(
      'decision/ecommerce',
      'decision.superseded',
      { ...by, paras: ['7'] },
      '2018-06-01',
    );
    expect(standing([...planned, other], first, '2018-06-02')).toMatchObject([{ status: 'open' }]);
  });
});

describe('the clock', () => {
  const over = [...planned, ...meetingHeld('gc-july', '2018-07-26')];

  it('says at the close of the meeting that no report was submitted', () => {
    expect(missed(over, '2018-07-25')).toEqual([]);
    expect(missed(over, '2018-07-26')).toEqual([
      { type: 'report.missed', confirm: false, occurredOn: '2018-07-26', data: {} },
    ]);
  });

  it('says nothing while the meeting is open or to come, or nothing is known of it', () => {
    expect(missed(planned, '2018-07-31')).toEqual([]);
    expect(missed([...planned, councilOpens('gc-july', '2018-07-26')], '2018-07-31')).toEqual([]);
    expect(missed(theDecisionAdopted, '2018-12-31')).toEqual([]);
  });

  it('says nothing of a report that was submitted, or when the review was deferred', () => {
    const [adopted, submitted] = reportSubmitted(first, '2018-07-16');
    expect(missed([...over, adopted!], '2018-07-31')).toHaveLength(1);
    expect(missed([...over, adopted!, submitted!], '2018-07-31')).toEqual([]);
    expect(missed([...over, tied, deferred('gc-october')], '2018-07-31')).toEqual([]);
    expect(missed([...over, tied, deferred()], '2018-07-31')).toEqual([]);
  });
});

describe('the duty to submit a report', () => {
  const status = (told: readonly Told[]) =>
    given(...told, reportSubmitted(first, '2018-07-16')[0]!)
      .next(first, '2018-07-26')
      .find(({ type }) => type === 'report.submitted')?.status;

  it('stands until the review has been held', () => {
    expect(status(planned)).toBe('caused');
    const basis = { reportBasis: 'none', reason: 'No report was submitted.' };
    expect(status([...planned, reviewHeld(review, '2018-07-26', basis)])).toBe('allowed');
  });

  it('is met by the submission', () => {
    const told = given(...planned, ...reportSubmitted(first, '2018-07-16'));
    const [next] = told.next(first, '2018-07-26').filter(({ type }) => type === 'report.submitted');
    expect(next?.status).toBe('done');
  });

  it('falls with paragraph 6', () => {
    const by = { bySymbol: 'WT/L/SIM/9', paras: ['6'] };
    expect(
      status([...planned, took('decision/ecommerce', 'decision.superseded', by, '2018-06-01')]),
    ).toBe('allowed');
    expect(procedure.duties[0]?.text.fr).toContain("sur la base d'un rapport exhaustif");
  });
});
