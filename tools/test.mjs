// `npm test`: lint, formatting, types, build, then every test. `--long` adds what takes longer.
// Ends with a line `N passed, N failed`, which counts each of these checks and each test.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCoverage, summaryOf } from './scenario-coverage.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const long = process.argv.includes('--long');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const total = { passed: 0, failed: 0, skipped: 0 };

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NX_TUI: 'false', ...env },
  });
  return status === 0;
}

function check(title, command, args) {
  console.log(`\n== ${title}`);
  const passed = run(command, args);
  total[passed ? 'passed' : 'failed'] += 1;
  if (!passed) console.log(`== ${title}: FAILED`);
  return passed;
}

function tests() {
  console.log(`\n== tests${long ? ', the long ones too' : ''}`);
  const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-test-'));
  const outputFile = path.join(folder, 'jest.json');
  // Jest by itself leaves a core idle; and five seconds, its patience, must decide no test.
  const patience = '--testTimeout=60000';
  const jest = ['--json', `--outputFile=${outputFile}`, '--maxWorkers=100%', patience];
  const isGreen = run(bin('jest'), jest, {
    RAPPORTEUR_SCENARIOS: path.join(folder, 'scenarios'),
    ...(long ? { LONG: '1' } : {}),
  });
  const report = JSON.parse(readFileSync(outputFile, 'utf8'));
  console.log(summaryOf(readCoverage(path.join(folder, 'scenarios'))));
  rmSync(folder, { recursive: true });
  total.passed += report.numPassedTests;
  total.skipped += report.numPendingTests;
  // A suite that could not run, or Jest itself, fails even when no single test does.
  total.failed += Math.max(
    report.numFailedTests + report.numRuntimeErrorTestSuites,
    isGreen ? 0 : 1,
  );
}

check('lint', process.execPath, ['tools/lint.mjs']);
check('formatting', bin('prettier'), ['--check', '--log-level', 'warn', '.']);
check('types', bin('nx'), ['run-many', '-t', 'typecheck', '--outputStyle=static']);
const isBuilt = check('build', bin('nx'), ['run-many', '-t', 'build', '--outputStyle=static']);
if (isBuilt) tests();

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
