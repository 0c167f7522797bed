import { checkSizes, StoreUnavailable, type EventStore } from '@rapporteur/engine';
import { openDatabase } from './database-file';
import type { Driver } from '@rapporteur/sqlite';
import { eventLog, placeOf } from './event-log';
import { groupCommit } from './group-commit';
import { logWatch } from './log-watch';
import { patiently } from './patience';
import { follow, pages } from './reading';
import { rowOf } from './stored-row';
import { transactionsOn } from './transaction';

export interface SqliteOptions {
  /** How long a call waits for another process that writes, in milliseconds; 5,000 by default. */
  readonly patience?: number;
}

/**
 * The event store in one file on a disk of this machine, which several processes may use at once.
 * A position is the decimal number of the event in the log, from 0, without gaps.
 * @throws StoreFault when the file is not, and cannot become, a store of this version
 */
export function sqliteEventStore(file: string, options: SqliteOptions = {}): EventStore {
  return eventStoreOn(openDatabase(file), options);
}

/** The store on a database that `openDatabase` opened. */
export function eventStoreOn(driver: Driver, { patience = 5000 }: SqliteOptions = {}): EventStore {
  const log = eventLog(driver);
  const watch = logWatch(log.end);
  const inTransaction = transactionsOn(driver);
  const commits = groupCommit((work) => whileOpen(() => inTransaction(work)));
  let isOpen = true;
  let isFreed = false;
  let closing: Promise<void> | undefined;

  const whileOpen = <T>(attempt: () => T): Promise<T> =>
    patiently(() => {
      if (isFreed) throw closedStore();
      return attempt();
    }, patience);
  const pageAfter = (position: number) => whileOpen(() => log.pageAfter(position));

  async function close(): Promise<void> {
    isOpen = false;
    watch.wake();
    await commits.idle();
    isFreed = true;
    try {
      driver.exec('pragma wal_checkpoint(truncate)');
    } finally {
      driver.close();
    }
  }

  return {
    append: async (stream, expectedRevision, events) => {
      if (!isOpen) throw closedStore();
      checkSizes(events);
      const rows = events.map((event, i) => rowOf(stream, expectedRevision + 1 + i, event));
      const answer = await commits.submit(() => log.append(stream, expectedRevision, rows));
      watch.wake();
      return answer;
    },
    readStream: (stream, from = 0) =>
      pages((last) => whileOpen(() => log.pageOfStream(stream, last ? last.revision + 1 : from))),
    readAll: (after) => pages(async (last) => pageAfter(placeOf(last?.position ?? after))),
    subscribe: (after, signal) => follow({ pageAfter, isOpen: () => isOpen, watch }, after, signal),
    comparePositions: (a, b) => placeOf(a) - placeOf(b),
    close: () => (closing ??= close()),
  };
}

function closedStore(): StoreUnavailable {
  return new StoreUnavailable('The SQLite store is closed');
}
