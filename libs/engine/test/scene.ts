import {
  isRefusal,
  parseCaseName,
  type Actor,
  type CaseRef,
  type Refusal,
} from '@rapporteur/kernel';
import { sampleRegistry } from '@rapporteur/kernel/samples';
import { memoryCheckpoints, type Checkpoints } from '../src/checkpoint';
import { engine, type Engine, type EngineSettings } from '../src/engine';
import type { EventStore } from '../src/event-store';
import { memoryEventStore } from '../src/memory-event-store';
import type { Recorded } from '../src/recorded-answer';
import type { RequestedBy } from '../src/recording';

// What the engine's tests share: an engine on the sample procedures, with a clock that is set.

export const secretariat: Actor = { id: 'registrar', role: 'secretariat' };

export interface Office {
  readonly engine: Engine;
  readonly store: EventStore;
  readonly checkpoints: Checkpoints;
  readonly reports: string[];
  /** Sets the instant. */
  at(instant: string): void;
  record(name: string, step: object, by?: Partial<RequestedBy>): Promise<Recorded | Refusal>;
  /** Records, and waits for what it causes; fails when it is refused. */
  recorded(name: string, step: object, by?: Partial<RequestedBy>): Promise<Recorded>;
  state(name: string, question?: Parameters<Engine['stateAt']>[1]): Promise<unknown>;
}

export const ref = (name: string): CaseRef => {
  const parsed = parseCaseName(name);
  if (!parsed) throw new Error(`${name} is no case`);
  return parsed;
};

/** An engine, following the log; another one on the same store stands for another process. */
export async function office(over: Partial<EngineSettings> = {}): Promise<Office> {
  let instant = '2020-01-01T12:00:00.000Z';
  let keys = 0;
  const reports: string[] = [];
  const store = over.store ?? memoryEventStore();
  const checkpoints = over.checkpoints ?? memoryCheckpoints();
  const running = await engine({
    store,
    registry: sampleRegistry,
    checkpoints,
    clock: () => instant,
    newKey: () => `key-${instant}-${(keys += 1)}-${Math.random()}`,
    report: (line) => reports.push(line),
    ...over,
  });
  await running.start();
  offices.push(running);
  const record: Office['record'] = (name, step, by = {}) =>
    running.record(ref(name), step, { actor: secretariat, ...by });
  return {
    engine: running,
    store,
    checkpoints,
    reports,
    at: (next) => void (instant = next),
    record,
    async recorded(name, step, by) {
      const result = await record(name, step, by);
      if (isRefusal(result)) throw new Error(JSON.stringify(result));
      await running.settled(result.position);
      return result;
    },
    async state(name, question = {}) {
      const answer = await running.stateAt(ref(name), question);
      return isRefusal(answer) ? answer.code : answer.state;
    },
  };
}

const offices: Engine[] = [];

/** Stops every engine that a test started. */
export async function closeOffices(): Promise<void> {
  await Promise.all(offices.splice(0).map((running) => running.stop()));
}

export const tabled = (occurredOn: string) => ({
  type: 'motion.tabled',
  data: { text: 'That tea be served', movers: ['A'] },
  occurredOn,
});
export const discussed = (occurredOn: string, summary = 'at length') => ({
  type: 'motion.discussed',
  data: { summary },
  occurredOn,
});
export const paused = (occurredOn: string) => ({ type: 'motion.paused', data: {}, occurredOn });
export const resumed = (occurredOn: string) => ({ type: 'motion.resumed', data: {}, occurredOn });
export const carried = (occurredOn: string, data: object = {}) => ({
  type: 'motion.carried',
  data,
  occurredOn,
});

/** All events of a stream. */
export async function events(store: EventStore, stream = 'motion-tea') {
  const found = [];
  for await (const event of store.readStream(stream)) found.push(event);
  return found;
}
