// Runs the scenarios of every procedure and lists, step by step, how often scenarios took it and by
// what they saw it refused. Run by `npm run scenarios`; `-- chair` lists one procedure.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCoverage, summaryOf } from './scenario-coverage.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const named = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-scenarios-'));
const jest = path.join(root, 'node_modules', '.bin', 'jest');
const pattern = `workflows/(${named.length > 0 ? named.join('|') : '[^/]+'})/scenarios\\.spec`;
const { status } = spawnSync(jest, ['--selectProjects', 'workflows', '--silent', pattern], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, RAPPORTEUR_SCENARIOS: folder },
});
const found = readCoverage(folder);
rmSync(folder, { recursive: true });
for (const { procedure, steps } of found) {
  console.log(`\n${procedure}`);
  for (const { type, taken, refusedBy } of steps) {
    console.log(`  ${type}: taken ${taken}×; refused by ${refusedBy.join(', ') || 'NOTHING'}`);
  }
}
console.log(`\n${summaryOf(found)}`);
process.exit(status ?? 1);
