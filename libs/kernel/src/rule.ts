import { isAround, type Around, type Sight } from './around';
import type { Citation, Grade } from './refusal';
import { carries, type PayloadOf, type StepDefinitions, type StepFact } from './step';
import type { Text } from './text';

/** A rule holds, is broken, or cannot be judged from what is recorded. */
export type Verdict = boolean | 'notComputable';

export type Verdicts = Readonly<Record<string, Verdict>>;

/** A condition on a step beyond the machine's order. */
export interface Rule {
  readonly id: string;
  readonly grade: Grade;
  readonly cite: Citation;
  readonly text: Text;
  /** It says who may take the step in this case: a structural one then refuses the person. */
  readonly isAboutWho?: true;
  /** The steps it judges. */
  readonly on: readonly string[];
  /** What it looks at besides the step, its case and the cases that links and steps name. */
  readonly sees?: Sight;
  holds(step: StepFact, around: Around): Verdict;
}

/** A rule as a procedure declares it, knowing its payloads and its context. */
type Declared<P, T, C> = Omit<Rule, 'on' | 'holds'> & {
  readonly on: readonly T[];
  readonly holds: (
    step: Omit<StepFact, 'data'> & { readonly data: P },
    around: Around<C>,
  ) => Verdict;
};

/** Declares rules of a procedure whose steps are S and whose machine's context is C. */
export function ruleOf<S extends StepDefinitions, C>() {
  return <T extends keyof S & string>(rule: Declared<PayloadOf<S, T>, T, C>): Rule => ({
    ...rule,
    holds: (step, around) =>
      carries<PayloadOf<S, T>>(step) && isAround<C>(around)
        ? rule.holds(step, around)
        : 'notComputable',
  });
}
