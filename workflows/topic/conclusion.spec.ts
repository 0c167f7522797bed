import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { request, theGroupAtWork } from '../told-referral';
import { theGroupWithAPlan, theWorkPlanAgreed, topicCalled } from '../told-topics';

const { given } = scenarios(procedures);
const of = topicCalled();
const day = '2018-04-20';
const later = '2018-06-11';
const last = '2018-10-15';

const submitted: readonly Told[] = [...theGroupWithAPlan, of.submitted('2018-04-16')];
const registered: readonly Told[] = [...submitted, of.registered('2018-04-17')];
const discussed: readonly Told[] = [...registered, of.scheduled(day), of.discussed(later)];
const verdict = (steps: readonly Told[], told: Told, rule: string) =>
  given(...steps).when(told).decision?.verdicts[rule];

describe('the mandate', () => {
  it('does not cover what is no issue related to electronic commerce', () => {
    const then = given(...registered).when(of.heldOutsideMandate(later));
    expect(then.state(of.name)).toBe('outsideMandate');
    expect(then.decision?.verdicts).toMatchObject({
      'topic.groundIsMandate': true,
      'topic.rulesWithinMandate': true,
      'topic.byConsensus': true,
    });
  });

  it('is paragraph 1: no other ground puts a topic outside it', () => {
    for (const ground of ['competenceOfAnotherBody', 'proposalForRules']) {
      const then = given(...registered).when(of.heldOutsideMandate(later, ground));
      expect(then.refusedBy).toEqual(['topic.groundIsMandate']);
      expect(then.refusal?.reasons[0]?.cite).toEqual({ instrument: 'JOB/GC/137', paragraph: '1' });
    }
  });

  it('includes the possibility of developing international rules: proposing them is within it', () => {
    const proposed = [
      ...theGroupWithAPlan,
      of.submitted('2018-04-16', { proposesRules: true }),
      of.registered('2018-04-17'),
    ];
    for (const steps of [proposed, [...registered, of.rulesConsidered(day)]]) {
      const then = given(...steps).when(of.heldOutsideMandate(later));
      expect(then.refusedBy).toEqual(['topic.rulesWithinMandate']);
      expect(then.refusal?.reasons[0]?.message.fr).toContain(
        "la possibilité d'élaborer des règles internationales",
      );
      const next = given(...steps).next(of.name, later);
      expect(next.find(({ type }) => type === 'topic.heldOutsideMandate')?.status).toBe('notYet');
    }
  });
});

describe('the group decides by consensus', () => {
  const rule = 'topic.byConsensus';
  const byVote = { decision: { mode: 'vote' } } as const;

  it.each([
    ['hold a topic outside its mandate', of.heldOutsideMandate(last, undefined, byVote)],
    ['merge topics', of.merged(last, 'ecommerce-2', byVote)],
    ['split one', of.split(last, ['ecommerce-2'], byVote)],
    ['agree on conclusions', of.concluded(last, 'agreed', byVote)],
  ])('to %s; otherwise it is irregular', (_what, told) => {
    const then = given(...discussed).when(told);
    expect(then.refusal?.code).toBe('irregular');
    expect(then.refusedBy).toEqual([rule]);
  });

  it('and takes note, or finds no convergence, without one', () => {
    for (const outcome of ['noted', 'noConvergence']) {
      expect(verdict(discussed, of.concluded(last, outcome, byVote), rule)).toBe(true);
    }
  });

  it('which cannot be judged while nobody has said how it was decided', () => {
    expect(verdict(discussed, of.concluded(last, 'agreed', {}), rule)).toBe('notComputable');
  });
});

