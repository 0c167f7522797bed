// Writes the picture of each procedure, in English, into its folder, where its README shows it.
// Run by `npm run diagrams`, after a build; `npm run diagrams -- chair meeting` draws those alone.
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { diagramOf } = require('@rapporteur/diagram');
const { procedures } = require('@rapporteur/runtime');

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const named = process.argv.slice(2);
const drawn = procedures.filter(({ id }) => named.length === 0 || named.includes(id));

for (const { id, lock, labels } of drawn) {
  const file = `workflows/${id}/diagram.svg`;
  const diagram = await diagramOf({ machine: lock.machine, labels: labels.en, language: 'en' });
  await writeFile(path.join(root, file), diagram.draw());
  console.log(file);
}
