import { inEach, type CaseView, type Text } from '@rapporteur/kernel';
import type { CaseTold } from './telling';

// What the sentences of a paper are made from, and how they count.

/** A case that had begun by the date of the paper. */
export interface MaterialCase {
  /** `procedure/case` */
  readonly case: string;
  readonly procedure: string;
  readonly view: CaseView;
  readonly told: CaseTold;
  /** Where it stands, in words. */
  readonly state: Text;
}

export interface Material {
  /** ISO date. */
  readonly asAt: string;
  readonly cases: readonly MaterialCase[];
  readonly obligations: readonly {
    readonly case: string;
    readonly status: string;
    readonly soft: boolean;
    readonly sentence: Text;
  }[];
}

/** A sentence, and the cases from which it was made. */
export interface Line {
  readonly text: Text;
  readonly from: readonly string[];
}

export const casesOf = ({ cases }: Material, ...procedures: readonly string[]) =>
  cases.filter(({ procedure }) => procedures.includes(procedure));

export const among = (cases: readonly MaterialCase[], ...paths: readonly string[]) =>
  cases.filter(({ view }) => paths.some((path) => view.isIn(path)));

export const line = (text: Text, cases: readonly { readonly case: string }[]): Line => ({
  text,
  from: [...new Set(cases.map((each) => each.case))],
});

/** One line for each case: its name, what there is to say of it, where it stands. */
export const oneEach = (cases: readonly MaterialCase[]): readonly Line[] =>
  cases.map((each) => line(caseWords(each), [each]));

function caseWords({ told, state }: MaterialCase): Text {
  return inEach((language) => {
    const facts = told.facts.map(({ label, value }) => `${label[language]}: ${value[language]}`);
    const said = facts.length > 0 ? ` (${facts.join('; ')})` : '';
    return `${told.name[language]}${said}: ${inSentence(state[language])}.`;
  });
}

/** Labels of states inside a sentence: they begin small, unless they are abbreviations. */
const inSentence = (labels: string): string => labels.split('; ').map(lowerFirst).join('; ');

const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** A number with its noun, in one language: `1 topic`, `3 topics`. */
export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;
