import { toJsonObject, type Insertion, type Refusal, type StepRecord } from '@rapporteur/kernel';
import type { EngineParts } from './engine-parts';
import { EventTooLarge, StoreUnavailable } from './event-store';
import type { HotCase } from './hot-cases';
import { refuseTooLarge } from './refusals';

/** The case with its new record. */
export interface AppendedTo {
  readonly outcome: 'appended';
  readonly hot: HotCase;
}

/**
 * Appends a record to its case.
 * @param insertion what a step makes of the case, where that is known already
 */
export async function append(
  parts: EngineParts,
  hot: HotCase,
  sealed: StepRecord,
  insertion?: Insertion,
): Promise<AppendedTo | Refusal | 'conflict'> {
  const { id, type, data, metadata } = sealed;
  const event = { id, type, data, metadata: toJsonObject(metadata) };
  try {
    const result = await parts.store.append(hot.stream, hot.revision, [event]);
    if (result.outcome === 'conflict') return 'conflict';
    const isOurs = result.isRepeat === false || (await isStored(parts, sealed));
    if (!isOurs) return 'conflict';
    const after = parts.cases.extended(hot, sealed, result.position, insertion);
    return { outcome: 'appended', hot: after };
  } catch (error) {
    if (error instanceof EventTooLarge) return refuseTooLarge(error.bytes);
    if (error instanceof StoreUnavailable) parts.cases.forget(hot);
    throw error;
  }
}

/**
 * Whether what the store holds at a record's place is that very record. Another process may have
 * recorded a request under the same key, whose event has the same id and may say something else.
 */
async function isStored({ store, log }: EngineParts, record: StepRecord): Promise<boolean> {
  const { stream, revision, metadata } = record;
  await log.reached(stream, revision);
  if (log.lastHashOf(stream) === metadata.hash) return true;
  for await (const stored of store.readStream(stream, revision)) {
    return stored.metadata['hash'] === metadata.hash;
  }
  return false;
}
