import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { request, theGroupAtWork } from '../told-referral';
import { topicCalled } from '../told-topics';

const { given } = scenarios(procedures);
const name = 'workingGroup/ecommerce';
const day = '2019-12-10';

const group = (type: string, data: object, occurredOn: string, more: object = {}) =>
  took(name, `workingGroup.${type}`, data, { occurredOn, ...more });
const termSet = group('mandateTermSet', { until: { date: day } }, '2018-12-12');
const expired = group('mandateExpired', { anchor: day }, day);
const irregularity = { reason: 'The General Council so decided.' };

const first = request('referral/ecommerce-1');
const second = request('referral/ecommerce-2', 'goodsCouncil');
const sent = [first.drafted(), first.agreed(), first.transmitted()];
const drafted = second.drafted();
const declined = [
  ...sent,
  first.acknowledged('2018-05-02'),
  first.declined('2018-06-05', 'workload'),
];

const rule = 'workingGroup.noOpenReferral';

describe.each(['concluded', 'terminated'])('a group that is %s', (end) => {
  it('has no request before another body', () => {
    const refused = given(...theGroupAtWork, ...sent).when(group(end, {}, day));
    expect(refused.refusal?.code).toBe('irregular');
    expect(refused.refusedBy).toEqual([rule]);
    expect(refused.refusal?.reasons[0]?.cite?.paragraph).toBe('4');
    expect(refused.refusal?.reasons[0]?.message.fr).toContain("tant qu'un organe de l'OMC");
    for (const before of [theGroupAtWork, [...theGroupAtWork, ...declined]]) {
      const then = given(...before).when(group(end, {}, day));
      expect(then.decision?.verdicts).toEqual({ [rule]: true });
    }
  });

  it('has those recalled that were open, whatever became of the rule', () => {
    const told = group(end, {}, day, { irregularity });
    const then = given(...theGroupAtWork, ...sent, drafted).when(told);
    expect(then.alerts).toEqual([]);
    expect(then.state(name)).toBe(end);
    expect(then.state('referral/ecommerce-1')).toBe('recalled');
    expect(then.state('referral/ecommerce-2')).toBe('recalled');
  });

  it('leaves alone what had been settled', () => {
    const then = given(...theGroupAtWork, ...declined).when(group(end, {}, day));
    expect(then.alerts).toEqual([]);
    expect(then.state('referral/ecommerce-1')).toBe('declined');
  });
});

describe('a mandate that expires', () => {
  const open = topicCalled('ecommerce-1');
  const gone = topicCalled('ecommerce-2');
  const topics: readonly Told[] = [
    open.submitted('2018-05-14'),
    open.registered('2018-05-15'),
    gone.submitted('2018-05-14'),
    gone.withdrawn('2018-06-11'),
  ];

  it('recalls open requests and carries open topics to the General Council', () => {
    const then = given(...theGroupAtWork, termSet, ...sent, drafted, ...topics).when(expired);
    expect(then.alerts).toEqual([]);
    expect(then.state(name)).toBe('expired');
    expect(then.state('referral/ecommerce-1')).toBe('recalled');
    expect(then.state('referral/ecommerce-2')).toBe('recalled');
    expect(then.state(open.name)).toMatchObject({ live: { stage: 'carriedForward' } });
    expect(then.state(gone.name)).toBe('withdrawn');
  });

  it('is not stopped by what is open, and leaves what was settled', () => {
    const then = given(...theGroupAtWork, termSet, ...declined).when(expired);
    expect(then.decision?.verdicts).toEqual({});
    expect(then.alerts).toEqual([]);
    expect(then.state('referral/ecommerce-1')).toBe('declined');
  });
});

describe('the term of a mandate, when it is a date', () => {
  const due = (told: readonly Told[], on: string) =>
    given(...told)
      .due(name, on)
      .map(({ type, occurredOn, confirm }) => [type, occurredOn, confirm]);
  const termed = [...theGroupAtWork, termSet];
  const near = ['workingGroup.mandateNearedExpiry', '2019-09-17', false];
  const past = ['workingGroup.mandateExpired', day, true];

  it('is said to be near twelve weeks before, once', () => {
    expect(due(termed, '2019-09-16')).toEqual([]);
    expect(due(termed, '2019-09-17')).toEqual([near]);
    const said = group('mandateNearedExpiry', { anchor: day }, '2019-09-17');
    expect(due([...termed, said], '2019-09-30')).toEqual([]);
  });

  it('is near from the day on which it was set, when that is later', () => {
    const short = group('mandateTermSet', { until: { date: day } }, '2019-11-01');
    expect(due([...theGroupAtWork, short], '2019-11-01')).toEqual([
      ['workingGroup.mandateNearedExpiry', '2019-11-01', false],
    ]);
  });

  it('is put to the Secretariat on that day, which records the expiry', () => {
    expect(due(termed, '2019-12-09')).toEqual([near]);
    expect(due(termed, day)).toEqual([near, past]);
    expect(due([...termed, expired], '2019-12-31')).toEqual([]);
  });

  it('is that of the extension, when there was one', () => {
    const until = { date: '2020-06-11', event: 'the next session' };
    const extended = group('mandateExtended', { until }, '2019-10-15');
    expect(due([...termed, extended], '2019-12-31')).toEqual([]);
    expect(due([...termed, extended], '2020-06-11').at(-1)?.[1]).toBe('2020-06-11');
  });

  it('is nothing to the clock when it is an event, or when there is none', () => {
    const event = group('mandateTermSet', { until: { event: 'the next session' } }, '2018-12-12');
    expect(due([...theGroupAtWork, event], '2030-12-31')).toEqual([]);
    expect(due(theGroupAtWork, '2030-12-31')).toEqual([]);
  });
});
