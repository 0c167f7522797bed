// Writes each procedure's histories: the cases of the registers, recorded through the engine.
// Until the first release histories may be made anew; afterwards they only ever gain files.
// Run by `npm run histories`, after a build.
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const require = createRequire(import.meta.url);
const { memoryEventStore } = require('@rapporteur/engine');
const { caseOfStream } = require('@rapporteur/kernel');
const { bringRegister, registers } = require('@rapporteur/runtime');

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

async function casesOf(register) {
  const store = memoryEventStore();
  await bringRegister(register, store);
  const cases = new Map();
  for await (const { position: _position, ...record } of store.readAll()) {
    cases.set(record.stream, [...(cases.get(record.stream) ?? []), record]);
  }
  await store.close();
  return cases;
}

for (const register of registers) {
  for (const [stream, records] of await casesOf(register)) {
    const ref = caseOfStream(stream);
    const file = `workflows/${ref.procedure}/histories/${register.id}-${ref.case}.json`;
    const target = path.join(root, file);
    await mkdir(path.dirname(target), { recursive: true });
    const options = { ...(await resolveConfig(target)), filepath: target };
    await writeFile(target, await format(JSON.stringify({ records }), options));
    console.log(file);
  }
}
