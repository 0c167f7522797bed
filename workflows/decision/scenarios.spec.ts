import { scenarios, took, type Then } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { adopted, circulated, placedOnAgenda, submitted, theDecisionAdopted } from '../told';
import { decision as procedure } from '.';

const { given, uncovered } = scenarios(procedures);
const name = 'decision/ecommerce';
const all = ['1', '2', '3', '4', '5', '6', '7'];

const decision = (type: string, data: object, when: Parameters<typeof took>[3]) =>
  took(name, type, data, when);
const deferred = decision('decision.deferred', {}, '2017-12-11');
const issued = (lang: string, day: string) =>
  decision('decision.languageIssued', { lang, symbol: 'WT/MIN(17)/SIM/1' }, day);
const superseding = (paras: string[], day: string) =>
  decision('decision.superseded', { bySymbol: 'WT/L/SIM/2', paras }, day);
const lapsed = (day: string) => decision('decision.lapsed', { anchor: 'the next session' }, day);
const corrigendum = (nature: string) =>
  decision(
    'decision.corrigendumIssued',
    { symbol: 'WT/MIN(17)/SIM/1/Corr.1', paras: ['3'], langs: ['fr'], nature },
    '2018-01-15',
  );
const adopting = (more: Partial<Parameters<typeof took>[3] & object>, paras = all) =>
  decision(
    'decision.adopted',
    { body: 'generalCouncil', symbols: ['WT/L/SIM/1'], paras },
    { occurredOn: '2017-12-13', ...more },
  );
const force = (then: Pick<Then, 'state'>) =>
  (then.state(name) as { adopted: { force: string } }).adopted.force;

describe('a draft decision', () => {
  it('is submitted by a Member, circulated, placed on the agenda and adopted', () => {
    const then = given(submitted, circulated, placedOnAgenda).when(adopted);
    expect(then.state(name)).toEqual({
      adopted: { force: 'inForce', text: 'original', lang: 'pending' },
    });
    expect(then.decision?.verdicts).toEqual({
      'decision.itemDecided': true,
      'decision.onAgenda': true,
    });
  });

  it('is submitted once', () => {
    const then = given(submitted).when(submitted);
    expect(then.refusedBy).toEqual(['decision.submitted.order']);
  });

  it('is not submitted by the Conference to itself', () => {
    const actor = { id: 'mc', role: 'ministerialConference' } as const;
    expect(given().when({ ...submitted, actor }).refusedBy).toEqual(['decision.submitted.by']);
  });

  it('comes from a Member named in any way: who submits is not compared with the proponents', () => {
    const data = { proponents: ['xxx'], originalLang: 'en', text: 'xxx' };
    const actor = { id: 'delegation', role: 'member', of: 'RUS' } as const;
    const then = given().when(
      decision('decision.submitted', data, { occurredOn: '2017-10-05', actor }),
    );
    expect(then.state(name)).toEqual({ draft: 'submitted' });
  });

  it('may wait for a later meeting and come back to the agenda', () => {
    const waiting = given(submitted, circulated, placedOnAgenda).when(deferred);
    expect(waiting.state(name)).toEqual({ draft: 'deferred' });
    const back = decision(
      'decision.placedOnAgenda',
      { meetingId: 'gc-2018-03-07', itemNo: '5' },
      '2018-02-20',
    );
    const then = given(submitted, circulated, placedOnAgenda, deferred).when(back);
    expect(then.state(name)).toEqual({ draft: 'onAgenda' });
  });

  it('may end without being adopted, and then no case is opened', () => {
    const rejected = decision('decision.notAdopted', { reason: 'No consensus' }, '2017-12-13');
    const then = given(submitted, circulated, placedOnAgenda).when(rejected);
    expect(then.state(name)).toEqual({ draft: 'notAdopted' });
    expect(then.state('workingGroup/ecommerce')).toBeUndefined();
    expect(then.state('chair/ecommerce')).toBeUndefined();
  });

  it.each([
    ['circulated', decision('decision.circulated', { ...circulatedData() }, '2017-10-06')],
    ['placed on an agenda', placedOnAgenda],
    ['adopted', adopted],
    ['deferred', deferred],
    ['not adopted', decision('decision.notAdopted', { reason: 'No consensus' }, '2017-12-13')],
    ['withdrawn', decision('decision.withdrawn', { by: ['RUS'] }, '2017-12-13')],
    ['issued in a language', issued('fr', '2017-12-20')],
    ['corrected', corrigendum('linguistic')],
    ['superseded', superseding(['7'], '2019-12-10')],
    ['lapsed', lapsed('2019-12-31')],
  ])('cannot be %s before it is submitted', (_what, told) => {
    const { type } = told.proposal as { type: string };
    const then = given().when(told);
    expect(then.refusedBy).toEqual([`${type}.order`]);
    expect(Object.keys(then.refusal?.reasons[0]?.message ?? {})).toEqual(['en', 'fr', 'es']);
  });
});

