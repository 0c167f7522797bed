import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { request, theGroupAtWork } from '../told-referral';

const { given } = scenarios(procedures);
const name = 'referral/ecommerce-trips';
const of = request(name);

const transmitted: readonly Told[] = [
  ...theGroupAtWork,
  of.drafted(),
  of.agreed(),
  of.transmitted(),
];
const accepted: readonly Told[] = [...transmitted, of.acknowledged(), of.accepted('2018-06-05')];

const replyAfter = (...steps: readonly Told[]) => {
  const state = given(...steps).state(name) as { asked?: { reply?: unknown } } | undefined;
  return state?.asked?.reply;
};
const verdict = (rule: string, told: Told, ...before: readonly Told[]) =>
  given(...before).when(told).decision?.verdicts[rule];

describe('what a body reports', () => {
  it('may come in the interim, and then in the end', () => {
    const interim = [...accepted, of.interim('2018-07-20')];
    expect(given(...interim).state(name)).toEqual({
      asked: { reply: 'interimReported', timing: 'inTime' },
    });
    expect(replyAfter(...interim, of.interim('2018-10-09'))).toBe('interimReported');
    const then = given(...interim).when(of.reported('2018-11-06'));
    expect(then.state(name)).toEqual({ asked: { reply: 'reported', timing: 'replied' } });
    expect(then.context(name)).toMatchObject({ reports: ['IP/C/SIM/3', 'IP/C/W/SIM/1'] });
  });

  it('may come straight after the transmission, without receipt and without acceptance', () => {
    const received = [...transmitted, of.acknowledged()];
    for (const steps of [transmitted, received]) {
      expect(replyAfter(...steps, of.reported('2018-07-20'))).toBe('reported');
      expect(replyAfter(...steps, of.interim('2018-07-20'))).toBe('interimReported');
      expect(replyAfter(...steps, of.inPart('2018-07-20'))).toBe('answeredInPart');
      expect(replyAfter(...steps, of.nil('2018-07-20'))).toBe('nilReported');
    }
    expect(replyAfter(...transmitted, of.accepted('2018-07-20'))).toEqual({ work: 'full' });
  });

  it('may be followed by the acceptance of what it had begun without one', () => {
    const part = { scope: 'partial', excluded: ['q2'] };
    for (const early of [of.interim('2018-07-20'), of.inPart('2018-07-20')]) {
      const then = given(...transmitted, early).when(of.accepted('2018-10-09', part));
      expect(replyAfter(...transmitted, early)).toEqual(
        (then.state(name) as { asked: { reply: unknown } }).asked.reply,
      );
      expect(then.context(name)).toMatchObject({ excluded: ['q2'] });
    }
  });

  it('answers some questions first, and the others later', () => {
    const part = [...accepted, of.inPart('2018-07-20')];
    expect(given(...part).context(name)).toMatchObject({ answered: ['q1'] });
    const then = given(...part).when(of.reported('2018-10-09', { answered: ['q2'] }));
    expect(then.state(name)).toEqual({ asked: { reply: 'reported', timing: 'replied' } });
    expect(then.context(name)).toMatchObject({ answered: ['q1', 'q2'], repliedOn: '2018-07-20' });
    expect(replyAfter(...part, of.inPart('2018-10-09', ['q2']))).toBe('answeredInPart');
    expect(replyAfter(...part, of.interim('2018-10-09'))).toBe('answeredInPart');
  });

  it('keeps what it answered when it has nothing to add', () => {
    expect(replyAfter(...accepted, of.inPart('2018-07-20'), of.nil('2018-10-09'))).toBe('reported');
    expect(replyAfter(...accepted, of.reported('2018-07-20'), of.nil('2018-10-09'))).toBe(
      'reported',
    );
  });

  it('may be nothing: a nil report is a report', () => {
    const nothing = [...accepted, of.nil('2018-06-05')];
    expect(given(...nothing).state(name)).toEqual({
      asked: { reply: 'nilReported', timing: 'replied' },
    });
    expect(given(...nothing).context(name)).toMatchObject({ answered: [], reports: [] });
    expect(replyAfter(...nothing, of.reported('2018-10-09'))).toBe('reported');
    expect(replyAfter(...nothing, of.inPart('2018-10-09'))).toBe('answeredInPart');
    expect(replyAfter(...nothing, of.interim('2018-10-09'))).toBe('interimReported');
    expect(replyAfter(...nothing, of.nil('2018-10-09'))).toBe('nilReported');
  });

  it('may be supplemented, and be its chair’s alone until the body adopts it', () => {
    const oral = [...accepted, of.reported('2018-07-20', { onChairResponsibility: true })];
    expect(given(...oral).context(name)).toMatchObject({ onChairResponsibility: true });
    const then = given(...oral, of.inPart('2018-09-10')).when(of.reported('2018-10-09'));
    expect(then.state(name)).toEqual({ asked: { reply: 'reported', timing: 'replied' } });
    expect(then.context(name)).toMatchObject({ onChairResponsibility: false });
  });

  it('leaves the same trace in whichever order it was entered', () => {
    const [one, two] = [of.inPart('2018-07-20', ['q2']), of.inPart('2018-10-09', ['q1'])];
    const inOrder = given(...accepted, one, two);
    const outOfOrder = given(...accepted, two, one);
    expect(outOfOrder.context(name)).toEqual(inOrder.context(name));
    expect(outOfOrder.context(name)).toMatchObject({ answered: ['q1', 'q2'] });
  });

  it('entered weeks later takes its place: the receipt before the report', () => {
    const then = given(...transmitted, of.reported('2018-10-09')).when(of.acknowledged());
    expect(then.state(name)).toEqual({ asked: { reply: 'reported', timing: 'replied' } });
    expect(then.context(name)).toMatchObject({ meetingId: 'trips-2018-06' });
  });

  it('does not come after the body has declined', () => {
    const then = given(...transmitted, of.reported('2018-10-09')).when(of.declined('2018-06-05'));
    expect(then.refusal?.code).toBe('laterStepImpossible');
    expect(then.refusedBy).toEqual(['referral.reported.order']);
  });

  it('answers, when it is the last, every question that was not left out', () => {
    const rule = 'referral.everyQuestionAnswered';
    const half = of.reported('2018-10-09', { answered: ['q1'] });
    expect(verdict(rule, of.reported('2018-10-09'), ...accepted)).toBe(true);
    expect(verdict(rule, half, ...accepted)).toBe(false);
    const part = of.accepted('2018-06-05', { scope: 'partial', excluded: ['q2'] });
    expect(verdict(rule, half, ...transmitted, part)).toBe(true);
    const second = of.inPart('2018-07-20', ['q2']);
    expect(verdict(rule, half, ...accepted, second)).toBe(true);
  });

  it('names questions that were asked', () => {
    const rule = 'referral.questionsAsked';
    const other = of.reported('2018-10-09', { answered: ['q9'] });
    expect(verdict(rule, other, ...accepted)).toBe(false);
    expect(verdict(rule, of.inPart('2018-10-09', ['q9']), ...accepted)).toBe(false);
    expect(verdict(rule, of.inPart('2018-10-09'), ...accepted)).toBe(true);
    expect(verdict(rule, of.reported('2018-10-09'), ...accepted)).toBe(true);
  });
});

