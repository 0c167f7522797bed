import type { Labels, Language } from '@rapporteur/kernel';

/** What a question or a request came to, as JSON: an answer, or what was refused and why. */
export type Said =
  | { readonly ok: true; readonly answer: Record<string, unknown> }
  | { readonly ok: false; readonly problem: Record<string, unknown> };

/** How a request to record is identified. */
export interface RecordOptions {
  readonly key?: string;
  readonly ifMatch?: number;
  /** Decide everything, record nothing. */
  readonly check?: boolean;
}

/** An engine step, and the record that it is about. */
export type EngineStep =
  | { readonly type: 'record.noted'; readonly body: object }
  | {
      readonly type: 'record.evidenceAdded' | 'record.irregularityApproved';
      readonly revision: number;
      readonly body: object;
    }
  | { readonly type: 'record.correctionProposed'; readonly body: object }
  | {
      readonly type: 'record.corrected' | 'record.correctionRejected';
      /** The revision of the proposal. */
      readonly proposal: number;
      readonly body: object;
    };

/** The place where the CLI's verbs are carried out: a store here, or a server elsewhere. */
export interface Desk {
  record(name: string, body: object, options: RecordOptions): Promise<Said>;
  /** Records an engine step on a case: evidence, a note, an approval, a correction. */
  annotate(name: string, step: EngineStep, options: RecordOptions): Promise<Said>;
  /** Records many steps, all or none; with `check`, only tries them. */
  recordAll(
    steps: readonly object[],
    options: { readonly key: string; readonly check: boolean },
  ): Promise<Said>;
  /** Where all cases stand, and how many in which state. */
  board(question: Record<string, string>): Promise<Said>;
  /** What changed between two dates or two states of knowledge. */
  changes(question: Record<string, string>): Promise<Said>;
  /** The deadlines of all cases. */
  obligations(question: Record<string, string>): Promise<Said>;
  /** What was recorded late, and what was corrected. */
  late(question: Record<string, string>): Promise<Said>;
  /** The brief of a `review`, by its case id, or of the decision `under` which it is asked for. */
  brief(question: Record<string, string>): Promise<Said>;
  /** The calendar, `{text}` in iCalendar, in the language `lang`. */
  calendar(question: Record<string, string>): Promise<Said>;
  /** The steps of all cases that the passing of time brings. */
  due(question: Record<string, string>): Promise<Said>;
  show(name: string, question: Record<string, string>): Promise<Said>;
  next(name: string, question: Record<string, string>): Promise<Said>;
  history(name: string, question: Record<string, string>): Promise<Said>;
  /** The corrections of a case that were proposed. */
  corrections(name: string, question: Record<string, string>): Promise<Said>;
  /** Which register the store holds. */
  register(): Promise<Said>;
  labels(procedure: string): Promise<Readonly<Record<Language, Labels>> | undefined>;
  close(): Promise<void>;
}

/** The command was used wrongly: exit code 2. */
export class UsageFault extends Error {}
