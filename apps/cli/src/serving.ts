import { serve } from '@rapporteur/api';
import {
  bringRegister,
  keepTime,
  installOn,
  openStore,
  registers,
  settingsFrom,
  type Settings,
} from '@rapporteur/runtime';
import type { EventStore } from '@rapporteur/engine';
import { UsageFault } from './desk';

const print = (line: string) => void process.stdout.write(`${line}\n`);
const warn = (line: string) => void process.stderr.write(`${line}\n`);

/** Serves the store that the settings name; changes nothing in it by itself. */
export async function serveStore(): Promise<void> {
  const settings = settingsFrom(process.env);
  requireAuth(settings);
  await serveOn(await openStore(settings.store), settings);
}

/** For a newcomer: demo offices, and the register as-drafted in an empty store. */
export async function start(): Promise<void> {
  const settings = settingsFrom({ RAPPORTEUR_AUTH: 'demo', ...process.env });
  const store = await openStore(settings.store);
  const [register] = registers;
  if (register) {
    const brought = await bringRegister(register, store);
    if (brought.outcome === 'brought') {
      print(`Brought the register ${register.id} (${register.label.en}): ${brought.size} records.`);
    }
  }
  const url = await serveOn(store, settings);
  print(welcome(url));
}

function requireAuth({ auth }: Settings): void {
  if (auth) return;
  throw new UsageFault(
    'RAPPORTEUR_AUTH is not set. Set RAPPORTEUR_AUTH=demo for made-up offices, on this machine only.',
  );
}

/** Serves until the process is told to stop; then answers what it was asked and closes the store. */
async function serveOn(store: EventStore, settings: Settings): Promise<string> {
  const installation = await installOn(store, settings, warn);
  const served = await serve(installation, warn).catch(async (fault: unknown) => {
    await installation.close();
    throw fault;
  });
  // A rehearsal keeps its own time: there `rapporteur tick` is asked for.
  const timekeeping = installation.register().simulated
    ? undefined
    : keepTime(installation.engine, warn);
  const stop = async () => {
    timekeeping?.stop();
    await served.close();
    await installation.close();
  };
  void installation.engine.failure.then(() => {
    process.exitCode = 1;
    return stop();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  const { id, simulated } = installation.register();
  print(`Rapporteur serves the register ${id}${simulated ? ' (SIMULATED)' : ''} at ${served.url}`);
  print('DEMO ACCESS: anybody on this machine can act as anyone. Never for a real register.');
  return served.url;
}

function welcome(url: string): string {
  return [
    '',
    `  API and its description   ${url}/api/docs`,
    `  The register              ${url}/api/register`,
    '',
    '  Try it: where does the draft decision stand on 7 March 2018?',
    '',
    `  curl -s -H "authorization: Bearer $(curl -s ${url}/api/demo/token -H 'content-type: application/json' -d '{"role":"auditor"}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')" '${url}/api/cases/decision/ecommerce?asAt=2018-03-07'`,
    '',
  ].join('\n');
}
