import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { firstMeeting, request, theGroupAtWork, twoQuestions } from '../told-referral';
import { meetingOfTheGroup, theDecisionAdopted, theGroupEstablished } from '../told';
import { referral as procedure } from '.';

const { given, uncovered } = scenarios(procedures);
const name = 'referral/ecommerce-trips';
const of = request(name);

const agreed: readonly Told[] = [...theGroupAtWork, of.drafted(), of.agreed()];
const transmitted: readonly Told[] = [...agreed, of.transmitted()];
const received: readonly Told[] = [...transmitted, of.acknowledged()];
const accepted: readonly Told[] = [...received, of.accepted('2018-06-05')];
const reported: readonly Told[] = [...accepted, of.reported('2018-10-09')];

const before = (reply: string, timing = 'inTime') => ({ asked: { reply, timing } });
const after = (...steps: readonly Told[]) => given(...steps).state(name);

describe('a request for assistance', () => {
  it('is drafted, agreed, transmitted, received, accepted, answered and noted', () => {
    expect(after(...received)).toEqual(before('acknowledged'));
    expect(after(...accepted)).toEqual({ asked: { reply: { work: 'full' }, timing: 'inTime' } });
    expect(after(...reported)).toEqual(before('reported', 'replied'));
    const then = given(...reported).when(of.noted('2018-10-15'));
    expect(then.state(name)).toBe('noted');
    expect(then.context(name)).toMatchObject({
      body: 'tripsCouncil',
      symbol: 'WT/WGEC/SIM/4',
      meetingId: 'trips-2018-06',
      answered: ['q1', 'q2'],
      reports: ['IP/C/SIM/3'],
      repliedOn: '2018-10-09',
    });
  });

  it('may be answered in the interim, in part, or by nothing', () => {
    const some = [...accepted, of.interim('2018-07-20'), of.inPart('2018-10-09')];
    expect(after(...some)).toEqual(before('answeredInPart', 'replied'));
    expect(after(...accepted, of.nil('2018-10-09'))).toEqual(before('nilReported', 'replied'));
    const remaining = [{ question: 'q2', action: 'dropped' }];
    expect(after(...some, of.noted('2018-10-15', remaining))).toBe('noted');
  });

  it('is agreed under rules that cite paragraph 4, and looks at the group', () => {
    const then = given(...theGroupAtWork, of.drafted()).when(of.agreed());
    expect(then.decision?.verdicts).toEqual({
      'referral.groupOperational': true,
      'referral.agreedByConsensus': true,
      'referral.withinCompetence': true,
      'referral.customsDutiesToGeneralCouncil': true,
    });
    expect(then.decision?.basis.map((each) => each.case)).toEqual(['workingGroup/ecommerce']);
  });

  it('may be drafted by a Member, and redrafted until it is agreed', () => {
    const actor = { id: 'delegate', role: 'member', of: 'RUS' } as const;
    const { onBehalfOf: _chair, ...own } = of.drafted().proposal as Record<string, unknown>;
    const mine = { ...of.drafted(), actor, proposal: own };
    const [first = { id: 'q1' }] = twoQuestions;
    const then = given(...theGroupAtWork, mine).when(of.redrafted('2018-04-20', [first]));
    expect(then.context(name)).toMatchObject({ questions: [first] });
    expect(given(...agreed).when(of.redrafted('2018-04-20')).refusedBy).toEqual([
      'referral.drafted.order',
    ]);
  });

  it('puts each question under an id of its own', () => {
    const [first, second] = twoQuestions;
    const questions = [first, { ...second, id: 'q1' }];
    expect(given(...theGroupAtWork).when(of.drafted({ questions })).refusedBy).toEqual([
      'referral.questionsToldApart',
    ]);
  });

  it('is agreed by a group that is operational alone', () => {
    const early = given(...theDecisionAdopted, theGroupEstablished, of.drafted()).when(of.agreed());
    expect(early.refusedBy).toEqual(['referral.groupOperational']);
    expect(early.refusal?.reasons[0]?.cite).toEqual({ instrument: 'JOB/GC/137', paragraph: '4' });
    const unlinked = given(of.drafted({}, {})).when(of.agreed());
    expect(unlinked.decision?.verdicts['referral.groupOperational']).toBe('notComputable');
  });

  it('is agreed by consensus; when nobody has said how, that is not computable', () => {
    const drafted = [...theGroupAtWork, of.drafted()];
    const vote = of.agreed({}, { decision: { mode: 'vote' } });
    expect(given(...drafted).when(vote).refusedBy).toEqual(['referral.agreedByConsensus']);
    const { decision: _mode, ...unsaid } = of.agreed().proposal as Record<string, unknown>;
    const then = given(...drafted).when({ ...of.agreed(), proposal: unsaid });
    expect(then.decision?.verdicts['referral.agreedByConsensus']).toBe('notComputable');
  });

  it.each([
    of.agreed({}, { occurredOn: '2018-12-01' }),
    of.replyDateSet('2018-12-01', '2019-03-01'),
    of.transmitted('2018-12-01'),
    of.acknowledged('2018-12-01'),
    of.accepted('2018-12-01'),
    of.declined('2018-12-01'),
    of.interim('2018-12-01'),
    of.inPart('2018-12-01'),
    of.reported('2018-12-01'),
    of.nil('2018-12-01'),
    of.noted('2018-12-01'),
    of.recalled('2018-12-01'),
  ])('takes no step before it is drafted, nor any after it was noted: $proposal.type', (told) => {
    const { type } = told.proposal as { type: string };
    expect(given().when(told).refusedBy).toEqual([`${type}.order`]);
    const ended = given(...reported, of.noted('2018-10-15'));
    expect(ended.when(told).refusedBy).toEqual([`${type}.order`]);
  });

  it('is not awaited before it is transmitted', () => {
    const awaited = of.replyAwaited('2018-12-01', '2018-11-30');
    expect(given(...agreed).when(awaited).refusedBy).toEqual(['referral.replyAwaited.order']);
  });

  it('is not answered before it was transmitted', () => {
    expect(given(...agreed).when(of.reported('2018-04-20')).refusedBy).toEqual([
      'referral.reported.order',
    ]);
  });
});

