import type { Language } from '@rapporteur/kernel';

// A paper before it is set: what stands where, in one language. HTML and PDF are made from the same.

/** Words in a row; `new` and `gone` say what is known now only, and what was known then only. */
export interface Run {
  readonly text: string;
  readonly mark?: 'new' | 'gone' | undefined;
  readonly strong?: true;
}

/** A paragraph. */
export type Runs = readonly Run[];

/** A cell of a table: one paragraph or more. */
export type Cell = readonly Runs[];

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: Runs }
  | { readonly kind: 'quotation'; readonly text: string; readonly source: string }
  | { readonly kind: 'list'; readonly items: readonly Runs[] }
  | Table;

/** A table; the first cell of each row is what the row is about. */
export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Column {
  readonly title: string;
  /** Its share of the width. */
  readonly share: number;
}

export interface Paper {
  readonly language: Language;
  readonly title: string;
  /** The register, on every page. */
  readonly register: string;
  /** `SIMULATION`, on every page, when it is one. */
  readonly simulation: string | null;
  /** What is said under the title, name and value. */
  readonly particulars: readonly (readonly [name: string, value: string])[];
  readonly blocks: readonly Block[];
  readonly foot: readonly string[];
  readonly reference: string;
  /** ISO instant of the last record that the paper rests on. */
  readonly createdAt: string;
}

export const said = (text: string): Runs => [{ text }];
export const cell = (text: string): Cell => [said(text)];
export const heading = (text: string, level: 2 | 3 = 2): Block => ({
  kind: 'heading',
  level,
  text,
});
export const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: said(text) });

export const column = (title: string, share: number): Column => ({ title, share });

/** A table, or the words for nothing when it has no rows. */
export function tableOr(nothing: string, table: Omit<Table, 'kind'>): Block {
  return table.rows.length > 0 ? { kind: 'table', ...table } : paragraph(nothing);
}