function circulatedData() {
  return { symbols: ['JOB/GC/137'], jobNo: '17-0000', restriction: 'restricted' };
}

describe('the withdrawal of a draft', () => {
  const withTwo = decision(
    'decision.submitted',
    { proponents: ['RUS', 'BRA'], originalLang: 'en', text: 'Draft' },
    '2017-10-05',
  );
  const withdrawing = (...by: string[]) => decision('decision.withdrawn', { by }, '2017-11-01');

  it('is an act of all its proponents', () => {
    expect(given(withTwo).when(withdrawing('BRA', 'RUS')).state(name)).toEqual({
      draft: 'withdrawn',
    });
  });

  it('is refused to some of them, in three languages and with the rule', () => {
    const then = given(withTwo, circulated).when(withdrawing('RUS'));
    expect(then.refusedBy).toEqual(['decision.withdrawnByAllProponents']);
    expect(then.refusal?.reasons[0]?.cite).toEqual({ instrument: 'JOB/GC/137' });
    expect(then.refusal?.reasons[0]?.message.fr).toContain('tous ses auteurs');
    expect(then.refusal?.reasons[0]?.message.es).toContain('todos sus proponentes');
  });

  it('comes too late once the decision is adopted', () => {
    const late = decision('decision.withdrawn', { by: ['RUS'] }, '2017-12-14');
    expect(given(...theDecisionAdopted).when(late).refusedBy).toEqual(['decision.withdrawn.order']);
  });

  it('recorded weeks late is refused when the draft was adopted meanwhile', () => {
    const then = given(...theDecisionAdopted).when(withdrawing('RUS'));
    expect(then.refusal?.code).toBe('laterStepImpossible');
  });
});

describe('the adoption of the decision', () => {
  it('opens the cases of the Working Group and of its chair', () => {
    const then = given(submitted, circulated, placedOnAgenda).when(adopted);
    expect(then.alerts).toEqual([]);
    expect(then.state('workingGroup/ecommerce')).toBe('instructed');
    expect(then.context('workingGroup/ecommerce')).toMatchObject({
      decisionSymbol: 'WT/MIN(17)/SIM/1',
    });
    expect(then.state('chair/ecommerce')).toBe('vacant');
  });

  it.each(['consensus', 'vote'] as const)('rests on a %s', (mode) => {
    const then = given(submitted, circulated).when(adopting({ decision: { mode } }));
    expect(then.decision?.verdicts['decision.itemDecided']).toBe(true);
  });

  it.each(['noted', 'chairRuling', 'administrative'] as const)('is not a matter of %s', (mode) => {
    const then = given(submitted, circulated).when(adopting({ decision: { mode } }));
    expect(then.refusedBy).toEqual(['decision.itemDecided']);
    expect(then.refusal?.reasons[0]?.cite?.paragraph).toBe('Rule 33');
  });

  it('is recorded when nobody has said how it was decided, and the verdict says so', () => {
    const then = given(submitted, circulated, placedOnAgenda).when(adopting({}));
    expect(then.decision?.verdicts['decision.itemDecided']).toBe('notComputable');
  });

  it('under other business, or of a draft deferred earlier, is noted and not refused', () => {
    const decided = adopting({ decision: { mode: 'consensus' } });
    for (const before of [
      [submitted, circulated],
      [submitted, circulated, placedOnAgenda, deferred],
    ]) {
      const then = given(...before).when(decided);
      expect(then.decision?.verdicts['decision.onAgenda']).toBe(false);
      expect(force(then)).toBe('inForce');
    }
  });

  it('of a draft that nobody has circulated is refused', () => {
    const then = given(submitted).when(adopting({ decision: { mode: 'consensus' } }));
    expect(then.refusedBy).toEqual(['decision.adopted.order']);
  });
});