describe('the body asked', () => {
  const own = 'referral.bodyInItsOwnReferral';
  const account = { id: 'trips', role: 'body', of: 'tripsCouncil' } as const;
  const services = request('referral/ecommerce-services', 'servicesCouncil');
  const asServices = [
    ...theGroupAtWork,
    services.drafted(),
    services.agreed(),
    services.transmitted(),
  ];
  const steps = [
    services.acknowledged(),
    services.accepted('2018-06-05'),
    services.declined('2018-06-05'),
    services.interim('2018-06-05'),
    services.inPart('2018-06-05'),
    services.reported('2018-06-05'),
    services.nil('2018-06-05'),
  ];

  it.each(steps)('alone answers: another is forbidden $proposal.type', (told) => {
    const { onBehalfOf: _body, ...plain } = told.proposal as Record<string, unknown>;
    const then = given(...asServices).when({ ...told, proposal: plain, actor: account });
    expect(then.refusal?.code).toBe('forbidden');
    expect(then.refusedBy).toEqual([own]);
    expect(then.refusal?.reasons[0]?.message.fr).toContain("l'organe auquel elle est adressée");
  });

  it('answers itself or through its chair, and nobody else answers for it', () => {
    const by = (party: { role: 'body' | 'chair' | 'generalCouncil'; of?: string }) =>
      given(...transmitted).when(of.reported('2018-10-09', {}, { onBehalfOf: party }));
    expect(by({ role: 'chair', of: 'tripsCouncil' }).decision?.verdicts[own]).toBe(true);
    expect(by({ role: 'chair', of: 'workingGroup' }).refusedBy).toEqual([own]);
    expect(by({ role: 'generalCouncil' }).refusedBy).toEqual([own]);
    expect(by({ role: 'chair' }).decision?.verdicts[own]).toBe('notComputable');
  });

  it('may be the General Council', () => {
    const council = request(name, 'generalCouncil');
    const then = given(...theGroupAtWork, council.drafted(), council.agreed()).when(
      council.transmitted(),
    );
    expect(then.state(name)).toEqual(before('transmitted'));
    const asked = [
      ...theGroupAtWork,
      council.drafted(),
      council.agreed(),
      council.transmitted(),
      council.acknowledged(),
    ];
    const reply = given(...asked).when(council.reported('2018-07-26'));
    expect(reply.decision?.verdicts[own]).toBe(true);
  });

  it('accepts by its own consensus: the group cannot compel it', () => {
    const vote = of.accepted('2018-06-05', { scope: 'full' }, { decision: { mode: 'vote' } });
    expect(given(...received).when(vote).refusedBy).toEqual(['referral.acceptedByItsConsensus']);
    const { decision: _mode, ...unsaid } = of.accepted('2018-06-05').proposal as Record<
      string,
      unknown
    >;
    const then = given(...received).when({ ...of.accepted('2018-06-05'), proposal: unsaid });
    expect(then.decision?.verdicts['referral.acceptedByItsConsensus']).toBe('notComputable');
    const onBehalfOf = { role: 'body', of: 'workingGroup' } as const;
    const forced = of.accepted('2018-06-05', { scope: 'full' }, { onBehalfOf });
    expect(given(...received).when(forced).refusedBy).toEqual([own]);
  });

  it('may decline, at once or after it has begun; that ends the request', () => {
    expect(after(...transmitted, of.declined('2018-06-05', 'competence'))).toBe('declined');
    expect(after(...received, of.declined('2018-06-05', 'workload'))).toBe('declined');
    expect(after(...accepted, of.declined('2018-10-09'))).toBe('declined');
    const gone = given(...received, of.declined('2018-06-05'));
    expect(gone.when(of.reported('2018-10-09')).refusedBy).toEqual(['referral.reported.order']);
    const again = request('referral/ecommerce-trips-2');
    const anew = given(...received, of.declined('2018-06-05'), again.drafted()).when(
      again.agreed({}, { occurredOn: '2018-06-11' }),
    );
    expect(anew.state('referral/ecommerce-trips-2')).toBe('agreed');
  });

  it('may accept in part, and says what it leaves out', () => {
    const part = { scope: 'partial', excluded: ['q2'] };
    const then = given(...received).when(of.accepted('2018-06-05', part));
    expect(then.state(name)).toEqual({ asked: { reply: { work: 'partial' }, timing: 'inTime' } });
    expect(then.context(name)).toMatchObject({ excluded: ['q2'] });
    const verdict = (data: object) =>
      given(...received).when(of.accepted('2018-06-05', data)).decision?.verdicts[
        'referral.exclusionsNamed'
      ];
    expect(verdict(part)).toBe(true);
    expect(verdict({ scope: 'partial' })).toBe(false);
    expect(verdict({ scope: 'full', excluded: ['q2'] })).toBe(false);
  });

  it('may take up later what it had left out', () => {
    const part = of.accepted('2018-06-05', { scope: 'partial', excluded: ['q2'] });
    const whole = given(...received, part).when(of.accepted('2018-10-09'));
    expect(whole.state(name)).toEqual({ asked: { reply: { work: 'full' }, timing: 'inTime' } });
    expect(whole.context(name)).toMatchObject({ excluded: [] });
  });
});

