import { openBoard, type Board } from '@rapporteur/board';
import type { Engine } from '@rapporteur/engine';
import path from 'node:path';
import type { Settings } from './settings';

/** The read model beside an engine: opened when first asked for, so that others do not pay for it. */
export interface BoardBeside {
  /** It follows the log from the first call on; its answers wait for what it does not hold yet. */
  open(): Board;
  /** The same, once it has read the log to its end, however long that takes. */
  built(): Promise<Board>;
  progress(): BoardProgress | undefined;
  close(): Promise<void>;
}

/** How far a board is. */
export interface BoardProgress {
  /** How many records it holds. */
  readonly size: number;
  /** It has read the log to its end once, and follows it. */
  readonly following: boolean;
}

/** @param running the engine, started */
export function boardBeside(
  running: Engine,
  settings: Settings,
  report: (line: string) => void,
): BoardBeside {
  let opened: Opened | undefined;

  function open(): Opened {
    if (opened) return opened;
    const board = openBoard({ file: fileOf(settings), reading: running.reading, report });
    opened = { board, built: board.start() };
    // Who asks for the built board is told; the board itself has reported why.
    opened.built.catch(() => {});
    return opened;
  }

  return {
    open: () => open().board,
    async built() {
      const { board, built } = open();
      await built;
      return board;
    },
    progress: () => opened && { size: opened.board.size, following: opened.board.isFollowing() },
    async close() {
      await opened?.board.stop();
    },
  };
}

interface Opened {
  readonly board: Board;
  readonly built: Promise<void>;
}

/** A log in memory goes with the process, and so does its board. */
const fileOf = ({ store, data }: Settings): string =>
  store.kind === 'memory' ? ':memory:' : path.join(data, 'board.db');
