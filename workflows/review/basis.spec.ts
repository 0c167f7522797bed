import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { theDecisionAdopted } from '../told';
import {
  held,
  inTime,
  july,
  listed,
  onAgenda,
  opened,
  received,
  report,
  review,
  scheduled,
} from '../told-july-review';
import { councilMeets, reportSubmitted, reviewHeld } from '../told-review';

const { given } = scenarios(procedures);

const verdict = (told: readonly Told[], last: Told, rule: string) =>
  given(...told).when(last).decision?.verdicts[`review.${rule}`];

describe('the report for a review', () => {
  it.each([
    ['before the review is tied to a meeting', scheduled, '2018-04-30'],
    ['while the review is on the agenda', onAgenda, '2018-07-16'],
  ])('is received %s', (_when, before, day) => {
    const then = given(...before, ...reportSubmitted(report, day));
    expect(then.alerts).toEqual([]);
    expect(then.state(review)).toMatchObject({ report: { received: 'onTime' } });
    expect(then.context(review)).toMatchObject({ reportId: 'ecommerce-2018-07' });
  });

  it('is received late, and the review goes on from where it is', () => {
    const late = reportSubmitted(report, '2018-07-20', { reason: 'Adopted at a second reading' });
    const then = given(...onAgenda, ...late);
    expect(then.state(review)).toEqual({ report: { received: 'late' }, agenda: 'onAgenda' });
  });

  it('is received after the review was held without it, and has not been considered by it', () => {
    const without = held(july, { reportBasis: 'none', reason: 'No report was submitted.' });
    const late = reportSubmitted(report, '2018-09-03', { reason: 'Consensus came late' });
    const then = given(...onAgenda, without, ...late);
    expect(then.state(review)).toEqual({
      report: { received: 'late' },
      agenda: { held: 'withoutReport' },
    });
    expect(then.state(report)).toEqual({ submitted: 'late' });
  });

  it('recorded when the minutes came bears out what the review was said to rest on', () => {
    const receipt = received({ reportId: 'ecommerce-2018-07' }, '2018-07-16');
    const then = given(...onAgenda, held()).when(receipt);
    expect(then.decision?.consequences).toMatchObject([
      { type: 'review.held', rule: 'review.basisReceived', before: false, after: true },
    ]);
    expect(then.state(review)).toEqual({
      report: { received: 'onTime' },
      agenda: { held: 'noted' },
    });
  });

  it('is received once', () => {
    const again = received({ reportId: 'ecommerce-2018-07' }, '2018-07-17');
    expect(given(...inTime).when(again).refusedBy).toEqual(['review.reportReceived.order']);
  });

  it('is the one asked for this review, and submitted', () => {
    const day = '2018-07-16';
    const other = 'review/other';
    const scheduledToo = took(
      other,
      'review.scheduled',
      { month: '2018-07', para: '6' },
      {
        occurredOn: '2018-01-08',
        actor: { id: 'engine', role: 'clock' },
        links: { parent: 'decision/ecommerce', report },
      },
    );
    const said = (told: readonly Told[]) =>
      ['ecommerce-2018-07', report, 'ecommerce-2018-12'].map((reportId) => {
        const receipt = took(other, 'review.reportReceived', { reportId }, day);
        return verdict([...told, scheduledToo], receipt, 'reportSubmitted');
      });
    expect(said(onAgenda)).toEqual([false, false, false]);
    expect(said(inTime)).toEqual([true, true, false]);
  });
});

describe('a review without a report of the group', () => {
  const december = 'review/ecommerce-2018-12';

  it('is irregular and says why: the chair reports orally on his own consultations', () => {
    const oral = { reportBasis: 'oral' };
    const before = [...theDecisionAdopted, councilMeets('gc-december', '2018-12-12')];
    const then = given(...before).when(reviewHeld(december, '2018-12-12', oral));
    expect(then.refusal?.code).toBe('irregular');
    expect(then.refusedBy).toEqual(['review.onTheReport']);
    expect(then.refusal?.reasons[0]?.message.fr).toContain(
      "sur la base d'un rapport exhaustif présenté par le Groupe de travail",
    );
    const reason = 'The Chair of the General Council reported on consultations.';
    const held = given(...before).when(reviewHeld(december, '2018-12-12', { ...oral, reason }));
    expect(held.state(december)).toEqual({ report: 'awaited', agenda: { held: 'noted' } });
    expect(held.context(december)).toMatchObject({ reportBasis: 'oral' });
    expect(held.state('report/ecommerce-2018-12')).toBe('due');
    expect(held.alerts).toEqual([]);
  });

  it('on no basis at all is held without report, whatever came of it', () => {
    const none = { reportBasis: 'none', reason: 'Nobody reported.', outcome: 'guidance' };
    const then = given(...onAgenda).when(held(july, none));
    expect(then.state(review)).toMatchObject({ agenda: { held: 'withoutReport' } });
  });

  it('that claims to rest on it is noted', () => {
    expect(verdict(onAgenda, held(), 'basisReceived')).toBe(false);
  });

  it('is not judged where the text establishes no group', () => {
    const [submitted, circulated, placed, adopted] = theDecisionAdopted;
    const text = {
      ...adopted!,
      proposal: {
        ...(adopted!.proposal as object),
        data: {
          body: 'ministerialConference',
          symbols: ['WT/MIN(17)/SIM/2'],
          paras: ['first', 'second'],
          provides: ['reviews'],
        },
      },
    };
    const then = given(submitted!, circulated!, placed!, text);
    expect(then.alerts).toEqual([]);
    expect(then.state(report)).toBeUndefined();
    const bodies = then.when(held(july, { reportBasis: 'bodies' }));
    expect(bodies.decision?.verdicts['review.onTheReport']).toBe('notComputable');
    const at = given(submitted!, circulated!, placed!, text, listed('2018-07-12'));
    expect(at.when(opened(july)).decision?.verdicts['review.reportAtHand']).toBe('notComputable');
    const got = at.when(received({ reportId: 'other' }, july));
    expect(got.decision?.verdicts['review.reportSubmitted']).toBe('notComputable');
  });
});