describe('a topic in the work plan', () => {
  const rule = 'topic.workPlanAgreed';

  it('is scheduled under a plan agreed, or completed since', () => {
    expect(verdict(registered, of.scheduled(day), rule)).toBe(true);
    const completed = took('workPlan/ecommerce', 'workPlan.completed', {}, '2019-07-24');
    expect(verdict([...registered, completed], of.scheduled('2019-09-01'), rule)).toBe(true);
  });

  it('is irregular without one', () => {
    const steps = [...theGroupAtWork, of.submitted('2018-04-16'), of.registered('2018-04-17')];
    const then = given(...steps).when(of.scheduled(day));
    expect(then.refusal?.code).toBe('irregular');
    expect(then.refusedBy).toEqual([rule]);
    const irregularity = { reason: 'The plan was deferred to the second meeting.' };
    const recorded = given(...steps).when(of.scheduled(day, ['wg-2'], { irregularity }));
    expect(recorded.decision?.irregularity?.rules).toEqual([rule]);
  });

  it('whose group is not known cannot be judged', () => {
    const steps = [of.submitted(day, {}, { links: {} }), of.registered(day)];
    expect(verdict(steps, of.scheduled(later), rule)).toBe('notComputable');
  });

  it('taken up before it is registered, or unplanned, or elsewhere, is noted', () => {
    const said = (steps: readonly Told[], told: Told) => given(...steps).when(told).decision;
    expect(said(submitted, of.scheduled(day))?.verdicts).toMatchObject({
      'topic.registeredFirst': false,
    });
    expect(said(submitted, of.discussed(day))?.verdicts).toEqual({
      'topic.registeredFirst': false,
      'topic.discussedAsPlanned': false,
      'topic.discussedByTheGroup': true,
    });
    expect(said(discussed, of.discussed(last))?.verdicts).toEqual({
      'topic.registeredFirst': true,
      'topic.discussedAsPlanned': true,
      'topic.discussedByTheGroup': true,
    });
    const plan = { body: 'tripsCouncil', spans: [{ from: later }], format: 'formal' };
    const elsewhere = took('meeting/trips-1', 'meeting.planned', plan, '2018-04-18');
    const there = of.discussed(last, { meetingId: 'trips-1' });
    expect(verdict([...discussed, elsewhere], there, 'topic.discussedByTheGroup')).toBe(false);
    const unknown = of.discussed(last, { meetingId: 'wg-9' });
    expect(verdict(discussed, unknown, 'topic.discussedByTheGroup')).toBe('notComputable');
  });

  it('is judged by the plan as it stood on that day', () => {
    expect(theWorkPlanAgreed.proposal).toMatchObject({ occurredOn: '2018-04-16' });
    const early = [...theGroupWithAPlan, of.submitted('2018-04-10')];
    expect(given(...early).when(of.scheduled('2018-04-12')).refusedBy).toEqual([rule]);
  });
});

describe('a topic concluded while a request for assistance is under way', () => {
  const rule = 'topic.referralsSettled';
  const trips = request('referral/ecommerce-trips');
  const links = { workingGroup: 'workingGroup/ecommerce', topic: of.name };
  const drafted: readonly Told[] = [...discussed, trips.drafted({}, links)];
  const asked: readonly Told[] = [...drafted, trips.agreed(), trips.transmitted()];

  it('is irregular: the answer is outstanding', () => {
    for (const steps of [[...drafted, trips.agreed()], asked]) {
      const then = given(...steps).when(of.concluded(last));
      expect(then.refusal?.code).toBe('irregular');
      expect(then.refusedBy).toEqual([rule]);
      expect(then.refusal?.reasons[0]?.cite?.paragraph).toBe('4');
    }
  });

  it('is in order once the request was noted, declined or recalled', () => {
    for (const end of [
      [trips.reported('2018-06-08'), trips.noted(later)],
      [trips.declined('2018-06-05')],
      [trips.recalled('2018-06-05')],
      [trips.recalled(last)],
    ]) {
      expect(verdict([...asked, ...end], of.concluded(last), rule)).toBe(true);
    }
  });

  it('is in order with a mere draft, which is no request of the group', () => {
    expect(verdict(drafted, of.concluded(last), rule)).toBe(true);
  });

  it('withdrawn instead, recalls the request and hears of it, without an alert', () => {
    const then = given(...asked).when(of.withdrawn(last));
    expect(then.alerts).toEqual([]);
    expect(then.state('referral/ecommerce-trips')).toBe('recalled');
    expect(then.context(of.name)).toMatchObject({
      referrals: [{ id: 'ecommerce-trips', outcome: 'recalled' }],
    });
  });

  it('withdrawn once it was settled, recalls nothing', () => {
    const then = given(...asked, trips.declined('2018-06-05')).when(of.withdrawn(last));
    expect(then.alerts).toEqual([]);
    expect(then.state('referral/ecommerce-trips')).toBe('declined');
  });
});

describe('the balance of legitimate interests', () => {
  const rule = 'topic.balanceSought';
  const note = { balanceNote: 'Privacy and free flow of data were weighed.' };

  it('is noted as missing with a conclusion, and blocks nothing', () => {
    const then = given(...discussed).when(of.concluded(last));
    expect(then.decision?.verdicts[rule]).toBe(false);
    expect(then.state(of.name)).toEqual({ concluded: 'agreed' });
  });

  it('is noted with the topic or with a discussion', () => {
    expect(verdict([...discussed, of.discussed(last, note)], of.concluded(last), rule)).toBe(true);
    const steps = [...theGroupWithAPlan, of.submitted(day, note), of.registered(day)];
    expect(verdict(steps, of.concluded(last), rule)).toBe(true);
  });

  it('is not asked of what does not bear on world trade', () => {
    const steps = [...submitted, of.registered(day, { bearsOnWorldTrade: false })];
    expect(verdict(steps, of.concluded(last), rule)).toBe(true);
  });
});
