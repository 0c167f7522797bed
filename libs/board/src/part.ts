import type { KnownLog, Reading, Understood } from '@rapporteur/engine';
import type { CaseRef, Procedure, StepRecord, Timeline } from '@rapporteur/kernel';
import type { Driver } from '@rapporteur/sqlite';

// The seam between the board and what is kept in it beside the cases themselves.

/** The next record of the log, with what it makes of its case. */
export interface NotedRecord {
  /** The count of records before it in the log; the log has been followed at least past it. */
  readonly index: number;
  readonly record: StepRecord;
  /** `procedure/case` */
  readonly name: string;
  readonly ref: CaseRef;
  readonly procedure: Procedure;
  /**
   * The number of its case: the index of the case's first record. Numbers ascend in the order of
   * opening, and a case is among the first `size` records exactly when its number is below `size`.
   */
  readonly no: number;
  /** The case's timeline before this record and after it; what did not change is the same object. */
  readonly before: Timeline;
  readonly after: Timeline;
}

/** Writes what was worked out, within the transaction that also holds the record; never waits. */
export type Write = () => void;

/**
 * Something that the board keeps up to date with the log. It is made anew, forgetting all it holds in
 * memory, whenever a transaction failed or another process went on with the file.
 */
export interface BoardPart {
  /**
   * Works out what a record changes, called in log order. The records before it may have been
   * prepared and not yet written: what is read from the database does not hold them then.
   */
  prepare(noted: NotedRecord): Promise<Write | undefined>;
}

export interface BoardPartDefinition {
  /** `create table` and `create index` statements; another text makes the board be built anew. */
  readonly schema: string;
  open(driver: Driver, reading: Reading): BoardPart;
}

/**
 * What an answer is made from: the board holds the first `asked.size` records and perhaps more. It is
 * made without waiting, in one read of the database.
 */
export interface Desk {
  readonly driver: Driver;
  readonly reading: Reading;
  /** The log as far as the board holds it. */
  readonly log: KnownLog;
  readonly asked: Understood;
}
