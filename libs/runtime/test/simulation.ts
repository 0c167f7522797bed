import { engine, memoryCheckpoints, StoreUnavailable, type Engine } from '@rapporteur/engine';
import type { EventStore, Recorded, RequestedBy, StoredEvent } from '@rapporteur/engine';
import { eventStoreDbStandIn, type EventStoreDbStandIn } from '@rapporteur/eventstoredb-stand-in';
import { isRefusal, type CaseRef, type Refusal } from '@rapporteur/kernel';
import { sampleRegistry } from '@rapporteur/kernel/samples';
import { eventStoreDbEventStore } from '@rapporteur/store-eventstoredb';
import { violations, type Acknowledged } from './laws';

// Three processes on one EventStoreDB, with cuts, delays, restarts and impatient clients, all from
// one seed. At the end the laws are asked of what is in the log.

/** Chance from a seed (mulberry32). */
export function chance(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return { next, below, oneOf: <T>(items: readonly T[]): T => items[below(items.length)]! };
}
export type Chance = ReturnType<typeof chance>;

/** A change for the worse of a store, to see that the laws notice. */
export type Planted = (store: EventStore) => EventStore;

/** One process: an engine on a store of its own; restarted, it is another one. */
interface Process {
  store: EventStore;
  engine: Engine;
  readonly checkpoints: ReturnType<typeof memoryCheckpoints>;
}

interface World {
  readonly standIn: EventStoreDbStandIn;
  readonly random: Chance;
  readonly planted: Planted;
  readonly processes: Process[];
  readonly acknowledged: Acknowledged[];
  /** How many processes have been started. */
  named: number;
  /** The clocks of the processes disagree by up to some seconds. */
  now: number;
}

/** Runs one simulation; answers with every law that was found broken. */
export async function simulate(
  seed: number,
  planted: Planted = (store) => store,
  rounds = 14,
): Promise<readonly string[]> {
  const random = chance(seed);
  const standIn = await eventStoreDbStandIn();
  const world: World = {
    ...{ standIn, random, planted, processes: [], acknowledged: [] },
    named: 0,
    now: Date.parse('2020-01-01T08:00:00Z'),
  };
  try {
    for (let i = 0; i < 3; i += 1) world.processes.push(await started(world));
    const prefixes: string[][] = [];
    for (let round = 0; round < rounds; round += 1) {
      await oneRound(world, round);
      if (round % 4 === 3) prefixes.push(await hashes(world));
    }
    return await ending(world, prefixes);
  } finally {
    await Promise.allSettled(world.processes.map(stopped));
    await standIn.close();
  }
}

/** @param timeLimit how long its store waits for an answer, in milliseconds */
async function started(
  world: World,
  checkpoints = memoryCheckpoints(),
  timeLimit = 400,
): Promise<Process> {
  world.named += 1;
  const store = world.planted(
    // By another name it has a client of its own, as another process would.
    eventStoreDbEventStore(`${world.standIn.connectionString}&connectionName=p${world.named}`, {
      random: world.random.next,
      wait: () => new Promise((resolve) => setTimeout(resolve, 2)),
      timeLimit,
    }),
  );
  const drift = world.random.below(5_000);
  const running = await engine({
    store,
    registry: sampleRegistry,
    checkpoints,
    clock: () => new Date(world.now + drift).toISOString(),
    newKey: () => `unnamed-${world.random.next()}`,
    report: () => {},
  });
  await running.start();
  return { store, engine: running, checkpoints };
}

async function stopped({ engine: running, store }: Process): Promise<void> {
  await running.stop();
  await store.close();
}

/** Some trouble, some requests at once, and sometimes a restart in the middle of them. */
async function oneRound(world: World, round: number): Promise<void> {
  const { random } = world;
  world.now += random.below(90_000);
  trouble(world);
  const requests = Array.from({ length: 1 + random.below(6) }, (_, i) =>
    request(world, `${round}-${i}`),
  );
  const restart = random.below(4) === 0 ? restartOne(world) : Promise.resolve();
  await Promise.all([...requests, restart]);
}

