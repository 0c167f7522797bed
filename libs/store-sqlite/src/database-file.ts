import { StoreFault } from '@rapporteur/engine';
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { columnOf, openDriver, type Driver } from '@rapporteur/sqlite';
import { isNoDatabase, messageOf, storeError } from './failures';
import { busyTimeout } from './patience';
import { applicationId, parts, schemaVersion, tables } from './schema';

/** How long opening waits, blocking, for another process that is creating the file. */
const openingTimeout = 5000;

const rightFile = 'Name a file of Rapporteur’s, or one that does not exist yet.';

/**
 * Opens a store's file, creating it and its folder if there is none.
 * @throws StoreFault saying what is wrong with the file and what would be right
 */
export function openDatabase(file: string): Driver {
  const path = resolve(file);
  checkPlace(path);
  const driver = opened(path);
  try {
    driver.exec(`pragma busy_timeout = ${openingTimeout}`);
    const isNew = isEmpty(driver);
    if (!isNew) checkIdentity(driver, path);
    makeDurable(driver, path);
    if (isNew) create(driver, path);
    driver.exec(`pragma busy_timeout = ${busyTimeout}`);
    return driver;
  } catch (error) {
    driver.close();
    if (!isNoDatabase(error)) throw storeError(error, path);
    throw new StoreFault(`${path} is no SQLite database. ${rightFile}`, { cause: error });
  }
}

function checkPlace(path: string): void {
  const folder = dirname(path);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new StoreFault(
      `The folder ${folder} cannot be created or written: ${messageOf(error)}. ` +
        'Name a file in a folder where this user may write: SQLite keeps its WAL beside the file.',
      { cause: error },
    );
  }
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isFile()) {
    throw new StoreFault(`${path} is no file. Name a file, for instance ${path}/events.db.`);
  }
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new StoreFault(
      `${path} cannot be read and written: ${messageOf(error)}. Give this user both rights on it.`,
      { cause: error },
    );
  }
}

function opened(path: string): Driver {
  try {
    return openDriver(path);
  } catch (error) {
    throw new StoreFault(`${path} cannot be opened: ${messageOf(error)}. ${rightFile}`, {
      cause: error,
    });
  }
}

function isEmpty(driver: Driver): boolean {
  return valueOf(driver, 'select count(*) as value from sqlite_schema') === 0;
}

function checkIdentity(driver: Driver, path: string): void {
  const id = valueOf(driver, 'select application_id as value from pragma_application_id');
  const version = valueOf(driver, 'select user_version as value from pragma_user_version');
  if (id !== applicationId) {
    throw new StoreFault(
      `${path} belongs to another application (application_id ${String(id)}, where Rapporteur’s ` +
        `is ${applicationId}). ${rightFile}`,
    );
  }
  if (version !== schemaVersion) {
    throw new StoreFault(
      `${path} has schema version ${String(version)}; this program knows version ` +
        `${schemaVersion}. Use the version of Rapporteur that wrote the file, or a later one.`,
    );
  }
  const named = driver.prepare('select 1 from sqlite_schema where name = ?');
  const missing = parts.filter((part) => named.get(part) === undefined);
  if (missing.length === 0) return;
  throw new StoreFault(
    `${path} was altered: it lacks ${missing.join(', ')}, without which it is not append-only. ` +
      'Verify its hashes, or restore it from a backup.',
  );
}

/** An append is answered only when it is on the disk, also on a Mac, and outlives a power cut. */
function makeDurable(driver: Driver, path: string): void {
  const mode = valueOf(driver, 'pragma journal_mode = wal', 'journal_mode');
  if (mode !== 'wal') {
    throw new StoreFault(
      `${path} cannot be written ahead (journal_mode ${String(mode)}): a network drive? ` +
        'Put it on a disk of this machine.',
    );
  }
  driver.exec('pragma synchronous = full; pragma fullfsync = on; pragma trusted_schema = off');
}

/** Another process may create the same file at once: whoever comes second finds it made. */
function create(driver: Driver, path: string): void {
  driver.exec('begin immediate');
  try {
    if (isEmpty(driver)) driver.exec(tables);
    driver.exec('commit');
  } catch (error) {
    driver.exec('rollback');
    throw error;
  }
  checkIdentity(driver, path);
}

function valueOf(driver: Driver, sql: string, name = 'value'): unknown {
  return columnOf(driver.prepare(sql).get(), name);
}
