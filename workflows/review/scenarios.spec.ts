import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { theDecisionAdopted } from '../told';
import {
  anchored,
  deferred,
  held,
  july,
  listed,
  missed,
  onAgenda,
  opened,
  received,
  report,
  review,
  scheduled,
  tied,
  underReview,
} from '../told-july-review';
import { councilCloses, councilMeets, councilOpens, reportSubmitted } from '../told-review';
import { review as procedure } from '.';

const { given, uncovered } = scenarios(procedures);
const engine = { id: 'engine', role: 'clock' } as const;

const verdict = (told: readonly Told[], last: Told, rule: string) =>
  given(...told).when(last).decision?.verdicts[`review.${rule}`];

describe('a periodic review', () => {
  it('is scheduled by the adoption of the decision, and awaits the report of the group', () => {
    const then = given(...scheduled);
    expect(then.state(review)).toEqual({ report: 'awaited', agenda: 'scheduled' });
    expect(then.context(review)).toMatchObject({ month: '2018-07', meetingId: null });
    expect(then.state(report)).toBe('due');
  });

  it('is tied to a meeting, listed, opened and held on the report of the group', () => {
    const then = given(...underReview).when(held());
    expect(then.state(review)).toEqual({
      report: { received: 'onTime' },
      agenda: { held: 'noted' },
    });
    expect(then.decision?.verdicts).toEqual({
      restsOnNoReport: false,
      givesGuidance: false,
      'review.heldInItsMonth': true,
      'review.onTheReport': true,
      'review.basisReceived': true,
      'review.openedByTheChair': true,
      'review.guidanceSaid': true,
    });
    expect(then.alerts).toEqual([]);
    expect(then.state(report)).toBe('considered');
    expect(then.context(report)).toMatchObject({ reviewId: 'ecommerce-2018-07' });
  });

  it('may give guidance, and says which', () => {
    const guidance = 'The Working Group is invited to take up confidence-building first.';
    const then = given(...underReview).when(held(july, { outcome: 'guidance', guidance }));
    expect(then.state(review)).toMatchObject({ agenda: { held: 'guidance' } });
    expect(then.context(review)).toMatchObject({ outcome: 'guidance', guidance });
    expect(verdict(underReview, held(july, { outcome: 'guidance' }), 'guidanceSaid')).toBe(false);
  });

  it('is held once, by the General Council', () => {
    expect(given(...underReview, held()).when(held('2018-07-27')).refusedBy).toEqual([
      'review.held.order',
    ]);
    const actor = { id: 'wg', role: 'body', of: 'workingGroup' } as const;
    const { onBehalfOf: _onBehalfOf, ...proposal } = held().proposal as { onBehalfOf: object };
    const then = given(...underReview).when({ ...held(), proposal, actor });
    expect(then.refusedBy).toEqual(['review.held.by']);
  });

  it('is scheduled once, and by the decision alone', () => {
    const again = took(review, 'review.scheduled', { month: '2018-07', para: '6' }, '2018-01-08');
    const actor = { id: 'delegation', role: 'member', of: 'RUS' } as const;
    expect(given(...scheduled).when({ ...again, actor }).refusedBy).toEqual([
      'review.scheduled.by',
    ]);
    expect(given(...scheduled).when({ ...again, actor: engine }).refusedBy).toEqual([
      'review.scheduled.order',
    ]);
  });

  it.each([
    anchored('gc-july', '2018-05-08'),
    received({ reportId: 'ecommerce-2018-07' }, '2018-07-16'),
    listed('2018-07-12'),
    opened(july),
    held(),
    deferred(july),
    missed('2018-07-31'),
  ])('takes no step before it is scheduled: $proposal.type', (told) => {
    const { type } = told.proposal as { type: string };
    expect(given().when(told).refusedBy).toEqual([`${type}.order`]);
  });
});

