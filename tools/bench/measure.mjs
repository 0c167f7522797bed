// Contenders run side by side in short blocks, A B C then C B A, so that a disk or a neighbour that
// changes between minutes changes for all of them. What is kept of a round is how they compare.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** A ratio whose largest round is more than this many times its smallest is called unsteady. */
export const unsteadyBeyond = 2;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** However slow the machine, so many rounds are run. */
const fewestRounds = 7;

/**
 * A contender has a `name`, a `size` (records in a block) and `run(size, latencies)`, which does the
 * work, may note the milliseconds of each append, and may answer how many records it did; what its
 * `before` does counts for nothing.
 * @param plan `within`: after so many milliseconds no round is begun
 * @returns for each contender by name, what each round measured
 */
export async function sideBySide(contenders, { rounds, turns, warmUp, within = Infinity }) {
  const start = performance.now();
  const isOver = (round) => round >= fewestRounds && performance.now() - start > within;
  const measured = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = -warmUp; round < rounds && !isOver(round); round += 1) {
    const blocks = await oneRound(contenders, turns, round % 2 !== 0);
    if (round < 0) continue;
    for (const [name, own] of blocks) measured.get(name).push(pooled(own));
  }
  return measured;
}

async function oneRound(contenders, turns, isBackwards) {
  const blocks = new Map(contenders.map(({ name }) => [name, []]));
  for (let turn = 0; turn < turns; turn += 1) {
    const isReversed = (turn % 2 !== 0) !== isBackwards;
    for (const contender of isReversed ? contenders.toReversed() : contenders) {
      blocks.get(contender.name).push(await block(contender));
    }
  }
  return blocks;
}

async function block({ size, run, before, collects = false }) {
  await before?.(size);
  // What one contender leaves behind is not for the next to clear away.
  if (collects) collectGarbage();
  const latencies = [];
  const cpu = process.cpuUsage();
  const start = performance.now();
  const records = (await run(size, latencies)) ?? size;
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { records, wall, cpu: (user + system) / 1000, latencies };
}

function pooled(blocks) {
  const sum = (member) => blocks.reduce((all, one) => all + one[member], 0);
  const [records, wall, cpu] = [sum('records'), sum('wall'), sum('cpu')];
  const latencies = blocks.flatMap((one) => one.latencies);
  return {
    latencies,
    p50: median(latencies),
    rate: records / wall,
    cpuRate: records / cpu,
    cpuEach: cpu / records,
    onCpu: cpu / wall,
  };
}

/** How one contender's measure compares with another's, round by round. */
export function ratio(measured, [one, other], measure) {
  const ones = measured.get(one);
  const others = measured.get(other);
  return spreadOf(ones.map((round, i) => round[measure] / others[i][measure]));
}

export function spreadOf(values) {
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const isUnsteady = max / min > unsteadyBeyond;
  return { median: median(values), min, max, rounds: values.length, isUnsteady };
}

/** The share of its time that a contender spent computing; above 1 when threads helped. */
export function shareOnCpu(measured, name) {
  return median(measured.get(name).map(({ onCpu }) => onCpu));
}

/** The value below which this share of them lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** So many writers, each of which begins its next work when its last is done, until all is done. */
export async function byWriters(writers, pieces, work) {
  let begun = 0;
  const writer = async () => {
    while (begun < pieces) {
      begun += 1;
      await work();
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
}

/** Awaits one append, and notes how long it took. */
export async function timed(latencies, append) {
  const start = performance.now();
  const answer = await append();
  latencies.push(performance.now() - start);
  return answer;
}
