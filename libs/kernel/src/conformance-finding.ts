/** Something that a procedure's definition lacks or must not have. */
export interface Finding {
  readonly check: string;
  /** The state, step, rule, duty, label or file it is about. */
  readonly where: string;
  readonly message: string;
}

export const finding = (check: string, where: string, message: string): Finding => ({
  check,
  where,
  message,
});
