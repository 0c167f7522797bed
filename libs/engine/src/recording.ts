import {
  decide,
  factFrom,
  isRefusal,
  misplacedLinks,
  parseProposal,
  partyOf,
  prepare,
  type Actor,
  type CaseRef,
  type CausedStep,
  type Decision,
  type ParsedProposal,
  type Prepared,
  type Refusal,
  type StepFact,
} from '@rapporteur/kernel';
import { append } from './appending';
import { causedBy, refuseMisnamed, type Causing } from './effects';
import type { EngineParts } from './engine-parts';
import type { HotCase } from './hot-cases';
import { consequencesOf } from './impact';
import { newRecord, type CausedBy, type Request } from './new-record';
import { isAsSeen, notOnlyChecked, proceed, requestHash, type Asked } from './proceeding';
import { checkedAnswer, recordedAnswer, type Checked, type Recorded } from './recorded-answer';
import { refuseConflict, refuseFuture } from './refusals';
import { caseNamed, judgedWith, namesNear, sceneOf, sightOf, type Around } from './scenes';

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

/** Records a step, or says why not. One case's steps are decided in turn, cases side by side. */
export async function record(
  parts: EngineParts,
  ref: CaseRef,
  body: unknown,
  by: RequestedBy,
): Promise<Recorded | Refusal> {
  return notOnlyChecked(await propose(parts, ref, body, by));
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

function propose(
  parts: EngineParts,
  ref: CaseRef,
  body: unknown,
  by: Asked,
): Promise<Recorded | Checked | Refusal> {
  return proceed(parts, ref, { parsed: parseProposal(body), by }, (hot, parsed, key) =>
    attempt(parts, hot, { parsed, by, key }),
  );
}

/** A step proposed to a case, under the key that identifies it. */
interface Proposed {
  readonly parsed: ParsedProposal;
  readonly by: Asked;
  readonly key: string;
}

/** A proposal in order: its payload checked, whose act it is known. */
type Ready = Proposed & { readonly prepared: Prepared };

/** Decides on what is known and appends. */
async function attempt(
  parts: EngineParts,
  hot: HotCase,
  request: Proposed,
): Promise<Recorded | Checked | Refusal | 'conflict'> {
  const { parsed, by } = request;
  const prepared = inOrder(parts, hot, parsed, by);
  if (isRefusal(prepared)) return prepared;
  const ready = { ...request, prepared };
  const decided = await decideAnew(parts, hot, ready);
  if (isRefusal(decided)) return decided;
  const caused = await causedBy(parts, hot, causing(decided.hot, ready), parts.log.size);
  const misnamed = refuseMisnamed(caused);
  if (misnamed) return misnamed;
  if (by.checkOnly) return checkedDecision(parts, decided, caused);
  return appendDecided(parts, decided, { ...ready, requestHash: requestHash(parsed, by.actor) });
}

async function checkedDecision(
  parts: EngineParts,
  { hot, decision, size }: Decided,
  caused: readonly CausedStep[],
): Promise<Checked> {
  const consequences = await consequencesOf(parts, hot, decision, size);
  return checkedAnswer(hot, { ...decision, consequences }, caused);
}

function causing(hot: HotCase, { parsed, prepared }: Ready): Causing {
  const { type, occurredOn } = parsed.proposal;
  return { type, data: prepared.data, occurredOn, links: linksOf(hot, parsed) };
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
  ready: Ready,
): Promise<Decided | Refusal> {
  const decided = await decideOn(parts, hot, ready);
  if (!isRefusal(decided)) return decided;
  const names = namesNear(parts, hot, aroundOf(hot, ready));
  const named = await Promise.all(names.map((name) => caseNamed(parts, name)));
  const around = [hot, ...named.filter((each) => each !== undefined)];
  const fresh = await Promise.all(around.map((each) => parts.cases.refreshed(each)));
  const hasMoved = fresh.some(({ revision }, i) => revision !== around[i]?.revision);
  const [own = hot] = fresh;
  const { ifMatch } = ready.by;
  if (!isAsSeen(own, ifMatch)) return refuseConflict(own, ifMatch ?? -1);
  return hasMoved ? decideOn(parts, own, ready) : decided;
}

const linksOf = (hot: HotCase, { proposal }: ParsedProposal) =>
  hot.records[0]?.metadata.links ?? proposal.links ?? {};

function stepOf(hot: HotCase, { parsed, prepared, by }: Ready): StepFact {
  const party = partyOf(by.actor, prepared.onBehalfOf);
  return factFrom(parsed.proposal, prepared.data, hot.revision + 1, party);
}

function aroundOf(hot: HotCase, ready: Ready): Around {
  const steps = judgedWith(hot, stepOf(hot, ready));
  return { links: linksOf(hot, ready.parsed), steps, sees: sightOf(hot.procedure, steps) };
}

async function decideOn(
  parts: EngineParts,
  hot: HotCase,
  ready: Ready,
): Promise<Decided | Refusal> {
  const { proposal } = ready.parsed;
  const step = stepOf(hot, ready);
  const { scene, size } = await sceneOf(parts, hot, aroundOf(hot, ready));
  const decision = decide(scene, { ...proposal, step });
  if (isRefusal(decision)) return decision;
  const misplaced = misplacedLinks(hot.procedure, proposal.links ?? {}, hot.revision === -1);
  return misplaced ?? { outcome: 'decided', hot, decision, size };
}

async function appendDecided(
  parts: EngineParts,
  { hot, decision, size }: Decided,
  request: Request,
): Promise<Recorded | Refusal | 'conflict'> {
  const sealed = newRecord(parts, hot, decision, { ...request, size });
  const appended = await append(parts, hot, sealed, decision.insertion);
  if (appended === 'conflict' || isRefusal(appended)) return appended;
  const consequences = await consequencesOf(parts, hot, decision, size);
  return recordedAnswer(parts, appended.hot, sealed, { consequences });
}
