import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { theDecisionAdopted } from '../told';
import {
  name,
  practice,
  asDrafted,
  maintained,
  decided,
  bySymbol,
  neared,
  moved,
  diverged,
  untilMc12,
  clarified,
  untilMc13,
  extendedToMc13,
  lapsed,
  in2019,
  contested,
  settled,
  extendedTwice,
} from '../told-moratorium';
import * as told from '../told-session';
import { moratorium as procedure } from '.';

const { given, uncovered } = scenarios(procedures);

const verdict = (before: readonly Told[], step: Told, rule: string) =>
  given(...before).when(step).decision?.verdicts[`moratorium.${rule}`];
describe('the practice', () => {
  it('is maintained from the decision on, as a practice that the engine enforces nowhere', () => {
    const then = given(...in2019);
    expect(then.state(name)).toEqual({ maintained: 'current' });
    expect(then.context(name)).toMatchObject({ term: asDrafted, setOn: '2017-12-13' });
    for (const labels of Object.values(procedure.labels)) {
      expect(labels.title).toMatch(/Practice|Pratique|Práctica/);
      expect(labels.summary).toMatch(/[Pp]ractice|[Pp]ratique|[Pp]ráctica/);
    }
  });

  it('is contested when its anchors come apart, and settled by the General Council', () => {
    expect(given(...contested).state(name)).toEqual({ maintained: 'contested' });
    const then = given(...contested).when(clarified);
    expect(then.state(name)).toEqual({ maintained: 'current' });
    expect(then.context(name)).toMatchObject({
      term: untilMc12,
      setOn: '2019-12-10',
      symbol: 'WT/L/SIM/1079',
      readings: [],
    });
  });

  it('is extended by a session of the Conference, also when its term is contested', () => {
    expect(
      given(...settled)
        .when(extendedToMc13)
        .state(name),
    ).toEqual({ maintained: 'extended' });
    expect(
      given(...contested)
        .when(extendedToMc13)
        .state(name),
    ).toEqual({
      maintained: 'extended',
    });
    expect(
      given(...in2019, neared)
        .when(extendedToMc13)
        .state(name),
    ).toEqual({
      maintained: 'extended',
    });
  });

  it('once extended stays extended when its term is clarified', () => {
    const later = decided('termClarified', '2023-07-24', { symbol: 'X', term: untilMc13 });
    expect(
      given(...settled, extendedToMc13)
        .when(later)
        .state(name),
    ).toEqual({
      maintained: 'extended',
    });
  });

  it('that lapsed may still be extended, clarified, made permanent or ended', () => {
    const over = [...extendedTwice, told.mc14Dated, ...told.mc14Held, lapsed()];
    expect(given(...over).state(name)).toBe('lapsed');
    const again = decided('extended', '2026-07-22', {
      symbol: 'Y',
      term: { anyOf: [{ session: 'mc15' }] },
    });
    const then = given(...over).when(again);
    expect(then.state(name)).toEqual({ maintained: 'extended' });
    expect(then.context(name)).toMatchObject({ lapse: null });
    expect(
      given(...over)
        .when(bySymbol('madePermanent', '2026-07-22'))
        .state(name),
    ).toBe('permanent');
    expect(
      given(...over)
        .when(bySymbol('ended', '2026-07-22'))
        .state(name),
    ).toBe('ended');
  });

  it.each([
    neared,
    moved,
    diverged,
    clarified,
    extendedToMc13,
    lapsed(),
    bySymbol('ended', '2026-07-22'),
    bySymbol('madePermanent', '2026-07-22'),
  ])(
    'takes no such step before it is maintained, nor, but for what the clock notes, after it is settled: $proposal.type',
    (step) => {
      const { type } = step.proposal as { type: string };
      expect(given().when(step).refusedBy).toEqual([`${type}.order`]);
      for (const end of ['madePermanent', 'ended'] as const) {
        const over = given(maintained(), bySymbol(end, '2018-01-10'));
        const isNoted = [neared, moved, diverged].includes(step);
        expect(over.when(step).refusedBy).toEqual(isNoted ? [] : [`${type}.order`]);
      }
    },
  );

  it('is opened once, by the adoption of a decision', () => {
    const again = practice('maintained', { term: asDrafted }, { occurredOn: '2018-01-10' });
    expect(given(maintained()).when(again).refusedBy).toEqual(['moratorium.maintained.order']);
    const { proposal } = maintained();
    const unlinked = { ...maintained(), proposal: { ...(proposal as object), links: {} } };
    expect(given().when(unlinked).refusedBy).toEqual(['request.wellFormed']);
  });
});

