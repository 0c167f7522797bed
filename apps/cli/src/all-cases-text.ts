import type { Language } from '@rapporteur/kernel';
import type { LabelsOf } from './labels';
import type { Shown } from './print';
import type { Terminal } from './terminal';

/** What an answer about all cases is put into words with. */
export interface Wording {
  readonly labels: LabelsOf;
  readonly language: Language;
  readonly terminal: Terminal;
}

/** An answer about all cases, in words. */
export type AllCasesText = (answer: Shown, wording: Wording) => string;
