import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { all, temporaryFiles } from '../test/scene';
import { openDriver } from '@rapporteur/sqlite';
import { tables } from './schema';
import { sqliteEventStore } from './sqlite-event-store';

const freshFile = temporaryFiles();

/** Runs a writing process; what it returns when it ends are the ids acknowledged, by revision. */
async function writer(
  [file, stream, count]: [string, string, number],
  killAfter = Infinity,
): Promise<Map<number, string>> {
  const script = join(__dirname, '../test/writer.cjs');
  const args = ['--conditions=@rapporteur/source', script, file, stream, String(count)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    if (printed.split('\n').length > killAfter) child.kill('SIGKILL');
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(killAfter === Infinity ? 0 : null);
  const lines = printed.split('\n').slice(0, -1);
  return new Map(lines.map((line) => [Number(line.split(' ')[1]), line.split(' ')[0] ?? '']));
}

describe('Several processes on one file', () => {
  it('lose no acknowledged append when one is killed while it writes', async () => {
    const file = freshFile();
    for (const round of [1, 2]) {
      const acknowledged = await writer([file, `round-${round}`, 1e9], 150 * round);
      const store = sqliteEventStore(file);
      const read = await all(store.readStream(`round-${round}`));
      const stored = new Map(read.map(({ revision, id }) => [revision, id]));
      expect(acknowledged.size).toBeGreaterThanOrEqual(150 * round);
      expect([...acknowledged].filter(([at, id]) => stored.get(at) !== id)).toEqual([]);
      await store.close();
    }
    const driver = openDriver(file);
    expect(driver.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    driver.close();
  }, 30_000);

  it('append to one stream at once, to a file that none of them found, each event once', async () => {
    const file = freshFile();
    const written = await Promise.all([1, 2, 3].map(() => writer([file, 'contested', 100])));
    const store = sqliteEventStore(file);
    const read = await all(store.readAll());
    await store.close();
    expect(read.map(({ revision }) => revision)).toEqual(Array.from({ length: 300 }, (_, n) => n));
    expect(read.map(({ position }) => Number(position))).toEqual(
      Array.from({ length: 300 }, (_, n) => n),
    );
    const acknowledged = written.flatMap((ids) => [...ids]).sort(([a], [b]) => a - b);
    expect(acknowledged).toEqual(read.map(({ revision, id }) => [revision, id]));
  }, 30_000);

  it('open a file that another is still creating', async () => {
    const file = freshFile();
    const other = openDriver(file);
    other.exec('pragma journal_mode = wal; begin immediate');
    const writing = writer([file, 'a', 5]);
    await setTimeout(2000);
    other.exec(tables);
    other.exec('commit');
    expect((await writing).size).toBe(5);
    other.close();
  }, 30_000);
});
