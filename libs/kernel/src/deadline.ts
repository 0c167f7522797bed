import { isAround, type Around, type Sight } from './around';
import type { Citation } from './refusal';
import type { StepDefinitions } from './step';
import type { Text } from './text';

/** By when something is due: ISO dates, both included. */
export interface Window {
  readonly from?: string;
  readonly to: string;
  /** The meeting or session that it is tied to, `procedure/case`. */
  readonly anchor?: string;
  /** Which reading of the text gives it, where the text can be read in several ways. */
  readonly reading?: Text;
  /** Said when it passes without what was due: "the General Council held no February meeting". */
  readonly because?: Text;
}

/**
 * What a deadline comes to on a day:
 * one window, or several when the readings of the text diverge and nobody has decided between them;
 * `notPopulated` while the calendar does not hold the meeting that it is tied to; `awaitedSince` where
 * the text sets no date; undefined where nothing is due.
 */
export type Due =
  | { readonly windows: readonly [Window, ...Window[]] }
  | { readonly awaitedSince: string }
  | 'notPopulated'
  | undefined;

/** By when the text calls for a step. */
export interface Deadline {
  /** `workingGroup.establishment` */
  readonly id: string;
  /** How the table of deadlines calls it: `D1a`. */
  readonly number: string;
  /** The step whose taking meets it. */
  readonly step: string;
  readonly cite: Citation;
  /** What is due, as a noun phrase: "Establishment of the Working Group". */
  readonly text: Text;
  /** A practice or a preference, whose passing breaks no rule. */
  readonly soft: boolean;
  readonly sees?: Sight;
  /** As at the end of a day. */
  due(around: Around): Due;
  /** The day on which it was met, where that is not the day of the case's first such step. */
  metOn?(around: Around): string | undefined;
}

/** Declares deadlines of a procedure whose steps are S and whose machine's context is C. */
export function deadlineOf<S extends StepDefinitions, C>() {
  return <T extends keyof S & string>(
    declared: Omit<Deadline, 'step' | 'soft' | 'due' | 'metOn'> & {
      /** A step of the procedure, or one of a case under it (then with `metOn`). */
      readonly step: T | { readonly elsewhere: string };
      readonly soft?: true;
      readonly due: (around: Around<C>) => Due;
      readonly metOn?: (around: Around<C>) => string | undefined;
    },
  ): Deadline => {
    const { step, soft = false, due, metOn, ...rest } = declared;
    return {
      ...rest,
      step: typeof step === 'string' ? step : step.elsewhere,
      soft,
      due: (around) => (isAround<C>(around) ? due(around) : undefined),
      ...(metOn
        ? { metOn: (around: Around) => (isAround<C>(around) ? metOn(around) : undefined) }
        : {}),
    };
  };
}
