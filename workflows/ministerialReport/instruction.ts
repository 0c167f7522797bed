import type { CaseView } from '@rapporteur/kernel';
import { isParagraphInForce } from '../paragraph-in-force';

/** Whether ¶6 instructs the General Council to report; where the decision is not recorded, it does. */
export function isInstructed(decision: CaseView | undefined): boolean {
  return decision === undefined || isParagraphInForce(decision, '6');
}
