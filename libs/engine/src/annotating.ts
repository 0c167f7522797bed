import {
  approvalOf,
  engineCitation,
  isRefusal,
  judgeEngineStep,
  parseEngineStep,
  prepareEngineStep,
  proposalsIn,
  type CaseRef,
  type KeptState,
  type ParsedEngineStep,
  type PreparedEngineStep,
  type Refusal,
} from '@rapporteur/kernel';
import { append } from './appending';
import type { EngineParts } from './engine-parts';
import type { HotCase } from './hot-cases';
import { impactOf, type Impact } from './impact';
import { chained } from './new-record';
import { isAsSeen, notOnlyChecked, proceed, requestHash, type Asked } from './proceeding';
import { checkedAnswer, recordedAnswer, type Checked, type Recorded } from './recorded-answer';
import type { RequestedBy } from './recording';
import { refuseConflict, refuseFuture, unknownCase } from './refusals';

// Engine steps: evidence, notes, approvals, corrections. They go on a case that exists.

/** Records an engine step on a case, or says why not; repeated, matched and taken in turn as steps are. */
export async function annotate(
  parts: EngineParts,
  ref: CaseRef,
  body: unknown,
  by: RequestedBy,
): Promise<Recorded | Refusal> {
  return notOnlyChecked(await propose(parts, ref, body, by));
}

/** As `annotate`, but records nothing; a request that was recorded before is answered as then. */
export function checkAnnotation(
  parts: EngineParts,
  ref: CaseRef,
  body: unknown,
  by: RequestedBy,
): Promise<Recorded | Checked | Refusal> {
  return propose(parts, ref, body, { ...by, checkOnly: true });
}

function propose(parts: EngineParts, ref: CaseRef, body: unknown, by: Asked) {
  return proceed(parts, ref, { parsed: parseEngineStep(body), by }, (hot, parsed, key) =>
    attempt(parts, hot, { parsed, by, key }),
  );
}

/** An engine step proposed to a case, under the key that identifies it. */
interface Proposed {
  readonly parsed: ParsedEngineStep;
  readonly by: Asked;
  readonly key: string;
}

async function attempt(
  parts: EngineParts,
  hot: HotCase,
  request: Proposed,
): Promise<Recorded | Checked | Refusal | 'conflict'> {
  const { by } = request;
  if (hot.revision < 0) return unknownCase(hot.name);
  const step = prepareEngineStep(request.parsed.proposal, by.actor, by.cause !== undefined);
  if (isRefusal(step)) return step;
  const judged = await judgeAnew(parts, hot, step, by);
  if (isRefusal(judged)) return judged;
  const { consequences, effects } = judged;
  if (by.checkOnly) return checkedAnswer(judged.hot, { ...judged.kept, consequences, effects }, []);
  const sealed = engineRecord(parts, judged, request);
  const appended = await append(parts, judged.hot, sealed);
  if (appended === 'conflict' || isRefusal(appended)) return appended;
  return recordedAnswer(parts, appended.hot, sealed, { consequences, effects });
}

/** An engine step that a case may take, the state that it leaves it in, and what it changes. */
interface Judged extends JudgedInPart {
  readonly hot: HotCase;
  readonly step: Pick<PreparedEngineStep, 'type' | 'data'>;
  readonly kept: KeptState;
}

type JudgedInPart = Omit<Impact, 'outcome'> & { readonly outcome: 'judged' };

/** Judges; before it says no, it looks whether another process has recorded something meanwhile. */
async function judgeAnew(
  parts: EngineParts,
  hot: HotCase,
  step: PreparedEngineStep,
  by: Asked,
): Promise<Judged | Refusal> {
  const judged = await judge(parts, hot, step, by);
  if (!isRefusal(judged)) return judged;
  const fresh = await parts.cases.refreshed(hot);
  if (!isAsSeen(fresh, by.ifMatch)) return refuseConflict(fresh, by.ifMatch ?? -1);
  return fresh.revision === hot.revision ? judged : judge(parts, fresh, step, by);
}

async function judge(
  parts: EngineParts,
  hot: HotCase,
  prepared: PreparedEngineStep,
  { actor }: Asked,
): Promise<Judged | Refusal> {
  const step = ofRightKind(hot, prepared);
  const judged = judgeEngineStep(hot, step, actor);
  if (isRefusal(judged)) return judged;
  const { kept, corrections, supposed } = judged;
  const future = corrections.some(({ occurredOn = '' }) => occurredOn > parts.today());
  if (future) return refuseFuture(parts.today());
  const nothing = { size: parts.log.size, consequences: [], effects: [] };
  if (corrections.length === 0) return { outcome: 'judged', hot, step, kept, ...nothing };
  const impact = await impactOf(parts, { hot, corrections, timeline: supposed });
  return isRefusal(impact) ? impact : { ...impact, outcome: 'judged', hot, step, kept };
}

/** Whoever approves a proposal need not say whether it annuls or corrects: that is what it says. */
function ofRightKind(
  { records }: HotCase,
  { type, data }: PreparedEngineStep,
): Pick<PreparedEngineStep, 'type' | 'data'> {
  if (type !== 'record.corrected' && type !== 'record.annulled') return { type, data };
  const proposal = proposalsIn(records).get(Number(data['proposal']));
  return { type: proposal ? approvalOf(proposal.corrections) : type, data };
}

/** The record of an engine step; one that is caused has its cause's date and authority. */
function engineRecord(
  parts: EngineParts,
  { hot, kept, step: { type, data }, size }: Judged,
  { parsed, by, key }: Proposed,
) {
  return chained(
    parts,
    hot,
    { type, data, key, by },
    {
      ...kept,
      occurredOn: by.cause?.occurredOn ?? parts.today(),
      actor: by.actor,
      authority: by.cause?.authority ?? [engineCitation(type)],
      source: 'document',
      basis: { size, cases: [] },
      request: requestHash(parsed, by.actor),
    },
  );
}
