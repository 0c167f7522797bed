import { calendarOf, scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { theChairDesignated, theDecisionAdopted, theGroupEstablished } from '../told';
import { chair } from '.';

const nothingAround = { under: () => [], calendar: calendarOf([]) };

const { given } = scenarios(procedures);
const name = 'chair/ecommerce';
const [duty] = chair.duties;

const told = (type: string, data: object, when: Parameters<typeof took>[3]) =>
  took(name, `chair.${type}`, data, when);
const consultations = (day: string) =>
  told('consultationsOpened', { by: 'generalCouncil', groupings: ['GRULAC'] }, day);
const noted = told(
  'consensusNoted',
  { meetingId: 'gc-2018-03-07', holderRef: 'HOLDER-A' },
  '2018-03-07',
);
const blocked = told('designationBlocked', { reason: 'No consensus' }, '2018-03-07');
const interim = told(
  'interimAppointed',
  { holderRef: 'HOLDER-B', scope: { until: '2018-05-07' } },
  { occurredOn: '2018-04-16', onBehalfOf: { role: 'generalCouncil' } },
);
const resigned = told('resigned', { effectiveOn: '2018-10-01' }, '2018-10-01');

/** Whether the duty stands after these steps. */
function stands(...steps: readonly Told[]): boolean | undefined {
  const then = given(...theDecisionAdopted, theGroupEstablished, ...steps);
  const [state, context] = [then.state(name), then.context(name)];
  if (state === undefined || context === undefined) throw new Error(`no case ${name}`);
  const isIn = (path: string) =>
    path === state ||
    (typeof state === 'object' && path === `inOffice.${String(state['inOffice'])}`);
  return duty?.stands({
    case: { name, revision: 0, state, context, isIn },
    related: () => undefined,
    ...nothingAround,
  });
}

describe('the duty to designate the chair', () => {
  it('stands while the office is vacant, while consultations last and when a name was noted', () => {
    expect(stands()).toBe(true);
    expect(stands(consultations('2018-01-22'))).toBe(true);
    expect(stands(consultations('2018-01-22'), noted)).toBe(true);
  });

  it('stands after the designation was blocked, with or without further consultations', () => {
    const failed = [consultations('2018-01-22'), blocked];
    expect(stands(...failed)).toBe(true);
    expect(stands(...failed, consultations('2018-03-20'))).toBe(true);
  });

  it('falls with the instruction', () => {
    const decision = (para: string) => ({
      name: 'decision/ecommerce',
      revision: 0,
      state: '',
      context: { superseded: [para] },
      isIn: (path: string) => path === 'adopted.force.partlySuperseded',
    });
    const vacant = { name, revision: 0, state: 'vacant', context: { wasDesignated: false } };
    const falls = (para: string) =>
      duty?.stands({
        case: { ...vacant, isIn: (path: string) => path === 'vacant' },
        related: () => decision(para),
        ...nothingAround,
      });
    expect([falls('2'), falls('7')]).toEqual([false, true]);
  });

  it('is not met by a chair ad interim', () => {
    expect(stands(interim)).toBe(true);
  });

  it('is met by a designation, once and for all', () => {
    expect(stands(theChairDesignated)).toBe(false);
    expect(stands(theChairDesignated, resigned)).toBe(false);
  });
});
