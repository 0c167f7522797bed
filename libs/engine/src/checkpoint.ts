import type { Refusal } from '@rapporteur/kernel';
import type { Position } from './event-store';

/** How far the causes have run: every record up to here has had its effects proposed. */
export interface Checkpoint {
  readonly position: Position;
  /** The hash of the record at that position, so that the checkpoint of another log is noticed. */
  readonly hash: string;
  readonly alerts: readonly Alert[];
}

/** A caused step that was refused: to be seen, and settled by a person. */
export interface Alert {
  /** The causing record: its case, revision and event id. */
  readonly cause: { readonly case: string; readonly revision: number; readonly id: string };
  readonly effect: { readonly case: string; readonly type: string };
  readonly refusal: Refusal;
}

/** Where a process keeps its checkpoint. Losing it costs time, never correctness. */
export interface Checkpoints {
  load(): Promise<Checkpoint | undefined>;
  save(checkpoint: Checkpoint): Promise<void>;
}

export function memoryCheckpoints(): Checkpoints {
  let kept: Checkpoint | undefined;
  return {
    load: async () => kept,
    save: async (checkpoint) => {
      kept = checkpoint;
    },
  };
}
