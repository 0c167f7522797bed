import type { Command } from 'commander';
import { UsageFault, type Desk } from './desk';
import { labelsOf } from './labels';
import type { Shown } from './print';
import { boardText } from './print-board';
import { changesText, lateText } from './print-changes';
import { footText } from './print-foot';
import { obligationsText } from './print-obligations';
import { given, tellSaid } from './telling';
import { terminal } from './terminal';
import { atDesk, common, type Common } from './verbs';
import type { AllCasesText } from './all-cases-text';

// board, changes, obligations, late: questions to all cases at once.

interface AskingAll extends Common {
  readonly asAt?: string;
  readonly from?: string;
  readonly to?: string;
  readonly moment?: string;
  readonly knownOn?: string;
  readonly knownFrom?: string;
  readonly since?: string;
  readonly procedure?: string;
  readonly under?: string;
  readonly state?: string;
  readonly status?: string;
  readonly limit?: string;
  readonly page?: string;
  readonly all?: true;
}

export function addBoardVerbs(program: Command): void {
  const asAt = '--as-at <date>';
  filtered(common(program.command('board')))
    .description('where all cases stand, and how many in which state')
    .option(asAt, 'as at the end of this day')
    .option('--moment <moment>', 'opening: at the beginning of the day')
    .option('--state <path>', 'cases in this state or region only, such as established.activity')
    .action((options: AskingAll) => ask('board', options, boardText));
  filtered(common(program.command('changes')))
    .description('what changed between two dates, or between two states of knowledge, in words')
    .requiredOption('--from <date>', 'compared with how things stood at the end of this day')
    .option('--to <date>', 'how they stood at the end of this day; today without it')
    .option(asAt, 'the same as --to')
    .option('--moment <moment>', 'opening: both days at their beginning')
    .option('--known-from <date>', 'what was known then of the first; the same without it')
    .action((options: AskingAll) => ask('changes', changesQuestion(options), changesText));
  filtered(common(program.command('obligations')))
    .description('the deadlines of all cases: met, open, overdue, superseded, not computable')
    .option(asAt, 'as at the end of this day')
    .option('--moment <moment>', 'opening: at the beginning of the day')
    .option('--status <status>', 'only those that stand so: overdue, open, met …')
    .option('--all', 'also those that were superseded')
    .action((options: AskingAll) => ask('obligations', options, obligationsText(options)));
  filtered(common(program.command('late')))
    .description('what was recorded late, and what was corrected, with the delays')
    .option('--since <date>', 'recorded after what was known then: a date, an instant or @<size>')
    .action((options: AskingAll) => ask('late', options, lateText));
}

function filtered(command: Command): Command {
  return command
    .option('--known-on <date>', 'as known then: a date, an instant or @<size>')
    .option('--procedure <id>', 'cases of this procedure only')
    .option('--under <case>', 'this case and all cases under it only')
    .option('--limit <number>', 'how many to a page, up to 1000')
    .option('--page <next>', 'the page that follows, as the one before names it');
}

function changesQuestion(options: AskingAll): AskingAll {
  const { asAt, to, ...rest } = options;
  if (asAt !== undefined && to !== undefined) {
    throw new UsageFault('--as-at is the same as --to; give one of them');
  }
  const end = to ?? asAt;
  return end === undefined ? rest : { ...rest, to: end };
}

type Verb = 'board' | 'changes' | 'obligations' | 'late';

async function ask(verb: Verb, options: AskingAll, textOf: AllCasesText): Promise<void> {
  const { asAt, from, to, moment, knownOn, knownFrom, since } = options;
  const { procedure, under, state, status, limit, page } = options;
  const ends = { asAt, from, to, moment, knownOn, knownFrom, since };
  const question = given({ ...ends, procedure, under, state, status, limit, page });
  await atDesk(options, { readOnly: true }, async (desk, language) => {
    const said = await desk[verb](question);
    await tellSaid(said, { json: options.json ?? false, language }, async (answer) => {
      const labels = await labelsOf(desk, named(answer));
      const wording = { labels, language, terminal: terminal() };
      const foot = footText(answer, await registerOf(desk), wording);
      return [textOf(answer, wording), foot].join('\n\n');
    });
  });
}

/** Whatever in an answer names a procedure. */
const named = (answer: Shown): readonly Shown[] =>
  Object.values(answer)
    .flatMap((list): readonly Shown[] => (Array.isArray(list) ? list : []))
    .filter((each) => typeof each['procedure'] === 'string');

async function registerOf(desk: Desk): Promise<Shown> {
  const said = await desk.register();
  return said.ok ? said.answer : {};
}
