import type { Brief } from '@rapporteur/papers';
import type { Language } from '@rapporteur/kernel';
import type { Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { UsageFault, type Said } from './desk';
import type { Shown } from './print';
import { paperText } from './print-paper';
import { given, tellSaid } from './telling';
import { terminal } from './terminal';
import { atDesk, common, type Common } from './verbs';

// brief, calendar: papers for people, and a feed for their calendar programs.

interface AskingPaper extends Common {
  readonly under?: string;
  readonly asAt?: string;
  readonly knownThen?: string;
  readonly knownOn?: string;
  readonly format?: string;
  readonly out?: string;
}

export function addPaperVerbs(program: Command): void {
  common(program.command('brief [review]'))
    .description('the brief of a review, such as ecommerce-2018-07, or of a decision on any date')
    .option('--under <decision>', 'the decision instead of a review, such as decision/ecommerce')
    .option('--as-at <date>', 'the date; without it, the day of the review')
    .option('--known-then <date>', 'what was known then; without it, at the end of the date')
    .option('--known-on <date>', 'what is known now: a date, an instant or @<size>')
    .option('--format <format>', 'text, html, pdf or json; --json is the last of them')
    .option('--out <file>', 'write it to this file')
    .action(brief);
  common(program.command('calendar'))
    .description('meetings, sessions and deadlines of all cases as iCalendar')
    .option('--as-at <date>', 'as at the end of this day')
    .option('--known-on <date>', 'as known then: a date, an instant or @<size>')
    .option('--out <file>', 'write it to this file')
    .action(calendar);
}

async function brief(review: string | undefined, options: AskingPaper): Promise<void> {
  const { under, asAt, knownThen, knownOn, out } = options;
  if ((review === undefined) === (under === undefined)) {
    throw new UsageFault(
      'write: brief <review>, such as: brief ecommerce-2018-07; or: brief --under decision/ecommerce --as-at DATE',
    );
  }
  const format = formatOf(options);
  const question = given({
    review: review?.replace(/^review\//, ''),
    under,
    asAt,
    knownThen,
    knownOn,
  });
  await atDesk(options, { readOnly: true }, async (desk, language) => {
    const said = await desk.brief(question);
    await deliver(said, { json: options.json ?? false, language, out }, (answer) =>
      setAs(format, answer, language),
    );
  });
}

async function calendar(options: AskingPaper): Promise<void> {
  const { asAt, knownOn, out } = options;
  await atDesk(options, { readOnly: true }, async (desk, language) => {
    const said = await desk.calendar(given({ asAt, knownOn, lang: language }));
    const json = options.json ?? false;
    await deliver(said, { json, language, out }, async (answer) => String(answer['text']));
  });
}

interface Delivery {
  readonly json: boolean;
  readonly language: Language;
  /** The file to write to; standard output without one. */
  readonly out: string | undefined;
}

/** Writes a paper where it is to go; a refusal is told as of any other question. */
async function deliver(
  said: Said,
  { out, ...telling }: Delivery,
  set: (answer: Shown) => Promise<string | Uint8Array>,
): Promise<void> {
  if (!said.ok) return tellSaid(said, telling, () => '');
  const paper = await set(said.answer);
  if (out === undefined) {
    process.stdout.write(paper);
    return;
  }
  await writeFile(out, paper).catch((error: unknown) => {
    throw new UsageFault(`${out} cannot be written (${String(error)})`);
  });
  process.stderr.write(`${out}\n`);
}

const formats = ['text', 'html', 'pdf', 'json'] as const;
type Format = (typeof formats)[number];

function formatOf({ format = 'text', json, out }: AskingPaper): Format {
  const found = formats.find((known) => known === (json ? 'json' : format));
  if (!found) throw new UsageFault(`--format is "${format}"; it must be ${formats.join(', ')}`);
  if (found === 'pdf' && out === undefined && process.stdout.isTTY) {
    throw new UsageFault('a PDF is no text; write it to a file with --out');
  }
  return found;
}

async function setAs(
  format: Format,
  answer: Shown,
  language: Language,
): Promise<string | Uint8Array> {
  if (format === 'json') return `${JSON.stringify(answer, null, 2)}\n`;
  if (!isBrief(answer)) throw new Error('what the server answered is no brief');
  const { briefHtml, briefPaper, briefPdf } = await import('@rapporteur/papers');
  switch (format) {
    case 'html':
      return briefHtml(answer, language);
    case 'pdf':
      return briefPdf(answer, language);
    case 'text':
      return `${paperText(briefPaper(answer, language), terminal())}\n`;
  }
}

/** A server of the same version gives it; another is told by what is missing at the latest. */
const isBrief = (answer: Shown): answer is Shown & Brief =>
  ['sentence', 'parts', 'recordedSince', 'changes', 'obligations', 'reports'].every(
    (member) => member in answer,
  );
