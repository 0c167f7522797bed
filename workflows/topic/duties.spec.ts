import { calendarOf, isIn, type StateValue } from '@rapporteur/kernel';
import { nothingKnown } from './context';
import { topic } from '.';

const [registration] = topic.duties;

const stands = (state: StateValue, topicNo: string | null = null) =>
  registration?.stands({
    case: {
      name: 'topic/ecommerce-1',
      revision: 0,
      state,
      context: { ...nothingKnown, topicNo, title: {}, referrals: [] },
      isIn: (path) => isIn(state, path),
    },
    related: () => undefined,
    under: () => [],
    calendar: calendarOf([]),
  });
const live = (stage: StateValue) => ({ live: { stage, referrals: 'none' } });

describe('the duty to register a topic', () => {
  it('cites paragraph 3, by which Members submit topics', () => {
    expect(registration?.step).toBe('topic.registered');
    expect(registration?.cite).toEqual({ instrument: 'JOB/GC/137', paragraph: '3' });
  });

  it.each(['submitted', 'scheduled', { discussion: 'open' }, 'carriedForward'])(
    'stands while it has no number, however far the group has come: %j',
    (stage) => {
      expect(stands(live(stage))).toBe(true);
      expect(stands(live(stage), 'T-1')).toBe(false);
    },
  );

  it.each(['unopened', 'withdrawn', 'merged', { concluded: 'noted' }])(
    'is not owed on one that is %j',
    (state) => {
      expect(stands(state)).toBe(false);
    },
  );
});
