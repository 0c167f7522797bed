import {
  eventId,
  hashOf,
  isCaseId,
  isRefusal,
  streamOf,
  toJsonObject,
  type Actor,
  type CaseRef,
  type JsonObject,
  type Refusal,
} from '@rapporteur/kernel';
import type { EngineParts } from './engine-parts';
import type { HotCase } from './hot-cases';
import { recordedAnswer, type Checked, type Recorded } from './recorded-answer';
import type { RequestedBy } from './recording';
import {
  malformedCaseId,
  refuseConflict,
  refuseKeyReused,
  refuseReservedKey,
  unknownProcedure,
} from './refusals';

// What a request to record goes through, whatever it asks for: docs/decisions/0006.

/** Who asks, and whether anything is to be recorded. */
export type Asked = RequestedBy & { readonly checkOnly?: true };

/** What is asked for, read out of its body. */
export interface Reading {
  readonly outcome: 'parsed';
  /** The request as the plain value that identifies it. */
  readonly plain: JsonObject;
}

/** A request under way. */
export interface Requested<R extends Reading> {
  readonly parsed: R | Refusal;
  readonly by: Asked;
}

/** How a request that is in order is tried on the case as it stands, under this key. */
export type Attempt<R extends Reading> = (
  hot: HotCase,
  parsed: R,
  key: string,
) => Promise<Recorded | Checked | Refusal | 'conflict'>;

/** Keys that nobody outside may use: with one of them an effect or a register could be forestalled. */
const reservedKeys = /^(cause|register):/;

/** The timekeeper's keys are made of what everybody knows; only those who may act for it use them. */
const clockKeys = /^tick:/;
const clockRoles: readonly Actor['role'][] = ['clock', 'secretariat', 'operator'];

function isReserved({ key = '', reservedKey, actor }: RequestedBy): boolean {
  if (reservedKey) return false;
  return reservedKeys.test(key) || (clockKeys.test(key) && !clockRoles.includes(actor.role));
}

/** Takes a request through. One case's requests are decided in turn, cases side by side. */
export async function proceed<R extends Reading>(
  parts: EngineParts,
  ref: CaseRef,
  request: Requested<R>,
  attempt: Attempt<R>,
): Promise<Recorded | Checked | Refusal> {
  const procedure = parts.registry.get(ref.procedure);
  if (!procedure) return unknownProcedure(ref.procedure, parts.registry);
  if (!isCaseId(ref.case)) return malformedCaseId();
  if (isReserved(request.by)) return refuseReservedKey();
  return parts.turns.inTurn(streamOf(ref), async () => {
    const hot = await parts.cases.known(procedure, ref);
    const result = await proceedInTurn(parts, hot, request, attempt);
    if (!isRefusal(result)) return result;
    const { revision } = await parts.cases.known(procedure, ref);
    return { ...result, revision };
  });
}

async function proceedInTurn<R extends Reading>(
  parts: EngineParts,
  known: HotCase,
  request: Requested<R>,
  attempt: Attempt<R>,
): Promise<Recorded | Checked | Refusal> {
  const { parsed, by } = request;
  const hot = await asSeen(parts, known, by.ifMatch);
  const repeat = await repeated(parts, hot, request);
  if (repeat) return repeat;
  if (isRefusal(parsed)) return parsed;
  if (!isAsSeen(hot, by.ifMatch)) return refuseConflict(hot, by.ifMatch ?? -1);
  return attemptAgain(parts, hot, { parsed, by }, attempt);
}

/** Whether a case stands where the caller, who may have said so, saw it. */
export const isAsSeen = ({ revision }: HotCase, seen: number | undefined): boolean =>
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
async function repeated<R extends Reading>(
  parts: EngineParts,
  hot: HotCase,
  { parsed, by: { key, actor } }: Requested<R>,
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
export function requestHash({ plain }: Reading, actor: Actor): string {
  return hashOf({ proposal: plain, actor: toJsonObject(actor) });
}

/** What was to be recorded was not merely checked: anything else is a fault of the engine. */
export function notOnlyChecked(result: Recorded | Checked | Refusal): Recorded | Refusal {
  if (result.outcome === 'checked') throw new Error('it was checked where it was to be recorded');
  return result;
}

const mostAttempts = 50;

/** Tries on what is known; when somebody else was faster, tries again. */
async function attemptAgain<R extends Reading>(
  parts: EngineParts,
  first: HotCase,
  request: { readonly parsed: R; readonly by: Asked },
  attempt: Attempt<R>,
): Promise<Recorded | Checked | Refusal> {
  const { parsed, by } = request;
  const key = by.key ?? parts.newKey();
  let hot = first;
  for (let count = 0; count < mostAttempts; count += 1) {
    const result = await attempt(hot, parsed, key);
    if (result !== 'conflict') return result;
    hot = await parts.cases.refreshed(hot);
    const repeat = await repeated(parts, hot, request);
    if (repeat) return repeat;
    if (by.ifMatch !== undefined) return refuseConflict(hot, by.ifMatch);
  }
  return refuseConflict(hot, first.revision);
}
