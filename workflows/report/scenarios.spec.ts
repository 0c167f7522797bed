import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import {
  adopted,
  agreed,
  before,
  considered,
  corrected,
  drafted,
  due,
  inTime,
  issued,
  july,
  missed,
  report,
  review,
  submitted,
  supplemented,
  tabled,
  written,
} from '../told-july-report';
import { reviewHeld } from '../told-review';
import { report as procedure } from '.';

const { given, uncovered } = scenarios(procedures);
const engine = { id: 'engine', role: 'clock' } as const;

const verdict = (told: readonly Told[], last: Told, rule: string) =>
  given(...told).when(last).decision?.verdicts[`report.${rule}`];

describe('the report of the Working Group', () => {
  it('is asked for by each review', () => {
    for (const month of ['2018-07', '2018-12', '2019-07']) {
      expect(given(...due).state(`report/ecommerce-${month}`)).toBe('due');
      expect(given(...due).context(`report/ecommerce-${month}`)).toMatchObject({ month });
    }
  });

  it('is drafted, put before the group, adopted, submitted and considered', () => {
    expect(given(...before).state(report)).toBe('underAdoption');
    expect(given(...agreed).state(report)).toBe('adopted');
    const then = given(...agreed).when(submitted('2018-07-16'));
    expect(then.decision?.verdicts).toEqual({
      isLate: false,
      'report.adoptedOrIssued': true,
      'report.lateSaysSo': true,
      'report.beforeTheReview': true,
      'report.circulatedByThen': true,
    });
    expect(then.state(report)).toEqual({ submitted: 'onTime' });
    expect(then.alerts).toEqual([]);
    const after = given(...inTime, reviewHeld(review, july));
    expect(after.state(report)).toBe('considered');
    expect(after.stateAt(report, '2018-07-25')).toEqual({ submitted: 'onTime' });
  });

  it('is read as one for each review: that is an interpretation, and is said to be one', () => {
    const other = took(
      'report/other',
      'report.requested',
      { month: '2018-07', para: '6' },
      {
        occurredOn: '2018-01-08',
        actor: engine,
        links: { review, workingGroup: 'workingGroup/ecommerce' },
      },
    );
    const told = (then: Told) => given(...due).when({ ...then, actor: engine }).decision;
    expect(told(other)?.verdicts['report.onePerReview']).toBe(false);
    const proposal = {
      ...(other.proposal as object),
      links: { review: 'review/none', workingGroup: 'workingGroup/ecommerce' },
    };
    expect(told({ ...other, proposal })?.verdicts['report.onePerReview']).toBe('notComputable');
    const [rule] = procedure.rules.filter(({ id }) => id === 'report.onePerReview');
    expect(rule?.text.en).toContain('This is an interpretation.');
    expect(rule?.text.fr).toContain('«un rapport exhaustif», au singulier, pour trois examens');
  });

  it('is asked for once, and by the review alone', () => {
    const again = took(report, 'report.requested', { month: '2018-07', para: '6' }, '2018-01-08');
    const actor = { id: 'delegation', role: 'member', of: 'RUS' } as const;
    expect(given(...due).when({ ...again, actor }).refusedBy).toEqual(['report.requested.by']);
    expect(given(...due).when({ ...again, actor: engine }).refusedBy).toEqual([
      'report.requested.order',
    ]);
  });

  it.each([
    drafted('2018-06-30'),
    tabled('2018-07-09'),
    adopted('2018-07-09'),
    issued('2018-07-09'),
    submitted('2018-07-16'),
    supplemented(1, '2018-07-20'),
    corrected(1, '2018-07-20'),
    considered(july),
    missed(july),
  ])('takes no step before it is asked for: $proposal.type', (told) => {
    const { type } = told.proposal as { type: string };
    expect(given().when(told).refusedBy).toEqual([`${type}.order`]);
  });
});

