import type { CaseObligation } from '@rapporteur/engine';
import type { Json, JsonObject, StateValue, Text } from '@rapporteur/kernel';
import type { Addressee, Fact, Line } from './paper-parts';

/** How something differs between what was known then and what is known now. */
export type Mark = 'same' | 'new' | 'changed' | 'gone';

/**
 * Something as it was known then and as it is known now, at the same date. `because` holds the
 * indexes in the log of the records that made the difference; none where there is none.
 */
export interface Marked<T> {
  readonly mark: Mark;
  readonly then: T | null;
  readonly now: T | null;
  readonly because: readonly number[];
}

/** Where a case stands. */
export interface Standing {
  readonly state: Text;
  readonly value: StateValue;
  readonly facts: readonly Fact[];
  /** Whether a step that counts rests on the floor or a draft alone. */
  readonly provisional: boolean;
}

/** A case in the paper. */
export interface CaseRow extends Marked<Standing> {
  /** `procedure/case` */
  readonly case: string;
  readonly procedure: string;
  readonly name: Text;
}

/** A part of the decision with its cases, and what the text says there. */
export interface PartOfBrief {
  readonly id: string;
  readonly title: Text;
  readonly recital?: Text;
  readonly cases: readonly CaseRow[];
}

/** A record that became known in between. */
export interface RecordSince {
  /** The count of our records before it in the log. */
  readonly index: number;
  readonly case: string;
  readonly name: Text;
  readonly revision: number;
  readonly type: string;
  readonly step: Text;
  /** ISO date. */
  readonly occurredOn: string;
  /** ISO instant. */
  readonly recordedAt: string;
  /** Days from the one to the other, at the seat. */
  readonly delay: number;
  /** Who recorded it, by office. */
  readonly recordedBy: Text;
  /** Whether it bears on how things stood at the date; what happened later does not. */
  readonly bears: boolean;
  /** Of a record that speaks of others: their revisions. */
  readonly about: readonly number[];
}

/** A step that is shown for what is unusual about it. */
interface Noticed {
  readonly case: string;
  readonly name: Text;
  readonly revision: number;
  readonly step: Text;
  readonly occurredOn: string;
}

export interface IrregularStep extends Noticed {
  readonly rules: readonly string[];
  readonly reason: string;
  /** By whom it was approved, and when (ISO instant); null while nobody has. */
  readonly approved: { readonly by: Text; readonly at: string } | null;
}

export interface ProvisionalStep extends Noticed {
  readonly source: string;
}

/** One record that a correction is about: how it was, and how it should be. */
export interface Corrected extends Noticed {
  readonly before: { readonly occurredOn: string; readonly data: JsonObject };
  /** Null where the step does not count. */
  readonly after: { readonly occurredOn: string; readonly data: JsonObject } | null;
  /** The members of the payload that differ, null where one is not there. */
  readonly fields: readonly {
    readonly name: string;
    readonly label: Text;
    readonly before: Json;
    readonly after: Json;
  }[];
}

/** A correction of one or more records of a case. */
export interface CorrectionShown {
  readonly case: string;
  readonly name: Text;
  /** The revision that proposed it. */
  readonly proposal: number;
  readonly status: 'open' | 'approved' | 'rejected';
  readonly reason: string;
  readonly proposed: { readonly by: Text; readonly at: string };
  /** Who approved or rejected it. */
  readonly decided: { readonly by: Text; readonly at: string } | null;
  readonly corrections: readonly Corrected[];
}

/** What happened in a case between two dates, as known now. */
export interface CaseChange {
  readonly case: string;
  readonly name: Text;
  /** Null where the case had not begun. */
  readonly before: Text | null;
  readonly after: Text;
  readonly steps: readonly { readonly step: Text; readonly occurredOn: string }[];
}

export interface Changes {
  /** ISO date; null since the beginning. */
  readonly from: string | null;
  /** Since what: the previous review, the adoption of the decision, the beginning. */
  readonly since: 'review' | 'adoption' | 'beginning';
  readonly sinceWords: Text;
  readonly cases: readonly CaseChange[];
}

/** A deadline of a case, marked. */
export interface ObligationRow extends Marked<CaseObligation> {
  readonly case: string;
  readonly name: Text;
}

/** The requests that went to one body. */
export interface ReferralsTo {
  readonly body: Addressee;
  readonly requests: readonly CaseRow[];
}

/** What is known of a group's views on one subject. */
export interface ViewsRow extends Marked<Pick<Standing, 'state' | 'facts'>> {
  readonly case: string;
  /** What they are about. */
  readonly subject: Text;
}

export interface ViewsOf {
  readonly group: Text;
  readonly subjects: readonly ViewsRow[];
}

/** A report filled in from the log, each sentence with the cases that it was made from. */
export interface PrefilledReport {
  readonly id: string;
  readonly title: Text;
  readonly sections: readonly {
    readonly id: string;
    readonly title: Text;
    readonly lines: readonly Line[];
  }[];
}

/** How far the log was known. */
export interface Knowledge {
  readonly outcome?: never;
  readonly size: number;
  /** The latest `recordedAt` up to there; null of an empty log. */
  readonly recordedUpTo: string | null;
  /** The date by which the paper calls it. */
  readonly date: string;
}

/** The General Council's paper: where the decision stood at a date, as known then and as known now. */
export interface Brief {
  readonly outcome: 'answered';
  readonly title: Text;
  /** The decision, and the review if it is one's, `procedure/case`. */
  readonly decision: string;
  readonly review: string | null;
  /** ISO date, and why this one. */
  readonly asAt: string;
  readonly asAtIs: Text;
  readonly basis: { readonly size: number };
  readonly knownThen: Knowledge;
  readonly knownOn: Knowledge;
  /** Ready to be quoted; `from` holds the cases it was made from. */
  readonly sentence: Line;
  /** `as-drafted 2018-07-26 @612` */
  readonly reference: string;
  readonly parts: readonly PartOfBrief[];
  readonly recordedSince: {
    readonly count: number;
    readonly words: Text;
    readonly records: readonly RecordSince[];
  };
  readonly changes: Changes;
  readonly obligations: readonly ObligationRow[];
  readonly referrals: readonly ReferralsTo[];
  readonly views: readonly ViewsOf[];
  readonly irregular: readonly Marked<IrregularStep>[];
  readonly provisional: readonly Marked<ProvisionalStep>[];
  readonly corrected: readonly Marked<CorrectionShown>[];
  readonly reports: readonly PrefilledReport[];
  readonly register: { readonly id: string; readonly label: Text; readonly simulated: boolean };
}
