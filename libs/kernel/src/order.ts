import type { StepFact } from './step';

interface Dated {
  readonly step: Pick<StepFact, 'revision' | 'occurredOn' | 'follows'>;
}

/**
 * Where a step belongs among steps already in effective order: by its date; within its day directly
 * after the step it follows, at the day's beginning when it follows −1, and else in the order recorded.
 * Of several that follow the same one, the later placed stands nearer. A step whose target is not
 * on its day (it was moved or annulled) stands as if it followed none.
 */
export function placeOf(ordered: readonly Dated[], { step }: Dated): number {
  const opening = firstNotBefore(ordered, step.occurredOn);
  const closing = firstAfter(ordered, step.occurredOn, opening);
  if (step.follows === -1) return opening;
  let earlier = opening;
  for (let i = opening; i < closing; i += 1) {
    const { revision = -1 } = ordered[i]?.step ?? {};
    if (revision === step.follows) return i + 1;
    if (revision < step.revision) earlier = i + 1;
  }
  return earlier;
}

/** Steps, given in the order recorded, in effective order. */
export function effectiveOrder<S extends Dated>(recorded: readonly S[]): readonly S[] {
  const ordered: S[] = [];
  for (const step of recorded) ordered.splice(placeOf(ordered, step), 0, step);
  return ordered;
}

function firstNotBefore(ordered: readonly Dated[], date: string): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.step.occurredOn ?? '') < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstAfter(ordered: readonly Dated[], date: string, from: number): number {
  let end = from;
  while (end < ordered.length && ordered[end]?.step.occurredOn === date) end += 1;
  return end;
}
