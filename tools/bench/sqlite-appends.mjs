// Appends to SQLite: the floors, which do the least that any event store on SQLite must do, and the
// store itself.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { canonicalRecord, openDriver, sqliteEventStore } from './libraries.mjs';
import { byWriters, timed } from './measure.mjs';
import { newCase } from './workload.mjs';

const table = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma fullfsync = on;
  create table events (
    position integer primary key,
    stream text not null,
    revision integer not null,
    text text not null,
    unique (stream, revision)
  ) strict`;

/** Appends a record's text where its stream ends, within a transaction: look, compare, insert. */
function rawLog(file) {
  const driver = openDriver(file);
  driver.exec(table);
  const head = driver.prepare(
    'select revision from events where stream = ? order by revision desc limit 1',
  );
  const insert = driver.prepare('insert into events (stream, revision, text) values (?, ?, ?)');
  const begin = driver.prepare('begin immediate');
  const commit = driver.prepare('commit');
  const append = ({ stream, revision, text }) => {
    const last = head.get(stream)?.revision ?? -1;
    if (last !== revision - 1) throw new Error(`${stream} is at ${last}`);
    insert.run(stream, revision, text);
  };
  return {
    append: (rows) => {
      begin.run();
      rows.forEach(append);
      commit.run();
    },
    close: () => driver.close(),
  };
}

/** The floor with one transaction, and so one sync of the disk, for so many appends. */
export function floor(folder, events, group) {
  const log = rawLog(path.join(folder, `floor-${group}.sqlite`));
  const texts = events.map(canonicalRecord);
  let rows = [];
  return {
    name: `floor${group}`,
    // The texts are at hand, in the sizes that the records have.
    before: (size) => {
      rows = freshStreams(size, texts.length).map((row) => ({ ...row, text: texts[row.revision] }));
    },
    run: async (size, latencies) => {
      for (let done = 0; done < size; done += group) {
        await timed(latencies, () => log.append(rows.slice(done, done + group)));
      }
    },
    close: log.close,
  };
}

/** So many places in new streams, each stream as long as the sample. */
function freshStreams(size, length) {
  let stream = '';
  return Array.from({ length: size }, (_, i) => {
    const revision = i % length;
    if (revision === 0) stream = `decision-${newCase()}`;
    return { stream, revision };
  });
}

/** The append of a store, by so many writers, each in streams of its own. */
export function storeAppends(name, { store, events, writers }) {
  return {
    name,
    run: (size, latencies) =>
      byWriters(writers, size / events.length, async () => {
        const stream = `decision-${newCase()}`;
        for (const [revision, { type, data, metadata }] of events.entries()) {
          const event = { id: randomUUID(), type, data, metadata };
          const { outcome } = await timed(latencies, () =>
            store.append(stream, revision - 1, [event]),
          );
          if (outcome !== 'appended') throw new Error(`${stream}: ${outcome}`);
        }
      }),
  };
}

export const sqliteStore = (folder, name) => sqliteEventStore(path.join(folder, `${name}.sqlite`));
