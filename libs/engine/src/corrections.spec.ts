import type { Actor, Refusal } from '@rapporteur/kernel';
import type { Recorded } from './recorded-answer';
import {
  annotate,
  annotated,
  approve,
  corrected,
  deputy,
  motionResumed,
  propose,
  reject,
  replayed,
  ruleOf,
  tea,
} from '../test/correcting';
import {
  carried,
  closeOffices,
  discussed,
  events,
  office,
  ref,
  resumed,
  secretariat,
  tabled,
} from '../test/scene';

afterEach(closeOffices);

describe('A correction', () => {
  it('counts from when a second person has approved it, and not before', async () => {
    const here = await motionResumed();
    const { revision } = await annotated(here, propose({ revision: 3, annul: true }));
    expect(revision).toBe(4);
    expect(await here.state(tea)).toBe('tabled');
    expect(await annotated(here, approve(4), { actor: deputy })).toMatchObject({
      from: { paused: 'openEnded' },
      to: { paused: 'openEnded' },
    });
    expect(await here.state(tea)).toEqual({ paused: 'openEnded' });
    expect(await here.state(tea, { knownOn: '@5' })).toBe('tabled');
    expect((await events(here.store)).at(-1)!.type).toBe('record.annulled');
    expect(await replayed(here)).toBeUndefined();
  });

  it('of a date moves the step, also across the date asked for', async () => {
    const here = await motionResumed();
    await corrected(here, { revision: 3, occurredOn: '2019-01-22' });
    expect(await here.state(tea, { asAt: '2019-01-23' })).toBe('tabled');
    expect(await here.state(tea, { asAt: '2019-01-23', knownOn: '@5' })).toEqual({
      paused: 'openEnded',
    });
    expect(await replayed(here)).toBeUndefined();
  });

  it('of a payload replaces it where the step stands', async () => {
    const here = await motionResumed();
    await corrected(here, { revision: 2, data: { until: '2019-02-01' } });
    expect(await here.state(tea, { asAt: '2019-01-20' })).toEqual({ paused: 'untilADay' });
    expect(await replayed(here)).toBeUndefined();
  });

  it('of a correction is one more, and one of what is annulled is to be recorded anew', async () => {
    const here = await motionResumed();
    await corrected(here, { revision: 2, data: { until: '2019-02-01' } });
    await corrected(here, { revision: 2, data: {} });
    expect(await here.state(tea, { asAt: '2019-01-20' })).toEqual({ paused: 'openEnded' });
    await corrected(here, { revision: 3, annul: true });
    const again = annotate(here, propose({ revision: 3, occurredOn: '2019-01-24' }));
    expect(await ruleOf(again)).toEqual(['notPossible', 'record.correctionProposed.annulled']);
    await here.recorded(tea, resumed('2019-01-24'));
    expect(await here.state(tea)).toBe('tabled');
    expect(await replayed(here)).toBeUndefined();
  });

  it('that is rejected changes nothing', async () => {
    const here = await motionResumed();
    await annotated(here, propose({ revision: 3, annul: true }));
    await annotated(here, reject(4), { actor: deputy });
    expect(await here.state(tea)).toBe('tabled');
    const late = annotate(here, approve(4), { actor: deputy });
    expect(await ruleOf(late)).toEqual(['alreadyRecorded', 'record.annulled.once']);
    expect(await replayed(here)).toBeUndefined();
  });

  it('of several records is approved together, though none alone would be possible', async () => {
    const here = await motionResumed();
    const alone = annotate(here, propose({ revision: 2, annul: true }));
    expect(await ruleOf(alone)).toEqual(['laterStepImpossible', 'motion.resumed.order']);
    const both = [
      { revision: 2, annul: true },
      { revision: 3, annul: true },
    ];
    await corrected(here, ...both);
    expect(await here.state(tea, { asAt: '2019-01-21' })).toBe('tabled');
    expect(await replayed(here)).toBeUndefined();
  });

  it('may annul all of a case, which then stands as if nothing had happened', async () => {
    const here = await office();
    await here.recorded(tea, tabled('2019-01-01'));
    await corrected(here, { revision: 0, annul: true });
    expect(await here.state(tea)).toBe('beforeLog');
    await here.recorded(tea, tabled('2019-01-02'));
    expect(await here.state(tea)).toBe('tabled');
    expect(await replayed(here)).toBeUndefined();
  });
});

describe('By one person alone', () => {
  it('nothing is corrected: neither approved nor rejected by who proposed it', async () => {
    const here = await motionResumed();
    await annotated(here, propose({ revision: 3, annul: true }));
    const own = annotate(here, approve(4));
    expect(await ruleOf(own)).toEqual(['forbidden', 'record.annulled.secondPerson']);
    const withdrawn = annotate(here, reject(4));
    expect(await ruleOf(withdrawn)).toEqual([
      'forbidden',
      'record.correctionRejected.secondPerson',
    ]);
    expect(await events(here.store)).toHaveLength(5);
  });

  it.each(['auditor', 'member', 'generalCouncil'] as const)('who is %s: never', async (role) => {
    const here = await motionResumed();
    const actor: Actor = { id: 'somebody', role, of: 'RUS' };
    const proposed = annotate(here, propose({ revision: 3, annul: true }), { actor });
    expect(await ruleOf(proposed)).toEqual(['forbidden', 'record.correctionProposed.by']);
  });

  it('both stand in the history, and the original, struck through', async () => {
    const here = await motionResumed();
    await corrected(here, { revision: 2, occurredOn: '2019-01-19', data: { until: '2019-02-01' } });
    await corrected(here, { revision: 3, annul: true });
    const answer = await here.engine.history(ref(tea), {});
    const { records } = answer as Exclude<typeof answer, Refusal>;
    expect(records[2]).toMatchObject({
      data: {},
      metadata: { occurredOn: '2019-01-20' },
      corrected: { occurredOn: '2019-01-19', data: { until: '2019-02-01' } },
      corrections: [
        {
          status: 'approved',
          occurredOn: '2019-01-19',
          proposed: { revision: 4, actor: secretariat, reason: 'The minutes say otherwise.' },
          decided: { revision: 5, actor: deputy },
        },
      ],
    });
    expect(records[3]).toMatchObject({ annulled: true, corrections: [{ annul: true }] });
    expect(records[3]!.place).toBeUndefined();
    const before = await here.engine.history(ref(tea), { knownOn: '@5' });
    expect(before).toMatchObject({ records: { length: 5 } });
    expect(JSON.stringify(before)).not.toContain('"status":"approved"');
  });
});

