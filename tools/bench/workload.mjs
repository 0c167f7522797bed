// What is recorded: steps of the register as drafted, in ever new cases.
import { openInstallation, parseCaseName, registers } from './libraries.mjs';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

const [{ steps }] = registers;

/** An engine as the product puts it together, on a SQLite store of its own. */
export function openEngine(folder) {
  const data = path.join(folder, 'engine');
  mkdirSync(data, { recursive: true });
  const store = { kind: 'sqlite', file: path.join(data, 'rapporteur.sqlite') };
  return openInstallation(settingsWith(store, data), complain);
}

const settingsWith = (store, data) => ({
  port: 0,
  data,
  store,
  auth: undefined,
  today: '2018-12-31',
});

const complain = (line) => console.error(line);

let cases = 0;

/** The id of a case that nobody has opened. */
export function newCase() {
  cases += 1;
  return `bench-${String(cases).padStart(7, '0')}`;
}

/** The first steps of a decision: submitted, circulated. */
export const openingSteps = steps.slice(0, 2);

/** Records a step of the register in a case of the same procedure. */
export async function recordStep({ engine }, step, id) {
  const ref = { procedure: parseCaseName(step.case).procedure, case: id };
  const answer = await engine.record(ref, step.proposal, { actor: step.actor });
  if (answer.outcome !== 'recorded') throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer;
}

/** The events that the opening steps make, without their places: what the stores are given. */
export async function sampleEvents() {
  const installation = await openInstallation(settingsWith({ kind: 'memory' }, '.'), complain);
  const id = newCase();
  for (const step of openingSteps) await recordStep(installation, step, id);
  const events = [];
  for await (const event of installation.store.readAll()) events.push(event);
  await installation.close();
  return events;
}
