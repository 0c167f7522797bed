import type { CaseView } from './case-view';
import type { Citation, Grade } from './refusal';
import { carries, type PayloadOf, type StepDefinitions, type StepFact } from './step';
import type { Text } from './text';
import type { JsonObject } from './json';

/** A rule holds, is broken, or cannot be judged from what is recorded. */
export type Verdict = boolean | 'notComputable';

export type Verdicts = Readonly<Record<string, Verdict>>;

/** What a rule may look at besides the step: its case before the step, and the related cases. */
export interface Surroundings<C = JsonObject> {
  readonly case: CaseView<C>;
  /**
   * A related case, by its link's name or by the name under which the step mentions it, as at the end
   * of the step's day; undefined when absent.
   */
  related(link: string): CaseView | undefined;
}

/** A condition on a step beyond the machine's order. */
export interface Rule {
  readonly id: string;
  readonly grade: Grade;
  readonly cite: Citation;
  readonly text: Text;
  /** The steps it judges. */
  readonly on: readonly string[];
  holds(step: StepFact, around: Surroundings): Verdict;
}

/** A rule as a procedure declares it, knowing its payloads and its context. */
type Declared<P, T, C> = Omit<Rule, 'on' | 'holds'> & {
  readonly on: readonly T[];
  readonly holds: (
    step: Omit<StepFact, 'data'> & { readonly data: P },
    around: Surroundings<C>,
  ) => Verdict;
};

/** Declares rules of a procedure whose steps are S and whose machine's context is C. */
export function ruleOf<S extends StepDefinitions, C>() {
  return <T extends keyof S & string>(rule: Declared<PayloadOf<S, T>, T, C>): Rule => ({
    ...rule,
    holds: (step, around) =>
      carries<PayloadOf<S, T>>(step) && inContext<C>(around)
        ? rule.holds(step, around)
        : 'notComputable',
  });
}

/** A case's context is what its procedure's machine made of it. */
function inContext<C>(around: {
  readonly case: { readonly context: unknown };
}): around is Surroundings<C> {
  return typeof around.case.context === 'object';
}
