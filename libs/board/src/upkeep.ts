import { StoreUnavailable, type Position, type Reading } from '@rapporteur/engine';
import type { BoardFile } from './board-file';
import { checkpointIn } from './checkpoint';
import { follow } from './following';
import type { BoardPartDefinition } from './part';
import { waiting, type Waiting } from './waiting';

export interface UpkeepSettings {
  readonly file: BoardFile;
  readonly reading: Reading;
  readonly definitions: readonly BoardPartDefinition[];
  readonly identity: string;
  readonly report: (line: string) => void;
  readonly mostAtOnce?: number;
}

/** How far the board is. */
interface Progress {
  readonly waiting: Waiting;
  /** How many records can be asked about. */
  size: number;
  hasCaughtUp: boolean;
  isEnded: boolean;
  fault: unknown;
  damage: unknown;
  attempt: AbortController;
}

/** Keeps a board up to date with its log, and tells how far it is. */
export function upkeepOf(settings: UpkeepSettings) {
  const { file, reading } = settings;
  const stopped = new AbortController();
  const progress: Progress = {
    waiting: waiting(),
    size: 0,
    hasCaughtUp: false,
    isEnded: false,
    fault: undefined,
    damage: undefined,
    attempt: new AbortController(),
  };
  let following = Promise.resolve();
  return {
    size: () => progress.size,
    isFollowing: () => progress.hasCaughtUp && !progress.isEnded,
    /** Resolves when the log has been read to its end once, however long it is. */
    async start(): Promise<void> {
      following = keepFollowing(settings, progress, stopped.signal);
      await until(progress, () => progress.hasCaughtUp, Infinity);
    },
    async stop(): Promise<void> {
      stopped.abort();
      await following;
    },
    /** Waits until so many records can be asked about. */
    upTo: (size: number): Promise<void> => until(progress, () => progress.size >= size),
    /** Waits until all records up to a position can be asked about. */
    settled: (position: Position): Promise<void> =>
      until(progress, () => {
        const there = progress.size > 0 ? checkpointIn(file.driver) : undefined;
        return (
          there !== undefined &&
          there.size > 0 &&
          reading.store.comparePositions(there.position, position) >= 0
        );
      }),
    /** The file was found damaged: it is built anew. */
    hurt(damage: unknown): void {
      progress.damage = damage;
      progress.size = 0;
      progress.attempt.abort();
    },
  };
}

function until(progress: Progress, holds: () => boolean, longest?: number): Promise<void> {
  return progress.waiting.until(() => {
    if (holds()) return true;
    if (progress.fault) throw progress.fault;
    if (progress.isEnded) throw new StoreUnavailable('the board is not kept up to date any more');
    return false;
  }, longest);
}

async function keepFollowing(
  settings: UpkeepSettings,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const { waiting } = progress;
  try {
    await follow({
      ...settings,
      signal,
      reached(size) {
        progress.size = size;
        waiting.look();
      },
      caughtUp() {
        progress.hasCaughtUp = true;
        waiting.look();
      },
      attempt() {
        progress.attempt = new AbortController();
        return progress.attempt.signal;
      },
      damage() {
        const { damage } = progress;
        progress.damage = undefined;
        return damage;
      },
    });
  } catch (fault) {
    progress.fault = fault;
    settings.report(`the board can no longer follow the log: ${String(fault)}`);
  }
  progress.isEnded = true;
  waiting.look();
}
