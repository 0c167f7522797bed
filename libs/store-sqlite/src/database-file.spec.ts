import { describe, expect, it } from '@jest/globals';
import { StoreFault } from '@rapporteur/engine';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { event, temporaryFiles } from '../test/scene';
import { openDatabase } from './database-file';
import { openDriver } from '@rapporteur/sqlite';
import { sqliteEventStore } from './sqlite-event-store';

const freshFile = temporaryFiles();

function refusal(file: string): string {
  try {
    void sqliteEventStore(file).close();
  } catch (error) {
    if (error instanceof StoreFault) return error.message;
    throw error;
  }
  throw new Error(`${file} was not refused`);
}

/** A file written by SQL alone. */
function written(sql: string): string {
  const file = freshFile();
  const driver = openDriver(file);
  driver.exec(sql);
  driver.close();
  return file;
}

describe('Opening a file', () => {
  it('creates it and its folder when missing, with durability on', async () => {
    const file = join(dirname(freshFile()), 'not', 'yet', 'events.db');
    const store = sqliteEventStore(file);
    await store.append('a', -1, [event()]);
    await store.close();
    const driver = openDriver(file);
    expect(driver.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(driver.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
    driver.close();
  });

  it('syncs the disk at every commit', () => {
    const driver = openDatabase(freshFile());
    expect(driver.prepare('pragma synchronous').get()).toEqual({ synchronous: 2 });
    driver.close();
  });

  it('refuses the file of another application and leaves it as it is', () => {
    const file = written('create table letters (n); pragma application_id = 7');
    const before = readFileSync(file);
    expect(refusal(file)).toMatch(/belongs to another application \(application_id 7/);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(refusal(written('create table letters (n)'))).toMatch(/another application/);
  });

  it('refuses a newer schema', async () => {
    const file = freshFile();
    await sqliteEventStore(file).close();
    const driver = openDriver(file);
    driver.exec('pragma user_version = 2');
    driver.close();
    expect(refusal(file)).toMatch(/schema version 2; this program knows version 1\. Use/);
  });

  it('refuses a file whose triggers were dropped', async () => {
    const file = freshFile();
    await sqliteEventStore(file).close();
    const driver = openDriver(file);
    driver.exec('drop trigger events_never_go');
    driver.close();
    expect(refusal(file)).toMatch(/lacks events_never_go/);
  });

  it('refuses what is no database, no file, or below a file', () => {
    const file = freshFile();
    writeFileSync(file, 'Minutes of the meeting. '.repeat(100));
    expect(refusal(file)).toMatch(/is no SQLite database\. Name a file/);
    expect(refusal(join(file, 'events.db'))).toMatch(/cannot be created or written.*Name a file/);
    mkdirSync(`${file}-folder`);
    expect(refusal(`${file}-folder`)).toMatch(/is no file\. Name a file/);
  });

  const isRoot = process.getuid?.() === 0;
  (isRoot ? it.skip : it)('refuses what it may not write (root may write all)', async () => {
    const file = freshFile();
    await sqliteEventStore(file).close();
    chmodSync(file, 0o400);
    expect(refusal(file)).toMatch(/cannot be read and written/);
    const folder = `${file}-folder`;
    mkdirSync(folder, { mode: 0o500 });
    expect(refusal(join(folder, 'events.db'))).toMatch(/cannot be created or written/);
  });
});