function trouble({ standIn, random }: World): void {
  const troubles = [
    () => standIn.cutNextAppend('beforeCommit'),
    () => standIn.cutNextAppend('afterCommit'),
    () => standIn.delayNextAppend(random.below(30)),
    () => standIn.cutConnections(),
    () => {},
  ];
  for (let i = random.below(3); i >= 0; i -= 1) random.oneOf(troubles)();
}

async function restartOne(world: World): Promise<void> {
  const place = world.random.below(world.processes.length);
  const old = world.processes[place]!;
  await stopped(old);
  world.processes[place] = await started(world, old.checkpoints);
}

const days = ['2019-01-02', '2019-01-03', '2019-01-04', '2019-01-05'];

function proposal(random: Chance, name: string) {
  const occurredOn = random.oneOf(days);
  const summary = `request ${name}`;
  return random.oneOf([
    { type: 'motion.tabled', data: { text: summary, movers: ['A'] }, occurredOn: '2019-01-01' },
    { type: 'motion.discussed', data: { summary }, occurredOn },
    { type: 'motion.discussed', data: { summary }, occurredOn },
    { type: 'motion.discussed', data: { summary }, occurredOn },
    { type: 'motion.carried', data: { annexes: ['a'] }, occurredOn: '2019-01-06' },
  ]);
}

/** A client that asks until it is answered, now at one process and now at another. */
async function request(world: World, name: string): Promise<void> {
  const { random } = world;
  const ref: CaseRef = { procedure: 'motion', case: random.oneOf(['a', 'b', 'c']) };
  const step = { ...proposal(random, name), irregularity: undefined };
  const isKnown = random.below(3) === 0;
  const by: RequestedBy = {
    actor: { id: 'registrar', role: 'secretariat' },
    key: `key-${name}`,
    ...(isKnown ? { ifMatch: random.below(4) } : {}),
  };
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const answer = await asked(random.oneOf(world.processes).engine, ref, step, by);
    if (answer === undefined) continue;
    if (!isRefusal(answer)) world.acknowledged.push({ ref, step, by, answer });
    return;
  }
}

/** The answer, or nothing when the process or its store was gone. */
async function asked(
  running: Engine,
  ref: CaseRef,
  step: object,
  by: RequestedBy,
): Promise<Recorded | Refusal | undefined> {
  const withReason = { ...step, irregularity: { reason: 'The recess was near.' } };
  try {
    const plain = await running.record(ref, step, by);
    const isIrregular = isRefusal(plain) && plain.code === 'irregular';
    return isIrregular ? await running.record(ref, withReason, by) : plain;
  } catch (error) {
    if (error instanceof StoreUnavailable || !running.isFollowing()) return undefined;
    throw error;
  }
}

async function hashes({ processes }: World): Promise<string[]> {
  const log = await wholeLog(processes[0]!.store);
  return log.map(({ metadata }) => String(metadata['hash']));
}

/** The whole log, read again when a cut that was still to come hits the reading. */
async function wholeLog(store: EventStore): Promise<readonly StoredEvent[]> {
  for (;;) {
    try {
      const found: StoredEvent[] = [];
      for await (const event of store.readAll()) found.push(event);
      return found;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
}

/** Lets all effects happen on a fresh process, then asks the laws. */
async function ending(world: World, prefixes: readonly string[][]): Promise<readonly string[]> {
  await Promise.all(world.processes.splice(0).map(stopped));
  // Whoever asks the laws is patient: a busy machine breaks none.
  const last = await started(world, memoryCheckpoints(), 30_000);
  world.processes.push(last);
  const events = await wholeLog(last.store);
  const end = events.at(-1);
  if (end) await last.engine.settled(end.position);
  const log = await wholeLog(last.store);
  return violations({ engine: last.engine, log }, world.acknowledged, prefixes);
}
