import type { CaseView } from './case-view';
import type { JsonObject } from './json';
import type { Citation } from './refusal';
import type { Text } from './text';

/** What a duty may look at: its case, and the cases that the case's links lead to. */
export interface DutyAround<C = JsonObject> {
  readonly case: CaseView<C>;
  related(link: string): CaseView | undefined;
}

/** A step that the text calls for: as long as the duty stands, the step is due. */
export interface Duty {
  readonly id: string;
  /** The step that is due. */
  readonly step: string;
  readonly cite: Citation;
  readonly text: Text;
  stands(around: DutyAround): boolean;
}

/** Declares duties of a procedure whose machine's context is C. */
export function dutyOf<C>() {
  return (
    duty: Omit<Duty, 'stands'> & { readonly stands: (around: DutyAround<C>) => boolean },
  ): Duty => ({ ...duty, stands: (around) => inContext<C>(around) && duty.stands(around) });
}

/** A case's context is what its procedure's machine made of it. */
function inContext<C>(around: {
  readonly case: { readonly context: unknown };
}): around is DutyAround<C> {
  return typeof around.case.context === 'object';
}
