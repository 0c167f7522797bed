import { scenarios, took } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { adopted, circulated, submitted, theDecisionAdopted } from '../told';
import {
  blocked,
  consultations,
  consulting,
  designated,
  heldOver,
  holding,
  interim,
  noted,
  resigned,
  termEnded,
  tookOffice,
  vacant,
} from '../told-chair';
import { chair as procedure } from '.';

const { given, uncovered } = scenarios(procedures);
const name = 'chair/ecommerce';

const chair = (type: string, data: object, day: string) => took(name, `chair.${type}`, data, day);

describe('the post of chair', () => {
  it('is created, vacant, when the decision is adopted', () => {
    const then = given(submitted, circulated).when(adopted);
    expect(then.state(name)).toBe('vacant');
  });

  it('is created once', () => {
    const then = given(...theDecisionAdopted).when(chair('postCreated', {}, '2017-12-14'));
    expect(then.refusedBy).toEqual(['chair.postCreated.order']);
    expect(then.refusal?.reasons[0]?.cite).toEqual({ instrument: 'JOB/GC/137', paragraph: '2' });
  });

  it('is that of a group, of a decision', () => {
    const then = given().when(chair('postCreated', {}, '2017-12-14'));
    const fields = then.refusal?.reasons.map(({ field }) => field);
    expect(fields).toEqual(['links.parent', 'links.workingGroup']);
  });
});

describe('consultations on a chair', () => {
  it('may begin before the group is established', () => {
    const then = given(...theDecisionAdopted).when(consultations('2018-01-22'));
    expect(then.state(name)).toBe('consultations');
  });

  it('are those of the Chair of the General Council', () => {
    const actor = { id: 'wg-chair', role: 'chair', of: 'workingGroup' } as const;
    const then = given(...vacant).when({ ...consultations('2018-01-22'), actor });
    expect(then.refusedBy).toEqual(['chair.consultationsOpened.by']);
  });

  it('are not opened between a designation and taking office', () => {
    const then = given(...vacant, designated('2018-03-07')).when(consultations('2018-03-07'));
    expect(then.refusedBy).toEqual(['chair.consultationsOpened.order']);
  });

  it('may go into another round, also after a name was noted', () => {
    const then = given(...consulting, noted('2018-03-07')).when(consultations('2018-04-10'));
    expect(then.state(name)).toBe('consultations');
    expect(then.context(name)).toMatchObject({ notedRef: null });
    expect(
      given(...consulting)
        .when(consultations('2018-02-05'))
        .state(name),
    ).toBe('consultations');
  });

  it('may end in a name of which the Council takes note', () => {
    const then = given(...consulting).when(noted('2018-03-07'));
    expect(then.state(name)).toBe('nameNoted');
    expect(then.context(name)).toMatchObject({ notedRef: 'HOLDER-A' });
  });

  it('come before a consensus that can be noted', () => {
    expect(given(...vacant).when(noted('2018-03-07')).refusedBy).toEqual([
      'chair.consensusNoted.order',
    ]);
  });

  it('may end without a name, also after one was noted, and be taken up again', () => {
    const without = [...consulting, blocked('2018-03-07')];
    expect(given(...without).state(name)).toBe('blocked');
    const half = given(...consulting, noted('2018-03-07')).when(blocked('2018-05-08'));
    expect(half.state(name)).toBe('blocked');
    const then = given(...without).when(consultations('2018-03-20'));
    expect(then.state(name)).toBe('consultations');
  });

  it('are needed for a designation to be blocked', () => {
    expect(given(...vacant).when(blocked('2018-03-07')).refusedBy).toEqual([
      'chair.designationBlocked.order',
    ]);
  });

  it('that failed may leave the group dormant until a chair is found', () => {
    const dormant = took(
      'workingGroup/ecommerce',
      'workingGroup.becameDormant',
      { reason: 'No chair' },
      '2018-05-08',
    );
    const then = given(
      ...consulting,
      blocked('2018-03-07'),
      dormant,
      consultations('2018-06-04'),
    ).when(designated('2018-07-26'));
    expect(then.state(name)).toBe('designated');
  });
});

