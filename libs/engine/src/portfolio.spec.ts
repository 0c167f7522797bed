import { isRefusal } from '@rapporteur/kernel';
import { asked, copied, delivered, dropped, paperRegistry, planned } from '../test/papers';
import { closeOffices, office, ref, secretariat, type Office } from '../test/scene';
import { clockworkOf, tick } from './timekeeper';

afterEach(closeOffices);

const papers = () => office({ registry: paperRegistry });

async function obligations({ engine }: Office, asAt: string, knownOn?: string) {
  const answer = await engine.obligations({ asAt, knownOn });
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.obligations.map(({ case: name, status, windows, sentence }) => ({
    name,
    status,
    to: windows.map(({ to }) => to),
    says: sentence.en,
  }));
}

describe('the deadlines of all cases', () => {
  it('cannot be computed before the calendar is entered, and are kept when their anchor moves', async () => {
    const desk = await papers();
    await desk.recorded('paper/tea', asked('2019-01-10'));
    expect(await obligations(desk, '2019-01-31')).toEqual([
      {
        name: 'paper/tea',
        status: 'notComputable',
        to: [],
        says: 'Delivery of the paper: the date cannot be computed, because the calendar is not populated.',
      },
    ]);
    await desk.recorded('sitting/one', planned('2019-03-01', '2019-02-01'));
    await desk.recorded('sitting/one', planned('2019-04-01', '2019-02-20'));
    expect(await obligations(desk, '2019-02-10')).toMatchObject([
      { status: 'open', to: ['2019-03-01'] },
    ]);
    expect(await obligations(desk, '2019-03-10')).toMatchObject([
      { status: 'superseded', to: ['2019-03-01'] },
      { status: 'open', to: ['2019-04-01'] },
    ]);
    expect(await obligations(desk, '2019-05-01')).toMatchObject([
      { status: 'superseded' },
      { status: 'overdue' },
    ]);
  });

  it('stay breached when what was due came late', async () => {
    const desk = await papers();
    await desk.recorded('sitting/one', planned('2019-03-01', '2019-01-01'));
    await desk.recorded('paper/tea', asked('2019-01-10'));
    const late = { ...delivered('2019-03-20'), irregularity: { reason: 'The author was ill.' } };
    await desk.recorded('paper/tea', late);
    expect(await obligations(desk, '2019-06-01')).toMatchObject([
      { status: 'breached', says: expect.stringContaining('done on 20 March 2019, late') },
    ]);
  });

  it('are answered as they were known, whatever was recorded since', async () => {
    const desk = await papers();
    desk.at('2019-02-01T10:00:00.000Z');
    await desk.recorded('paper/tea', asked('2019-01-10'));
    desk.at('2019-02-05T10:00:00.000Z');
    await desk.recorded('sitting/one', planned('2019-03-01', '2019-01-20'));
    expect(await obligations(desk, '2019-02-01', '2019-02-02')).toMatchObject([
      { status: 'notComputable' },
    ]);
    expect(await obligations(desk, '2019-02-01', '2019-02-06')).toMatchObject([{ status: 'open' }]);
  });

  it('are refused for a date that does not exist', async () => {
    const { engine } = await papers();
    expect(await engine.obligations({ asAt: '2019-02-30' })).toMatchObject({ code: 'invalid' });
  });
});

