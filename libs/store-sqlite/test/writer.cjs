// Appends single events to a stream until it has appended COUNT of them, eight at a time; prints
// the id and the revision of each when it is acknowledged.
// Usage: node --conditions=@rapporteur/source writer.cjs FILE STREAM COUNT
require('./typescript.cjs');
const { randomUUID } = require('node:crypto');
const { sqliteEventStore } = require('../src/index.ts');

const [file, stream, count] = process.argv.slice(2);
const store = sqliteEventStore(file);
let left = Number(count);
let revision = -1;

async function write() {
  while (left > 0) {
    left -= 1;
    const event = { id: randomUUID(), type: 'thing.happened', data: {}, metadata: {} };
    let answer = await store.append(stream, revision, [event]);
    while (answer.outcome === 'conflict') {
      revision = Math.max(revision, answer.revision);
      answer = await store.append(stream, revision, [event]);
    }
    revision = Math.max(revision, answer.revision);
    process.stdout.write(`${event.id} ${answer.revision}\n`);
  }
}

Promise.all(Array.from({ length: 8 }, write)).then(() => store.close());
