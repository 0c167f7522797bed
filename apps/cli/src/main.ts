import { StoreFault, StoreUnavailable } from '@rapporteur/engine';
import { SettingsRefused } from '@rapporteur/runtime';
import { Command, CommanderError } from 'commander';
import { addAnnotatingVerbs } from './annotating-verbs';
import { addBoardVerbs } from './board-verbs';
import { addCorrectingVerbs } from './correcting-verbs';
import { UsageFault } from './desk';
import { addPaperVerbs } from './paper-verbs';
import { addTimeVerbs } from './time-verbs';
import { addVerbs } from './verbs';

/** The exit codes: 0 done, 1 refused or failed, 2 used wrongly. */
async function main(): Promise<void> {
  const program = new Command('rapporteur')
    .description('Procedural decisions: recorded, asked for as at any date, and proved.')
    .showHelpAfterError()
    .exitOverride();
  // The server's libraries are loaded only by the verbs that serve.
  program
    .command('serve')
    .description('serve the store over HTTP')
    .action(async () => (await import('./serving')).serveStore());
  program
    .command('start')
    .description('serve, with the register as-drafted brought into an empty store')
    .action(async () => (await import('./serving')).start());
  program
    .command('demo <register>')
    .description('bring a register into an empty store')
    .action(async (id: string) => (await import('./demo')).demo(id));
  addVerbs(program);
  addAnnotatingVerbs(program);
  addCorrectingVerbs(program);
  addBoardVerbs(program);
  addPaperVerbs(program);
  addTimeVerbs(program);
  await program.parseAsync();
}

main().catch((fault: unknown) => {
  process.exitCode = exitCode(fault);
  if (!(fault instanceof CommanderError)) process.stderr.write(`${inWords(fault)}\n`);
});

function exitCode(fault: unknown): number {
  if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : 2;
  return fault instanceof UsageFault || fault instanceof SettingsRefused ? 2 : 1;
}

function inWords(fault: unknown): string {
  if (fault instanceof SettingsRefused) return `Settings that cannot be used:\n${fault.message}`;
  const expected = [UsageFault, StoreFault, StoreUnavailable].some((kind) => fault instanceof kind);
  if (!(fault instanceof Error)) return String(fault);
  if (isPortTaken(fault)) return 'The port is taken; set PORT to another one, such as PORT=3001.';
  return expected ? fault.message : (fault.stack ?? fault.message);
}

function isPortTaken(fault: Error): boolean {
  return 'code' in fault && fault.code === 'EADDRINUSE';
}
