// Builds a board from a store of events, 20 records at once. With SIZE it is ended with SIGKILL, at
// whatever it then does, once the board holds so many records; without SIZE it builds to the end and
// prints how many records the board holds, after whatever it reported.
// Usage: node --conditions=@rapporteur/source building.cjs STORE BOARD [SIZE]
require('../../store-sqlite/test/typescript.cjs');
const { setImmediate } = require('node:timers/promises');
const { Worker } = require('node:worker_threads');
const { engine, memoryCheckpoints } = require('@rapporteur/engine');
const { sqliteEventStore } = require('@rapporteur/store-sqlite');
const { registry } = require('@rapporteur/workflows');
const { openBoard } = require('../src/index.ts');

const [storeFile, file, size] = process.argv.slice(2);

/** A thread that ends the process while the main one goes on with its work. */
function killer() {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const kill = `const { workerData } = require('node:worker_threads');
    Atomics.wait(workerData, 0, 0);
    process.kill(process.pid, 'SIGKILL');`;
  new Worker(kill, { eval: true, workerData: signal });
  return () => Atomics.store(signal, 0, 1) + Atomics.notify(signal, 0);
}

async function build() {
  const store = sqliteEventStore(storeFile);
  const running = await engine({
    store,
    registry,
    checkpoints: memoryCheckpoints(),
    clock: () => '2020-01-01T12:00:00.000Z',
    newKey: () => '',
    readOnly: true,
    report: () => {},
  });
  await running.start();
  const report = (line) => process.stdout.write(`${line}\n`);
  const board = openBoard({ file, reading: running.reading, report, mostAtOnce: 20 });
  const started = board.start();
  if (size !== undefined) {
    const kill = killer();
    while (board.size < Number(size)) await setImmediate();
    kill();
    await new Promise(() => {});
  }
  await started;
  process.stdout.write(String(board.size));
  await board.stop();
  await running.stop();
  await store.close();
}

build();
