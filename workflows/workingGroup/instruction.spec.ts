import { calendarOf, scenarios, took } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { theDecisionAdopted } from '../told';
import { workingGroup } from '.';

const nothingAround = { under: () => [], calendar: calendarOf([]) };

const { given } = scenarios(procedures);
const name = 'workingGroup/ecommerce';

const group = (type: string, data: object, when: Parameters<typeof took>[3]) =>
  took(name, `workingGroup.${type}`, data, when);
const established = (day: string) =>
  group(
    'established',
    { body: 'generalCouncil', termsOfReference: 'Paragraph 1', symbol: 'WT/L/SIM/1' },
    day,
  );
const superseding = (paras: string[], day: string) =>
  took('decision/ecommerce', 'decision.superseded', { bySymbol: 'WT/L/SIM/2', paras }, day);

describe('the instruction of paragraphs 1 and 2', () => {
  it('stands when only paragraph 7 has been superseded', () => {
    const then = given(...theDecisionAdopted, superseding(['7'], '2018-01-15')).when(
      established('2018-02-28'),
    );
    expect(then.decision?.verdicts['workingGroup.instructionInForce']).toBe(true);
  });

  it.each([['1'], ['2']])('has no basis once paragraph %s is superseded', (para) => {
    const then = given(...theDecisionAdopted, superseding([para], '2018-01-15')).when(
      established('2018-02-28'),
    );
    expect(then.refusedBy).toEqual(['workingGroup.instructionInForce']);
    expect(then.refusal?.reasons[0]?.cite?.paragraph).toBe('2');
  });

  it('looks at the decision as it was that day: a paragraph superseded later changes nothing', () => {
    const then = given(...theDecisionAdopted, superseding(['2'], '2018-05-08')).when(
      established('2018-02-28'),
    );
    expect(then.state(name)).toMatchObject({ established: { activity: 'constituted' } });
  });

  it('has no basis once the decision has lapsed', () => {
    const anchor = { anchor: 'a decision of the General Council' };
    const past = took('decision/ecommerce', 'decision.lapsed', anchor, '2018-01-15');
    const then = given(...theDecisionAdopted, past).when(established('2018-02-28'));
    expect(then.refusedBy).toEqual(['workingGroup.instructionInForce']);
  });

  it('has no basis in a decision of which nothing is recorded', () => {
    const instructed = group(
      'establishmentInstructed',
      { decisionSymbol: 'WT/MIN(17)/SIM/1', para: '2' },
      { occurredOn: '2017-12-13', links: { parent: 'decision/elsewhere' } },
    );
    const then = given(instructed).when(established('2018-02-28'));
    expect(then.refusedBy).toEqual(['workingGroup.instructionInForce']);
  });
});

describe('the duty to establish the Working Group', () => {
  const [duty] = workingGroup.duties;
  const seen = (states: readonly string[], context: object = {}) => ({
    name: 'x/y',
    revision: 0,
    state: states[0] ?? '',
    context: { ...context },
    isIn: (path: string) => states.includes(path),
  });
  const stands = (state: string, decision?: ReturnType<typeof seen>) =>
    duty?.stands({ case: seen([state]), related: () => decision, ...nothingAround });

  it('stands while the establishment is instructed or was blocked', () => {
    const inForce = seen(['adopted.force.inForce']);
    expect(['instructed', 'blocked'].map((state) => stands(state, inForce))).toEqual([true, true]);
    expect(stands('instructed')).toBe(true);
  });

  it('is met by the establishment', () => {
    expect(stands('established', seen(['adopted.force.inForce']))).toBe(false);
  });

  it('falls with the instruction', () => {
    const without = (para: string) =>
      seen(['adopted.force.partlySuperseded'], { superseded: [para] });
    expect(['2', '7'].map((para) => stands('instructed', without(para)))).toEqual([false, true]);
    expect(stands('blocked', seen(['adopted.force.lapsed']))).toBe(false);
  });

  it('is given only by a decision that adopts paragraph 2', () => {
    const [submittedFirst, circulatedThen] = theDecisionAdopted;
    const adopting = (paras: string[]) =>
      took(
        'decision/ecommerce',
        'decision.adopted',
        { body: 'ministerialConference', symbols: ['WT/MIN(17)/SIM/1'], paras },
        { occurredOn: '2017-12-13', decision: { mode: 'consensus' } },
      );
    const before = given(submittedFirst!, circulatedThen!);
    expect(before.when(adopting(['7'])).state(name)).toBeUndefined();
    expect(before.when(adopting(['1', '2'])).state(name)).toBe('instructed');
    expect(before.when(adopting(['all'])).state(name)).toBe('instructed');
  });
});
