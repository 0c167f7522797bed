import { memoryEventStore, type EventStore } from '@rapporteur/engine';
import { caseOfStream, recordOf, replay, type StepRecord } from '@rapporteur/kernel';
import { eventStoreDbStandIn } from '@rapporteur/eventstoredb-stand-in';
import { eventStoreDbEventStore } from '@rapporteur/store-eventstoredb';
import { sqliteEventStore } from '@rapporteur/store-sqlite';
import { registers, registry, type Register } from '@rapporteur/workflows';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bringRegister } from './bring-register';

// A register is the same, to the last hash, whatever store it is brought into.

jest.setTimeout(120_000);

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

/** Brings a register, into whatever is there of it already, and gives all that the store then holds. */
async function brought(register: Register, store: EventStore): Promise<StepRecord[]> {
  const result = await bringRegister(register, store);
  const found = await records(store);
  expect(result).toEqual({
    outcome: 'brought',
    steps: register.steps.length,
    size: found.length,
  });
  return found;
}

const isCaused = ({ metadata }: StepRecord) => metadata.actor.id === 'engine';

/** After how many records it is interrupted: early, amid and before what is caused, half way, at the end. */
function cuts(whole: readonly StepRecord[]): readonly number[] {
  const caused = whole.flatMap((record, at) => (isCaused(record) ? [at] : []));
  const [first = 0, last = first] = [caused[0], caused.at(-1)];
  const early = [1, 4, 5, 6, 9, 12, 20, 28];
  const found = [...early, first + 1, Math.floor(whole.length / 2), last, whole.length - 1];
  return [...new Set(found)].filter((cut) => cut < whole.length);
}

describe.each(registers.map((register) => [register.id, register] as const))(
  'the register %s',
  (id, register) => {
    let whole: readonly StepRecord[];
    beforeAll(async () => {
      whole = await brought(register, kept(memoryEventStore()));
    });

    it('gives the same records on SQLite, on EventStoreDB and in memory', async () => {
      const file = path.join(folder, `${id}.sqlite`);
      const [sqlite, eventStoreDb] = await Promise.all([
        brought(register, kept(sqliteEventStore(file))),
        onEventStoreDb().then((store) => brought(register, store)),
      ]);
      expect(sqlite).toEqual(whole);
      expect(eventStoreDb).toEqual(whole);
      expect(whole.length).toBeGreaterThan(register.steps.length);
      expect(whole.every(({ metadata }) => metadata.simulated === true)).toBe(true);
    });

    it('records all that a step brings about with that step, before the next', () => {
      const byId = new Map(whole.map((record) => [record.id, record.metadata.recordedAt]));
      const caused = whole.filter(isCaused);
      expect(caused.length).toBeGreaterThan(5);
      for (const { metadata } of caused)
        expect(metadata.recordedAt).toBe(byId.get(metadata.$causationId));
    });

    it('replays, case by case, to the same states', () => {
      const streams = new Set(whole.map(({ stream }) => stream));
      for (const stream of streams) {
        const procedure = registry.get(caseOfStream(stream)?.procedure ?? '')!;
        const history = whole.filter((record) => record.stream === stream);
        expect(replay(procedure, history)).toBeUndefined();
      }
      expect(streams.size).toBeGreaterThan(5);
    });

    it('is brought to its end when it was interrupted, and is then the same', async () => {
      for (const cut of cuts(whole)) {
        const store = kept(memoryEventStore());
        for (const { stream, revision, id: event, type, data, metadata } of whole.slice(0, cut)) {
          await store.append(stream, revision - 1, [{ id: event, type, data, metadata }]);
        }
        expect(await brought(register, store)).toEqual(whole);
        expect(await bringRegister(register, store)).toEqual({
          outcome: 'alreadyThere',
          size: whole.length,
        });
      }
    });

    it('never enters a store that holds something else', async () => {
      const store = kept(memoryEventStore());
      const other = {
        id: 'b8f7c9e4-0000-5000-8000-000000000000',
        type: 'x',
        data: {},
        metadata: {},
      };
      await store.append('decision-other', -1, [other]);
      expect(await bringRegister(register, store)).toEqual({ outcome: 'notEmpty', size: 1 });
    });
  },
);

it('one register does not enter the store of another', async () => {
  const [one, other] = registers;
  const store = kept(memoryEventStore());
  const { length: size } = await brought(other!, store);
  expect(await bringRegister(one!, store)).toEqual({ outcome: 'notEmpty', size });
});
