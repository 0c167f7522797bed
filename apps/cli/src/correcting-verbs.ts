import type { Command } from 'commander';
import { UsageFault, type EngineStep } from './desk';
import { recordedText } from './print';
import { correctionsText } from './print-corrections';
import { atDesk, common, identified, json, tell, wholeNumber } from './verbs';
import type { Common, Identified } from './verbs';

// correct: corrections of records, proposed by one person and approved or rejected by a second.

interface Correcting extends Common, Identified {
  readonly reason?: string;
  readonly data?: string;
  readonly on?: string;
  readonly follows?: string;
  readonly annul?: true;
  readonly set?: string;
  readonly approve?: string;
  readonly reject?: string;
  readonly list?: true;
  readonly knownOn?: string;
  readonly check?: true;
}

export function addCorrectingVerbs(program: Command): void {
  common(program.command('correct <case> [revision]'))
    .description(
      'propose, approve or reject a correction of records; it counts once a second person approves',
    )
    .option('--reason <text>', 'why: needed to propose and to reject')
    .option('--data <json>', 'the whole payload as it should be: JSON, @FILE, or - for input')
    .option('--on <date>', 'the date on which the step took place')
    .option('--follows <revision>', 'the step of that day it follows; -1: the first')
    .option('--annul', 'the step did not take place: it counts no more')
    .option(
      '--set <json>',
      'several corrections of the case together, a list of {revision, data?, occurredOn?, follows?, annul?}: JSON, @FILE, or -',
    )
    .option('--approve <proposal>', 'approve the proposal of this revision, as a second person')
    .option('--reject <proposal>', 'reject the proposal of this revision, as a second person')
    .option('--list', 'the corrections that were proposed, and what approving would change')
    .option('--known-on <date>', 'with --list: as known then: a date, an instant or @<size>')
    .option('--check', 'decide everything, record nothing')
    .option('--key <key>', 'idempotency key')
    .option('--if-match <revision>', 'the revision you saw')
    .action(correct);
}

async function correct(
  name: string,
  revision: string | undefined,
  options: Correcting,
): Promise<void> {
  requireOneWay(revision, options);
  if (options.list) return listCorrections(name, options);
  const step = await stepOf(revision, options);
  const { check = false } = options;
  await atDesk(options, check ? { readOnly: true } : {}, async (desk, language) => {
    const said = await desk.annotate(name, step, { ...identified(options), check });
    await tell(desk, name, { said, options, language, text: recordedText });
  });
}

async function listCorrections(name: string, options: Correcting): Promise<void> {
  const { knownOn } = options;
  await atDesk(options, { readOnly: true }, async (desk, language) => {
    const said = await desk.corrections(name, knownOn === undefined ? {} : { knownOn });
    await tell(desk, name, { said, options, language, text: correctionsText });
  });
}

/** One of the five ways to use the verb, with what belongs to it and nothing else. */
function requireOneWay(revision: string | undefined, options: Correcting): void {
  const { set, approve, reject, list, reason, knownOn, data, on, follows, annul } = options;
  const ways = [revision, set, approve, reject, list].filter((way) => way !== undefined);
  const changes = [data, on, follows, annul].filter((change) => change !== undefined);
  const needsReason = approve === undefined && list === undefined;
  const fits =
    ways.length === 1 &&
    (revision === undefined ? changes.length === 0 : changes.length > 0) &&
    (!needsReason || reason !== undefined) &&
    (knownOn === undefined || list !== undefined);
  if (fits) return;
  throw new UsageFault(
    [
      'write one of:',
      '  correct <case> <revision> --reason TEXT, with --data JSON, --on DATE and --follows R as they should be, or --annul',
      '  correct <case> --set JSON --reason TEXT',
      '  correct <case> --approve <proposal>',
      '  correct <case> --reject <proposal> --reason TEXT',
      '  correct <case> --list [--known-on DATE]',
    ].join('\n'),
  );
}

async function stepOf(revision: string | undefined, options: Correcting): Promise<EngineStep> {
  const { approve, reject, reason } = options;
  const said = reason === undefined ? {} : { reason };
  if (approve !== undefined) {
    const proposal = wholeNumber('--approve', approve);
    return { type: 'record.corrected', proposal, body: said };
  }
  if (reject !== undefined) {
    const proposal = wholeNumber('--reject', reject);
    return { type: 'record.correctionRejected', proposal, body: said };
  }
  const corrections =
    options.set === undefined
      ? [await correctionOf(wholeNumber('<revision>', revision ?? ''), options)]
      : await json('--set', options.set);
  return { type: 'record.correctionProposed', body: { ...said, corrections } };
}

async function correctionOf(
  revision: number,
  { data, on, follows, annul }: Correcting,
): Promise<object> {
  return {
    revision,
    ...(data === undefined ? {} : { data: await json('--data', data) }),
    ...(on === undefined ? {} : { occurredOn: on }),
    ...(follows === undefined ? {} : { follows: wholeNumber('--follows', follows) }),
    ...(annul ? { annul } : {}),
  };
}
