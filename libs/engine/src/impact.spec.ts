import type { Actor } from '@rapporteur/kernel';
import { carried, closeOffices, discussed, office, ref, secretariat, tabled } from '../test/scene';

afterEach(closeOffices);

const deputy: Actor = { id: 'deputy', role: 'secretariat' };

/** A motion to serve tea, and one that amends it, carried while the first was still open. */
async function teaAndMilk() {
  const here = await office();
  await here.recorded('motion/tea', tabled('2019-01-01'));
  await here.recorded('motion/tea', discussed('2019-01-02'));
  await here.recorded('motion/tea', discussed('2019-01-03'));
  const amending = { ...tabled('2019-02-01'), links: { amends: 'motion/tea' } };
  await here.recorded('motion/milk', amending);
  await here.recorded('motion/milk', discussed('2019-02-02'));
  await here.recorded('motion/milk', discussed('2019-02-03'));
  await here.recorded('motion/milk', carried('2019-02-10'));
  return here;
}

const changed = (before: boolean, after: boolean) => ({
  case: 'motion/milk',
  revision: 3,
  type: 'motion.carried',
  rule: 'motion.amendmentFirst',
  before,
  after,
});

describe('What changes in another case', () => {
  it('with a late entry is said when it is checked, recorded, and repeated later', async () => {
    const here = await teaAndMilk();
    const late = carried('2019-01-20');
    const by = { actor: secretariat, key: 'late' };
    const consequences = [changed(true, false)];
    expect(await here.engine.check(ref('motion/tea'), late, by)).toMatchObject({ consequences });
    const recorded = await here.record('motion/tea', late, { key: 'late' });
    expect(recorded).toMatchObject({ consequences });
    await here.recorded('motion/milk', { ...discussed('2019-02-04') });
    const there = await office({ store: here.store });
    expect(await there.record('motion/tea', late, { key: 'late' })).toEqual(recorded);
  });

  it('with a step of a later day is nothing', async () => {
    const here = await teaAndMilk();
    expect(await here.record('motion/tea', carried('2019-02-11'))).toMatchObject({
      consequences: [],
    });
  });

  it('with a correction is said when it is proposed, and when it is approved', async () => {
    const here = await teaAndMilk();
    await here.recorded('motion/tea', carried('2019-02-11'));
    const proposal = {
      type: 'record.correctionProposed',
      data: { reason: 'So it was.', corrections: [{ revision: 3, occurredOn: '2019-01-20' }] },
    };
    const consequences = [changed(true, false)];
    const annotate = (step: object, actor: Actor) =>
      here.engine.annotate(ref('motion/tea'), step, { actor });
    expect(await annotate(proposal, secretariat)).toMatchObject({ consequences });
    const approval = { type: 'record.corrected', data: { proposal: 4 } };
    expect(await annotate(approval, deputy)).toMatchObject({ consequences });
  });
});
