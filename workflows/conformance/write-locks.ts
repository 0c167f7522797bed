import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { procedures } from '../registry';
import { definitionLock } from './definition-lock';

// Run by `npm run lock` after a build: writes definition.lock.json of each procedure, or of those
// named (`npm run lock -- meeting chair`).
const named = process.argv.slice(2);
const unknown = named.filter((id) => !procedures.some((procedure) => procedure.id === id));
if (unknown.length > 0) {
  const known = procedures.map(({ id }) => id).join(', ');
  throw new Error(`no procedure is called ${unknown.join(', ')}; there are: ${known}`);
}

const workflows = path.resolve(__dirname, '../..');
for (const procedure of procedures) {
  if (named.length > 0 && !named.includes(procedure.id)) continue;
  const folder = path.join(workflows, procedure.id);
  const lock = definitionLock(procedure, folder);
  writeFileSync(path.join(folder, 'definition.lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${procedure.id}: ${String(lock['hash'])}`);
}
