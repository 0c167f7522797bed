import type { Labels, Language } from '@rapporteur/kernel';

/** What a question or a request came to, as JSON: an answer, or what was refused and why. */
export type Said =
  | { readonly ok: true; readonly answer: Record<string, unknown> }
  | { readonly ok: false; readonly problem: Record<string, unknown> };

/** How a request to record is identified. */
export interface RecordOptions {
  readonly key?: string;
  readonly ifMatch?: number;
}

/** The place where the CLI's verbs are carried out: a store here, or a server elsewhere. */
export interface Desk {
  record(name: string, body: object, options: RecordOptions): Promise<Said>;
  show(name: string, question: Record<string, string>): Promise<Said>;
  next(name: string, question: Record<string, string>): Promise<Said>;
  history(name: string, question: Record<string, string>): Promise<Said>;
  labels(procedure: string): Promise<Readonly<Record<Language, Labels>> | undefined>;
  close(): Promise<void>;
}

/** The command was used wrongly: exit code 2. */
export class UsageFault extends Error {}
