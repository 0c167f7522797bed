import { openDriver, type Driver } from '@rapporteur/sqlite';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { beginAt, checkpointIn } from './checkpoint';
import { isDamage, messageOf } from './failures';
import { allRows, firstRow, inOneWrite, numberIn, textIn } from './sql';

/** Marks a file as a board in SQLite's header: "RAPB". */
const applicationId = 0x52415042;

/** How long SQLite itself may block this process for a lock, in milliseconds. */
const busyTimeout = 250;
const openingTimeout = 5_000;

export const inMemory = ':memory:';

/** What a board is kept in, and how to begin one. */
export interface BoardFileSettings {
  readonly file: string;
  readonly schema: string;
  readonly identity: string;
  readonly report: (line: string) => void;
}

/** The database of a board. It is disposable: whatever is wrong with it, it is begun anew. */
export interface BoardFile {
  /** Another one after each `replace` and `leave`. */
  readonly driver: Driver;
  /** Empties it, as it belongs to another log. */
  reset(): void;
  /** Begins another file in the place of one that is damaged. */
  replace(damage: unknown): void;
  /** Goes on in memory, as the file cannot be used. */
  leave(why: string): void;
  readonly isInMemory: boolean;
  close(): void;
}

export function boardFile(settings: BoardFileSettings): BoardFile {
  const { report } = settings;
  let { file } = settings;
  let driver = open();

  function open(): Driver {
    try {
      return opened(file, settings);
    } catch (error) {
      return isDamage(error) ? renewed(error) : openedInMemory(messageOf(error));
    }
  }

  function renewed(damage: unknown): Driver {
    report(`the board is built anew: its file was damaged (${messageOf(damage)})`);
    try {
      for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
      return opened(file, settings);
    } catch (error) {
      return openedInMemory(messageOf(error));
    }
  }

  function openedInMemory(why: string): Driver {
    report(`the board is kept in memory: ${file} cannot be used (${why})`);
    file = inMemory;
    return opened(file, settings);
  }

  return {
    get driver() {
      return driver;
    },
    get isInMemory() {
      return file === inMemory;
    },
    reset() {
      report('the board is built anew: it was made from another log');
      emptied(driver, settings);
    },
    replace(damage) {
      closed(driver);
      driver = renewed(damage);
    },
    leave(why) {
      closed(driver);
      driver = openedInMemory(why);
    },
    close: () => closed(driver),
  };
}

/** @throws what SQLite or the file system throws, and when the file is another application's */
function opened(file: string, settings: BoardFileSettings): Driver {
  if (file !== inMemory) mkdirSync(dirname(file), { recursive: true });
  const driver = openDriver(file);
  try {
    driver.exec(`pragma busy_timeout = ${openingTimeout}`);
    const isNew = numberIn(firstRow(driver, 'select count(*) as n from sqlite_schema'), 'n') === 0;
    if (
      !isNew &&
      numberIn(firstRow(driver, 'pragma application_id'), 'application_id') !== applicationId
    ) {
      throw new Error('it belongs to another application');
    }
    // What a power cut takes away is read from the log again.
    driver.exec('pragma journal_mode = wal; pragma synchronous = normal');
    driver.exec('pragma trusted_schema = off; pragma temp_store = memory');
    driver.exec('pragma cache_size = -32768; pragma wal_autocheckpoint = 4000');
    if (!isNew && identityIn(driver) !== settings.identity) {
      settings.report('the board is built anew: its tables or the definitions have changed');
    }
    emptied(driver, settings, () => identityIn(driver) !== settings.identity);
    driver.exec(`pragma busy_timeout = ${busyTimeout}`);
    return driver;
  } catch (error) {
    closed(driver);
    throw error;
  }
}

/** What made the tables that are there; undefined when there are none. */
function identityIn(driver: Driver): string | undefined {
  const there = firstRow(driver, `select 1 from sqlite_schema where name = 'checkpoint'`);
  return there === undefined ? undefined : checkpointIn(driver).identity;
}

/** @param isNeeded asked when no other process can write, as one may have done the same just now */
function emptied(
  driver: Driver,
  { schema, identity }: BoardFileSettings,
  isNeeded: () => boolean = () => true,
): void {
  inOneWrite(driver, () => {
    if (!isNeeded()) return;
    for (const row of allRows(driver, tableNames))
      driver.exec(`drop table if exists ${textIn(row, 'name')}`);
    driver.exec(schema);
    driver.exec(`pragma application_id = ${applicationId}`);
    beginAt(driver, identity);
  });
}

/** Those of virtual tables' own keeping go with them. */
const tableNames = `select name from pragma_table_list
  where schema = 'main' and type in ('table', 'virtual') and name not like 'sqlite%'`;

/** Leaves everything in the file itself; one that is damaged, or in use elsewhere, stays as it is. */
function closed(driver: Driver): void {
  try {
    driver.exec('pragma wal_checkpoint(truncate)');
  } catch {
    // What is not written back now is read from the WAL, or from the log, the next time.
  }
  driver.close();
}
