import type { CaseAnswer, PortfolioAnswer } from '@rapporteur/engine';
import type { Actor, JsonObject, SignedOff, StateValue, Text } from '@rapporteur/kernel';

/** Where one case stands, as the engine answers it, without what needs its whole history. */
export type CaseStanding = Omit<CaseAnswer, 'context' | 'provisional' | 'links'>;

/** A case in a list. */
export interface ListedCase {
  /** `procedure/case` */
  readonly case: string;
  readonly procedure: string;
  readonly state: StateValue;
  /** Its last revision known. */
  readonly revision: number;
}

/** How many cases stand in a state. */
export interface StateCount {
  readonly procedure: string;
  readonly state: StateValue;
  readonly count: number;
}

/** The cases that had begun, in the order in which they were opened. */
export interface CasesAnswer extends PortfolioAnswer {
  /** Over all cases that fit, not this page alone; by procedure and state. */
  readonly counts: readonly StateCount[];
  readonly cases: readonly ListedCase[];
  /** Asks for the page that follows; left out on the last. */
  readonly next?: string;
}

/** What a correction did to a step. */
export interface StepCorrected {
  /** The revision that approved it, and when that was recorded. */
  readonly approval: number;
  readonly recordedAt: string;
  /** The step does not count any more. */
  readonly annulled?: true;
  /** The date it had before, where it was given another. */
  readonly occurredOn?: string;
}

/** A step that counts at one end of what is compared and not, or otherwise, at the other. */
export interface ChangeStep {
  readonly revision: number;
  readonly type: string;
  /** As corrected by then; of an annulled step, as it was. */
  readonly occurredOn: string;
  readonly recordedAt: string;
  /** Days from its date, as first recorded, to the day on which it was recorded. */
  readonly late?: number;
  readonly corrected?: StepCorrected;
}

/** A case that differs, and the steps that brought it about. */
export interface CaseChange {
  /** `procedure/case` */
  readonly case: string;
  readonly procedure: string;
  readonly from: StateValue;
  readonly to: StateValue;
  /** Steps were taken or corrected, but the state is the same. */
  readonly sameState?: true;
  /** In effective order. */
  readonly steps: readonly ChangeStep[];
  readonly words: Text;
}

export interface ChangesAnswer {
  readonly outcome: 'answered';
  readonly from: string;
  readonly to: string;
  readonly moment?: 'opening';
  readonly knownFrom: string;
  readonly knownOn: string;
  readonly basis: { readonly size: number; readonly sizeFrom: number };
  /** In the order in which the cases were opened. */
  readonly changes: readonly CaseChange[];
  readonly next?: string;
}

/** A step recorded after the day on which it took place. */
export interface LateEntry {
  /** `procedure/case` */
  readonly case: string;
  readonly procedure: string;
  /** The count of records before it in the log. */
  readonly index: number;
  readonly revision: number;
  readonly type: string;
  /** As first recorded. */
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly actor: Actor;
  /** Days from the one to the other. */
  readonly delay: number;
  /** From the floor or a draft, and no evidence known yet. */
  readonly provisional: boolean;
  /** Of an irregular step: by whom it was approved, or that nobody has. */
  readonly irregularity?: { readonly approved: SignedOff } | { readonly unapproved: true };
  /** It has been annulled since, and counts no more. */
  readonly annulled?: true;
  /** The date it has been given since, where it is another. */
  readonly corrected?: { readonly occurredOn: string };
  readonly words: Text;
}

/** A step as it stood before a correction, or as it stands after it. */
export interface StepContent {
  readonly occurredOn: string;
  readonly data: JsonObject;
}

/** What a proposal changes about one record. */
export interface CorrectedRecord {
  readonly revision: number;
  readonly type: string;
  readonly before: StepContent;
  /** Left out when the step is annulled. */
  readonly after?: StepContent;
  /** Days from the record itself to the approval or rejection, or to the proposal while it is open. */
  readonly delay: number;
}

/** A proposal of corrections, made or decided since. */
export interface CorrectionEntry {
  readonly case: string;
  readonly procedure: string;
  /** Of the proposal: the count of records before it in the log. */
  readonly index: number;
  /** The revision of the proposal. */
  readonly proposal: number;
  readonly status: 'open' | 'approved' | 'rejected';
  readonly proposed: SignedOff;
  readonly decided?: SignedOff;
  readonly corrections: readonly CorrectedRecord[];
  readonly words: Text;
}

/** Late entries and corrections, each list in the order recorded; a page holds some of both. */
export interface LateAnswer {
  readonly outcome: 'answered';
  readonly since: string;
  readonly knownOn: string;
  readonly basis: { readonly size: number; readonly sizeSince: number };
  readonly late: readonly LateEntry[];
  readonly corrections: readonly CorrectionEntry[];
  readonly next?: string;
}
