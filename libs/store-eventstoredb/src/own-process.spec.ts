import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventStoreDbStandIn, type EventStoreDbStandIn } from '@rapporteur/eventstoredb-stand-in';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const isLong = Boolean(process.env['LONG']);
const [abandoned, reconnects] = isLong ? [1000, 100] : [150, 15];
const root = resolve(__dirname, '../../..');

/** Compiles TypeScript as the tests do; a process of its own does not run under Jest. */
const loadTypeScript = `
  const { readFileSync } = require('node:fs');
  const { $schema, ...swcrc } = JSON.parse(readFileSync('.swcrc', 'utf8'));
  const { transformSync } = require('@swc/core');
  require.extensions['.ts'] = (module, filename) => module._compile(
    transformSync(readFileSync(filename, 'utf8'), { ...swcrc, swcrc: false, filename }).code,
    filename,
  );
`;

const useAndClose = (connectionString: string) => `
  ${loadTypeScript}
  const { setTimeout: pause } = require('node:timers/promises');
  const { eventStoreDbEventStore } = require('${resolve(__dirname, 'index.ts')}');
  const store = eventStoreDbEventStore('${connectionString}');
  const event = () => ({
    id: crypto.randomUUID(), type: 'a.b', data: { text: 'x'.repeat(500) }, metadata: {},
  });
  const ask = (what) => new Promise((done) => {
    process.once('message', done);
    process.send({ what });
  });

  const abandon = async () => {
    for await (const { revision } of store.readStream('a-1')) if (revision === 0) break;
  };
  const read = async () => {
    for (let attempt = 0; ; attempt += 1) {
      try { return await abandon(); } catch (error) { if (attempt > 50) throw error; }
      await pause(5);
    }
  };
  const following = { signal: new AbortController(), last: undefined, begun: 0 };
  const follow = async () => {
    while (!following.signal.signal.aborted) {
      following.begun += 1;
      try {
        for await (const item of store.subscribe(following.last, following.signal.signal)) {
          if (item !== 'caughtUp') following.last = item.position;
        }
      } catch { await pause(5); }
    }
  };
  const work = async (reads, reconnects) => {
    for (let n = 0; n < reads; n += 1) await abandon();
    for (let n = 0; n < reconnects; n += 1) {
      // The server cuts the connection, or says what makes the client be thrown away.
      await ask(n % 2 === 0 ? 'cut' : 'confuse');
      await read();
    }
  };
  const measured = async () => {
    for (let n = 0; n < 8; n += 1) { await pause(25); gc(); }
    return { heap: process.memoryUsage().heapUsed, handles: process.getActiveResourcesInfo() };
  };

  const main = async () => {
    await store.append('a-1', -1, Array.from({ length: 300 }, event));
    void follow();
    await work(50, 6);
    const before = await measured();
    await work(${abandoned}, ${reconnects});
    const after = await measured();
    await ask({ before, after, subscriptions: following.begun });
    // Left open, and left without a word.
    const all = store.readAll();
    await all.next();
    const left = store.subscribe(undefined, new AbortController().signal);
    await left.next();
    await store.close();
    following.signal.abort();
    await ask('closed');
    process.disconnect();
  };
  main().catch((error) => { console.error(error); process.exit(1); });
`;

interface Measured {
  readonly heap: number;
  readonly handles: readonly string[];
}

interface Report {
  readonly before: Measured;
  readonly after: Measured;
  readonly subscriptions: number;
}

interface Counts {
  readonly calls: number;
  readonly connections: number;
}

/** What the process said, what was open at the server when it had done its work, and its end. */
interface Ended {
  readonly report: Report;
  readonly open: Counts;
  readonly closed: boolean;
  readonly code: number | null;
}

function run(server: EventStoreDbStandIn): Promise<Ended> {
  const program = useAndClose(server.connectionString);
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--conditions=@rapporteur/source', '--eval', program],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      timeout: isLong ? 120_000 : 30_000,
    },
  );
  let report: Report;
  let open: Counts;
  let closed = false;
  child.on('message', ({ what }: { what: 'cut' | 'confuse' | 'closed' | Report }) => {
    if (what === 'cut') server.cutConnections();
    else if (what === 'confuse') server.refuseNextRead({ code: 2, details: 'No leader info' });
    else if (what === 'closed') closed = true;
    else {
      report = what;
      open = { calls: server.openCallCount(), connections: server.connectionCount() };
    }
    child.send('done');
  });
  return new Promise((done) => {
    child.on('exit', (code) => done({ report, open, closed, code }));
  });
}

describe(`in a process of its own, ${abandoned} abandoned reads and ${reconnects} reconnections`, () => {
  let ended: Ended;
  let left: Counts;
  beforeAll(async () => {
    const server = await eventStoreDbStandIn();
    ended = await run(server);
    left = { calls: server.openCallCount(), connections: server.connectionCount() };
    await server.close();
  }, 150_000);

  it('leave nothing open at the server but the one subscription', () => {
    expect(ended.open).toEqual({ calls: 1, connections: 1 });
    expect(ended.report.subscriptions).toBeGreaterThan(reconnects);
  });

  it('leave as many handles in the process as there were', () => {
    expect(ended.report.after.handles.length).toBeLessThanOrEqual(
      ended.report.before.handles.length,
    );
  });

  it('leave the memory as it was, but for what the compiler keeps', () => {
    const grown = ended.report.after.heap - ended.report.before.heap;
    expect(grown).toBeLessThan(2_000_000);
  });

  it('let it end after close(), whatever was left open', () => {
    expect(ended).toMatchObject({ closed: true, code: 0 });
    expect(left).toEqual({ calls: 0, connections: 0 });
  });
});
