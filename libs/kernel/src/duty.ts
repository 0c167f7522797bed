import { isAround, type Around, type Sight } from './around';
import type { Citation } from './refusal';
import type { Text } from './text';

/** A step that the text calls for: as long as the duty stands, the step is due. */
export interface Duty {
  readonly id: string;
  /** The step that is due. */
  readonly step: string;
  readonly cite: Citation;
  readonly text: Text;
  readonly sees?: Sight;
  stands(around: Around): boolean;
}

/** Declares duties of a procedure whose machine's context is C. */
export function dutyOf<C>() {
  return (
    duty: Omit<Duty, 'stands'> & { readonly stands: (around: Around<C>) => boolean },
  ): Duty => ({ ...duty, stands: (around) => isAround<C>(around) && duty.stands(around) });
}