describe('a review deferred or not held', () => {
  const october = councilMeets('gc-october', '2018-10-18');
  const later = { reason: 'The General Council deferred it to October.' };

  it.each([
    ['on the agenda', onAgenda],
    ['under review', underReview],
    ['tied to a meeting', tied],
  ])('is deferred while %s', (_what, before) => {
    const then = given(...before, october).when(deferred(july, 'gc-october'));
    expect(then.state(review)).toMatchObject({ agenda: 'deferred' });
    expect(then.context(review)).toMatchObject({ meetingId: 'gc-october', itemNo: null });
  });

  it('comes back at a later meeting, which is irregular in its turn', () => {
    const back = [...underReview, october, deferred(july, 'gc-october'), listed('2018-10-08')];
    const sitting = [...back, councilOpens('gc-october', '2018-10-18'), opened('2018-10-18')];
    expect(given(...sitting).when(held('2018-10-18')).refusedBy).toEqual(['review.heldInItsMonth']);
    const then = given(...sitting).when(held('2018-10-18', later));
    expect(then.state(review)).toMatchObject({ agenda: { held: 'noted' } });
  });

  it('may be deferred again, and without a meeting being named', () => {
    const twice = given(...onAgenda, deferred(july, 'gc-october')).when(deferred('2018-10-18'));
    expect(twice.context(review)).toMatchObject({ meetingId: null });
  });

  it.each([
    ['deferred', [...onAgenda, deferred(july)]],
    ['not held', [...scheduled, missed('2018-07-31')]],
  ])('%s may be tied to a meeting in another month', (_what, before) => {
    const then = given(...before, october).when(anchored('gc-october', '2018-09-03'));
    expect(then.decision?.verdicts['review.atTheSessionOfItsMonth']).toBe(true);
    expect(then.state(review)).toMatchObject({ agenda: 'anchored' });
  });

  it('is not deferred before it has a meeting, nor once it was held', () => {
    for (const before of [scheduled, [...underReview, held()]]) {
      expect(given(...before).when(deferred('2018-07-27')).refusedBy).toEqual([
        'review.deferred.order',
      ]);
    }
  });

  it('is not the end: a review not held in its month may be held', () => {
    const past = [...scheduled, october, missed('2018-07-31')];
    expect(given(...past).state(review)).toMatchObject({ agenda: 'notHeld' });
    expect(given(...past).when(missed('2018-08-31')).refusedBy).toEqual(['review.missed.order']);
    const then = given(
      ...past,
      ...reportSubmitted(report, '2018-09-03', { reason: 'Translation' }),
    ).when(held('2018-10-18', later));
    expect(then.state(review)).toMatchObject({ agenda: { held: 'noted' } });
  });

  it.each([
    ['held', underReview, held()],
    ['deferred', onAgenda, deferred(july, 'gc-october')],
  ])('that was %s, entered late after the clock missed it, is so', (_what, before, truth) => {
    const inOrder = given(...before, october).when(truth);
    const late = given(...before, october, missed('2018-07-31')).when(truth);
    expect(late.state(review)).toEqual(inOrder.state(review));
    expect(late.context(review)).toEqual(inOrder.context(review));
    expect(late.due(review, '2018-08-31')).toEqual([]);
  });

  it('that was deferred and not held then either is missed', () => {
    const gone = given(...onAgenda, october, deferred(july, 'gc-october'));
    expect(gone.when(missed('2018-10-18')).state(review)).toMatchObject({ agenda: 'notHeld' });
  });

  it('at a session that begins in its month may end in the next', () => {
    const over = councilMeets('gc-end', '2018-07-31', '2018-08-01');
    const before = [...theDecisionAdopted, over, anchored('gc-end', '2018-05-08')];
    const sitting = [...before, ...reportSubmitted(report, '2018-07-16')];
    expect(verdict(sitting, held('2018-08-01'), 'heldInItsMonth')).toBe(true);
    const after = [...sitting, councilOpens('gc-end', '2018-07-31')];
    expect(given(...after, councilCloses('gc-end', '2018-08-01')).state(review)).toMatchObject({
      agenda: 'anchored',
    });
  });
});

describe('the scenarios', () => {
  it('take every step, and see every step refused', () => {
    expect(uncovered(procedure)).toEqual({ neverTaken: [], neverRefused: [] });
  });
});
