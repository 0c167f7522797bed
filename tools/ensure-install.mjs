// Installs the dependencies when they are missing or other than the lock file's; else does nothing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Rapporteur needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const wanted = createHash('sha256')
  .update(readFileSync(path.join(root, 'package-lock.json')))
  .update(process.versions.modules + process.platform + process.arch)
  .digest('hex');
const stamp = path.join(root, 'node_modules', '.install-stamp');
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) process.exit(0);

console.log('Installing dependencies (npm ci) ...');
const npm = process.env.npm_execpath;
const [command, ...args] = npm ? [process.execPath, npm, 'ci'] : ['npm', 'ci'];
const { status } = spawnSync(command, [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
  cwd: root,
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
writeFileSync(stamp, wanted);
