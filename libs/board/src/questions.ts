import type { Question } from '@rapporteur/engine';

/** What a list is cut by; as it is asked, so that a number may be written out. */
export interface Paging {
  /** How many to a page: 1 to 1000, 100 without it. */
  readonly limit?: string | number | undefined;
  /** The `next` of the page before. */
  readonly page?: string | undefined;
}

/** Which cases are asked about; all without it. */
export interface CaseFilter {
  /** The id of a procedure. */
  readonly procedure?: string | undefined;
  /** `procedure/case`: this case and, by links, those under it and under them. */
  readonly under?: string | undefined;
}

/** All cases on two axes. */
export interface CasesQuestion extends Question, CaseFilter, Paging {
  /** The dotted path of a state or region, `established.activity`. */
  readonly state?: string | undefined;
}

/** What became different between two dates, between two states of knowledge, or both. */
export interface ChangesQuestion extends CaseFilter, Paging {
  /** ISO date: the state at the end of that day, as known on `knownFrom`, with which alone it is `to`. */
  readonly from?: string | undefined;
  /** ISO date: the state at the end of that day, as known on `knownOn`; today without it. */
  readonly to?: string | undefined;
  /** `opening`: both dates at their beginning. */
  readonly moment?: string | undefined;
  /** ISO date, ISO instant or `@<size>`; the same as `knownOn` without it. */
  readonly knownFrom?: string | undefined;
  readonly knownOn?: string | undefined;
  /** A position: answer only when all records up to there are held. */
  readonly after?: string | undefined;
}

/** What was recorded late, and what was corrected. */
export interface LateQuestion extends CaseFilter, Paging {
  /** ISO date, ISO instant or `@<size>`: after what was known then; from the beginning without it. */
  readonly since?: string | undefined;
  readonly knownOn?: string | undefined;
  /** A position: answer only when all records up to there are held. */
  readonly after?: string | undefined;
}
