// Runs ESLint with the project graph at hand, and fails when the rule of the layers was skipped.
// Usage: node tools/lint.mjs [ESLint's arguments; without any, everything]
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeProjectGraph, skipped } from './boundaries.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const asked = process.argv.slice(2);

await makeProjectGraph();
const eslint = path.join(root, 'node_modules/eslint/bin/eslint.js');
const args = [eslint, '--no-warn-ignored', ...(asked.length > 0 ? asked : ['.'])];
const { status, stdout } = spawnSync(process.execPath, args, {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  stdio: ['ignore', 'pipe', 'inherit'],
});
process.stdout.write(stdout);
if (stdout.includes(skipped)) {
  console.error('The boundaries between projects were not checked.');
  process.exit(1);
}
process.exit(status ?? 1);