describe('a request kept off the body’s agenda', () => {
  it('stays received: it is not accepted, and not refused either', () => {
    const waiting = [...transmitted, of.acknowledged('2018-06-05')];
    expect(replyAfter(...waiting)).toBe('acknowledged');
    const [reply] = given(...waiting).obligations(name, '2019-10-17');
    expect(reply?.sentence.en).toBe(
      'Reply of the body to the request for assistance: awaited since 23 April 2018; the text sets no date.',
    );
    expect(given(...waiting).due(name, '2019-10-17')).toEqual([]);
  });

  it('is not owed results; once the body takes it up, results are owed', () => {
    const standing = (...steps: readonly Told[]) =>
      given(...steps)
        .next(name, '2018-07-20')
        .find(({ type }) => type === 'referral.reported')?.status;
    expect(standing(...transmitted, of.acknowledged())).toBe('allowed');
    expect(standing(...accepted)).toBe('caused');
    expect(standing(...accepted, of.interim('2018-07-10'))).toBe('caused');
    expect(standing(...accepted, of.inPart('2018-07-10'))).toBe('caused');
    expect(standing(...accepted, of.reported('2018-07-10'))).toBe('allowed');
  });
});

describe('the group, taking note', () => {
  const part = [...accepted, of.inPart('2018-07-20')];
  const rule = 'referral.remainderSpokenFor';
  const say = (...remaining: readonly [string, string][]) =>
    of.noted(
      '2018-10-15',
      remaining.map(([question, action]) => ({ question, action })),
    );

  it('says of each question that remains whether it is pursued or dropped', () => {
    const then = given(...part).when(say(['q2', 'pursued']));
    expect(then.state(name)).toBe('noted');
    expect(then.decision?.verdicts[rule]).toBe(true);
    expect(then.context(name)).toMatchObject({ pursued: ['q2'], dropped: [] });
    const none = [...accepted, of.nil('2018-07-20')];
    const both = given(...none).when(say(['q2', 'dropped'], ['q1', 'dropped']));
    expect(both.context(name)).toMatchObject({ pursued: [], dropped: ['q1', 'q2'] });
  });

  it('is silent about one, or says both, only irregularly', () => {
    const silent = given(...part).when(say());
    expect([silent.refusal?.code, ...silent.refusedBy]).toEqual(['irregular', rule]);
    expect(given(...part).when(say(['q2', 'pursued'], ['q2', 'dropped'])).refusedBy).toEqual([
      rule,
    ]);
    const irregularity = { rules: [rule], reason: 'The Chair closed the item.' };
    const then = given(...part).when(of.noted('2018-10-15', [], { irregularity }));
    expect(then.state(name)).toBe('noted');
  });

  it('speaks of what the body left out as well: it returns to the topic', () => {
    const some = of.accepted('2018-06-05', { scope: 'partial', excluded: ['q2'] });
    const done = [...transmitted, some, of.reported('2018-10-09', { answered: ['q1'] })];
    expect(given(...done).when(say()).refusedBy).toEqual([rule]);
    expect(verdict(rule, say(['q2', 'pursued']), ...done)).toBe(true);
  });

  it('may pursue a question that was answered, and is told of one that was not asked', () => {
    const done = [...accepted, of.reported('2018-10-09')];
    expect(verdict('referral.questionsAsked', say(['q1', 'pursued']), ...done)).toBe(true);
    expect(verdict('referral.questionsAsked', say(['q9', 'pursued']), ...done)).toBe(false);
  });
});
