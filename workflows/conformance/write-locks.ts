import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { procedures } from '../registry';
import { definitionLock } from './definition-lock';

// Run by `npm run lock` after a build: writes each procedure's definition.lock.json.
const workflows = path.resolve(__dirname, '../..');
for (const procedure of procedures) {
  const folder = path.join(workflows, procedure.id);
  const lock = definitionLock(procedure, folder);
  writeFileSync(path.join(folder, 'definition.lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${procedure.id}: ${String(lock['hash'])}`);
}
