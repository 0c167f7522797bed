import type { JsonObject } from './json';
import type { Moment, StateValue } from './machine';
import { isIn } from './machine';
import type { CaseRef } from './case-ref';
import { caseName } from './case-ref';

/** A case as a rule sees it at one moment. */
export interface CaseView<C = JsonObject> {
  /** `procedure/case` */
  readonly name: string;
  /** The last revision known. */
  readonly revision: number;
  readonly state: StateValue;
  readonly context: C;
  /** Whether it is in the state or region of this dotted path. */
  isIn(path: string): boolean;
}

export function caseView(ref: CaseRef, revision: number, moment: Moment): CaseView {
  return {
    name: caseName(ref),
    revision,
    state: moment.value,
    context: moment.context,
    isIn: (path) => isIn(moment.value, path),
  };
}
