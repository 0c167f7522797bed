import { calendarOf } from '@rapporteur/kernel';
import { workPlan } from '.';

const nothingAround = { under: () => [], calendar: calendarOf([]) };

const seen = (name: string, isIn: (path: string) => boolean) => ({
  name,
  revision: 0,
  state: '',
  context: {},
  isIn,
});
const groupIn = (state: string) => seen('workingGroup/ecommerce', (path) => path === state);

describe.each([
  ['plan', 'workPlan.agreed'],
  ['calendar', 'workPlan.calendarAgreed'],
])('the duty to agree on the %s', (region, step) => {
  const duty = workPlan.duties.find((each) => each.step === step);
  const stands = (state: string, group = groupIn('established')) => {
    const isIn = (path: string) => path === `${region}.${state}`;
    return duty?.stands({
      case: seen('workPlan/ecommerce', isIn),
      related: (link) => (link === 'parent' ? group : undefined),
      ...nothingAround,
    });
  };

  it('cites paragraph 2 and says when: at the first meeting', () => {
    expect(duty?.cite).toEqual({ instrument: 'JOB/GC/137', paragraph: '2' });
    expect(duty?.text.en).toContain('At its first meeting');
    expect(duty?.text.fr).toContain('À sa première réunion');
    expect(duty?.text.es).toContain('En su primera reunión');
  });

  it.each(['notStarted', 'drafted', 'tabled', 'deferred', 'lapsed'])(
    'stands while it is %s',
    (state) => {
      expect(stands(state)).toBe(true);
    },
  );

  // What was agreed ad referendum is not to be agreed again but confirmed.
  it.each(['agreedAdReferendum', 'agreed', 'completed'])('is met once it is %s', (state) => {
    expect(stands(state)).toBe(false);
  });

  it.each(['instructed', 'terminated'])('is not that of a group that is %s', (state) => {
    expect(stands('notStarted', groupIn(state))).toBe(false);
  });
});
