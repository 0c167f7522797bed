import type { Command } from 'commander';
import type { EngineStep } from './desk';
import { recordedText } from './print';
import { atDesk, common, identified, json, tell, wholeNumber } from './verbs';
import type { Common, Identified } from './verbs';

// evidence, approve, note: what is known of a case's records beyond what happened in it.

interface Annotating extends Common, Identified {
  readonly documents?: string;
  readonly reason?: string;
}

export function addAnnotatingVerbs(program: Command): void {
  annotating(program.command('evidence <case> <revision>'))
    .description('add the documents that bear out a record: it is provisional no longer')
    .requiredOption('--documents <json>', documentsAre)
    .action(async (name: string, revision: string, options: Annotating) =>
      annotate(name, options, {
        type: 'record.evidenceAdded',
        revision: wholeNumber('<revision>', revision),
        body: await documentsIn(options),
      }),
    );
  annotating(program.command('approve <case> <revision>'))
    .description('approve an irregular record, as a second person')
    .option('--reason <text>', 'why it is approved')
    .action(async (name: string, revision: string, { reason, ...options }: Annotating) =>
      annotate(name, options, {
        type: 'record.irregularityApproved',
        revision: wholeNumber('<revision>', revision),
        body: reason === undefined ? {} : { reason },
      }),
    );
  annotating(program.command('note <case> <text>'))
    .description('note something on a case; it changes nothing')
    .option('--documents <json>', documentsAre)
    .action(async (name: string, text: string, options: Annotating) =>
      annotate(name, options, {
        type: 'record.noted',
        body: { text, ...(await documentsIn(options)) },
      }),
    );
}

const documentsAre =
  'a list of {symbol?, title?, sha256?, language?}: JSON, @FILE, or - for standard input';

function annotating(command: Command): Command {
  return common(command)
    .option('--key <key>', 'idempotency key')
    .option('--if-match <revision>', 'the revision you saw');
}

async function documentsIn({ documents }: Annotating): Promise<object> {
  return documents === undefined ? {} : { documents: await json('--documents', documents) };
}

async function annotate(name: string, options: Annotating, step: EngineStep): Promise<void> {
  await atDesk(options, {}, async (desk, language) => {
    const said = await desk.annotate(name, step, identified(options));
    await tell(desk, name, { said, options, language, text: recordedText });
  });
}
