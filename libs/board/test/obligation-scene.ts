import {
  engine,
  memoryCheckpoints,
  memoryEventStore,
  type Engine,
  type EngineSettings,
  type EventStore,
  type Question,
} from '@rapporteur/engine';
import { isRefusal, parseCaseName, type Registry } from '@rapporteur/kernel';
import { openBoard, type Board } from '../src';

const opened: { stop(): Promise<void> }[] = [];

/** Stops every engine and board that a test started. */
export async function closeAll(): Promise<void> {
  for (const each of opened.splice(0).reverse()) await each.stop();
}

/** An engine that follows a store; its instant is set from outside. */
export async function engineOn(
  registry: Registry,
  store: EventStore = memoryEventStore(),
  over: Partial<EngineSettings> = {},
): Promise<Engine> {
  let keys = 0;
  const running = await engine({
    store,
    registry,
    checkpoints: memoryCheckpoints(),
    clock: () => '2020-01-01T12:00:00.000Z',
    newKey: () => `key-${(keys += 1)}`,
    report: () => {},
    ...over,
  });
  await running.start();
  opened.push(running);
  return running;
}

export async function boardOn({ reading }: Engine, file = ':memory:'): Promise<Board> {
  const board = openBoard({ file, reading, report: () => {} });
  await board.start();
  opened.push(board);
  return board;
}

export const refOf = (name: string) => {
  const ref = parseCaseName(name);
  if (!ref) throw new Error(`${name} is no case`);
  return ref;
};

export function answered<T extends object>(answer: T): Exclude<T, { outcome: 'refused' }> {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer as Exclude<T, { outcome: 'refused' }>;
}

/** What the engine finds by looking at every case, with the counts by status; the board must say the same. */
export async function bySearch(running: Engine, question: Question) {
  const answer = answered(await running.obligations(question));
  const counts = {
    met: 0,
    open: 0,
    awaited: 0,
    overdue: 0,
    breached: 0,
    superseded: 0,
    notComputable: 0,
  };
  for (const { status } of answer.obligations) counts[status] += 1;
  return { ...answer, counts };
}