describe('the decision', () => {
  const decision = 'decision/ecommerce';

  it.each([
    ['clarified', clarified, 'WT/L/SIM/1079'],
    ['extended', extendedToMc13, 'WT/L/SIM/1143'],
  ])('has its paragraph 7 alone superseded when the term is %s', (_how, step) => {
    const then = given(...theDecisionAdopted, maintained()).when(step);
    expect(then.alerts).toEqual([]);
    expect(then.state(decision)).toMatchObject({ adopted: { force: 'partlySuperseded' } });
    expect(then.context(decision)).toMatchObject({ superseded: ['7'] });
  });
});

it('a case of the practice is opened by the adoption of the decision, as it was drafted', () => {
  const then = given(...theDecisionAdopted);
  expect(then.state('moratorium/ecommerce')).toEqual({ maintained: 'current' });
  expect(then.context('moratorium/ecommerce')).toMatchObject({
    term: { anyOf: [{ event: 'nextSession' }, { date: '2019-12-31' }] },
    setOn: '2017-12-13',
  });
});

it('may be extended again and again: the decision is told each time', () => {
  const then = given(...theDecisionAdopted, ...extendedTwice);
  expect(then.alerts).toEqual([]);
  expect(then.context('decision/ecommerce')).toMatchObject({ superseded: ['7'] });
});

describe('what decides on the term', () => {
  it.each([
    clarified,
    extendedToMc13,
    bySymbol('madePermanent', '2022-06-17'),
    bySymbol('ended', '2022-06-17'),
  ])('is a decision by consensus or by vote: $proposal.type', (step) => {
    const said = (mode?: string) => {
      const { decision: _, ...rest } = step.proposal as { decision: object };
      const proposal = mode === undefined ? rest : { ...rest, decision: { mode } };
      return given(maintained()).when({ ...step, proposal });
    };
    expect(said('noted').refusedBy).toEqual(['moratorium.byDecision']);
    expect(said('vote').decision?.verdicts['moratorium.byDecision']).toBe(true);
    expect(said().decision?.verdicts['moratorium.byDecision']).toBe('notComputable');
  });

  it('is the General Council only between sessions', () => {
    const rule = 'councilBetweenSessions';
    expect(verdict(contested, clarified, rule)).toBe(true);
    const during = [...settled, told.mc12InJune2022, ...told.mc12Held];
    expect(verdict(during, extendedToMc13, rule)).toBe(true);
    const data = { symbol: 'WT/L/SIM/1143', term: untilMc13 };
    const bySomebody = practice('extended', data, { occurredOn: '2022-06-17' });
    expect(verdict(during, bySomebody, rule)).toBe('notComputable');
    const byCouncil = decided('extended', '2022-06-17', data);
    expect(given(...during).when(byCouncil).refusedBy).toEqual([`moratorium.${rule}`]);
    const off = [...in2019, told.sessionCancelled('mc12', '2019-11-01')];
    expect(verdict(off, decided('extended', '2019-12-10', data), rule)).toBe(true);
  });

  it('names a session or a day; that it names none is noted', () => {
    const rule = 'termNamed';
    expect(verdict([], maintained(), rule)).toBe(true);
    expect(verdict([], maintained(untilMc12), rule)).toBe(true);
    expect(verdict([], maintained({ earliestOf: [{ date: '2019-12-31' }] }), rule)).toBe(true);
    expect(verdict([], maintained({ unless: 'extended' }), rule)).toBe(false);
    expect(verdict([], maintained({ anyOf: [{ event: 'a new agreement' }] }), rule)).toBe(false);
  });
});

describe('what the clock notes', () => {
  it('leads to a practice nearing its term, and back', () => {
    expect(
      given(...in2019)
        .when(neared)
        .state(name),
    ).toEqual({ maintained: 'expiring' });
    expect(
      given(...in2019, neared)
        .when(moved)
        .state(name),
    ).toEqual({ maintained: 'current' });
  });

  it('does not stand in the way of an extension entered late', () => {
    const term = { anyOf: [{ session: 'mc13' }] };
    const late = decided('extended', '2019-10-20', { symbol: 'WT/L/SIM/2', term });
    const then = given(...in2019, neared, moved).when(late);
    expect(then.stateAt(name, '2019-10-20')).toEqual({ maintained: 'extended' });
    expect(then.state(name)).toEqual({ maintained: 'extended' });
  });
});

describe('the scenarios', () => {
  it('take every step, and see every step refused', () => {
    expect(uncovered(procedure)).toEqual({ neverTaken: [], neverRefused: [] });
  });
});
