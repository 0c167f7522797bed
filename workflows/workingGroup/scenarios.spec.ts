import { payloadSchema, scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import {
  adopted,
  circulated,
  submitted,
  theChairInOffice,
  theDecisionAdopted,
  theGroupEstablished,
} from '../told';
import { workingGroup } from '.';

const { given, uncovered } = scenarios(procedures);
const name = 'workingGroup/ecommerce';

const group = (type: string, data: object, when: Parameters<typeof took>[3]) =>
  took(name, `workingGroup.${type}`, data, when);
const established = (when: Parameters<typeof took>[3]) =>
  group(
    'established',
    { body: 'generalCouncil', termsOfReference: 'Paragraph 1', symbol: 'WT/L/SIM/1' },
    when,
  );
const blocked = (day: string) => group('establishmentBlocked', { note: 'No consensus' }, day);
const met = (day: string) => group('firstMeetingHeld', { meetingId: 'wg-1' }, day);
const dormant = (day: string) => group('becameDormant', { reason: 'No chair' }, day);
const suspended = group('suspended', { authority: 'WT/GC/SIM/1' }, '2018-10-18');
const resumed = group('resumed', { authority: 'WT/GC/SIM/2' }, '2018-12-12');
const until = { event: 'the next session of the Ministerial Conference' };
const dated = { date: '2021-12-31' };
const termSet = group('mandateTermSet', { until }, '2018-12-12');
const extended = (day: string) => group('mandateExtended', { until: dated }, day);
const nearedExpiry = group('mandateNearedExpiry', { anchor: 'MC12' }, '2020-03-01');
const expired = group('mandateExpired', { anchor: 'MC12' }, '2020-06-11');
const concluded = group('concluded', { finalReport: 'WT/WGEC/1' }, '2020-12-16');
const terminated = group('terminated', {}, '2020-12-16');

const inBeing: readonly Told[] = [...theDecisionAdopted, theGroupEstablished, ...theChairInOffice];
const atWork: readonly Told[] = [...inBeing, met('2018-04-16')];
const active = (activity: string, mandate = 'openEnded') => ({
  established: { activity, mandate },
});

describe('the instruction to establish the Working Group', () => {
  it('comes with the adoption of the decision', () => {
    expect(given(...theDecisionAdopted).state(name)).toBe('instructed');
  });

  it('comes once', () => {
    const data = { decisionSymbol: 'WT/MIN(17)/SIM/1', para: '2' };
    const then = given(...theDecisionAdopted).when(
      group('establishmentInstructed', data, '2017-12-14'),
    );
    expect(then.refusedBy).toEqual(['workingGroup.establishmentInstructed.order']);
    expect(then.refusal?.reasons[0]?.cite?.paragraph).toBe('2');
  });

  it('names the decision it comes from', () => {
    const data = { decisionSymbol: 'WT/MIN(17)/SIM/1', para: '2' };
    const then = given().when(group('establishmentInstructed', data, '2017-12-14'));
    expect(then.refusal?.reasons[0]?.field).toBe('links.parent');
  });
});

describe('the establishment of the Working Group', () => {
  it('in February 2018 is what paragraph 2 says', () => {
    const then = given(...theDecisionAdopted).when(established('2018-02-28'));
    expect(then.state(name)).toEqual(active('constituted'));
    expect(then.decision?.verdicts).toEqual({
      'workingGroup.instructionInForce': true,
      'workingGroup.establishedInFebruary2018': true,
    });
  });

  it.each(['2018-01-31', '2018-03-07'])('on %s is refused without a reason', (day) => {
    const then = given(...theDecisionAdopted).when(established(day));
    expect(then.refusal?.code).toBe('irregular');
    expect(then.refusedBy).toEqual(['workingGroup.establishedInFebruary2018']);
    expect(then.refusal?.reasons[0]?.cite).toEqual({ instrument: 'JOB/GC/137', paragraph: '2' });
    expect(then.refusal?.reasons[0]?.message.fr).toContain('à sa première réunion en février 2018');
    expect(then.refusal?.reasons[0]?.message.es).toContain('febrero de 2018');
  });

  it('in March is recorded as irregular: the General Council held no February meeting', () => {
    const then = given(...theDecisionAdopted).when(theGroupEstablished);
    expect(then.state(name)).toEqual(active('constituted'));
    expect(then.decision?.irregularity?.rules).toEqual(['workingGroup.establishedInFebruary2018']);
  });

  it('may be blocked, even at two meetings, and succeed later', () => {
    const twice = [...theDecisionAdopted, blocked('2018-03-07'), blocked('2018-05-08')];
    expect(given(...twice).state(name)).toBe('blocked');
    const irregularity = { reason: 'Blocked in March and in May.' };
    const then = given(...twice).when(established({ occurredOn: '2018-07-26', irregularity }));
    expect(then.state(name)).toEqual(active('constituted'));
  });

  it('cannot be blocked once it has taken place', () => {
    const then = given(...inBeing).when(blocked('2018-05-08'));
    expect(then.refusedBy).toEqual(['workingGroup.establishmentBlocked.order']);
  });

  it('happens once', () => {
    const then = given(...inBeing).when(established('2018-05-08'));
    expect(then.refusedBy).toEqual(['workingGroup.established.order']);
  });

  it('needs an instruction first', () => {
    const links = { parent: 'decision/ecommerce' };
    const then = given(submitted, circulated).when(
      established({ occurredOn: '2018-02-28', links }),
    );
    expect(then.refusedBy).toEqual(['workingGroup.established.order']);
  });

  it('dated before the adoption of the decision is refused', () => {
    const then = given(submitted, circulated, adopted).when(established('2017-12-12'));
    expect(then.refusedBy).toEqual(['workingGroup.established.order']);
  });
});

describe('the activity of the Working Group', () => {
  it('begins with its first meeting', () => {
    expect(
      given(...inBeing)
        .when(met('2018-04-16'))
        .state(name),
    ).toEqual(active('operational'));
    expect(given(...atWork).when(met('2018-06-11')).refusedBy).toEqual([
      'workingGroup.firstMeetingHeld.order',
    ]);
  });

  it('sleeps when no chair is agreed, and begins when it meets after all', () => {
    const asleep = [...inBeing, dormant('2018-05-08')];
    expect(given(...asleep).state(name)).toEqual(active('dormant'));
    expect(
      given(...asleep)
        .when(met('2018-09-10'))
        .state(name),
    ).toEqual(active('operational'));
    expect(given(...asleep).when(dormant('2018-06-08')).refusedBy).toEqual([
      'workingGroup.becameDormant.order',
    ]);
  });

  it.each([
    ['constituted', inBeing],
    ['operational', atWork],
    ['dormant', [...atWork, dormant('2018-10-01')]],
  ])('may be suspended and resumes the activity it was in: %s', (activity, before) => {
    const stopped = given(...before).when(suspended);
    expect(stopped.state(name)).toEqual(active('suspended'));
    expect(stopped.context(name)).toMatchObject({ suspendedFrom: activity });
    const then = given(...before, suspended).when(resumed);
    expect(then.state(name)).toEqual(active(activity));
    expect(then.context(name)).toMatchObject({ activity, suspendedFrom: null });
  });

  it('is not suspended twice, nor resumed unless suspended', () => {
    const again = group('suspended', { authority: 'WT/GC/SIM/3' }, '2018-11-01');
    expect(given(...atWork, suspended).when(again).refusedBy).toEqual([
      'workingGroup.suspended.order',
    ]);
    expect(given(...atWork).when(resumed).refusedBy).toEqual(['workingGroup.resumed.order']);
  });

  it('is resumed as it had been also when the register learns late that it had met', () => {
    const then = given(...inBeing, suspended, resumed).when(met('2018-04-16'));
    expect(then.state(name)).toEqual(active('operational'));
  });
});

describe('the mandate of the Working Group', () => {
  const termed = [...atWork, termSet];

  it('has no end until a decision sets one', () => {
    expect(given(...atWork).when(expired).refusedBy).toEqual(['workingGroup.mandateExpired.order']);
    const then = given(...atWork).when(termSet);
    expect(then.state(name)).toEqual(active('operational', 'termed'));
    expect(then.context(name)).toMatchObject({ until });
  });

  it('is given a term once; after that it is extended', () => {
    expect(
      given(...termed).when(group('mandateTermSet', { until }, '2019-05-07')).refusedBy,
    ).toEqual(['workingGroup.mandateTermSet.order']);
    const then = given(...termed, nearedExpiry).when(extended('2020-05-29'));
    expect(then.state(name)).toEqual(active('operational', 'termed'));
    expect(then.context(name)).toMatchObject({ until: dated, untilSetOn: '2020-05-29' });
  });

  it('without a term is neither extended nor near its end', () => {
    expect(given(...atWork).when(extended('2020-05-29')).refusedBy).toEqual([
      'workingGroup.mandateExtended.order',
    ]);
    expect(given(...atWork).when(nearedExpiry).refusedBy).toEqual([
      'workingGroup.mandateNearedExpiry.order',
    ]);
  });

  it('nears its end and expires', () => {
    expect(
      given(...termed)
        .when(nearedExpiry)
        .state(name),
    ).toEqual(active('operational', 'expiring'));
    expect(
      given(...termed, nearedExpiry)
        .when(expired)
        .state(name),
    ).toBe('expired');
  });

  it('has a term that is a date or an event, and says which', () => {
    const nothing = group('mandateTermSet', { until: {} }, '2018-12-12');
    const refused = given(...atWork).when(nothing);
    expect(refused.refusal?.code).toBe('notPossible');
    expect(refused.refusedBy).toEqual(['workingGroup.termSaid']);
    expect(refused.refusal?.reasons[0]?.message.fr).toContain('à une date ou avec un événement');
    const extension = group('mandateExtended', { until: {} }, '2020-05-29');
    expect(given(...termed).when(extension).refusedBy).toEqual(['workingGroup.termSaid']);
    for (const told of [termSet, group('mandateTermSet', { until: dated }, '2018-12-12')]) {
      const { decision } = given(...atWork).when(told);
      expect(decision?.verdicts['workingGroup.termSaid']).toBe(true);
    }
    const schema = payloadSchema(workingGroup.steps['workingGroup.mandateTermSet']!.payload);
    expect(schema['$defs']).toMatchObject({
      MandateTerm: { anyOf: [{ required: ['date'] }, { required: ['event'] }] },
    });
  });

  it.each([
    ['operational', []],
    ['suspended', [group('suspended', { authority: 'WT/GC/SIM/1' }, '2019-02-28')]],
    ['dormant', [dormant('2019-02-28')]],
  ])('extended after it expired takes up the activity it had: %s', (activity, before) => {
    const then = given(...termed, ...before, expired).when(extended('2020-12-16'));
    expect(then.state(name)).toEqual(active(activity, 'termed'));
  });

  it('extended after it expired while suspended is resumed as it had been before', () => {
    const stopped = group('suspended', { authority: 'WT/GC/SIM/1' }, '2019-02-28');
    const then = given(...inBeing, termSet, stopped, expired, extended('2020-12-16')).when(
      group('resumed', { authority: 'WT/GC/SIM/2' }, '2021-03-01'),
    );
    expect(then.state(name)).toEqual(active('constituted', 'termed'));
  });

  it('extended after it expired before any meeting leaves the group constituted', () => {
    const then = given(...inBeing, termSet, expired).when(extended('2020-12-16'));
    expect(then.state(name)).toEqual(active('constituted', 'termed'));
  });

  it('extended in time, and recorded when the minutes came, undoes no expiry by itself', () => {
    const then = given(...termed, nearedExpiry, expired).when(extended('2020-05-29'));
    expect(then.state(name)).toBe('expired');
  });
});

describe('the end of the Working Group', () => {
  it.each([
    ['concluded', concluded],
    ['terminated', terminated],
  ])('comes when the General Council has it %s, also after its mandate expired', (end, told) => {
    expect(
      given(...atWork)
        .when(told)
        .state(name),
    ).toBe(end);
    expect(
      given(...atWork, termSet, expired)
        .when(told)
        .state(name),
    ).toBe(end);
  });

  it('is final', () => {
    expect(given(...atWork, concluded).when(terminated).refusedBy).toEqual([
      'workingGroup.terminated.order',
    ]);
    expect(given(...atWork, terminated).when(concluded).refusedBy).toEqual([
      'workingGroup.concluded.order',
    ]);
  });

  it('is an act of the General Council', () => {
    const actor = { id: 'wg', role: 'body', of: 'workingGroup' } as const;
    expect(given(...atWork).when({ ...concluded, actor }).refusedBy).toEqual([
      'workingGroup.concluded.by',
    ]);
  });
});

describe('the scenarios', () => {
  it('take every step, and see every step refused', () => {
    expect(uncovered(workingGroup)).toEqual({ neverTaken: [], neverRefused: [] });
  });
});
