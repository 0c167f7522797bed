import type { Verdict } from '@rapporteur/kernel';

/** What holds of all together: broken by one, and not computable while one is not. */
export function together(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes('notComputable') ? 'notComputable' : true;
}
