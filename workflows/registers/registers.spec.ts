import { isEngineStep, scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { categoryIds } from '../topic/categories';
import { registers, type RegisterStep } from '.';
import { casesOf, inWords, retold } from './retold';

const { given } = scenarios(procedures);

const register = registers.find(({ id }) => id === 'as-drafted')!;
const steps = retold('as-drafted');
const whole = given(...steps);
const end = '2022-07-31';
const typeOf = ({ proposal }: RegisterStep) => String(proposal['type']);
const inCase = (name: string, type: string) => (step: RegisterStep) =>
  step.case === name && typeOf(step) === type;

/** The steps before one, and that one. */
function upTo(found: (step: RegisterStep) => boolean): readonly [readonly Told[], Told] {
  const at = register.steps.findIndex(found);
  return [steps.slice(0, at), steps[at]!];
}

describe('the register as drafted', () => {
  it('is a simulation, and says so in three languages', () => {
    expect(registers[0]).toBe(register);
    expect(register.simulated).toBe(true);
    expect(register.label.en).toContain('simulation');
    expect(register.label.fr).toContain('simulation');
    expect(register.label.es).toContain('simulación');
  });

  it('has a case of every procedure', () => {
    const named = new Set(casesOf('as-drafted').map((name) => name.split('/')[0]));
    const isSeen = ({ id }: { id: string }) =>
      named.has(id) || whole.state(`${id}/ecommerce`) !== undefined;
    expect(procedures.filter((each) => !isSeen(each))).toEqual([]);
  });

  it('raises no alert: what is caused, or borne out by minutes, is possible', () => {
    expect(whole.alerts).toEqual([]);
  });

  it('holds three irregularities, each with a reason, each approved by somebody else', () => {
    const irregular = register.steps.filter(({ proposal }) => 'irregularity' in proposal);
    expect(irregular.map((step) => [step.case, typeOf(step)])).toEqual([
      ['workingGroup/ecommerce', 'workingGroup.established'],
      ['item/gc-2018-10-18-outages', 'item.requested'],
      ['review/ecommerce-2018-12', 'review.held'],
    ]);
    for (const { case: name, actor } of irregular) {
      const approval = register.steps.find(inCase(name, 'record.irregularityApproved'));
      expect(approval?.actor.id).toBeDefined();
      expect(approval?.actor.id).not.toBe(actor.id);
    }
  });

  it.each([
    [
      'workingGroup/ecommerce',
      'workingGroup.established',
      'workingGroup.establishedInFebruary2018',
    ],
    ['item/gc-2018-10-18-outages', 'item.requested', 'item.requestedBeforeNotice'],
    ['review/ecommerce-2018-12', 'review.held', 'review.onTheReport'],
  ])('needs the reason in %s: %s', (name, type, rule) => {
    const [before, told] = upTo(inCase(name, type));
    const { irregularity, ...regular } = told.proposal as Record<string, unknown>;
    expect(irregularity).toMatchObject({ rules: [rule] });
    expect(given(...before).when({ ...told, proposal: regular }).refusedBy).toEqual([rule]);
  });

  it('learns from the minutes, two months late, of the consensus of 7 March', () => {
    const [before, told] = upTo(inCase('chair/ecommerce', 'chair.consensusNoted'));
    const entered = given(...before).when(told);
    expect(entered.decision?.from).toBe('consultations');
    expect(entered.decision?.to).toBe('nameNoted');
    expect(entered.state('chair/ecommerce')).toEqual({ inOffice: 'regular' });
    expect(entered.context('chair/ecommerce')).toMatchObject({ notedRef: 'HOLDER-A' });
  });

  it('is recorded on its day or later, the clock at the turn of the day, people by day', () => {
    const hours = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Zurich',
      hour: 'numeric',
      hourCycle: 'h23',
    });
    const atNight = register.steps.filter(({ actor, recordedAt }) => {
      const hour = Number(hours.format(new Date(recordedAt)));
      return actor.role === 'clock' ? hour !== 0 : hour < 8 || hour > 20;
    });
    // Sessions of the Conference, and the General Council four days before one, sit at night.
    const night = /^(session\/mc1[12]|meeting\/gc-2021-11-26|ministerialReport\/|decision\/)/;
    expect(atNight.filter((step) => !night.test(step.case))).toEqual([]);
    for (const { proposal, recordedAt } of register.steps)
      if (!isEngineStep(String(proposal['type'])))
        expect(recordedAt.slice(0, 10) >= String(proposal['occurredOn'])).toBe(true);
  });
});

