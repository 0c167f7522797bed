import { languages, type Language } from '@rapporteur/kernel';
import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { UsageFault, type Desk, type RecordOptions, type Said } from './desk';
import { labelsOf, type LabelsOf } from './labels';
import { caseText, list, recordedText } from './print';
import { historyText } from './print-history';
import { nextText } from './print-next';
import { recordMany } from './record-many';
import { serverDesk, type ServerOptions } from './server-desk';
import { storeDesk } from './store-desk';
import { given, tellSaid } from './telling';
import { terminal } from './terminal';

// record, show, history: the same verbs on a store here or through a server.

export interface Common extends Partial<ServerOptions> {
  readonly json?: true;
  readonly lang: string;
}

interface Asking extends Common {
  readonly asAt?: string;
  readonly moment?: string;
  readonly knownOn?: string;
}

interface AskingNext extends Asking {
  readonly under?: true;
}

/** How a request to record is identified. */
export interface Identified {
  readonly key?: string;
  readonly ifMatch?: string;
}

interface Recording extends Common, Identified {
  readonly on?: string;
  readonly from?: string;
  readonly check?: true;
  readonly data: string;
  readonly more: string;
  readonly follows?: string;
  readonly source?: string;
  readonly onBehalfOf?: string;
}

export function common(command: Command): Command {
  return command
    .option('--url <url>', 'work through this server instead of the store here')
    .option('--token <token>', 'the bearer token for --url')
    .option('--as <role[:of]>', 'the demo office for --url without a token')
    .option('--person <id>', 'who holds that office: a correction takes two persons')
    .option('--lang <language>', 'en, fr or es', 'en')
    .option('--json', 'answer as JSON');
}

export function addVerbs(program: Command): void {
  common(program.command('record [case] [type]'))
    .description('record a step, such as: record decision/ecommerce decision.submitted')
    .option('--on <date>', 'when it took place (YYYY-MM-DD)')
    .option(
      '--from <file>',
      'record the steps of a CSV file instead, all or none; - for standard input',
    )
    .option('--check', 'decide everything, record nothing')
    .option('--data <json>', 'the payload: JSON, @FILE, or - for standard input', '{}')
    .option('--more <json>', 'further fields: authority, decision, documents, links …', '{}')
    .option('--follows <revision>', 'the step of the same day it follows; -1: the first')
    .option('--source <source>', 'floor, draft, minutes or document')
    .option('--on-behalf-of <role[:of]>', 'whose act it is')
    .option('--key <key>', 'idempotency key')
    .option('--if-match <revision>', 'the revision you saw')
    .action((name: string | undefined, type: string | undefined, options: Recording) =>
      options.from === undefined ? record(name, type, options) : recordFile(name, options),
    );
  asking(program, 'show', 'where a case stands');
  asking(program, 'history', 'the records of a case');
  asking(program, 'next', 'what now: where each step of a case stands, and why').option(
    '--under',
    'also of all cases under it',
  );
}

function asking(program: Command, verb: Question, description: string): Command {
  return common(program.command(`${verb} <case>`))
    .description(description)
    .option('--as-at <date>', 'what had happened by the end of this day')
    .option('--moment <moment>', 'opening: by the beginning of the day')
    .option('--known-on <date>', 'what was known then: a date, an instant or @<size>')
    .action((name: string, options: AskingNext) => ask(verb, name, options));
}

type Question = 'show' | 'history' | 'next';
const texts = { show: caseText, history: historyText(terminal()) };

/** The steps of a file, each with its own case, type and date. */
async function recordFile(name: string | undefined, options: Recording): Promise<void> {
  if (name !== undefined || options.on !== undefined) {
    throw new UsageFault('--from takes case, type and date from the file; leave them out here');
  }
  const { from = '-', key, check = false, json: asJson = false } = options;
  await atDesk(options, check ? { readOnly: true } : {}, async (desk, language) =>
    recordMany(desk, {
      from,
      check,
      json: asJson,
      language,
      ...(key === undefined ? {} : { key }),
    }),
  );
}

