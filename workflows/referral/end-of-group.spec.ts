import { judge, scenarios, sceneIn, take, took, worldOf, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { firstMeeting, request, theGroupAtWork } from '../told-referral';
import { topicCalled } from '../told-topics';
import { referral as procedure } from '.';

const { given } = scenarios(procedures);
const name = 'referral/ecommerce-trips';
const of = request(name);
const rule = 'referral.groupInBeing';
const irregularity = { reason: 'It was not known yet that the Group had been concluded.' };

const group = (type: string, data: object, occurredOn: string, more: object = {}): Told =>
  took('workingGroup/ecommerce', `workingGroup.${type}`, data, { occurredOn, ...more });
const date = '2018-12-10';
const termed = group('mandateTermSet', { until: { date } }, firstMeeting);
const expired = group('mandateExpired', { anchor: date }, date);

const by = { role: 'member', of: 'RUS' } as const;
const draft = {
  topicIds: [],
  body: 'tripsCouncil',
  questions: [{ id: 'q1', text: 'Enforcement of copyright' }],
};
const links = { workingGroup: 'workingGroup/ecommerce' };
const draftedOn = (occurredOn: string, more: object = {}): Told =>
  took(name, 'referral.drafted', draft, { occurredOn, links, onBehalfOf: by, ...more });
const recalledByClock = (occurredOn: string): Told =>
  took(
    name,
    'referral.recalled',
    { reason: 'The Working Group had come to its end.' },
    { occurredOn, actor: { id: 'timekeeper', role: 'clock' } },
  );

const due = (told: readonly Told[], today: string) =>
  given(...told)
    .due(name, today)
    .map(({ type, occurredOn }) => [type, occurredOn]);
const recalledOn = (day: string) => [['referral.recalled', day]];

const ends = [
  ['concluded', group('concluded', {}, date)],
  ['terminated', group('terminated', {}, date)],
  ['expired', expired],
] as const;

describe.each(ends)('of a group that is %s', (_state, end) => {
  const over = [...theGroupAtWork, termed, end];

  it('a request drafted afterwards is irregular, under paragraph 4', () => {
    const refused = given(...over).when(draftedOn('2019-01-15'));
    expect(refused.refusal?.code).toBe('irregular');
    expect(refused.refusedBy).toEqual([rule]);
    expect(refused.refusal?.reasons[0]?.cite?.paragraph).toBe('4');
    expect(refused.refusal?.reasons[0]?.message.fr).toContain('que son mandat a expiré');
    expect(given(...theGroupAtWork).when(draftedOn('2019-01-15')).decision?.verdicts).toMatchObject(
      { [rule]: true },
    );
  });

  it('a request drafted afterwards all the same is recalled by the clock, once', () => {
    const told = [...over, draftedOn('2019-01-15', { irregularity })];
    expect(due(told, '2019-01-15')).toEqual(recalledOn('2019-01-15'));
    const then = given(...told).when(recalledByClock('2019-01-15'));
    expect(then.state(name)).toBe('recalled');
    expect(due([...told, recalledByClock('2019-01-15')], '2019-12-31')).toEqual([]);
  });

  it('a request drafted before, but after the end that was entered late, is recalled by the clock', () => {
    const told = [...theGroupAtWork, termed, draftedOn('2019-01-15')];
    expect(due(told, '2019-01-20')).toEqual([]);
    const then = given(...told).when(end);
    expect(then.refusedBy).toEqual([]);
    expect(then.alerts).toEqual([]);
    expect(then.state(name)).toBe('drafted');
    expect(due([...told, end], '2019-01-20')).toEqual(recalledOn('2019-01-20'));
  });

  it('a request open on that day is recalled by the end itself, and the clock has nothing to add', () => {
    const told = [...theGroupAtWork, termed, of.drafted(), of.agreed(), of.transmitted()];
    const proposal = { ...(end.proposal as object), irregularity };
    const ended = end === expired ? end : { ...end, proposal };
    const then = given(...told).when(ended);
    expect(then.alerts).toEqual([]);
    expect(then.stateAt(name, date)).toBe('recalled');
    expect(due([...told, ended], '2019-01-20')).toEqual([]);
  });
});

describe('an end of the group that is entered late', () => {
  const topic = topicCalled('ecommerce-1');
  const serving = { ...links, topic: topic.name };
  const asked = [
    ...theGroupAtWork,
    topic.submitted(firstMeeting),
    topic.registered(firstMeeting),
    of.drafted({}, serving),
    of.agreed(),
    of.transmitted('2018-04-23'),
    of.acknowledged('2018-05-02'),
  ];
  const concluded = group('concluded', {}, '2018-04-30', { irregularity });

  it('cannot recall what the body did afterwards: it raises an alert, and the clock recalls', () => {
    const then = given(...asked).when(concluded);
    expect(then.alerts.map(({ code }) => code)).toEqual(['laterStepImpossible']);
    expect(then.state(name)).toEqual({ asked: { reply: 'acknowledged', timing: 'inTime' } });
    expect(due([...asked, concluded], '2018-05-10')).toEqual(recalledOn('2018-05-10'));
    const after = given(...asked, concluded).when(recalledByClock('2018-05-10'));
    expect(after.state(name)).toBe('recalled');
    expect(after.stateAt(name, '2018-05-09')).toEqual(then.state(name));
    expect(after.context(topic.name)?.['referrals']).toEqual([
      { id: 'ecommerce-trips', outcome: 'recalled' },
    ]);
  });

  it('leaves alone what has an answer by then', () => {
    const settled = [...asked, of.declined('2018-05-03'), concluded];
    expect(due(settled, '2018-05-10')).toEqual([]);
  });

  it('changes the verdict on what was drafted, transmitted or given a date after it', () => {
    const told = [...asked, of.replyDateSet('2018-05-03', '2018-10-20')];
    expect(verdicts(told)).toEqual({ drafted: true, transmitted: true, replyDateSet: true });
    const then = given(...told).when(concluded);
    expect(then.refusedBy).toEqual([]);
    const after = { drafted: true, transmitted: true, replyDateSet: false };
    expect(verdicts([...told, concluded])).toEqual(after);
    const earlier = group('concluded', {}, '2018-04-20', { irregularity });
    expect(verdicts([...told, earlier])).toEqual({ ...after, transmitted: false });
  });

  it('makes a date set after it irregular', () => {
    const set = of.replyDateSet('2018-05-03', '2018-10-20');
    expect(given(...asked, concluded).when(set).refusedBy).toEqual([rule]);
  });
});

/** What the rule says now of each step of the request, whatever it said when that was recorded. */
function verdicts(told: readonly Told[]) {
  const world = told.reduce((so, each) => take(so, each).world, worldOf(procedures));
  const known = world.cases.get(name)!;
  const scene = sceneIn(world, procedure, known);
  const said = known.timeline.map((entry) => [
    entry.step.type.slice('referral.'.length),
    judge(scene, entry).verdicts[rule],
  ]);
  return Object.fromEntries(said.filter(([, verdict]) => verdict !== undefined)) as unknown;
}

describe('the clock', () => {
  it('recalls nothing of a group whose mandate was extended after all', () => {
    const told = [...theGroupAtWork, termed, expired, draftedOn('2019-01-15', { irregularity })];
    const until = { date: '2019-12-31' };
    const extended = group('mandateExtended', { until }, '2019-01-20');
    expect(due(told, '2019-01-19')).toEqual(recalledOn('2019-01-19'));
    expect(due([...told, extended], '2019-01-20')).toEqual([]);
  });

  it('recalls nothing that belongs to no group', () => {
    const told = took(name, 'referral.drafted', draft, { occurredOn: date, onBehalfOf: by });
    expect(given().when(told).decision?.verdicts).toMatchObject({ [rule]: 'notComputable' });
    expect(due([told], '2019-01-20')).toEqual([]);
  });
});
