import { expect, it } from '@jest/globals';
import { eventStoreDbStandIn } from '@rapporteur/eventstoredb-stand-in';
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

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
  const { eventStoreDbEventStore } = require('${resolve(__dirname, 'index.ts')}');
  const store = eventStoreDbEventStore('${connectionString}');
  const event = () => ({ id: crypto.randomUUID(), type: 'a.b', data: {}, metadata: {} });
  const main = async () => {
    await store.append('a-1', -1, [event(), event()]);
    for await (const { revision } of store.readStream('a-1')) if (revision === 0) break;
    const abandoned = store.readAll();
    await abandoned.next();
    const left = store.subscribe(undefined, new AbortController().signal);
    await left.next();
    await store.close();
    console.log('closed');
  };
  main();
`;

it('lets the process end after close(), whatever was left open', async () => {
  const server = await eventStoreDbStandIn();
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=@rapporteur/source', '--eval', useAndClose(server.connectionString)],
    { cwd: root, timeout: 15_000 },
  );
  expect(stdout).toBe('closed\n');
  await server.close();
}, 20_000);
