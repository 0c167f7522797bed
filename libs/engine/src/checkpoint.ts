import type { Refusal } from '@rapporteur/kernel';
import type { Position } from './event-store';

/** How far the causes have run: every record up to here has had its effects proposed. */
export interface Checkpoint {
  readonly position: Position;
  /** The hash of the record at that position, so that the checkpoint of another log is noticed. */
  readonly hash: string;
  readonly alerts: readonly Alert[];
}

/** What a person has to see and to settle. */
export type Alert = RefusedEffect | CorrectedCause;

interface OfCause {
  /** The causing record: its case, revision and event id. */
  readonly cause: { readonly case: string; readonly revision: number; readonly id: string };
}

/** A caused step that was refused. */
export interface RefusedEffect extends OfCause {
  readonly effect: { readonly case: string; readonly type: string };
  readonly refusal: Refusal;
}

/** A caused step that stands although what caused it has been annulled, moved or otherwise corrected. */
export interface CorrectedCause extends OfCause {
  readonly effect: { readonly case: string; readonly revision: number; readonly type: string };
  /** The approval of the correction: its revision in the cause's case, and its type. */
  readonly correction: { readonly revision: number; readonly type: string };
}

/** Whether an alert is about an effect that was refused. */
export const isRefusedEffect = (alert: Alert): alert is RefusedEffect => 'refusal' in alert;

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
