import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { perform } from '../test/model-acting';
import { seasons, sequence, type Sequence } from '../test/model-acts';
import { expectAgreement, questionOf } from '../test/model-comparing';
import { refOf, twoOffices, type TwoOffices } from '../test/model-office';
import { openBoard, type Board } from './board';

const runs = process.env['LONG'] ? 500 : 50;
const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));

const folder = { path: '', files: 0 };
beforeAll(() => void (folder.path = mkdtempSync(join(tmpdir(), 'rapporteur-model-'))));
afterAll(() => rmSync(folder.path, { recursive: true, force: true }));

/** What happened in all sequences together. */
const happened = new Map<string, number>();

it(`board, engine and model say the same of ${runs} sequences (SEED=${seed})`, async () => {
  await fc.assert(fc.asyncProperty(sequence, agree), { numRuns: runs, seed });
  for (const what of expected) expect([what, happened.get(what) ?? 0]).not.toEqual([what, 0]);
}, 600_000);

/** What must have happened at least once, or nothing was compared. */
const expected = [
  'late entry',
  'equal dates',
  'step that follows another',
  'step first of its day',
  'not possible',
  'later step impossible',
  'correction of a payload',
  'correction of a date',
  'correction of a place',
  'correction of a correction',
  'corrections approved together',
  'annulment',
  'proposal rejected',
  'two records in one millisecond',
  'clock gone back',
  'recorded at midnight',
];

async function agree({ season, behind, ...told }: Sequence): Promise<void> {
  const days = seasons[season]!;
  const offices = await twoOffices(`${days[1]}T21:00:00.000Z`, behind);
  const file = join(folder.path, `${(folder.files += 1)}.sqlite`);
  const desk: Desk = { file, board: undefined };
  try {
    await agreeOn(offices, desk, { ...told, days });
  } finally {
    await desk.board?.stop();
    await offices.close();
    rmSync(file, { force: true });
  }
}

/** The board that is open now, and its file. */
interface Desk {
  readonly file: string;
  board: Board | undefined;
}

type Told = Pick<Sequence, 'acts' | 'questions' | 'board'> & {
  readonly days: (typeof seasons)[number];
};

async function agreeOn(
  offices: TwoOffices,
  desk: Desk,
  { days, acts, questions, board: when }: Told,
): Promise<void> {
  if (when !== 'atTheEnd') desk.board = await boardOf(offices, desk.file);
  const answers: Answer[] = [];
  for (const [i, act] of acts.entries()) {
    await perform({ offices, days, happened }, act);
    if (i % 6 === 0) answers.push(...(await answersNow(offices, desk.board, days[2])));
  }
  await offices.caughtUp();
  noteTimes(offices);
  if (when === 'deleted') {
    await desk.board?.stop();
    rmSync(desk.file);
  }
  if (when !== 'fromTheBeginning') desk.board = await boardOf(offices, desk.file);
  const board = desk.board!;
  const compared = { engine: offices.first, board, log: offices.log };
  for (const asked of questions) {
    await expectAgreement(compared, questionOf(asked, days, offices.log));
  }
  for (const { ask, json } of answers) expect(JSON.stringify(await ask(board))).toBe(json);
}

async function boardOf({ first }: TwoOffices, file: string): Promise<Board> {
  const board = openBoard({ file, reading: first.reading, report: () => {} });
  await board.start();
  return board;
}

/** An answer at the size that the log had, to be asked for again when it has grown. */
interface Answer {
  ask(board: Board): Promise<unknown>;
  readonly json: string;
}

async function answersNow(
  offices: TwoOffices,
  board: Board | undefined,
  asAt: string,
): Promise<readonly Answer[]> {
  await offices.caughtUp();
  const { first, log } = offices;
  const question = { asAt, knownOn: `@${log.length}` };
  const asks = [...new Set(log.map(({ name }) => name))].map(
    (name) => () => first.stateAt(refOf(name), question),
  );
  const ofEngine = asks.map(async (ask) => ({ ask, json: JSON.stringify(await ask()) }));
  const list = (at: Board) => at.cases({ ...question, limit: 3 });
  const ofBoard = board ? [{ ask: list, json: JSON.stringify(await list(board)) }] : [];
  return [...(await Promise.all(ofEngine)), ...ofBoard];
}

function noteTimes({ log }: TwoOffices): void {
  for (const [i, { recordedAt }] of log.entries()) {
    const before = log[i - 1]?.recordedAt ?? '';
    if (before === recordedAt) note('two records in one millisecond');
    if (before > recordedAt) note('clock gone back');
    if (/T2[23]:00:00.000Z/.test(recordedAt)) note('recorded at midnight');
  }
}

const note = (what: string) => happened.set(what, (happened.get(what) ?? 0) + 1);