describe('a rule', () => {
  it('sees the calendar as at its day, and its basis says which meetings it looked at', async () => {
    const desk = await papers();
    await desk.recorded('sitting/one', planned('2019-03-01', '2019-01-01'));
    await desk.recorded('paper/tea', asked('2019-01-10'));
    const refused = await desk.record('paper/tea', delivered('2019-03-20'));
    expect(refused).toMatchObject({ code: 'irregular' });
    const { verdicts } = await desk.recorded('paper/tea', delivered('2019-02-20'));
    expect(verdicts).toEqual({ 'paper.beforeTheBoardSits': true });
    const history = await desk.engine.history(ref('paper/tea'), {});
    const records = isRefusal(history) ? [] : history.records;
    expect(records[1]?.metadata.basis.cases).toEqual([
      { case: 'sitting/one', revision: 0, state: 'planned' },
    ]);
  });

  it('sees the cases under its own, and its cause calls each of them back once', async () => {
    const desk = await papers();
    await desk.recorded('paper/tea', asked('2019-01-10'));
    await desk.recorded('copy/a', copied('2019-01-11'));
    await desk.recorded('copy/b', copied('2019-01-12'));
    await desk.recorded('copy/other', copied('2019-01-12', 'paper/coffee'));
    const checked = await desk.engine.check(ref('paper/tea'), dropped('2019-02-01'), {
      actor: secretariat,
    });
    const causes = [
      { case: 'copy/a', type: 'copy.calledBack' },
      { case: 'copy/b', type: 'copy.calledBack' },
    ];
    expect(checked).toMatchObject({ outcome: 'checked', causes });
    const recorded = await desk.recorded('paper/tea', dropped('2019-02-01'));
    expect(recorded).toMatchObject({ causes, verdicts: { 'paper.copiesBack': false } });
    expect(await desk.state('copy/a')).toBe('back');
    expect(await desk.state('copy/other')).toBe('out');
    // A copy recorded afterwards changes nothing of what the step caused.
    await desk.recorded('copy/late', copied('2019-01-12'));
    const again = await office({ registry: paperRegistry, store: desk.store });
    expect(again.reports).toEqual([]);
    expect(await again.state('copy/late')).toBe('out');
  });

  it('is not asked when the effect’s case could not be called so: the cause is refused', async () => {
    const desk = await papers();
    const refused = await desk.record('paper/tea', asked('2019-01-10', 'with a long name'));
    expect(refused).toMatchObject({ code: 'invalid', reasons: [{ field: 'case' }] });
    expect(desk.engine.log.size).toBe(0);
  });
});

describe('the timekeeper', () => {
  const clock = { id: 'timekeeper', role: 'clock' } as const;
  const ticked = ({ engine }: Office, date: string) => tick(clockworkOf(engine, clock, date));

  it('proposes what has come due by a day, once, however often it is asked', async () => {
    const desk = await papers();
    await desk.recorded('sitting/one', planned('2019-03-01', '2019-01-01'));
    await desk.recorded('paper/tea', asked('2019-01-10'));
    expect(await ticked(desk, '2019-02-28')).toMatchObject({ recorded: [] });
    const both = await Promise.all([ticked(desk, '2019-03-02'), ticked(desk, '2019-03-02')]);
    expect(both.flatMap(({ refused }) => refused)).toEqual([]);
    expect(await ticked(desk, '2019-03-02')).toMatchObject({
      recorded: [],
      refused: [],
    });
    const history = await desk.engine.history(ref('paper/tea'), {});
    const missed = isRefusal(history)
      ? []
      : history.records.filter(({ type }) => type === 'paper.missed');
    expect(missed.map(({ metadata }) => metadata.occurredOn)).toEqual(['2019-03-01']);
  });

  it('proposes a step once, also when it changes nothing and stays due', async () => {
    const step = {
      case: 'paper/tea',
      type: 'paper.missed',
      occurredOn: '2019-03-01',
      data: {},
      confirm: false,
    };
    const proposed: string[] = [];
    const came = await tick<string>({
      due: async () => [step],
      propose: async (_step, key) => void proposed.push(key),
    });
    expect(proposed).toHaveLength(1);
    expect(came).toEqual({ recorded: [step], toConfirm: [], refused: [] });
  });

  it('takes for done what a timekeeper in another office has recorded', async () => {
    const desk = await papers();
    await desk.recorded('sitting/one', planned('2019-03-01', '2019-01-01'));
    await desk.recorded('paper/tea', asked('2019-01-10'));
    const [here, there] = [clock, secretariat].map((actor) =>
      clockworkOf(desk.engine, actor, '2019-03-02'),
    );
    const [step] = (await here?.due()) ?? [];
    if (!here || !there || !step) throw new Error('nothing is due');
    expect(await here.propose(step, 'tick:key')).toBeUndefined();
    expect(await there.propose(step, 'tick:key')).toBeUndefined();
  });

  it('has keys of its own, with which nobody else can come first', async () => {
    const desk = await papers();
    const member = { id: 'delegate', role: 'member', of: 'RUS' } as const;
    const refused = await desk.record('paper/tea', asked('2019-01-10'), {
      actor: member,
      key: 'tick:paper.missed:2019-03-01:0',
    });
    expect(refused).toMatchObject({ reasons: [{ field: 'Idempotency-Key' }] });
  });

  it('only draws attention to what the Secretariat confirms', async () => {
    const desk = await papers();
    await desk.recorded('paper/tea', asked('2018-01-10'));
    const came = await ticked(desk, '2019-03-02');
    expect(came).toMatchObject({
      recorded: [],
      toConfirm: [{ case: 'paper/tea', type: 'paper.dropped' }],
    });
    expect(await desk.state('paper/tea')).toBe('awaited');
  });
});
