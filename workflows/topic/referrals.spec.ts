import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { referralTold, theGroupWithAPlan, topicCalled } from '../told-topics';

const { given } = scenarios(procedures);
const of = topicCalled();
const { made, ended } = referralTold(of.name);
const [day, later, last] = ['2018-04-20', '2018-06-11', '2018-10-15'] as const;

const submitted: readonly Told[] = [...theGroupWithAPlan, of.submitted('2018-04-16')];
const referrals = (...steps: readonly Told[]) =>
  (given(...submitted, ...steps).state(of.name) as { live: { referrals: string } }).live.referrals;

describe('the requests for assistance that serve a topic', () => {
  it('are outstanding from the first transmitted to the last that ended', () => {
    expect(referrals()).toBe('none');
    const two = [made(day, 'r-1'), made(later, 'r-2')];
    expect(referrals(...two)).toBe('outstanding');
    expect(referrals(...two, ended(last, 'r-1'))).toBe('outstanding');
    expect(referrals(...two, ended(last, 'r-1'), ended(last, 'r-2'))).toBe('answered');
  });

  it('are answered when the group has noted one answer, whatever became of the others', () => {
    const two = [made(day, 'r-1'), made(day, 'r-2')];
    expect(referrals(...two, ended(later, 'r-1'), ended(last, 'r-2', 'recalled'))).toBe('answered');
    expect(referrals(...two, ended(later, 'r-1', 'declined'), ended(last, 'r-2'))).toBe('answered');
  });

  it('are none any more when all were declined or recalled', () => {
    for (const outcome of ['declined', 'recalled']) {
      expect(referrals(made(day, 'r-1'), ended(later, 'r-1', outcome))).toBe('none');
    }
  });

  it('are outstanding again with a new request', () => {
    const before = [made(day, 'r-1'), ended(day, 'r-1')];
    expect(referrals(...before, made(later, 'r-2'))).toBe('outstanding');
  });

  it('include none that was recalled without having been transmitted', () => {
    expect(referrals(ended(day, 'r-1', 'recalled'))).toBe('none');
    expect(referrals(made(day, 'r-1'), ended(later, 'r-9'))).toBe('outstanding');
    const answered = [made(day, 'r-1'), ended(day, 'r-1'), ended(later, 'r-9', 'recalled')];
    expect(referrals(...answered)).toBe('answered');
    expect(given(...submitted, ...answered).context(of.name)).toMatchObject({
      referrals: [{ id: 'r-1', outcome: 'noted' }],
    });
  });

  it('are the same whichever was recorded first', () => {
    const inOrder = given(...submitted, made(day, 'r-1'), made(later, 'r-2'), ended(last, 'r-1'));
    const late = given(...submitted, made(later, 'r-2'), made(day, 'r-1'), ended(last, 'r-1'));
    expect(late.state(of.name)).toEqual(inOrder.state(of.name));
    expect(late.context(of.name)).toEqual(inOrder.context(of.name));
    const [one, two] = [made(day, 'r-1'), made(day, 'r-2')];
    const otherwise = given(...submitted, two, one).context(of.name);
    expect(otherwise).toEqual(given(...submitted, one, two).context(of.name));
  });
});