describe('the designation of the chair', () => {
  it('may take place at the meeting that establishes the group', () => {
    const then = given(...vacant).when(designated('2018-03-07'));
    expect(then.state(name)).toBe('designated');
    expect(then.decision?.verdicts).toEqual({
      'chair.afterEstablishment': true,
      'chair.termOfVacancy': true,
    });
    expect(then.decision?.basis).toMatchObject([{ case: 'workingGroup/ecommerce' }]);
  });

  it('does not precede the establishment of the group', () => {
    const then = given(...vacant).when(designated('2018-03-06'));
    expect(then.refusedBy).toEqual(['chair.afterEstablishment']);
    expect(then.refusal?.code).toBe('notPossible');
    const [reason] = then.refusal?.reasons ?? [];
    expect(reason?.cite).toEqual({ instrument: 'JOB/GC/137', paragraph: '2' });
    expect(reason?.message.en).toContain('a Working Group that it has established');
    expect(reason?.message.fr).toContain("un Groupe de travail qu'il a établi");
    expect(reason?.message.es).toContain('un Grupo de Trabajo que ha establecido');
  });

  it('of a group of which nothing is recorded is refused, not left open', () => {
    const links = { parent: 'decision/ecommerce', workingGroup: 'workingGroup/elsewhere' };
    const created = took(
      'chair/other',
      'chair.postCreated',
      {},
      { occurredOn: '2018-01-01', links },
    );
    const data = { holderRef: 'HOLDER-A', capacity: 'personal', term: 'full' };
    const then = given(created).when(took('chair/other', 'chair.designated', data, '2018-03-07'));
    expect(then.refusedBy).toEqual(['chair.afterEstablishment']);
  });

  it('is an act of the General Council, not of the group', () => {
    const actor = { id: 'wg', role: 'body', of: 'workingGroup' } as const;
    const then = given(...vacant).when({ ...designated('2018-03-07'), actor });
    expect(then.refusedBy).toEqual(['chair.designated.by']);
  });

  it('does not give the office two holders: while it is held, a successor is designated', () => {
    const then = given(...holding).when(designated('2018-05-08', 'full', 'HOLDER-B'));
    expect(then.state(name)).toEqual({ inOffice: 'regular' });
    expect(then.context(name)).toMatchObject({ holderRef: 'HOLDER-A', successorRef: 'HOLDER-B' });
  });

  it('is not made twice before office is taken', () => {
    const then = given(...vacant, designated('2018-03-07')).when(
      designated('2018-03-08', 'full', 'HOLDER-B'),
    );
    expect(then.refusedBy).toEqual(['chair.designated.order']);
  });

  it('may come at the meeting at which it had been blocked', () => {
    const failed = [...consulting, blocked('2018-03-07')];
    expect(
      given(...failed)
        .when(designated('2018-03-07'))
        .state(name),
    ).toBe('designated');
    const agreed = given(...failed).when(noted('2018-03-07'));
    expect(agreed.state(name)).toBe('nameNoted');
    expect(agreed.context(name)).toMatchObject({ notedRef: 'HOLDER-A' });
    expect(
      given(...failed)
        .when(blocked('2018-05-08'))
        .state(name),
    ).toBe('blocked');
  });

  it('precedes taking office', () => {
    const then = given(...consulting).when(tookOffice('2018-03-08'));
    expect(then.refusedBy).toEqual(['chair.tookOffice.order']);
  });

  it('may be given back before the office is taken', () => {
    const then = given(...vacant, designated('2018-03-07')).when(
      resigned('2018-03-08', '2018-04-01'),
    );
    expect(then.state(name)).toBe('vacant');
  });
});

describe('the office of chair', () => {
  it('is vacant at once when its holder resigns with immediate effect', () => {
    const then = given(...holding).when(resigned('2018-10-01'));
    expect(then.state(name)).toBe('vacant');
    expect(then.context(name)).toMatchObject({ holderRef: null, term: null });
  });

  it('is held by the outgoing chair until the day a resignation takes effect', () => {
    const leaving = [...holding, resigned('2018-10-01', '2018-10-18')];
    expect(given(...leaving).state(name)).toEqual({ inOffice: 'outgoing' });
    const then = given(...leaving).when(termEnded('2018-10-18'));
    expect(then.state(name)).toBe('vacant');
    expect(then.decision?.verdicts['chair.servesUntilEffectiveDay']).toBe(true);
    const early = given(...leaving).when(termEnded('2018-10-10'));
    expect(early.decision?.verdicts['chair.servesUntilEffectiveDay']).toBe(false);
  });

  it('is not resigned twice, nor by nobody', () => {
    const leaving = [...holding, resigned('2018-10-01', '2018-10-18')];
    for (const before of [leaving, vacant]) {
      expect(given(...before).when(resigned('2018-10-02')).refusedBy).toEqual([
        'chair.resigned.order',
      ]);
    }
  });

  it('goes to a successor for the remainder of the term', () => {
    const gone = [...holding, resigned('2018-10-01'), consultations('2018-10-05')];
    const then = given(...gone).when(designated('2018-10-18', 'remainder', 'HOLDER-C'));
    expect(then.state(name)).toBe('designated');
    expect(then.context(name)).toMatchObject({ holderRef: 'HOLDER-C', term: 'remainder' });
  });

  it('is held over when the term ends without a successor, and may be resigned then', () => {
    const over = [...holding, heldOver('2019-02-28')];
    expect(given(...over).state(name)).toEqual({ inOffice: 'holdover' });
    expect(
      given(...over)
        .when(resigned('2019-03-15'))
        .state(name),
    ).toBe('vacant');
    expect(
      given(...over)
        .when(termEnded('2019-05-07'))
        .state(name),
    ).toBe('vacant');
    expect(given(...over).when(heldOver('2019-03-01')).refusedBy).toEqual(['chair.heldOver.order']);
  });

  it('ends with its term', () => {
    expect(
      given(...holding)
        .when(termEnded('2019-02-28'))
        .state(name),
    ).toBe('vacant');
    const actor = { id: 'gc', role: 'generalCouncil' } as const;
    const declared = { ...termEnded('2019-02-28'), actor };
    expect(given(...holding).when(declared).refusedBy).toEqual(['chair.termEnded.by']);
  });
});

describe('an interim chair', () => {
  it('presides when the office is vacant, also while consultations last', () => {
    for (const before of [vacant, consulting, [...consulting, blocked('2018-03-07')]]) {
      const then = given(...before).when(interim('2018-04-16'));
      expect(then.state(name)).toEqual({ inOffice: 'interim' });
    }
  });

  it('does not replace a chair in office', () => {
    expect(given(...holding).when(interim('2018-04-16')).refusedBy).toEqual([
      'chair.interimAppointed.order',
    ]);
  });
});

describe('the scenarios', () => {
  it('take every step, and see every step refused', () => {
    expect(uncovered(procedure)).toEqual({ neverTaken: [], neverRefused: [] });
  });
});