async function record(
  name: string | undefined,
  type: string | undefined,
  options: Recording,
): Promise<void> {
  if (name === undefined || type === undefined || options.on === undefined) {
    throw new UsageFault(
      'write: record <case> <type> --on <date>, such as: record decision/ecommerce decision.submitted --on 2017-10-05; or: record --from FILE',
    );
  }
  const body = await proposalFrom(type, options.on, options);
  const { check = false } = options;
  await atDesk(options, check ? { readOnly: true } : {}, async (desk, language) => {
    const said = await desk.record(name, body, { ...identified(options), check });
    await tell(desk, name, { said, options, language, text: recordedText });
  });
}

async function proposalFrom(type: string, occurredOn: string, options: Recording) {
  const [role, of] = options.onBehalfOf?.split(':') ?? [];
  return {
    type,
    data: await json('--data', options.data),
    occurredOn,
    ...(await json('--more', options.more)),
    ...(options.follows === undefined
      ? {}
      : { follows: wholeNumber('--follows', options.follows) }),
    ...(options.source === undefined ? {} : { source: options.source }),
    ...(role === undefined ? {} : { onBehalfOf: { role, ...(of === undefined ? {} : { of }) } }),
  };
}

/** The key of a request, and the revision that its sender saw. */
export function identified({ key, ifMatch }: Identified): RecordOptions {
  return {
    ...(key === undefined ? {} : { key }),
    ...(ifMatch === undefined ? {} : { ifMatch: wholeNumber('--if-match', ifMatch) }),
  };
}

async function ask(verb: Question, name: string, options: AskingNext): Promise<void> {
  const { asAt, moment, knownOn } = options;
  const under = options.under ? 'true' : undefined;
  const question = given({ asAt, moment, knownOn, under });
  await atDesk(options, { readOnly: true }, async (desk, language) => {
    const said = await desk[verb](name, question);
    const text = verb === 'next' ? nextText(await labelsIn(desk, said)) : texts[verb];
    await tell(desk, name, { said, options, language, text });
  });
}

/** The labels of every procedure that an answer speaks of. */
function labelsIn(desk: Desk, said: Said): Promise<LabelsOf> {
  return labelsOf(desk, said.ok ? [said.answer, ...list(said.answer['under'])] : []);
}

export async function atDesk(
  options: Common,
  how: { readonly readOnly?: true },
  work: (desk: Desk, language: Language) => Promise<void>,
): Promise<void> {
  const language = languages.find((known) => known === options.lang);
  if (!language) throw new UsageFault(`--lang is "${options.lang}"; it must be en, fr or es`);
  const { url, token, as, person } = options;
  const desk =
    url === undefined
      ? await storeDesk((line) => process.stderr.write(`${line}\n`), how)
      : await serverDesk({
          url,
          ...(token === undefined ? {} : { token }),
          ...(as === undefined ? {} : { as }),
          ...(person === undefined ? {} : { person }),
        });
  try {
    await work(desk, language);
  } finally {
    await desk.close();
  }
}

interface CaseTelling {
  readonly said: Said;
  readonly options: Common;
  readonly language: Language;
  readonly text: typeof caseText;
}

/** Tells an answer about a case in the words of its procedure. */
export async function tell(desk: Desk, name: string, telling: CaseTelling): Promise<void> {
  const { said, options, language, text } = telling;
  await tellSaid(said, { json: options.json ?? false, language }, async (answer) => {
    const labels = await desk.labels(name.split('/')[0] ?? '');
    return text(answer, labels, language);
  });
}

export async function json(option: string, text: string): Promise<object> {
  const source = text === '-' ? await readAll(process.stdin) : await fileOrText(text);
  const value: unknown = parse(option, source);
  if (typeof value === 'object' && value !== null) return value;
  throw new UsageFault(`${option} must be a JSON object, such as {"symbol": "JOB/GC/137"}`);
}

const fileOrText = async (text: string): Promise<string> =>
  text.startsWith('@')
    ? readFile(text.slice(1), 'utf8').catch((error: unknown) => {
        throw new UsageFault(`${text.slice(1)} cannot be read (${String(error)})`);
      })
    : text;

function parse(option: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageFault(`${option} is not JSON (${String(error)})`);
  }
}

export function wholeNumber(option: string, text: string): number {
  if (/^(-1|\d{1,9})$/.test(text)) return Number(text);
  throw new UsageFault(`${option} is "${text}"; it must be a revision: -1, 0, 1 …`);
}
