import { onCoverage } from '@rapporteur/kernel';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// What the scenarios of each procedure have seen, for `npm run scenarios`: one file for each.
const folder = process.env['RAPPORTEUR_SCENARIOS'];
if (folder !== undefined && /scenarios\.spec\.ts$/.test(expect.getState().testPath ?? '')) {
  mkdirSync(folder, { recursive: true });
  onCoverage((procedure, steps) => {
    writeFileSync(path.join(folder, `${procedure}.json`), JSON.stringify(steps));
  });
}