describe('a request that has ended otherwise', () => {
  it('was recalled, before or after it was transmitted', () => {
    for (const steps of [[...theGroupAtWork, of.drafted()], agreed, received, accepted, reported]) {
      expect(after(...steps, of.recalled('2018-12-03'))).toBe('recalled');
    }
  });

  it('was recalled with the group itself, not by the body', () => {
    const onBehalfOf = { role: 'body', of: 'tripsCouncil' } as const;
    const reason = { reason: 'No time' };
    const told = took(name, 'referral.recalled', reason, { occurredOn: '2018-06-05', onBehalfOf });
    expect(given(...received).when(told).refusedBy).toEqual(['referral.recalled.by']);
  });
});

describe('the day for the reply', () => {
  it('is set when the request is agreed, or later, and may pass', () => {
    const dated = [...theGroupAtWork, of.drafted(), of.agreed({ replyBy: '2018-09-14' })];
    expect(given(...dated).context(name)).toMatchObject({ replyBy: '2018-09-14' });
    const late = [...dated, of.transmitted(), of.replyAwaited('2018-09-15', '2018-09-14')];
    expect(after(...late)).toEqual(before('transmitted', 'awaited'));
    const then = given(...late).when(of.replyDateSet('2018-10-01', '2018-11-30'));
    expect(then.state(name)).toEqual(before('transmitted'));
    expect(then.context(name)).toMatchObject({ replyBy: '2018-11-30' });
    expect(given(...agreed, of.replyDateSet('2018-04-20', '2018-09-14')).context(name)).toEqual(
      expect.objectContaining({ replyBy: '2018-09-14' }),
    );
  });
});

describe('the group', () => {
  it('takes note at a meeting of its own; otherwise that is irregular', () => {
    const verdict = 'referral.notedAtMeetingOfGroup';
    expect(given(...reported).when(of.noted('2018-10-15')).decision?.verdicts[verdict]).toBe(
      'notComputable',
    );
    const met = [...reported, ...meetingOfTheGroup('wg-2', '2018-10-15')];
    expect(given(...met).when(of.noted('2018-10-15')).decision?.verdicts[verdict]).toBe(true);
    const plan = { body: 'tripsCouncil', spans: [{ from: '2018-10-15' }], format: 'formal' };
    const elsewhere = [...reported, took('meeting/wg-2', 'meeting.planned', plan, firstMeeting)];
    expect(given(...elsewhere).when(of.noted('2018-10-15')).refusedBy).toEqual([verdict]);
  });
});

describe('the scenarios', () => {
  it('take every step, and see every step refused', () => {
    expect(uncovered(procedure)).toEqual({ neverTaken: [], neverRefused: [] });
  });
});