describe('the adopted text', () => {
  it('exists in all three languages when the third is issued; the original counts', () => {
    const first = given(...theDecisionAdopted).when(issued('fr', '2017-12-20'));
    expect(first.state(name)).toMatchObject({ adopted: { lang: 'pending' } });
    const both = [...theDecisionAdopted, issued('fr', '2017-12-20')];
    const then = given(...both).when(issued('es', '2017-12-21'));
    expect(then.state(name)).toMatchObject({ adopted: { lang: 'complete' } });
    expect(then.context(name)).toMatchObject({ languages: ['en', 'es', 'fr'] });
    const more = given(...both, issued('es', '2017-12-21')).when(issued('fr', '2017-12-22'));
    expect(more.refusedBy).toEqual(['decision.languageIssued.order']);
  });

  it('is complete whichever version is recorded first', () => {
    const then = given(...theDecisionAdopted, issued('es', '2017-12-21')).when(
      issued('fr', '2017-12-20'),
    );
    expect(then.state(name)).toMatchObject({ adopted: { lang: 'complete' } });
  });

  it('is not completed by the original language once more', () => {
    const again = given(...theDecisionAdopted, issued('en', '2017-12-20')).when(
      issued('fr', '2017-12-20'),
    );
    expect(again.state(name)).toMatchObject({ adopted: { lang: 'pending' } });
  });

  it('is corrected by a corrigendum, and stays in force', () => {
    const then = given(...theDecisionAdopted).when(corrigendum('linguistic'));
    expect(then.state(name)).toMatchObject({ adopted: { text: 'corrected', force: 'inForce' } });
  });

  it('is not changed in substance by a corrigendum', () => {
    const then = given(...theDecisionAdopted).when(corrigendum('substantive'));
    expect(then.refusedBy).toEqual(['decision.corrigendumOfForm']);
    expect(then.refusal?.reasons[0]?.message.en).toContain('a new decision');
  });
});

describe('the force of the decision', () => {
  const december2019 = superseding(['7'], '2019-12-10');

  it('is superseded in part: paragraph 7 is replaced, paragraphs 1 to 6 stand', () => {
    const then = given(...theDecisionAdopted).when(december2019);
    expect(force(then)).toBe('partlySuperseded');
    expect(then.context(name)).toMatchObject({ superseded: ['7'] });
  });

  it('is superseded when the last paragraph is, whatever the order of recording', () => {
    const rest = superseding(['1', '2', '3', '4', '5', '6'], '2020-03-03');
    expect(force(given(...theDecisionAdopted, december2019).when(rest))).toBe('superseded');
    expect(force(given(...theDecisionAdopted, rest).when(december2019))).toBe('superseded');
  });

  it('is not superseded twice', () => {
    const then = given(...theDecisionAdopted, superseding(all, '2019-12-10')).when(
      superseding(['7'], '2020-03-03'),
    );
    expect(then.refusedBy).toEqual(['decision.superseded.order']);
  });

  it('notes a paragraph that the decision does not have', () => {
    const then = given(...theDecisionAdopted).when(superseding(['9'], '2019-12-10'));
    expect(then.decision?.verdicts['decision.paragraphsAdopted']).toBe(false);
  });

  it('lapses by the clock, which is not the end: a later decision may still replace it', () => {
    const past = [...theDecisionAdopted, lapsed('2019-12-31')];
    expect(force(given(...past))).toBe('lapsed');
    expect(force(given(...past).when(superseding(['7'], '2020-03-03')))).toBe('lapsed');
    expect(force(given(...past).when(superseding(all, '2020-03-03')))).toBe('superseded');
  });

  it('that lapsed does not lapse again', () => {
    const then = given(...theDecisionAdopted, lapsed('2019-12-31')).when(lapsed('2020-01-01'));
    expect(then.refusedBy).toEqual(['decision.lapsed.order']);
  });

  it('may lapse after a part of it was superseded', () => {
    const then = given(...theDecisionAdopted, december2019).when(lapsed('2020-06-11'));
    expect(force(then)).toBe('lapsed');
  });
});

describe('the scenarios', () => {
  it('take every step, and see every step refused', () => {
    expect(uncovered(procedure)).toEqual({ neverTaken: [], neverRefused: [] });
  });
});
