import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Engine, StoredEvent } from '@rapporteur/engine';
import { openDriver } from '@rapporteur/sqlite';
import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineOver, eventsOf, fill, sayings, temporaryFiles } from '../test/logs';
import { closeAll } from '../test/obligation-scene';
import { openBoard } from './board';
import { columnOf } from '@rapporteur/sqlite';
import { memoryEventStore } from '@rapporteur/engine';

// A board's file is disposable: whatever happens to it, the answers are the same.

const freshFile = temporaryFiles();
let events: readonly StoredEvent[];
let office: Engine;
let expected: string;

/** What the board on a file says, and what it reports. */
async function saidBy(file: string, by = office) {
  const reports: string[] = [];
  const board = openBoard({ file, reading: by.reading, report: (line) => reports.push(line) });
  await board.start();
  const said = await sayings(board);
  await board.stop();
  return { said, reports };
}

beforeAll(async () => {
  events = await eventsOf('as-happened');
  office = await engineOver(events);
  expected = (await saidBy(':memory:')).said;
}, 60_000);
afterAll(closeAll);

async function builtFile(): Promise<string> {
  const file = freshFile();
  expect(await saidBy(file)).toEqual({ said: expected, reports: [] });
  return file;
}

const sql = (file: string, text: string): unknown[] => {
  const driver = openDriver(file);
  const rows = driver.prepare(text).all();
  driver.close();
  return rows;
};

describe('The file of a board', () => {
  it('is gone on with as it is', async () => {
    const file = await builtFile();
    const before = sql(file, 'select no, day, since, until, to_day, state from stands');
    expect(await saidBy(file)).toEqual({ said: expected, reports: [] });
    expect(sql(file, 'select no, day, since, until, to_day, state from stands')).toEqual(before);
  });

  it('is made anew when it was deleted', async () => {
    const file = await builtFile();
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    expect(await saidBy(file)).toEqual({ said: expected, reports: [] });
    expect(existsSync(file)).toBe(true);
  });

  it.each([
    [
      'holds something else altogether',
      (file: string) => writeFileSync(file, 'minutes '.repeat(500)),
    ],
    ['was cut off', (file: string) => truncateSync(file, 40_000)],
    [
      'was overwritten in the middle',
      (file: string) => writeFileSync(file, readFileSync(file).fill(0xff, 4096)),
    ],
  ])('is made anew, which is said, when it %s', async (_, spoil) => {
    const file = await builtFile();
    spoil(file);
    const { said, reports } = await saidBy(file);
    expect(said).toBe(expected);
    expect(reports).toEqual([
      expect.stringContaining('the board is built anew: its file was damaged'),
    ]);
    expect(await saidBy(file)).toEqual({ said: expected, reports: [] });
  });

  it('is made anew, which is said, when another program made it', async () => {
    const file = await builtFile();
    sql(file, `update checkpoint set identity = 'an older one' returning 1`);
    const { said, reports } = await saidBy(file);
    expect(said).toBe(expected);
    expect(reports).toEqual([
      'the board is built anew: its tables or the definitions have changed',
    ]);
  });

  it.each([
    ['another log', async () => engineOver(await eventsOf('as-drafted'))],
    ['a log that is shorter', async () => engineOver(events.slice(0, events.length - 3))],
    ['a log that went another way', async () => engineOver(anotherWay(events))],
  ])(
    'is made anew, which is said, when it was made from %s',
    async (_, other) => {
      const file = freshFile();
      const elsewhere = await other();
      const [first, second] =
        events.length > elsewhere.log.size ? [office, elsewhere] : [elsewhere, office];
      const wanted = (await saidBy(':memory:', second)).said;
      await saidBy(file, first);
      const { said, reports } = await saidBy(file, second);
      expect(said).toBe(wanted);
      expect(reports).toEqual(['the board is built anew: it was made from another log']);
    },
    60_000,
  );

  it('is left alone when it is another application’s, and the board kept in memory', async () => {
    const file = freshFile();
    sql(file, 'create table minutes (text)');
    const { said, reports } = await saidBy(file);
    expect(said).toBe(expected);
    expect(reports).toEqual([
      `the board is kept in memory: ${file} cannot be used (it belongs to another application)`,
    ]);
    expect(sql(file, 'select name from sqlite_schema').map((row) => columnOf(row, 'name'))).toEqual(
      ['minutes'],
    );
  });

  it('is done without, which is said, where it cannot be', async () => {
    const folder = freshFile();
    writeFileSync(folder, 'a file, not a folder');
    const { said, reports } = await saidBy(join(folder, 'board'));
    expect(said).toBe(expected);
    expect(reports).toEqual([
      expect.stringMatching(/^the board is kept in memory: .* cannot be used/),
    ]);
  });

  it('is gone on with when the log has grown', async () => {
    const file = freshFile();
    const store = await fill(memoryEventStore(), events.slice(0, 100));
    const early = await engineOver(store);
    await saidBy(file, early);
    await fill(store, events.slice(100));
    const { said, reports } = await saidBy(file, await engineOver(store));
    expect({ said, reports }).toEqual({ said: expected, reports: [] });
  });
});

/** The same, but the last record has another hash. */
function anotherWay(all: readonly StoredEvent[]): readonly StoredEvent[] {
  const [last] = all.slice(-1);
  const metadata = { ...last!.metadata, hash: '0'.repeat(64) };
  return [...all.slice(0, -1), { ...last!, metadata }];
}
