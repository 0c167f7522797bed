import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Engine, EventStore, StoredEvent } from '@rapporteur/engine';
import { memoryEventStore } from '@rapporteur/engine';
import { columnOf, openDriver } from '@rapporteur/sqlite';
import { sqliteEventStore } from '@rapporteur/store-sqlite';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { engineOver, eventsOf, fill, manifold, sayings, temporaryFiles } from '../test/logs';
import { boardOn, closeAll } from '../test/obligation-scene';
import { openBoard, type Board } from './board';

// Boards that are killed while they are built, and several on one file.

const freshFile = temporaryFiles();
const times = 2;
const mostAtOnce = 20;
let storeFile: string;
let store: EventStore;
let events: readonly StoredEvent[];
let office: Engine;
let expected: string;

beforeAll(async () => {
  events = await eventsOf('as-happened');
  storeFile = freshFile();
  store = await fill(sqliteEventStore(storeFile), manifold(events, times));
  office = await engineOver(store);
  expected = await sayings(await boardOn(office));
}, 60_000);
afterAll(async () => {
  await closeAll();
  await store.close();
});

/** Builds a board in another process; how many records it then held, none when it was killed. */
async function building(file: string, killedAt?: number): Promise<string> {
  const script = join(__dirname, '../test/building.cjs');
  const args = ['--conditions=@rapporteur/source', script, storeFile, file];
  const end = killedAt === undefined ? [] : [String(killedAt)];
  const child = spawn(process.execPath, [...args, ...end], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const [code, signal] = await once(child, 'close');
  expect([code, signal]).toEqual(killedAt === undefined ? [0, null] : [null, 'SIGKILL']);
  return printed;
}

const sizeIn = (file: string): number => {
  const driver = openDriver(file);
  const size = columnOf(driver.prepare('select size from checkpoint').get(), 'size');
  driver.close();
  return Number(size);
};

/** Whether another process has written the first records. */
function hasBegun(file: string): boolean {
  try {
    return sizeIn(file) > 0;
  } catch {
    return false;
  }
}

/** All that the tables of cases hold, in an order of their own. */
function contents(file: string): readonly string[] {
  const driver = openDriver(file);
  const rows = ['cases', 'links', 'records', 'places', 'stands', 'state_corners'].flatMap((table) =>
    driver.prepare(`select '${table}' as name, * from ${table}`).all(),
  );
  expect(driver.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  driver.close();
  return rows.map((row) => JSON.stringify(row)).sort();
}

async function builtOn(file: string, by = office): Promise<{ said: string; reports: string[] }> {
  const reports: string[] = [];
  const report = (line: string) => reports.push(line);
  const board = openBoard({ file, reading: by.reading, report, mostAtOnce });
  await board.start();
  const said = await sayings(board);
  await board.stop();
  return { said, reports };
}

describe('A board killed with -9 while it is built', () => {
  it('goes on from where it was, and then says and holds the same', async () => {
    const whole = freshFile();
    await builtOn(whole);
    const file = freshFile();
    const reached: number[] = [];
    for (const share of [0.01, 0.2, 0.4, 0.6]) {
      const point = Math.floor(share * events.length * times);
      await building(file, point);
      reached.push(sizeIn(file));
    }
    expect(reached).toEqual([...reached].sort((a, b) => a - b));
    expect(reached[0]).toBeGreaterThan(0);
    expect(await builtOn(file)).toEqual({ said: expected, reports: [] });
    expect(contents(file)).toEqual(contents(whole));
  }, 120_000);
});

describe('Two boards on one file', () => {
  it('in two processes build it together, each record once', async () => {
    const whole = freshFile();
    await builtOn(whole);
    const file = freshFile();
    const elsewhere = building(file);
    while (!existsSync(file) || !hasBegun(file)) await setTimeout(2);
    const [printed, here] = await Promise.all([elsewhere, builtOn(file)]);
    expect(printed).toBe(String(events.length * times));
    expect(here).toEqual({ said: expected, reports: [] });
    expect(contents(file)).toEqual(contents(whole));
  }, 120_000);

  it('follow a log that grows, whoever comes first', async () => {
    const growing = memoryEventStore();
    const file = freshFile();
    const engines = [await engineOver(growing), await engineOver(growing)];
    const reports: string[] = [];
    const report = (line: string) => reports.push(line);
    const boards = engines.map(({ reading }) => openBoard({ file, reading, report }));
    await Promise.all(boards.map((board) => board.start()));
    for (let n = 0; n < events.length; n += 9) {
      await fill(growing, events.slice(n, n + 9));
      await Promise.all(boards.map((board) => board.cases({ knownOn: `@${n}` })));
    }
    const last = String(events.length - 1);
    await Promise.all(boards.map((board) => board.settled(last)));
    const [one, other] = await Promise.all(boards.map((board: Board) => sayings(board)));
    expect(one).toBe(other);
    expect(one).toBe(await sayings(await boardOn(engines[0]!)));
    const single = freshFile();
    await builtOn(single, engines[1]);
    expect(contents(file)).toEqual(contents(single));
    expect(reports).toEqual([]);
    await Promise.all(boards.map((board) => board.stop()));
  }, 60_000);
});
