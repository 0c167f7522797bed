// A figure: one ratio with its spread, what it compares, how durable that is, and its target.
import { ratio, shareOnCpu } from './measure.mjs';

/** What can be compared: which measure, and which measure of processor time goes with it. */
const kinds = {
  p50: { wall: 'p50', cpu: 'cpuEach', words: 'median time of one' },
  rate: { wall: 'rate', cpu: 'cpuRate', words: 'rate' },
  // Rates per second of processor time distort less when a neighbour takes the core.
  cpuRate: { wall: 'rate', cpu: 'cpuRate', words: 'rate', leads: 'cpu' },
};

/**
 * @param measured what `sideBySide` answered
 * @param asked `{ of: [contender, other], kind, measured, against, durable, target? }`, the target
 * as `{ atMost }` or `{ atLeast }`
 */
export function figure(measured, { of, kind, target, ...told }) {
  const { wall, cpu, words, leads = 'wall' } = kinds[kind];
  const ratios = { wall: ratio(measured, of, wall), cpu: ratio(measured, of, cpu) };
  return {
    ...told,
    words,
    leads,
    ratios,
    onCpu: shareOnCpu(measured, of[0]),
    target: target && { ...target, verdict: verdictOn(target, ratios[leads]) },
  };
}

/** The median decides; rounds on the other side of the target are not kept quiet. */
function verdictOn({ atMost = Infinity, atLeast = -Infinity }, { median, min, max }) {
  const isMet = (value) => value <= atMost && value >= atLeast;
  if (isMet(median)) return isMet(min) && isMet(max) ? 'met' : 'met, not in every round';
  return isMet(min) || isMet(max) ? 'not met, but in some rounds' : 'not met';
}
