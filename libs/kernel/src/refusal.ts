import type { Text } from './text';

/** How binding a rule is: refused; recorded as irregular with a reason; shown as a note. */
export const grades = ['structural', 'procedural', 'advisory'] as const;
export type Grade = (typeof grades)[number];

/** Where a rule is written: the instrument, its paragraph or rule, its document symbol. */
export type Citation = {
  readonly instrument: string;
  readonly paragraph?: string;
  readonly symbol?: string;
};

/** Why something was refused: the rule, where it is written, and the reason in each language. */
export interface Reason {
  readonly rule: string;
  readonly grade: Grade;
  readonly message: Text;
  readonly cite?: Citation;
  /** The member of the request that is wrong, as a path (`data.proponents[0]`). */
  readonly field?: string;
}

/** The kinds of refusal, for programs. */
export const refusalCodes = [
  'invalid', // the request is malformed
  'tooLarge', // an event is under 64 KiB
  'forbidden', // not this person's act
  'notFound', // no such procedure, case or record
  'notPossible', // the machine or a structural rule does not admit the step
  'irregular', // a procedural rule is broken and no reason was given
  'laterStepImpossible', // a late entry would undo a step already recorded
  'alreadyRecorded', // the same step of the same day with the same content
  'conflict', // somebody recorded something meanwhile
  'keyReused', // the idempotency key belongs to another request
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** An expected "no", as a value. */
export interface Refusal {
  readonly outcome: 'refused';
  readonly code: RefusalCode;
  readonly reasons: readonly Reason[];
  /** The case's last revision when it was refused, −1 when there is no such case. */
  readonly revision?: number;
}

export function refuse(code: RefusalCode, ...reasons: Reason[]): Refusal {
  return { outcome: 'refused', code, reasons };
}

/** Refuses a malformed request: what is wrong with the field, and what would be right. */
export function refuseField(field: string, message: Text): Refusal {
  return refuse('invalid', malformed(field, message));
}

export function malformed(field: string, message: Text): Reason {
  return { rule: 'request.wellFormed', grade: 'structural', field, message };
}

export function isRefusal(value: { readonly outcome?: unknown }): value is Refusal {
  return value.outcome === 'refused';
}
