import { memoryEventStore, type EventStore } from '@rapporteur/engine';
import { recordOf, replay, type StepRecord } from '@rapporteur/kernel';
import { eventStoreDbStandIn } from '@rapporteur/eventstoredb-stand-in';
import { eventStoreDbEventStore } from '@rapporteur/store-eventstoredb';
import { sqliteEventStore } from '@rapporteur/store-sqlite';
import { registers, registry } from '@rapporteur/workflows';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bringRegister } from './bring-register';

// A register is the same, to the last hash, whatever store it is brought into.

const [asDrafted] = registers;
let folder: string;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-stores-'));
});
afterAll(async () => {
  for (const close of closing.reverse()) await close();
  await rm(folder, { recursive: true, force: true });
});

function kept(store: EventStore): EventStore {
  closing.push(() => store.close());
  return store;
}

async function onEventStoreDb(): Promise<EventStore> {
  const standIn = await eventStoreDbStandIn();
  closing.push(() => standIn.close());
  return kept(eventStoreDbEventStore(standIn.connectionString));
}

async function records(store: EventStore): Promise<StepRecord[]> {
  const found: StepRecord[] = [];
  for await (const event of store.readAll()) found.push(recordOf(event));
  return found;
}

async function brought(store: EventStore): Promise<StepRecord[]> {
  const result = await bringRegister(asDrafted!, store);
  const found = await records(store);
  expect(result).toEqual({
    outcome: 'brought',
    steps: asDrafted!.steps.length,
    size: found.length,
  });
  return found;
}

it('gives the same records on SQLite, on EventStoreDB and in memory', async () => {
  const [sqlite, eventStoreDb, memory] = await Promise.all([
    brought(kept(sqliteEventStore(path.join(folder, 'register.sqlite')))),
    onEventStoreDb().then(brought),
    brought(kept(memoryEventStore())),
  ]);
  expect(sqlite).toHaveLength(29);
  expect(eventStoreDb).toEqual(sqlite);
  expect(memory).toEqual(sqlite);
  for (const procedure of registry.values()) {
    const history = sqlite.filter(({ stream }) => stream.startsWith(`${procedure.id}-`));
    expect(history.length).toBeGreaterThan(0);
    expect(replay(procedure, history)).toBeUndefined();
  }
  expect(sqlite.every(({ metadata }) => metadata.simulated === true)).toBe(true);
});

it('is brought to its end when it was interrupted, and is then the same', async () => {
  const whole = await brought(kept(memoryEventStore()));
  for (const cut of [1, 4, 5, 6, 9, 12, 20, 28]) {
    const store = kept(memoryEventStore());
    for (const { stream, revision, id, type, data, metadata } of whole.slice(0, cut)) {
      await store.append(stream, revision - 1, [{ id, type, data, metadata }]);
    }
    expect(await brought(store)).toEqual(whole);
    expect(await bringRegister(asDrafted!, store)).toEqual({
      outcome: 'alreadyThere',
      size: whole.length,
    });
  }
});

it('never enters a store that holds something else', async () => {
  const store = kept(memoryEventStore());
  const event = { id: 'b8f7c9e4-0000-5000-8000-000000000000', type: 'x', data: {}, metadata: {} };
  await store.append('decision-other', -1, [event]);
  expect(await bringRegister(asDrafted!, store)).toEqual({ outcome: 'notEmpty', size: 1 });
});
