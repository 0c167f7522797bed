// The state of a whole portfolio at any date, from the board: beside folding from zero and beside a
// scan, in logs of ever more records.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { coveringScan, foldedCounts, foldedState, inOrder } from './board-floors.mjs';
import { figuresOf, tablesOf } from './board-figures.mjs';
import { readOnlyDesk } from './desks.mjs';
import { writeLargeLog } from './large-log.mjs';
import { canonicalJson, parseCaseName } from './libraries.mjs';
import { sideBySide } from './measure.mjs';
import { chance, dayAt } from './stories.mjs';

export const name = 'board';
export const title = 'The state at any date, from the board';
export const about =
  'Logs of ever more records, about ten to a case: decisions, documents and referrals over ten years, one step in twenty ' +
  'recorded 30 to 200 days late, one record in thirty a correction or what decided it. Each question is about a day and a ' +
  'size of the log (`knownOn=@n`) taken at random. All logs and boards are open in one process; the first questions do not ' +
  'count. Before anything is measured, board, folding and scan are seen to answer alike. The scan goes along an index that ' +
  'holds all of a rectangle; folding reads the records from SQLite.';

const quick = { sizes: [1e4, 1e5], rounds: 9, turns: 1, warmUp: 2 };
const full = { sizes: [1e4, 1e5, 1e6], rounds: 25, turns: 1, warmUp: 3 };

export async function measure(folder, isQuick) {
  const plan = isQuick ? quick : full;
  const portfolios = [];
  try {
    for (const size of plan.sizes) {
      const portfolio = await portfolioOf(folder, size);
      portfolios.push(portfolio);
      await seenToAgree(portfolio);
    }
    const contenders = portfolios.flatMap(contendersOn);
    const measured = await sideBySide(contenders, plan);
    const folded = [];
    for (const each of portfolios) folded.push(await foldedOnce(each));
    return {
      figures: figuresOf(measured, plan.sizes),
      tables: tablesOf(withCpu(measured, contenders, plan), portfolios, folded),
    };
  } finally {
    for (const { close } of portfolios) await close();
  }
}

/** Each question's processor time beside its time by the clock, without the warm-up. */
const withCpu = (measured, contenders, { warmUp }) =>
  new Map(
    contenders.map(({ name, cpu }) => [
      name,
      {
        clock: measured.get(name).flatMap((round) => round.latencies),
        cpu: cpu.slice(warmUp).flat(),
      },
    ]),
  );

/** A log, its board, and what its building took. */
async function portfolioOf(folder, size) {
  const place = path.join(folder, `board-${size}`);
  mkdirSync(place);
  const [log, file] = ['log', 'board'].map((each) => path.join(place, `${each}.sqlite`));
  await writeLargeLog(log, size);
  const building = await builtApart(log, file);
  const desk = await readOnlyDesk(log);
  const board = await desk.openBoard(file);
  const scan = coveringScan(file, path.join(place, 'scan.sqlite'));
  const procedures = ['decision', 'document', 'referral'];
  return {
    size,
    desk,
    board,
    scan,
    building,
    bytes: { log: statSync(log).size, board: statSync(file).size },
    cases: procedures.flatMap((procedure) => desk.reading.log.casesOf(procedure)),
    random: chance(size),
    close: async () => {
      scan.close();
      await desk.close();
    },
  };
}

async function builtApart(log, file) {
  const script = fileURLToPath(new URL('board-process.mjs', import.meta.url));
  const child = fork(script, [log, file], { execArgv: ['--expose-gc'] });
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`the board could not be built: exit ${code}`);
  });
  const [took] = await Promise.race([once(child, 'message'), failed]);
  failed.catch(() => {});
  return took;
}

/** A day and a size at random. */
const anyTime = ({ size, random }) => ({
  asAt: dayAt(random()),
  size: Math.floor(random() * size) + 1,
});
const anyCase = ({ cases, random }) => cases[Math.floor(random() * cases.length)];

const asked = ({ asAt, size }, more) => ({ asAt, knownOn: `@${size}`, ...more });

async function counted({ board }, time) {
  const { counts } = answered(await board.cases(asked(time, { limit: 1 })));
  return inOrder(counts.map(({ count }) => count));
}

async function stateOfCase({ board }, name, time) {
  return answered(await board.caseAt(parseCaseName(name), asked(time))).state;
}

async function overdue({ board }, time, limit) {
  return answered(await board.obligations(asked(time, { status: 'overdue', limit })));
}

function answered(answer) {
  if (answer.outcome !== 'answered') throw new Error(JSON.stringify(answer));
  return answer;
}

/** @throws when they do not answer alike: then there is nothing to measure */
async function seenToAgree(portfolio) {
  const { scan, desk } = portfolio;
  for (let i = 0; i < 20; i += 1) {
    const [time, case_] = [anyTime(portfolio), anyCase(portfolio)];
    same('counts', await counted(portfolio, time), scan.counts(time));
    const folded = await foldedState(desk, case_, time);
    same(case_, await stateOfCase(portfolio, case_, time), folded);
  }
  if (portfolio.size > 1e4) return;
  for (let i = 0; i < 3; i += 1) {
    const time = anyTime(portfolio);
    const { obligations } = answered(await desk.engine.obligations(asked(time)));
    const { counts } = await overdue(portfolio, time, 1);
    const walked = obligations.filter(({ status }) => status === 'overdue').length;
    same('overdue', counts.overdue, walked);
  }
}

function same(what, one, other) {
  if (canonicalJson(one) === canonicalJson(other)) return;
  throw new Error(`${what}: ${JSON.stringify(one)} is not ${JSON.stringify(other)}`);
}

function contendersOn(portfolio) {
  const { size, desk, scan } = portfolio;
  const contender = (name, times, ask) => {
    const cpu = [];
    return {
      name: `${name}@${size}`,
      size: times,
      cpu,
      run: async (_size, latencies) => {
        let rows = 0;
        const before = cpu.push([]);
        for (let i = 0; i < times; i += 1) {
          const [time, case_] = [anyTime(portfolio), anyCase(portfolio)];
          const [start, used] = [performance.now(), process.cpuUsage()];
          const found = await ask(time, case_);
          latencies.push(performance.now() - start);
          const { user, system } = process.cpuUsage(used);
          cpu[before - 1].push((user + system) / 1000);
          rows += found.obligations?.length ?? 1;
        }
        return rows;
      },
    };
  };
  return [
    contender('case', 100, (time, case_) => stateOfCase(portfolio, case_, time)),
    contender('fold', 40, (time, case_) => foldedState(desk, case_, time)),
    contender('counts', 60, (time) => counted(portfolio, time)),
    contender('scan', size > 1e5 ? 2 : 8, (time) => scan.counts(time)),
    contender('overdue', 60, (time) => overdue(portfolio, time, 1)),
    contender('page', 10, (time) => overdue(portfolio, time, 100)),
    contender('longPage', 4, (time) => overdue(portfolio, time, 1000)),
  ];
}

/** All cases folded from zero, once: how long that takes, and that it counts alike. */
async function foldedOnce(portfolio) {
  const time = { asAt: dayAt(0.9), size: portfolio.size };
  const start = performance.now();
  const counts = await foldedCounts(portfolio.desk, time);
  const milliseconds = performance.now() - start;
  same('counts', await counted(portfolio, time), counts);
  return milliseconds;
}
