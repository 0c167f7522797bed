import { graphFindings } from './conformance-graph';
import { setup, type AnyStateMachine } from './machine';

/** A machine of these states; the types of XState would forbid what is to be found. */
function found(states: object, more: object = {}): readonly string[] {
  const config = { id: 'letter', initial: 'written', states, ...more };
  const machine = setup({}).createMachine(config as never) as unknown as AnyStateMachine;
  return graphFindings(machine).map(({ check, where }) => `${check}: ${where}`);
}

const end = { type: 'final' };
const goingTo = (target: unknown) => ({ on: { 'letter.sent': { target } } });

describe('the states of a machine', () => {
  it('are reached, and lead on or are final', () => {
    expect(found({ written: goingTo('sent'), sent: end })).toEqual([]);
  });

  it('are reached: not one that no step leads to', () => {
    const states = { written: goingTo('sent'), sent: end, lost: goingTo('sent') };
    expect(found(states)).toEqual(['state.unreachable: lost']);
  });

  it('are not reached from a state that is not reached itself', () => {
    const states = {
      written: goingTo('sent'),
      sent: end,
      lost: goingTo('found'),
      found: goingTo('lost'),
    };
    expect(found(states)).toEqual(['state.unreachable: lost', 'state.unreachable: found']);
  });

  it('are named once when nothing in them is reached, and one by one when a part is', () => {
    const inner = { initial: 'a', states: { a: goingTo('#letter.sent'), b: end } };
    expect(found({ written: goingTo('sent'), sent: end, lost: inner })).toEqual([
      'state.unreachable: lost',
    ]);
    expect(found({ written: goingTo('lost'), sent: end, lost: inner })).toEqual([
      'state.unreachable: lost.b',
    ]);
  });

  it('are reached by an always too, and through what is above them', () => {
    const always = { target: 'sent.abroad', guard: 'isAbroad' };
    const sent = {
      initial: 'home',
      states: { home: {}, abroad: {} },
      on: { 'letter.sent': { target: '.home' } },
    };
    expect(found({ written: { always }, sent })).toEqual([]);
  });

  it('do not end a case without being final', () => {
    expect(found({ written: goingTo('sent'), sent: {} })).toEqual(['state.stuck: sent']);
  });

  it('may be left by what a state above them provides for', () => {
    const on = { 'letter.sent': { target: '.written' } };
    expect(found({ written: {} }, { on })).toEqual([]);
  });
});

describe('the regions of a machine', () => {
  const resting = { meta: { resting: true } };
  const regions = (stamp: object, more: object = {}) => ({
    written: goingTo('posted'),
    posted: {
      type: 'parallel',
      ...more,
      states: {
        way: { initial: 'begun', states: { begun: goingTo('over'), over: end } },
        stamp: { initial: 'wet', states: { wet: goingTo('dry'), dry: stamp } },
      },
    },
  });

  it('end in a final state, or in one that says that it rests', () => {
    expect(found(regions(end))).toEqual([]);
    expect(found(regions(resting))).toEqual([]);
    expect(found(regions({}))).toEqual(['state.stuck: posted.stamp.dry']);
  });

  it('are entered where a step says, and at their beginning otherwise', () => {
    const straight = { ...regions(end), written: goingTo(['posted.stamp.dry']) };
    expect(found(straight)).toEqual(['state.unreachable: posted.stamp.wet']);
    const both = { ...regions(end), written: goingTo(['posted.stamp.dry', 'posted.way.over']) };
    expect(found(both)).toEqual([
      'state.unreachable: posted.way.begun',
      'state.unreachable: posted.stamp.wet',
    ]);
  });

  it('do not rest where something can follow', () => {
    const again = { ...resting, ...goingTo('wet') };
    expect(found(regions(again))).toEqual(['state.resting: posted.stamp.dry']);
    const above = { on: { 'letter.lost': { target: 'written' } } };
    expect(found(regions(resting, above))).toEqual(['state.resting: posted.stamp.dry']);
  });

  it('alone have states that rest', () => {
    expect(found({ written: goingTo('sent'), sent: resting })).toEqual(['state.resting: sent']);
    const inner = { initial: 'a', states: { a: {} }, ...resting };
    expect(found({ written: goingTo('sent'), sent: inner })).toContain('state.resting: sent');
  });
});
