import { noteFlaws, type NoteFlaws } from './note-flaws';
import { treeFlaws, type TreeFlaws } from './tree-flaws';

/** What is shown to a person, in the working languages of the organisation. */
export type Text = Readonly<Record<'en' | 'fr' | 'es', string>>;

/** Every kind of flaw, with the facts that name what was wrong and where. */
type Flaws = NoteFlaws & TreeFlaws;

export type FlawCode = keyof Flaws;

/**
 * What is wrong with a piece of evidence, as a value: a code for programs, the facts (line, path,
 * name, expected, found …) and one sentence in three languages. Lines are counted from 1 in the text
 * that the code is named after: `checkpoint.size` counts from the checkpoint's first line.
 */
export interface Flaw {
  readonly outcome: 'flawed';
  readonly code: FlawCode;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly message: Text;
}

const words: { readonly [Code in FlawCode]: (facts: Flaws[Code]) => Text } = {
  ...noteFlaws,
  ...treeFlaws,
};

export function flaw<Code extends FlawCode>(code: Code, facts: Flaws[Code]): Flaw {
  return { outcome: 'flawed', code, facts: { ...facts }, message: words[code](facts) };
}

export function isFlaw(value: unknown): value is Flaw {
  return (
    typeof value === 'object' && value !== null && 'outcome' in value && value.outcome === 'flawed'
  );
}
