import { hasGroupEnded, isOpenReferral, isOpenTopic } from './open-cases';

/** A case in one state and in the states above it. */
const inState = (state: string) => ({
  isIn: (path: string) => state === path || state.startsWith(`${path}.`),
});

describe('a referral', () => {
  it.each([
    'drafted',
    'transmitted',
    'acknowledged',
    'work.partial',
    'interimReported',
    'nilReported',
  ])('is open while %s', (state) => {
    expect(isOpenReferral(inState(state))).toBe(true);
  });

  it.each(['unopened', 'declined', 'noted', 'recalled'])('is not open once %s', (state) => {
    expect(isOpenReferral(inState(state))).toBe(false);
  });
});

describe('a topic', () => {
  it.each(['submitted', 'scheduled', 'discussion.open', 'discussion.paused', 'carriedForward'])(
    'is open while %s',
    (state) => {
      expect(isOpenTopic(inState(state))).toBe(true);
    },
  );

  it.each(['unopened', 'outsideMandate', 'concluded', 'withdrawn', 'merged', 'split'])(
    'is not open once %s',
    (state) => {
      expect(isOpenTopic(inState(state))).toBe(false);
    },
  );

  it('in a part of a settled state is settled', () => {
    expect(isOpenTopic(inState('concluded.noted'))).toBe(false);
    expect(isOpenReferral(inState('recalled.late'))).toBe(false);
  });
});

describe('the group', () => {
  it.each(['concluded', 'terminated', 'expired'])('is no more once %s', (state) => {
    expect(hasGroupEnded(inState(state))).toBe(true);
  });

  it.each([
    'instructed',
    'blocked',
    'established.activity.dormant',
    'established.mandate.expiring',
  ])('has not ended while %s', (state) => {
    expect(hasGroupEnded(inState(state))).toBe(false);
  });
});
