import { isAround, type Around, type Sight } from './around';
import type { JsonObject } from './json';
import type { StepDefinitions } from './step';

/** What the clock would record: what happened by the mere passing of time, and when it did. */
export interface ClockProposal {
  /** ISO date, not after the day for which the clock was asked. */
  readonly occurredOn: string;
  readonly data: JsonObject;
}

/** A step that comes by the passing of time: the timekeeper proposes it once its day has come. */
export interface ClockStep {
  readonly step: string;
  /** The clock only draws attention to it; the Secretariat records it. */
  readonly confirm: boolean;
  readonly sees?: Sight;
  /** What to propose as at the end of this day (ISO date), or undefined when nothing is to be. */
  when(around: Around, today: string): ClockProposal | undefined;
}

/** Declares clock steps of a procedure whose steps are S and whose machine's context is C. */
export function clockStepOf<S extends StepDefinitions, C>() {
  return <T extends keyof S & string>(
    declared: Omit<ClockStep, 'step' | 'confirm' | 'when'> & {
      readonly step: T;
      readonly confirm?: true;
      readonly when: (around: Around<C>, today: string) => ClockProposal | undefined;
    },
  ): ClockStep => ({
    ...declared,
    confirm: declared.confirm ?? false,
    when: (around, today) => (isAround<C>(around) ? declared.when(around, today) : undefined),
  });
}
