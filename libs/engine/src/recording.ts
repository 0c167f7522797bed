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
import { checkedAnswer, recordedAnswer, type Checked, type Recorded } from './recorded-answer';
import {
  malformedCaseId,
  refuseConflict,
  refuseFuture,
  refuseKeyReused,
  refuseReservedKey,
  refuseTooLarge,
  unknownProcedure,
} from './refusals';
import { caseNamed, judgedWith, sceneOf } from './scenes';

/** Who asks for a step to be recorded, and how. */
export interface RequestedBy {
  readonly actor: Actor;
  /** Makes a retry of the same request find what it recorded. */
  readonly key?: string;
  /** The revision the caller saw; when the case has moved on, the caller is told. */
  readonly ifMatch?: number;
  /** The record that caused the step. */
  readonly cause?: CausedBy;
  /** The key is one of those that only the engine and the registers use. */
  readonly reservedKey?: boolean;
}

/** Keys that nobody outside may use: with one of them an effect or a register could be forestalled. */
const reservedKeys = /^(cause|register):/;

/** Records a step, or says why not. One case's steps are decided in turn, cases side by side. */
export async function record(
  parts: EngineParts,
  ref: CaseRef,
  body: unknown,
  by: RequestedBy,
): Promise<Recorded | Refusal> {
  const result = await propose(parts, ref, body, by);
  if (result.outcome === 'checked')
    throw new Error('a step was checked where it was to be recorded');
  return result;
}

/** As `record`, but records nothing; a request that was recorded before is answered as then. */
export function check(
  parts: EngineParts,
  ref: CaseRef,
  body: unknown,
  by: RequestedBy,
): Promise<Recorded | Checked | Refusal> {
  return propose(parts, ref, body, { ...by, checkOnly: true });
}

/** Who asks, and whether anything is to be recorded. */
type Asked = RequestedBy & { readonly checkOnly?: true };

async function propose(
  parts: EngineParts,
  ref: CaseRef,
  body: unknown,
  by: Asked,
): Promise<Recorded | Checked | Refusal> {
  const procedure = parts.registry.get(ref.procedure);
  if (!procedure) return unknownProcedure(ref.procedure, parts.registry);
  if (!isCaseId(ref.case)) return malformedCaseId();
  if (!by.reservedKey && reservedKeys.test(by.key ?? '')) return refuseReservedKey();
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
  known: HotCase,
  parsed: ParsedProposal | Refusal,
  by: Asked,
): Promise<Recorded | Checked | Refusal> {
  const hot = await asSeen(parts, known, by.ifMatch);
  const repeat = await repeated(parts, hot, parsed, by);
  if (repeat) return repeat;
  if (isRefusal(parsed)) return parsed;
  if (!isAsSeen(hot, by.ifMatch)) return refuseConflict(hot, by.ifMatch ?? -1);
  const prepared = inOrder(parts, hot, parsed, by);
  if (isRefusal(prepared)) return prepared;
  return decideAndAppend(parts, hot, { parsed, prepared, by });
}

const isAsSeen = ({ revision }: HotCase, seen: number | undefined): boolean =>
  seen === undefined || seen === revision;

/** The caller may have seen at another process what this one has not been shown yet. */
async function asSeen(
  { cases }: EngineParts,
  hot: HotCase,
  seen: number | undefined,
): Promise<HotCase> {
  return isAsSeen(hot, seen) ? hot : cases.refreshed(hot);
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
  { actor, cause }: RequestedBy,
): Prepared | Refusal {
  const prepared = prepare(hot.procedure, proposal, actor);
  if (isRefusal(prepared)) return prepared;
  // An effect takes its cause's date, which was measured when the cause was recorded.
  const today = parts.today();
  return !cause && proposal.occurredOn > today ? refuseFuture(today) : prepared;
}

const mostAttempts = 50;

/** Decides on what is known and appends; when somebody else was faster, decides again. */
async function decideAndAppend(
  parts: EngineParts,
  first: HotCase,
  request: { parsed: ParsedProposal; prepared: Prepared; by: Asked },
): Promise<Recorded | Checked | Refusal> {
  const { parsed, prepared, by } = request;
  let hot = first;
  const key = by.key ?? parts.newKey();
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const decided = await decideAnew(parts, hot, parsed, prepared);
    if (isRefusal(decided)) return decided;
    hot = decided.hot;
    if (by.checkOnly)
      return checkedAnswer(hot, { ...parsed.proposal, ...prepared }, decided.decision);
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

/** A decision, the case that it was taken on, and the size of the log that it rests on. */
interface Decided {
  readonly outcome: 'decided';
  readonly hot: HotCase;
  readonly decision: Decision;
  readonly size: number;
}

/**
 * Decides; before it says no, it looks whether another process has recorded something meanwhile that
 * the log has not shown here yet. (A yes is put to the test by the append.)
 */
async function decideAnew(
  parts: EngineParts,
  hot: HotCase,
  parsed: ParsedProposal,
  prepared: Prepared,
): Promise<Decided | Refusal> {
  const decided = await decideOn(parts, hot, parsed, prepared);
  if (!isRefusal(decided)) return decided;
  const links = linksOf(hot, parsed);
  const named = await Promise.all(Object.values(links).map((name) => caseNamed(parts, name)));
  const around = [hot, ...named.filter((each) => each !== undefined)];
  const fresh = await Promise.all(around.map((each) => parts.cases.refreshed(each)));
  const hasMoved = fresh.some(({ revision }, i) => revision !== around[i]?.revision);
  return hasMoved ? decideOn(parts, fresh[0] ?? hot, parsed, prepared) : decided;
}

const linksOf = (hot: HotCase, { proposal }: ParsedProposal) =>
  hot.records[0]?.metadata.links ?? proposal.links ?? {};

async function decideOn(
  parts: EngineParts,
  hot: HotCase,
  parsed: ParsedProposal,
  { data }: Prepared,
): Promise<Decided | Refusal> {
  const { proposal } = parsed;
  const links = linksOf(hot, parsed);
  const step = factFrom(proposal, data, hot.revision + 1);
  const around = { links, steps: judgedWith(hot, step) };
  const { scene, size } = await sceneOf(parts, hot, around);
  const decision = decide(scene, { ...proposal, step });
  if (isRefusal(decision)) return decision;
  const misplaced = misplacedLinks(hot.procedure, proposal.links ?? {}, hot.revision === -1);
  return misplaced ?? { outcome: 'decided', hot, decision, size };
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
