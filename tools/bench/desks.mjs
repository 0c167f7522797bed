// A desk that only asks: an engine following a log, a board beside it.
import { engine, memoryCheckpoints, openBoard, registry, sqliteEventStore } from './libraries.mjs';

const complain = (line) => {
  if (!line.startsWith('the board is being built')) console.error(line);
};

/** Follows a log to its end. */
export async function readOnlyDesk(log) {
  const store = sqliteEventStore(log);
  const running = await engine({
    store,
    registry,
    checkpoints: memoryCheckpoints(),
    clock: () => new Date().toISOString(),
    newKey: () => 'none',
    readOnly: true,
    report: complain,
  });
  await running.start();
  const { reading } = running;
  const boards = [];
  return {
    store,
    engine: running,
    reading,
    /** Builds the board, or goes on with it where it was. */
    async openBoard(file) {
      const board = openBoard({ file, reading, report: complain });
      boards.push(board);
      await board.start();
      return board;
    },
    async close() {
      await Promise.all(boards.map((board) => board.stop()));
      await running.stop();
      await store.close();
    },
  };
}
