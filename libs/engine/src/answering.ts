import { caseName, isCaseId, isRefusal, type CaseRef, type Refusal } from '@rapporteur/kernel';
import type { Causes } from './causes';
import type { EngineParts } from './engine-parts';
import { StoreFault } from './event-store';
import type { HotCase } from './hot-cases';
import { understand, type Now, type Question, type Understood } from './questions';
import { malformedCaseId, malformedPosition, unknownCase, unknownProcedure } from './refusals';

/** What answers are made from, and what "now" is. */
export interface Answering {
  readonly parts: EngineParts;
  readonly effects: Causes;
  readonly now: () => Now;
}

/** Answers a question to all cases. */
export async function answerAll<A>(
  answering: Answering,
  question: Question,
  give: (understood: Understood) => Promise<A>,
): Promise<A | Refusal> {
  const { parts, now } = answering;
  const refused = await settledAfter(answering, question);
  if (refused) return refused;
  const understood = understand(question, parts.log, now());
  return isRefusal(understood) ? understood : give(understood);
}

/** Answers a question to a case once the log has been followed as far as the case reaches. */
export async function answer<A>(
  answering: Answering,
  ref: CaseRef,
  question: Question,
  give: (hot: HotCase, understood: Understood) => A | Promise<A>,
): Promise<A | Refusal> {
  const { parts, now } = answering;
  const procedure = parts.registry.get(ref.procedure);
  if (!procedure) return unknownProcedure(ref.procedure, parts.registry);
  if (!isCaseId(ref.case)) return malformedCaseId();
  const refused = await settledAfter(answering, question);
  if (refused) return refused;
  let hot = await parts.cases.known(procedure, ref);
  // From here on nothing is awaited, so that the answer is what its basis says.
  while (parts.cases.isBehind(hot)) hot = await parts.cases.refreshed(hot);
  if (hot.revision < 0) return unknownCase(caseName(ref));
  const understood = understand(question, parts.log, now());
  return isRefusal(understood) ? understood : give(hot, understood);
}

/** Waits until the effects of everything up to the position asked for have been proposed. */
async function settledAfter(
  { parts, effects }: Answering,
  { after }: Question,
): Promise<Refusal | undefined> {
  if (after === undefined) return undefined;
  if (!isPosition(parts, after)) return malformedPosition();
  await effects.settled(after);
  return undefined;
}

/** A store as far as it puts positions in order. */
interface PositionOrder {
  readonly store: Pick<EngineParts['store'], 'comparePositions'>;
}

/** Whether the store could have given this position; each store has its own way to write them. */
export function isPosition({ store }: PositionOrder, text: string): boolean {
  try {
    return store.comparePositions(text, text) === 0;
  } catch (error) {
    if (error instanceof StoreFault) return false;
    throw error;
  }
}
