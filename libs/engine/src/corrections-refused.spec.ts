import type { Refusal } from '@rapporteur/kernel';
import {
  annotate,
  annotated,
  approve,
  corrected,
  deputy,
  motionResumed,
  propose,
  ruleOf,
} from '../test/correcting';
import { closeOffices, events } from '../test/scene';

afterEach(closeOffices);

describe('What cannot be corrected', () => {
  const refusals: [string, object[], string, string][] = [
    ['a record that is not there', [{ revision: 9, annul: true }], 'notFound', 'revision'],
    ['nothing at all', [{ revision: 1 }], 'invalid', 'changes'],
    ['what stands just so', [{ revision: 3, data: {} }], 'invalid', 'changes'],
    ['the same date', [{ revision: 3, occurredOn: '2019-01-25' }], 'invalid', 'changes'],
  ];
  it.each(refusals)('is %s', async (_what, corrections, code, rule) => {
    const here = await motionResumed();
    expect(await ruleOf(annotate(here, propose(...corrections)))).toEqual([
      code,
      `record.correctionProposed.${rule}`,
    ]);
    expect(await events(here.store)).toHaveLength(4);
  });

  const malformed: [string, object[], string][] = [
    [
      'a payload its step does not have',
      [{ revision: 2, data: { x: 1 } }],
      'corrections[0].data.x',
    ],
    [
      'one thing twice',
      [
        { revision: 2, annul: true },
        { revision: 2, annul: true },
      ],
      'corrections[1].revision',
    ],
    [
      'annulled and moved',
      [{ revision: 3, annul: true, occurredOn: '2019-01-24' }],
      'corrections[0]',
    ],
    [
      'a day that is none',
      [{ revision: 3, occurredOn: '2019-02-30' }],
      'corrections[0].occurredOn',
    ],
    ['after itself', [{ revision: 3, follows: 3 }], 'corrections[0].follows'],
    ['after a step of another day', [{ revision: 3, follows: 1 }], 'corrections[0].follows'],
    ['the future', [{ revision: 3, occurredOn: '2020-02-01' }], 'occurredOn'],
  ];
  it.each(malformed)('is %s', async (_what, corrections, field) => {
    const here = await motionResumed();
    const refused = (await annotate(here, propose(...corrections))) as Refusal;
    expect([refused.code, refused.reasons[0]!.field]).toEqual(['invalid', field]);
  });

  it('is what a later step stands on, which is named with the way out', async () => {
    const here = await motionResumed();
    const refused = (await annotate(
      here,
      propose({ revision: 3, occurredOn: '2019-01-15' }),
    )) as Refusal;
    expect(refused.code).toBe('laterStepImpossible');
    const later = (await annotate(
      here,
      propose({ revision: 0, occurredOn: '2019-01-15' }),
    )) as Refusal;
    expect(later.reasons[0]!.message.en).toContain(
      '(motion.discussed, 2019-01-10, revision 1) would no longer be possible',
    );
    expect(later.reasons[0]!.message.en).toContain('annul that step');
  });

  it('is what has been corrected since it was proposed', async () => {
    const here = await motionResumed();
    await annotated(here, propose({ revision: 2, data: { until: '2019-02-01' } }));
    await corrected(here, { revision: 2, data: { until: '2019-03-01' } });
    const stale = annotate(here, approve(4), { actor: deputy });
    expect(await ruleOf(stale)).toEqual(['notPossible', 'record.corrected.stale']);
    const none = annotate(here, approve(2), { actor: deputy });
    expect(await ruleOf(none)).toEqual(['notFound', 'record.corrected.proposal']);
  });
});
