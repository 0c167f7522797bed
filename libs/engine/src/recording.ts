import {
  decide,
  eventId,
  factFrom,
  hashOf,
  isCaseId,
  isRefusal,
  misplacedLinks,
  parseProposal,
  prepare,
  streamOf,
  toJsonObject,
  type Actor,
  type CaseRef,
  type Decision,
  type ParsedProposal,
  type Prepared,
  type Refusal,
  type StepRecord,
} from '@rapporteur/kernel';
import { EventTooLarge, StoreUnavailable } from './event-store';
import type { EngineParts } from './engine-parts';
import type { HotCase } from './hot-cases';
import { newRecord, type CausedBy, type Request } from './new-record';
import { recordedAnswer, type Recorded } from './recorded-answer';
import {
  malformedCaseId,
  refuseConflict,
  refuseFuture,
  refuseKeyReused,
  refuseTooLarge,
  unknownProcedure,
} from './refusals';
import { judgedWith, sceneOf } from './scenes';

/** Who asks for a step to be recorded, and how. */
export interface RequestedBy {
  readonly actor: Actor;
  /** Makes a retry of the same request find what it recorded. */
  readonly key?: string;
  /** The revision the caller saw; when the case has moved on, the caller is told. */
  readonly ifMatch?: number;
  /** The record that caused the step. */
  readonly cause?: CausedBy;
}

/** Records a step, or says why not. One case's steps are decided in turn, cases side by side. */
export async function record(
  parts: EngineParts,
  ref: CaseRef,
  body: unknown,
  by: RequestedBy,
): Promise<Recorded | Refusal> {
  const procedure = parts.registry.get(ref.procedure);
  if (!procedure) return unknownProcedure(ref.procedure, parts.registry);
  if (!isCaseId(ref.case)) return malformedCaseId();
  const parsed = parseProposal(body);
  return parts.turns.inTurn(streamOf(ref), async () => {
    const hot = await parts.cases.known(procedure, ref);
    const result = await recordInTurn(parts, hot, parsed, by);
    if (!isRefusal(result)) return result;
    const { revision } = await parts.cases.known(procedure, ref);
    return { ...result, revision };
  });
}

async function recordInTurn(
  parts: EngineParts,
  hot: HotCase,
  parsed: ParsedProposal | Refusal,
  by: RequestedBy,
): Promise<Recorded | Refusal> {
  const repeat = await repeated(parts, hot, parsed, by);
  if (repeat) return repeat;
  if (isRefusal(parsed)) return parsed;
  if (by.ifMatch !== undefined && by.ifMatch !== hot.revision)
    return refuseConflict(hot, by.ifMatch);
  const prepared = inOrder(parts, hot, parsed, by);
  if (isRefusal(prepared)) return prepared;
  return decideAndAppend(parts, hot, { parsed, prepared, by });
}

/** The answer of the record that this very request made before; a refusal when it was another. */
async function repeated(
  parts: EngineParts,
  hot: HotCase,
  parsed: ParsedProposal | Refusal,
  { key, actor }: RequestedBy,
): Promise<Recorded | Refusal | undefined> {
  const revision = key === undefined ? undefined : hot.ids.get(eventId(hot.stream, key, 0));
  const found = revision === undefined ? undefined : hot.records[revision];
  if (!found) return undefined;
  const request = isRefusal(parsed) ? undefined : requestHash(parsed, actor);
  return request === found.metadata.request
    ? recordedAnswer(parts, hot, found)
    : refuseKeyReused(found);
}

/** What tells a retry from another request under the same key, also after a restart. */
function requestHash({ plain }: ParsedProposal, actor: Actor): string {
  return hashOf({ proposal: plain, actor: toJsonObject(actor) });
}

/** What can be refused before the step is decided. */
function inOrder(
  parts: EngineParts,
  hot: HotCase,
  { proposal }: ParsedProposal,
  { actor }: RequestedBy,
): Prepared | Refusal {
  const prepared = prepare(hot.procedure, proposal, actor);
  if (isRefusal(prepared)) return prepared;
  const today = parts.today();
  return proposal.occurredOn > today ? refuseFuture(today) : prepared;
}

const mostAttempts = 50;

/** Decides on what is known and appends; when somebody else was faster, decides again. */
async function decideAndAppend(
  parts: EngineParts,
  first: HotCase,
  request: { parsed: ParsedProposal; prepared: Prepared; by: RequestedBy },
): Promise<Recorded | Refusal> {
  const { parsed, prepared, by } = request;
  let hot = first;
  const key = by.key ?? parts.newKey();
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const decided = await decideOn(parts, hot, parsed, prepared);
    if (isRefusal(decided)) return decided;
    const full = { ...request, key, requestHash: requestHash(parsed, by.actor) };
    const appended = await append(parts, hot, decided, full);
    if (appended !== 'conflict') return appended;
    hot = await parts.cases.refreshed(hot);
    const repeat = await repeated(parts, hot, parsed, by);
    if (repeat) return repeat;
    if (by.ifMatch !== undefined) return refuseConflict(hot, by.ifMatch);
  }
  return refuseConflict(hot, first.revision);
}

/** A decision, and the size of the log that it rests on. */
interface Decided {
  readonly outcome: 'decided';
  readonly decision: Decision;
  readonly size: number;
}

async function decideOn(
  parts: EngineParts,
  hot: HotCase,
  { proposal }: ParsedProposal,
  { data }: Prepared,
): Promise<Decided | Refusal> {
  const links = hot.records[0]?.metadata.links ?? proposal.links ?? {};
  const step = factFrom(proposal, data, hot.revision + 1);
  const around = { links, steps: judgedWith(hot, step) };
  const { scene, size } = await sceneOf(parts, hot, around);
  const decision = decide(scene, { ...proposal, step });
  if (isRefusal(decision)) return decision;
  const misplaced = misplacedLinks(hot.procedure, proposal.links ?? {}, hot.revision === -1);
  return misplaced ?? { outcome: 'decided', decision, size };
}

async function append(
  parts: EngineParts,
  hot: HotCase,
  { decision, size }: Decided,
  request: Request,
): Promise<Recorded | Refusal | 'conflict'> {
  const sealed = newRecord(parts, hot, decision, { ...request, size });
  const { id, type, data, metadata } = sealed;
  const event = { id, type, data, metadata: toJsonObject(metadata) };
  try {
    const result = await parts.store.append(hot.stream, hot.revision, [event]);
    if (result.outcome === 'conflict') return 'conflict';
    const isOurs = result.isRepeat === false || (await isStored(parts, sealed));
    if (!isOurs) return 'conflict';
    const after = parts.cases.extended(hot, sealed, result.position, decision.insertion);
    return recordedAnswer(parts, after, sealed, decision.consequences);
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
