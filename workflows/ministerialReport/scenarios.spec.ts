import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { theDecisionAdopted } from '../told';
import * as session from '../told-session';
import { ministerialReport as procedure } from '.';

const { given, uncovered } = scenarios(procedures);
const id = 'sim';
const name = `ministerialReport/${id}`;

type When = Exclude<Parameters<typeof took>[3], string>;
const engine = { id: 'engine', role: 'clock' } as const;
const links = { parent: 'decision/ecommerce' };
const report = (type: string, data: object, when: string | When): Told =>
  took(name, `ministerialReport.${type}`, data, when);

const requested = (more: Partial<When> = { links }) =>
  report('requested', { para: '6' }, { occurredOn: '2017-12-13', actor: engine, ...more });
const drafted = (day: string, symbol = 'WT/GC/W/SIM/8') =>
  report('drafted', { symbol, reviewIds: [`${id}-2018-07`] }, day);
const adopted = (day: string, more: Partial<When> = { decision: { mode: 'consensus' } }) =>
  report('adopted', { symbol: 'WT/GC/SIM/9' }, { occurredOn: day, ...more });
const transmitted = (day: string, more: Partial<When> = {}, symbol = 'WT/MIN(19)/SIM/2') =>
  report('transmitted', { symbol }, { occurredOn: day, ...more });
const considered = (day: string) => report('considered', { outcome: 'Taken note of' }, day);
const reanchored = (day: string, data: object) =>
  report('reanchored', data, { occurredOn: day, actor: engine });
const missed = (day: string) =>
  report('missed', { session: 'session/mc12' }, { occurredOn: day, actor: engine });

const { mc11, mc12In2019, mc12InJune2020, mc12Off, mc12InNovember2021, mc12OffAgain } = session;
const { mc12InJune2022, mc12Held } = session;
const moving = [
  mc12In2019,
  mc12InJune2020,
  mc12Off,
  mc12InNovember2021,
  mc12OffAgain,
  mc12InJune2022,
];
const begun: readonly Told[] = [...mc11, requested(), mc12In2019];
const ready: readonly Told[] = [...begun, drafted('2019-11-01'), adopted('2019-11-05')];
const sent: readonly Told[] = [...ready, transmitted('2019-11-06')];
const inSession: readonly Told[] = [...sent, session.sessionOpened('mc12', '2019-12-09')];
const overWithout: readonly Told[] = [...mc11, requested(), ...moving, ...mc12Held];

const review = (month: string) =>
  took(
    `review/${id}-${month}`,
    'review.scheduled',
    { month, para: '6' },
    { occurredOn: '2017-12-13', actor: engine, links },
  );
const reviewMissed = (month: string, day: string) =>
  took(`review/${id}-${month}`, 'review.missed', {}, { occurredOn: day, actor: engine });

const verdict = (before: readonly Told[], step: Told, rule: string) =>
  given(...before).when(step).decision?.verdicts[`ministerialReport.${rule}`];
const proposed = (before: readonly Told[], day: string, type: string) =>
  given(...before)
    .due(name, day)
    .filter((due) => due.type === `ministerialReport.${type}`)
    .map(({ occurredOn, data }) => ({ occurredOn, data }));

