import { afterAll } from '@jest/globals';
import {
  memoryEventStore,
  type EventStore,
  type NewEvent,
  type Question,
  type StoredEvent,
} from '@rapporteur/engine';
import { isJsonObject, type JsonObject } from '@rapporteur/kernel';
import { registry } from '@rapporteur/workflows';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Board } from '../src/board';
import { engineOn } from './obligation-scene';
import { broughtRegister } from './registers';

// Logs to build boards from: a register, or many like it, in stores that were filled beforehand.

/** Names files that do not exist, in a folder that goes when the tests of this file are done. */
export function temporaryFiles(): () => string {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-board-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let files = 0;
  return () => join(folder, `${(files += 1)}.board`);
}

/** All events of a register. */
export async function eventsOf(id: string): Promise<readonly StoredEvent[]> {
  const store = memoryEventStore();
  await broughtRegister(id, store);
  const events: StoredEvent[] = [];
  for await (const event of store.readAll()) events.push(event);
  return events;
}

/** The same events again and again, each time in cases of other names. */
export function manifold(events: readonly StoredEvent[], times: number): readonly StoredEvent[] {
  return Array.from({ length: times }, (_, n) => events.map((event) => renamed(event, n))).flat();
}

function renamed(event: StoredEvent, n: number): StoredEvent {
  const { links } = event.metadata;
  const elsewhere = isJsonObject(links) ? { links: linksTo(links, n) } : {};
  return {
    ...event,
    stream: `${event.stream}-n${n}`,
    metadata: { ...event.metadata, ...elsewhere },
  };
}

const linksTo = (links: JsonObject, n: number): JsonObject =>
  Object.fromEntries(Object.entries(links).map(([name, to]) => [name, `${String(to)}-n${n}`]));

export async function fill<S extends EventStore>(
  store: S,
  events: readonly StoredEvent[],
): Promise<S> {
  for (const { stream, revision, id, type, data, metadata } of events) {
    const event: NewEvent = { id, type, data, metadata };
    await store.append(stream, revision - 1, [event]);
  }
  return store;
}

/** An engine that answers about these events, or about a store that holds some. */
export async function engineOver(events: readonly StoredEvent[] | EventStore) {
  const store = 'append' in events ? events : await fill(memoryEventStore(), events);
  return engineOn(registry, store, { readOnly: true });
}

/** What a board says of some days and states of knowledge, written out. */
export async function sayings(board: Board, size = board.size): Promise<string> {
  const ends = ['2017-12-31', '2018-03-07', '2018-07-26', '2019-12-31'];
  const sizes = [size, size - 7, size >> 1, 5];
  const said: unknown[] = [];
  for (const asAt of ends) {
    for (const known of sizes) {
      const question: Question = { asAt, knownOn: `@${known}` };
      said.push(await board.cases({ ...question, limit: 20 }));
      said.push(await board.obligations({ ...question, limit: 20 }));
    }
    const { from, to } = { from: '2018-02-01', to: asAt };
    said.push(await board.changes({ from, to, knownOn: `@${size}`, limit: 20 }));
  }
  said.push(await board.late({ knownOn: `@${size}`, limit: 20 }));
  return JSON.stringify(said);
}
