import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { theDecisionAdopted } from '../told';
import * as session from '../told-session';

const { given } = scenarios(procedures);
const name = 'ministerialReport/ecommerce';

const engine = { id: 'engine', role: 'clock' } as const;
const report = (type: string, data: object, occurredOn: string, more: object = {}): Told =>
  took(name, `ministerialReport.${type}`, data, { occurredOn, ...more });
const missed = report('missed', { session: 'session/mc12' }, '2022-06-17', { actor: engine });
const irregularity = { reason: 'No adoption is recorded.' };
const transmitted = report('transmitted', { symbol: 'WT/MIN(22)/SIM/2' }, '2022-06-02', {
  irregularity,
});
const considered = report('considered', { outcome: 'Taken note of' }, '2022-06-14');
const inSession = [
  ...theDecisionAdopted,
  session.mc12Called,
  session.mc12InJune2022,
  ...session.mc12Held,
];

/** Entered late, the truth gives what it would have given had the clock never been mistaken. */
function sameAsInOrder(before: readonly Told[], byTheClock: Told, truth: readonly Told[]) {
  const [last, ...earlier] = [...truth].reverse();
  if (!last) throw new Error('nothing is entered late');
  const rest = earlier.reverse();
  const inOrder = given(...before, ...rest).when(last);
  const late = given(...before, byTheClock, ...rest).when(last);
  expect(late.refusedBy).toEqual([]);
  expect(late.state(name)).toEqual(inOrder.state(name));
  expect(late.context(name)).toEqual(inOrder.context(name));
}

describe('a report to the Conference entered late after the clock missed it', () => {
  it.each([
    ['transmitted', [transmitted]],
    ['considered', [transmitted, considered]],
  ])('is %s, and nothing is left of the mistake', (state, truth) => {
    sameAsInOrder(inSession, missed, truth);
    const then = given(...inSession, missed, ...truth);
    expect(then.state(name)).toBe(state);
    expect(then.context(name)).toMatchObject({ missedAt: null });
    const again = then.due(name, '2022-12-31').map(({ type }) => type);
    expect(again).not.toContain('ministerialReport.missed');
  });

  it('is considered also where the clock tied it to another session afterwards', () => {
    const reanchored = report('reanchored', {}, '2022-06-20', { actor: engine });
    sameAsInOrder(inSession, reanchored, [transmitted, considered]);
  });
});
