// What scenarios have written of the steps that they saw.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** By procedure, in alphabetical order. */
export function readCoverage(folder) {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      procedure: path.basename(file, '.json'),
      steps: JSON.parse(readFileSync(path.join(folder, file), 'utf8')),
    }));
}

export function summaryOf(found) {
  const steps = found.flatMap((each) => each.steps);
  const [taken, refused] = [
    steps.filter((step) => step.taken > 0),
    steps.filter((step) => step.refusedBy.length > 0),
  ];
  const reasons = new Set(steps.flatMap((step) => step.refusedBy));
  return (
    `scenarios: of ${steps.length} steps of ${found.length} procedures ${taken.length} are taken and ` +
    `${refused.length} refused, by ${reasons.size} different rules; npm run scenarios lists them`
  );
}
