import { expect } from '@jest/globals';
import type { Engine } from '@rapporteur/engine';
import { canonicalJson, toJson, type StateValue } from '@rapporteur/kernel';
import { sampleRegistry } from '@rapporteur/kernel/samples';
import type { Board } from '../src/board';
import {
  modelStateAt,
  type Logged,
  type ModelAnswer,
  type ModelQuestion,
  type ModelStep,
} from './model';
import type { AskedByNumber, seasons } from './model-acts';
import { refOf } from './model-office';

/** What is compared: the engine and the board with the log as it stands. */
export interface Compared {
  readonly engine: Engine;
  readonly board: Board;
  readonly log: readonly Logged[];
}

/** A question about days and records by number, as one about days and instants there are. */
export function questionOf(
  { day, moment, known: { by, number } }: AskedByNumber,
  days: (typeof seasons)[number],
  log: readonly Logged[],
): ModelQuestion {
  const instant = log[number % Math.max(log.length, 1)]?.recordedAt ?? '2019-01-01T00:00:00.000Z';
  const knownOn = {
    size: () => `@${number % (log.length + 1)}`,
    date: () => days[number % days.length]!,
    instant: () => instant,
    justBefore: () => new Date(Date.parse(instant) - 1).toISOString(),
  }[by]();
  const others: Readonly<Record<number, string>> = { [-1]: '2019-01-01', [5]: '2019-12-31' };
  return { asAt: others[day] ?? days[day]!, moment: moment as ModelQuestion['moment'], knownOn };
}

/** @throws when the engine, the board and the model do not all say the same */
export async function expectAgreement(compared: Compared, question: ModelQuestion): Promise<void> {
  const { engine, board, log } = compared;
  const names = [...new Set(log.map(({ name }) => name))];
  const model = new Map<string, ModelAnswer>();
  for (const name of names) {
    const said = modelStateAt(sampleRegistry, log, { ...question, name });
    model.set(name, said);
    const { state, context, revision, size, counted } = said;
    const about = { ...question, name };
    const byEngine = await engine.stateAt(refOf(name), question);
    expect({ by: 'engine', ...about, ...byEngine }).toMatchObject({
      by: 'engine',
      ...about,
      state,
      context,
      revision,
      basis: { size },
    });
    const inHistory = await countedInHistory(engine, name, question);
    expect({ ...about, counted: inHistory }).toEqual({ ...about, counted: counted.map(told) });
    const byBoard = await board.caseAt(refOf(name), question);
    expect({ by: 'board', ...about, ...byBoard }).toMatchObject({
      by: 'board',
      ...about,
      state,
      revision,
      basis: { size },
    });
  }
  await expectSamePortfolio(compared, question, model);
}

const told = ({ revision, occurredOn, data }: ModelStep) => ({ revision, occurredOn, data });

/** The steps that count, as the engine's history shows them, in their places and as corrected. */
async function countedInHistory(engine: Engine, name: string, question: ModelQuestion) {
  const answer = await engine.history(refOf(name), question);
  if (answer.outcome !== 'answered') throw new Error(JSON.stringify(answer));
  return answer.records
    .filter(({ place }) => place !== undefined)
    .sort((a, b) => a.place! - b.place!)
    .map(({ revision, data, metadata: { occurredOn }, corrected }) =>
      told({ revision, type: '', occurredOn, data, ...corrected }),
    );
}

/** The board's lists and counts are those of the model's cases, in the order opened. */
async function expectSamePortfolio(
  { board }: Compared,
  question: ModelQuestion,
  model: ReadonlyMap<string, ModelAnswer>,
): Promise<void> {
  const begun = [...model].filter(([, { state }]) => state !== 'beforeLog');
  const wholes = [
    { filter: {}, fits: () => true },
    { filter: { procedure: 'notice' }, fits: (name: string) => name.startsWith('notice/') },
    {
      filter: { procedure: 'motion', state: 'paused' },
      fits: (_name: string, state: StateValue) => typeof state === 'object' && 'paused' in state,
    },
  ];
  for (const { filter, fits } of wholes) {
    const fitting = begun.filter(([name, { state }]) => fits(name, state));
    const expected = fitting.map(([name, { state, revision }]) => ({
      case: name,
      procedure: name.split('/')[0],
      state,
      revision,
    }));
    const { counts, cases } = await wholeList(board, { ...question, ...filter });
    const about = { ...question, ...filter };
    expect({ ...about, cases }).toEqual({ ...about, cases: expected });
    expect({ ...about, counts }).toEqual({ ...about, counts: countsOf(expected) });
  }
}

type Listed = { readonly procedure: string | undefined; readonly state: StateValue };

function countsOf(cases: readonly Listed[]) {
  const keys = cases.map(({ procedure, state }) => `${procedure} ${canonicalJson(toJson(state))}`);
  return [...new Set(keys)].sort().map((key) => {
    const { procedure, state } = cases[keys.indexOf(key)]!;
    return { procedure, state, count: keys.filter((each) => each === key).length };
  });
}

/** All pages together; their counts are each time those of all. */
async function wholeList(board: Board, question: object) {
  const cases: unknown[] = [];
  let counts: unknown;
  let page: string | undefined;
  do {
    const answer = await board.cases({ ...question, limit: 2, page });
    if (answer.outcome !== 'answered') throw new Error(JSON.stringify(answer));
    if (counts !== undefined) expect(answer.counts).toEqual(counts);
    ({ counts } = answer);
    cases.push(...answer.cases);
    page = answer.next;
  } while (page !== undefined);
  return { counts, cases };
}
