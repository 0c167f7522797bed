import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { firstMeeting, request, theGroupAtWork } from '../told-referral';

const { given } = scenarios(procedures);
const name = 'referral/ecommerce-trips';
const of = request(name);
const links = {
  workingGroup: 'workingGroup/ecommerce',
  topic: 'topic/ecommerce-1',
  topic2: 'topic/ecommerce-2',
};

const submitted = (id: string): Told =>
  took(
    `topic/ecommerce-${id}`,
    'topic.submitted',
    {
      members: ['RUS'],
      originalLang: 'en',
      title: `Topic ${id}`,
      categories: ['intellectualProperty'],
      docSymbol: `WT/WGEC/W/SIM/${id}`,
    },
    {
      occurredOn: firstMeeting,
      links: { parent: 'workingGroup/ecommerce' },
      actor: { id: 'delegation', role: 'member', of: 'RUS' },
    },
  );
const registered = (id: string): Told =>
  took(`topic/ecommerce-${id}`, 'topic.registered', { topicNo: id }, firstMeeting);

const withTopics: readonly Told[] = [
  ...theGroupAtWork,
  ...['1', '2'].flatMap((id) => [submitted(id), registered(id)]),
  of.drafted({ topicIds: ['ecommerce-1', 'ecommerce-2'] }, links),
  of.agreed(),
];
const transmitted: readonly Told[] = [...withTopics, of.transmitted()];

const referralsOf = (id: string, steps: readonly Told[], told: Told) => {
  const then = given(...steps).when(told);
  expect(then.alerts).toEqual([]);
  const state = then.state(`topic/ecommerce-${id}`) as { live?: { referrals?: unknown } };
  return [state.live?.referrals, then.context(`topic/ecommerce-${id}`)?.['referrals']];
};

describe('each topic that a request serves', () => {
  it('knows of the request once it is transmitted, and not before', () => {
    expect(given(...withTopics).context('topic/ecommerce-1')).toMatchObject({ referrals: [] });
    for (const id of ['1', '2']) {
      expect(referralsOf(id, withTopics, of.transmitted())[0]).toBe('outstanding');
    }
  });

  it('is told when the group has taken note', () => {
    const done = [...transmitted, of.reported('2018-10-09')];
    for (const id of ['1', '2']) {
      expect(referralsOf(id, done, of.noted('2018-10-15'))).toEqual([
        'answered',
        [expect.objectContaining({ id: 'ecommerce-trips', outcome: 'noted' })],
      ]);
    }
  });

  it('is told when the body declines, or the group recalls it', () => {
    for (const [told, outcome] of [
      [of.declined('2018-06-05'), 'declined'],
      [of.recalled('2018-06-05'), 'recalled'],
    ] as const) {
      expect(referralsOf('2', transmitted, told)).toEqual([
        'none',
        [expect.objectContaining({ id: 'ecommerce-trips', outcome })],
      ]);
    }
  });
});

describe('a request whose ground is gone', () => {
  it('is recalled when a topic that it serves is withdrawn', () => {
    const withdrawn = took(
      'topic/ecommerce-1',
      'topic.withdrawn',
      { by: ['RUS'] },
      { occurredOn: '2018-06-01', onBehalfOf: { role: 'member', of: 'RUS' } },
    );
    const then = given(...transmitted).when(withdrawn);
    expect(then.alerts).toEqual([]);
    expect(then.state(name)).toBe('recalled');
  });

  it('is recalled when the group is no more, and only while it is open', () => {
    const terminated = (more: object = {}) =>
      took(
        'workingGroup/ecommerce',
        'workingGroup.terminated',
        {},
        { occurredOn: '2019-07-24', onBehalfOf: { role: 'generalCouncil' }, ...more },
      );
    const irregularity = { reason: 'The Council did not wait for the reply to be noted.' };
    const then = given(...transmitted, of.reported('2018-10-09')).when(
      terminated({ irregularity }),
    );
    expect(then.alerts).toEqual([]);
    expect(then.state(name)).toBe('recalled');
    const noted = [...transmitted, of.reported('2018-10-09'), of.noted('2018-10-15')];
    const after = given(...noted).when(terminated());
    expect([after.alerts, after.state(name)]).toEqual([[], 'noted']);
  });
});