describe('A proposal says beforehand', () => {
  it('whose verdicts change, as often as it is asked, and what was caused elsewhere', async () => {
    const here = await office();
    await here.recorded(tea, tabled('2019-01-01'));
    await here.recorded(tea, discussed('2019-01-02'));
    await here.recorded(tea, discussed('2019-01-03'));
    await here.recorded(tea, carried('2019-01-20'));
    const step = propose({ revision: 1, annul: true }, { revision: 3, occurredOn: '2019-01-21' });
    const check = await here.engine.checkAnnotation(ref(tea), step, { actor: secretariat });
    const consequences = [
      {
        revision: 3,
        type: 'motion.carried',
        rule: 'motion.discussedTwice',
        before: true,
        after: false,
      },
    ];
    const effects = [{ case: 'notice/tea', revision: 0, type: 'notice.opened', cause: 3 }];
    expect(check).toMatchObject({ outcome: 'checked', revision: 4, consequences, effects });
    const proposed = await annotated(here, step, { key: 'k' });
    expect(proposed).toMatchObject({ consequences, effects });
    expect(await here.engine.corrections(ref(tea), {})).toMatchObject({
      corrections: [{ revision: 4, status: 'open', impact: { consequences, effects } }],
    });
    expect(here.engine.alerts()).toEqual([]);
    const approved = await annotated(here, approve(4), { actor: deputy, key: 'l' });
    expect(approved).toMatchObject({ consequences, effects });
    expect(here.engine.alerts()).toMatchObject([
      {
        cause: { case: tea, revision: 3 },
        effect: { case: 'notice/tea', revision: 0 },
        correction: { revision: 5, type: 'record.corrected' },
      },
    ]);
    expect(here.reports.join('\n')).toContain('stands although its cause was corrected');
    await here.recorded(tea, discussed('2019-01-04'));
    const there = await office({ store: here.store });
    expect(await annotate(there, step, { key: 'k' })).toEqual(proposed);
    expect(await annotate(there, approve(4), { actor: deputy, key: 'l' })).toEqual(approved);
    expect(await there.engine.corrections(ref(tea), {})).toMatchObject({
      corrections: [{ status: 'approved', decided: { actor: deputy } }],
    });
    expect(await replayed(here)).toBeUndefined();
  });

  it('what would be caused only as corrected, and it is caused once approved', async () => {
    const here = await office();
    await here.recorded(tea, tabled('2019-01-01'));
    await here.recorded(tea, discussed('2019-01-02'));
    await here.recorded(tea, discussed('2019-01-03'));
    await here.recorded(tea, carried('2019-01-20'));
    const annexed = { revision: 3, occurredOn: '2019-01-19', data: { annexes: ['a'] } };
    const proposed = await annotated(here, propose(annexed));
    expect(proposed.effects).toEqual([
      { case: 'notice/tea', revision: 0, type: 'notice.opened', cause: 3 },
      { case: 'notice/tea-a', type: 'notice.opened', cause: 3 },
    ]);
    expect(await here.state('notice/tea-a')).toBe('notFound');
    const by = { actor: deputy, key: 'l' };
    const approved = await annotated(here, approve(4), by);
    expect(approved.causes).toEqual([{ case: 'notice/tea-a', type: 'notice.opened' }]);
    expect(await here.state('notice/tea-a', { asAt: '2019-01-19' })).toBe('open');
    const [opened] = await events(here.store, 'notice-tea-a');
    expect(opened!.metadata).toMatchObject({ occurredOn: '2019-01-19' });
    expect(await annotate(here, approve(4), by)).toEqual(approved);
    expect(await events(here.store, 'notice-tea-a')).toHaveLength(1);
  });

  it('nothing of an effect that is annulled, whose alert is then settled', async () => {
    const here = await office();
    await here.recorded(tea, tabled('2019-01-01'));
    await here.recorded(tea, discussed('2019-01-02'));
    await here.recorded(tea, discussed('2019-01-03'));
    await here.recorded(tea, carried('2019-01-20'));
    await corrected(here, { revision: 3, occurredOn: '2019-01-21' });
    expect(here.engine.alerts()).toHaveLength(1);
    const onNotice = (step: object, actor: Actor) =>
      here.engine.annotate(ref('notice/tea'), step, { actor });
    await onNotice(propose({ revision: 0, annul: true }), secretariat);
    const settled = (await onNotice(approve(1), deputy)) as Recorded;
    await here.engine.settled(settled.position);
    expect(here.engine.alerts()).toEqual([]);
    const again = await annotated(here, propose({ revision: 3, occurredOn: '2019-01-22' }));
    expect(again.effects).toBeUndefined();
  });
});