describe('the topics as drafted', () => {
  const topics = casesOf('as-drafted').filter((name) => name.startsWith('topic/'));

  it('are of every kind that paragraph 3 lists, and of another', () => {
    const kinds = topics.flatMap((name) => whole.context(name)?.['categories'] ?? []);
    expect([...new Set(kinds)].sort()).toEqual([...categoryIds].sort());
  });

  it('ended in every way, or are still under discussion', () => {
    const stood = inWords(whole, topics, { asAt: end });
    expect(stood).toMatchObject({
      definitions: 'Conclusions agreed',
      trust: 'Concluded, noted',
      'source-code': 'No convergence',
      localization: 'Withdrawn',
      paperless: 'Merged',
      obstacles: 'Split',
      gaps: 'Under discussion; Referrals: none',
    });
    const carried = inWords(whole, ['topic/ecommerce-development'], { asAt: '2019-11-19' });
    expect(carried).toEqual({ development: 'Carried forward; Referrals: answered' });
  });

  it('had the possibility of international rules considered, without consensus', () => {
    expect(whole.context('topic/ecommerce-gaps')).toMatchObject({
      proposesRules: true,
      rulesConsidered: 'noConsensus',
    });
  });

  it('were reclassified by their Member, where the category was wrong', () => {
    expect(whole.context('topic/ecommerce-trust')?.['categories']).toEqual(['confidenceBuilding']);
  });
});

describe('the rest of the register as drafted', () => {
  it('shows the chair held over for want of a successor, and an interim for one meeting', () => {
    const chair = 'chair/ecommerce';
    expect(whole.stateAt(chair, '2019-09-23')).toBe('consultations');
    expect(whole.context(chair)).toMatchObject({ holderRef: 'HOLDER-G' });
    expect(whole.stateAt(chair, '2020-02-04')).toEqual({ inOffice: 'holdover' });
    expect(whole.stateAt(chair, '2020-03-04')).toEqual({ inOffice: 'regular' });
  });

  it('shows a meeting put off and held, one resumed two days later, one cancelled', () => {
    expect(whole.stateAt('meeting/wgec-2018-11-20', '2018-11-12')).toBe('postponed');
    expect(whole.stateAt('meeting/wgec-2018-11-20', '2018-12-04')).toEqual({
      closed: { record: 'none' },
    });
    expect(whole.stateAt('meeting/wgec-2019-05-21', '2019-05-22')).toEqual({ open: 'adjourned' });
    expect(whole.context('meeting/wgec-2019-05-21')?.['spans']).toHaveLength(2);
    expect(whole.state('meeting/wgec-2020-03-24')).toBe('cancelled');
  });

  it('shows how items ended', () => {
    const items = casesOf('as-drafted').filter((name) => name.startsWith('item/'));
    expect(Object.values(inWords(whole, items, { asAt: end })).sort()).toEqual([
      'Decided',
      'Decided',
      'Deferred (new item)',
      'Referred to the General Council',
      'Removed from the agenda',
      'Taken note of',
      'Taken note of',
    ]);
    expect(whole.stateAt('item/wgec-2018-10-09-workshop', '2018-10-25')).toBe('adReferendum');
  });

  it('shows an observer ad hoc, then regular, and a request left pending', () => {
    expect(whole.stateAt('observer/itc', '2018-10-08')).toBe('adHoc');
    expect(whole.stateAt('observer/itc', '2018-10-09')).toBe('lapsed');
    expect(whole.state('observer/itc')).toBe('regular');
    expect(whole.state('observer/wcf')).toBe('pending');
  });

  it('shows minutes derestricted after 45 days, and not where a Member objected (D11)', () => {
    const [derestricted] = whole.obligations('document/wt-gc-m-sim-7', end);
    expect(derestricted).toMatchObject({ status: 'met', metOn: '2019-08-23' });
    const objectedTo = whole.obligations('document/wt-gc-m-sim-8', end).at(-1);
    expect(objectedTo).toMatchObject({ status: 'awaited', awaitedSince: '2019-10-30' });
  });

  it('leaves the clock nothing to propose on the days of the reviews, nor at its end', () => {
    const names = casesOf('as-drafted');
    for (const day of ['2018-07-26', '2018-12-12', '2018-12-31', '2019-07-24', end])
      expect(names.flatMap((name) => whole.due(name, day))).toEqual([]);
  });
});