describe('the report to the Conference', () => {
  it('is requested by the decision, drafted, adopted, transmitted and considered', () => {
    expect(given(...begun).state(name)).toBe('due');
    expect(given(...begun, drafted('2019-11-01')).state(name)).toBe('drafted');
    expect(given(...ready).state(name)).toBe('adopted');
    expect(given(...sent).state(name)).toBe('transmitted');
    const then = given(...inSession).when(considered('2019-12-10'));
    expect(then.state(name)).toBe('considered');
    expect(then.context(name)).toMatchObject({
      requestedOn: '2017-12-13',
      draft: 'WT/GC/W/SIM/8',
      isAdopted: true,
      symbols: ['WT/MIN(19)/SIM/2'],
      outcome: 'Taken note of',
    });
  });

  it.each([
    drafted('2019-11-01'),
    adopted('2019-11-05'),
    transmitted('2019-11-06'),
    considered('2019-12-10'),
    reanchored('2018-10-18', { newAnchor: { session: 'session/mc12' } }),
    missed('2019-12-12'),
  ])('takes no step before it is requested: $proposal.type', (step) => {
    const { type } = step.proposal as { type: string };
    expect(given().when(step).refusedBy).toEqual([`${type}.order`]);
  });

  it('is requested once, of a decision', () => {
    const again = requested({ occurredOn: '2018-01-10' });
    expect(given(requested()).when({ ...again, ref: again.ref }).refusedBy).toEqual([
      'ministerialReport.requested.order',
    ]);
    expect(given().when(requested({})).refusedBy).toEqual(['request.wellFormed']);
  });

  it('is final once the Conference has considered it', () => {
    const over = [...inSession, considered('2019-12-10')];
    for (const step of [transmitted('2019-12-11'), considered('2019-12-11')]) {
      const { type } = step.proposal as { type: string };
      expect(given(...over).when(step).refusedBy).toEqual([`${type}.order`]);
    }
    expect(given(...ready).when(considered('2019-12-10')).refusedBy).toEqual([
      'ministerialReport.considered.order',
    ]);
  });

  it('may have an addendum while the session is far away', () => {
    const later = [...sent, mc12InJune2022, drafted('2022-03-01', 'WT/GC/W/SIM/10')];
    expect(given(...later).state(name)).toBe('transmitted');
    const addendum = [
      adopted('2022-05-09'),
      transmitted('2022-05-10', {}, 'WT/MIN(19)/SIM/2/Add.1'),
    ];
    expect(given(...later, ...addendum).context(name)).toMatchObject({
      symbols: ['WT/MIN(19)/SIM/2', 'WT/MIN(19)/SIM/2/Add.1'],
    });
    expect(given(...later).when(transmitted('2022-05-10')).refusedBy).toEqual([
      'ministerialReport.adoptedFirst',
    ]);
  });

  it('is due as long as it has not been transmitted and the paragraph stands', () => {
    const status = (steps: readonly Told[], day: string) =>
      given(...steps)
        .next(name, day)
        .find(({ type }) => type === 'ministerialReport.transmitted')?.status;
    expect(status(ready, '2019-11-05')).toBe('caused');
    expect(status(sent, '2019-11-06')).toBe('allowed');
    const decision = [...theDecisionAdopted, ...ready];
    expect(status(decision, '2019-11-05')).toBe('caused');
    const superseded = took(
      'decision/ecommerce',
      'decision.superseded',
      { bySymbol: 'WT/L/SIM/5', paras: ['6'] },
      { occurredOn: '2019-11-05', onBehalfOf: { role: 'generalCouncil' } },
    );
    expect(status([...decision, superseded], '2019-11-05')).toBe('allowed');
  });
});

it('a report is requested by the adoption of the decision', () => {
  const then = given(...theDecisionAdopted);
  expect(then.state('ministerialReport/ecommerce')).toBe('due');
  expect(then.context('ministerialReport/ecommerce')).toMatchObject({ requestedOn: '2017-12-13' });
});

describe('its adoption', () => {
  it('is by consensus; otherwise it is irregular, and unknown while nobody has said', () => {
    const rule = 'ministerialReport.byConsensus';
    const before = [...begun, drafted('2019-11-01')];
    expect(verdict(before, adopted('2019-11-05'), 'byConsensus')).toBe(true);
    expect(verdict(before, adopted('2019-11-05', {}), 'byConsensus')).toBe('notComputable');
    const byVote = { decision: { mode: 'vote' } } as const;
    expect(given(...before).when(adopted('2019-11-05', byVote)).refusedBy).toEqual([rule]);
    const irregularity = { rules: [rule], reason: 'A vote was called.' };
    const then = given(...before).when(adopted('2019-11-05', { ...byVote, irregularity }));
    expect(then.state(name)).toBe('adopted');
  });

  it('comes after the three reviews are over', () => {
    const rule = 'afterTheReviews';
    const [first, second, third] = ['2018-07', '2018-12', '2019-07'];
    const all = [first, second, third].map((month) => review(month ?? ''));
    const over = [
      reviewMissed(first ?? '', '2018-08-01'),
      reviewMissed(second ?? '', '2019-01-01'),
    ];
    expect(verdict(begun, adopted('2019-11-05'), rule)).toBe('notComputable');
    const open = [...begun, ...all, ...over];
    expect(given(...open).when(adopted('2019-11-05')).refusedBy).toEqual([
      `ministerialReport.${rule}`,
    ]);
    const done = [...open, reviewMissed(third ?? '', '2019-08-01')];
    expect(verdict(done, adopted('2019-11-05'), rule)).toBe(true);
    const held = took(
      `review/${id}-2019-07`,
      'review.held',
      { outcome: 'noted', reportBasis: 'oral' },
      { occurredOn: '2019-07-23', onBehalfOf: { role: 'generalCouncil' } },
    );
    expect(verdict([...open, held], adopted('2019-11-05'), rule)).toBe(true);
    const some = [...begun, ...all.slice(0, 2), ...over];
    expect(verdict(some, adopted('2019-11-05'), rule)).toBe('notComputable');
    expect(given(...begun, ...all.slice(0, 1)).when(adopted('2019-11-05')).refusedBy).toEqual([
      `ministerialReport.${rule}`,
    ]);
  });

  it('comes before its transmission; one sent without is irregular', () => {
    const rule = 'ministerialReport.adoptedFirst';
    const before = [...begun, drafted('2019-11-01')];
    expect(given(...before).when(transmitted('2019-11-06')).refusedBy).toEqual([rule]);
    const irregularity = { rules: [rule], reason: "On the Chair's responsibility." };
    const then = given(...before).when(transmitted('2019-11-06', { irregularity }));
    expect(then.state(name)).toBe('transmitted');
    expect(verdict(ready, transmitted('2019-11-06'), 'adoptedFirst')).toBe(true);
  });
});