describe('the submission of the report', () => {
  const why = 'Consensus came at the last meeting.';

  it.each(['2018-07-17', '2018-07-25'])('after the day of the notice, on %s, is late', (day) => {
    const then = given(...agreed).when(submitted(day, why));
    expect(then.state(report)).toEqual({ submitted: 'late' });
    expect(then.decision?.verdicts).toMatchObject({
      'report.lateSaysSo': true,
      'report.beforeTheReview': true,
    });
    expect(then.state(review)).toEqual({ report: { received: 'late' }, agenda: 'scheduled' });
  });

  it.each([
    ['late and not said to be', submitted('2018-07-17')],
    ['in time and said to be late', submitted('2018-07-16', why)],
  ])('is irregular when it is %s', (_what, told) => {
    const then = given(...agreed).when(told);
    expect(then.refusal?.code).toBe('irregular');
    expect(then.refusedBy).toEqual(['report.lateSaysSo']);
    expect(then.refusal?.reasons[0]?.message.es).toContain('con retraso');
  });

  it('once the meeting has opened is not the basis of that review', () => {
    expect(verdict(agreed, submitted(july, why), 'beforeTheReview')).toBe(false);
  });

  it('is not judged while the calendar does not hold the meeting of the review', () => {
    const without = agreed.filter(({ ref }) => ref.case !== 'gc-july');
    expect(given(...without).when(submitted('2018-07-17')).decision?.verdicts).toMatchObject({
      'report.lateSaysSo': 'notComputable',
      'report.beforeTheReview': 'notComputable',
    });
  });

  it('comes after the circulation, which it may not foresee', () => {
    expect(
      verdict(agreed, submitted('2018-07-13', undefined, '2018-07-16'), 'circulatedByThen'),
    ).toBe(true);
    expect(
      verdict(agreed, submitted('2018-07-16', undefined, '2018-07-13'), 'circulatedByThen'),
    ).toBe(false);
  });

  it('comes once; the report is supplemented and corrected afterwards, in any order', () => {
    expect(given(...inTime).when(submitted('2018-07-17', why)).refusedBy).toEqual([
      'report.submitted.order',
    ]);
    const more = [supplemented(2, '2018-07-23'), supplemented(1, '2018-07-20')];
    const then = given(...inTime, ...more, corrected(1, '2018-07-24'));
    expect(then.state(report)).toEqual({ submitted: 'onTime' });
    expect(then.context(report)).toMatchObject({
      addenda: ['WT/WGEC/SIM/1/Add.1', 'WT/WGEC/SIM/1/Add.2'],
      corrigenda: ['WT/WGEC/SIM/1/Corr.1'],
    });
  });
});

describe('a report not submitted', () => {
  it('by the close of the meeting is missing, which is not the end', () => {
    for (const told of [due, written, before, agreed]) {
      expect(
        given(...told)
          .when(missed(july))
          .state(report),
      ).toBe('missing');
    }
    const twice = given(...due, missed(july)).when(missed('2018-07-27'));
    expect(twice.refusedBy).toEqual(['report.missed.order']);
  });

  it.each([
    ['drafted', drafted('2018-08-20'), 'drafted'],
    ['put before the group', tabled('2018-08-20'), 'underAdoption'],
    ['adopted', adopted('2018-08-20'), 'adopted'],
    ['issued by the Chair', issued('2018-08-20'), 'onChairResponsibility'],
  ])('may be %s after that', (_what, told, state) => {
    expect(
      given(...due, missed(july))
        .when(told)
        .state(report),
    ).toBe(state);
  });

  it('though adopted may be submitted after that, late', () => {
    const then = given(...agreed, missed(july)).when(submitted('2018-08-01', 'Translation'));
    expect(then.state(report)).toEqual({ submitted: 'late' });
  });

  it('is considered by the General Council by itself, when it comes after its review', () => {
    const basis = { reportBasis: 'none', reason: 'No report was submitted.' };
    const past = [...agreed, reviewHeld(review, july, basis), missed(july)];
    expect(given(...past).state(report)).toBe('missing');
    const then = given(...past, submitted('2018-09-03', 'Translation')).when(
      considered('2018-10-18'),
    );
    expect(then.state(report)).toBe('considered');
    expect(given(...past).when(considered('2018-10-18')).refusedBy).toEqual([
      'report.considered.order',
    ]);
  });
});

describe('the scenarios', () => {
  it('take every step, and see every step refused', () => {
    expect(uncovered(procedure)).toEqual({ neverTaken: [], neverRefused: [] });
  });
});
