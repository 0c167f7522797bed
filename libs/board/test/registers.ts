import { afterAll } from '@jest/globals';
import {
  engine,
  memoryCheckpoints,
  memoryEventStore,
  type Engine,
  type EventStore,
} from '@rapporteur/engine';
import { isEngineStep, isRefusal, parseCaseName, type CaseRef } from '@rapporteur/kernel';
import { registers, registry } from '@rapporteur/workflows';

// What the board's tests share of the registers: each brought into a store in memory, once a file.

export const ref = (name: string): CaseRef => {
  const parsed = parseCaseName(name);
  if (!parsed) throw new Error(`${name} is no case`);
  return parsed;
};

const running: Engine[] = [];
afterAll(() => Promise.all(running.splice(0).map((each) => each.stop())));

/** An engine on a store, following its log, which answers as at the clock's last instant. */
export async function following(store: EventStore, clock: () => string): Promise<Engine> {
  let keys = 0;
  const following = await engine({
    store,
    registry,
    checkpoints: memoryCheckpoints(),
    clock,
    newKey: () => `key-${(keys += 1)}`,
    simulated: true,
    report: (line) => {
      throw new Error(line);
    },
  });
  await following.start();
  running.push(following);
  return following;
}

/** A register in a store in memory, and an engine on it. */
export async function broughtRegister(id: string, store = memoryEventStore()): Promise<Engine> {
  const { steps } = registers.find((each) => each.id === id)!;
  let instant = steps[0]!.recordedAt;
  const office = await following(store, () => instant);
  for (const { case: name, actor, proposal, recordedAt } of steps) {
    if (recordedAt > instant) instant = recordedAt;
    const take = isEngineStep(String(proposal['type'])) ? office.annotate : office.record;
    const result = await take(ref(name), proposal, { actor });
    if (isRefusal(result)) throw new Error(`${name}: ${JSON.stringify(result.reasons)}`);
    await settled(office, store, result.position);
  }
  return office;
}

/** Waits for all that came of a record, and of what that caused. */
async function settled(office: Engine, store: EventStore, position: string): Promise<void> {
  await office.settled(position);
  let last = position;
  for await (const event of store.readAll(position)) last = event.position;
  if (last !== position) await settled(office, store, last);
}

/** The last days of the months from one to another, `2017-12`. */
export function monthEnds(from: string, to: string): readonly string[] {
  const days: string[] = [];
  const [year, month] = from.split('-').map(Number);
  for (let n = 0; ; n += 1) {
    const day = new Date(Date.UTC(year!, month! + n, 0)).toISOString().slice(0, 10);
    if (day.slice(0, 7) > to) return days;
    days.push(day);
  }
}
