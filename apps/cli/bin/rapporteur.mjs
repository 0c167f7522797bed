#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../dist/main.js', import.meta.url));
if (!existsSync(built)) {
  console.error('rapporteur is not built yet: run "npm run build" in the project folder first.');
  process.exit(2);
}
await import(built);
