import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { request } from '../told-referral';
import { theGroupWithAPlan, topicCalled } from '../told-topics';

const { given } = scenarios(procedures);
const one = topicCalled('ecommerce-1');
const two = topicCalled('ecommerce-2');
const three = topicCalled('ecommerce-3');
const day = '2018-04-20';
const later = '2018-06-11';
const last = '2018-10-15';
const lineage = 'topic.acyclicLineage';

const topics: readonly Told[] = [
  ...theGroupWithAPlan,
  ...[one, two, three].flatMap((of) => [of.submitted(day), of.registered(day)]),
];
const verdict = (steps: readonly Told[], told: Told) =>
  given(...steps).when(told).decision?.verdicts[lineage];

describe('a topic merged', () => {
  it('goes on in another one, which stays before the group', () => {
    const then = given(...topics).when(one.merged(later, 'ecommerce-2'));
    expect(then.decision?.verdicts[lineage]).toBe(true);
    expect(then.state(one.name)).toBe('merged');
    expect(then.context(one.name)).toMatchObject({ mergedInto: 'ecommerce-2' });
    expect(then.state(two.name)).toMatchObject({ live: { stage: 'registered' } });
  });

  it('is not merged into itself, by whichever name', () => {
    for (const into of ['ecommerce-1', 'topic/ecommerce-1']) {
      expect(given(...topics).when(one.merged(later, into)).refusedBy).toEqual([lineage]);
    }
  });

  it('is not merged into a topic that was merged into it, nor into one further down', () => {
    const pair = [...topics, one.merged(later, 'topic/ecommerce-2')];
    expect(given(...pair).when(two.merged(last, 'ecommerce-1')).refusedBy).toEqual([lineage]);
    const chain = [...pair, two.merged(later, 'ecommerce-3')];
    expect(given(...chain).when(three.merged(last, 'ecommerce-1')).refusedBy).toEqual([lineage]);
  });

  it('is not merged into a topic that has been split', () => {
    const steps = [...topics, two.split(later, ['ecommerce-3'])];
    expect(given(...steps).when(one.merged(last, 'ecommerce-2')).refusedBy).toEqual([lineage]);
  });

  it('into a topic of which nothing is recorded, or that no case is called, is not computable', () => {
    for (const into of ['ecommerce-9', 'Topic No. 9']) {
      expect(verdict(topics, one.merged(later, into))).toBe('notComputable');
    }
  });

  it('into one that another topic is merged into as well is in order', () => {
    const steps = [...topics, one.merged(later, 'ecommerce-3')];
    expect(verdict(steps, two.merged(last, 'ecommerce-3'))).toBe(true);
  });
});

describe('a topic split', () => {
  it('goes on in several, in whichever order they are named', () => {
    const then = given(...topics).when(one.split(later, ['ecommerce-3', 'ecommerce-2']));
    expect(then.decision?.verdicts[lineage]).toBe(true);
    expect(then.context(one.name)).toMatchObject({ splitInto: ['ecommerce-2', 'ecommerce-3'] });
  });

  it('does not go on in itself, nor in one that has ended so itself', () => {
    const itself = one.split(later, ['ecommerce-2', 'ecommerce-1']);
    expect(given(...topics).when(itself).refusedBy).toEqual([lineage]);
    const steps = [...topics, two.merged(later, 'ecommerce-1')];
    const back = one.split(last, ['ecommerce-9', 'ecommerce-2']);
    expect(given(...steps).when(back).refusedBy).toEqual([lineage]);
  });

  it('into topics that are still to be submitted is not computable', () => {
    expect(verdict(topics, one.split(later, ['ecommerce-2', 'ecommerce-8']))).toBe('notComputable');
  });
});

describe('a request that serves a topic merged since', () => {
  const trips = request('referral/ecommerce-trips');
  const links = { workingGroup: 'workingGroup/ecommerce', topic: one.name };
  const merged: readonly Told[] = [
    ...topics,
    trips.drafted({}, links),
    trips.agreed(),
    trips.transmitted(),
    one.merged('2018-05-14', 'ecommerce-2'),
  ];

  it('goes on, and its answer still reaches the topic, whose lineage leads on', () => {
    expect(given(...merged).state('referral/ecommerce-trips')).toMatchObject({ asked: {} });
    const then = given(...merged, trips.reported('2018-06-08')).when(trips.noted(later));
    expect(then.alerts).toEqual([]);
    expect(then.context(one.name)).toMatchObject({
      mergedInto: 'ecommerce-2',
      referrals: [{ id: 'ecommerce-trips', outcome: 'noted' }],
    });
  });
});