it('its consideration is at a session; on another day that is noted', () => {
  const rule = 'consideredAtASession';
  expect(verdict(inSession, considered('2019-12-10'), rule)).toBe(true);
  expect(verdict(inSession, considered('2019-12-20'), rule)).toBe(false);
  const noSession = [...mc11, requested(), adopted('2019-11-05'), transmitted('2019-11-06')];
  expect(verdict(noSession, considered('2019-12-10'), rule)).toBe('notComputable');
  const off = [...noSession, session.mc12In2019, session.sessionCancelled('mc12', '2019-12-01')];
  expect(verdict(off, considered('2019-12-10'), rule)).toBe('notComputable');
});

describe('that its session moved', () => {
  const mc12 = (firstDay?: string) => ({
    session: 'session/mc12',
    ...(firstDay === undefined ? {} : { firstDay }),
  });
  const told = [session.mc12Called, ...mc11, requested()];

  it.each([
    ['2018-03-07', 1, undefined, mc12('2019-12-09')],
    ['2018-10-18', 2, mc12('2019-12-09'), mc12('2020-06-08')],
    ['2020-03-12', 3, mc12('2020-06-08'), mc12()],
    ['2021-03-01', 4, mc12(), mc12('2021-11-29')],
    ['2021-11-26', 5, mc12('2021-11-29'), mc12()],
    ['2022-02-23', 6, mc12(), mc12('2022-06-12')],
  ])('is noted by the clock as of %s', (day, moves, oldAnchor, newAnchor) => {
    const before = oldAnchor ? [reanchored('2018-01-10', { newAnchor: oldAnchor })] : [];
    const steps = [...told, ...before, ...moving.slice(0, moves)];
    const data = { ...(oldAnchor ? { oldAnchor } : {}), newAnchor };
    expect(proposed(steps, '2022-03-01', 'reanchored')).toEqual([{ occurredOn: day, data }]);
    const noted = [...steps, reanchored(day, data)];
    expect(given(...noted).context(name)).toMatchObject({ anchor: newAnchor });
    expect(proposed(noted, '2022-03-01', 'reanchored')).toEqual([]);
  });

  it('is not noted of a session that never had a day, nor of the one that adopted the decision', () => {
    expect(proposed(told, '2018-03-06', 'reanchored')).toEqual([]);
  });

  it('is noted when it is called off, and of the one that takes its place', () => {
    const anchored = [...begun, reanchored('2018-03-07', { newAnchor: mc12('2019-12-09') })];
    const off = [...anchored, session.sessionCancelled('mc12', '2019-05-07')];
    const gone = { oldAnchor: mc12('2019-12-09') };
    expect(proposed(off, '2019-05-07', 'reanchored')).toEqual([
      { occurredOn: '2019-05-07', data: gone },
    ]);
    const none = given(...off).when(reanchored('2019-05-07', gone));
    expect(none.context(name)).toMatchObject({ anchor: null });
    const other = [...off, session.sessionDated('mc13', '2019-06-01', { from: '2021-12-06' })];
    expect(proposed(other, '2019-06-01', 'reanchored')).toMatchObject([
      { data: { newAnchor: { session: 'session/mc13', firstDay: '2021-12-06' } } },
    ]);
  });
});

describe('that it was not submitted', () => {
  it('is noted at the close of the session, unless it was transmitted', () => {
    expect(proposed(overWithout, '2022-06-16', 'missed')).toEqual([]);
    expect(proposed(overWithout, '2022-06-20', 'missed')).toEqual([
      { occurredOn: '2022-06-17', data: { session: 'session/mc12' } },
    ]);
    expect(
      given(...overWithout)
        .when(missed('2022-06-17'))
        .state(name),
    ).toBe('notSubmitted');
    const wasSent = [...sent, ...moving.slice(1), ...mc12Held];
    expect(proposed(wasSent, '2022-06-20', 'missed')).toEqual([]);
  });

  it('is noted once, also when a late report is on its way; it may still come', () => {
    const late = [...overWithout, missed('2022-06-17'), drafted('2022-07-01')];
    expect(given(...late).state(name)).toBe('drafted');
    expect(proposed(late, '2022-07-02', 'missed')).toEqual([]);
    const then = given(...late, adopted('2022-07-25')).when(transmitted('2022-07-26'));
    expect(then.state(name)).toBe('transmitted');
  });

  it('gives way when a report sent in time is entered late', () => {
    const before = [...overWithout, adopted('2022-06-01'), missed('2022-06-17')];
    const then = given(...before).when(transmitted('2022-06-02'));
    expect(then.state(name)).toBe('transmitted');
    expect(then.stateAt(name, '2022-06-17')).toBe('transmitted');
  });
});

describe('the scenarios', () => {
  it('take every step, and see every step refused', () => {
    expect(uncovered(procedure)).toEqual({ neverTaken: [], neverRefused: [] });
  });
});
