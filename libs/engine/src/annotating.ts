import {
  engineCitation,
  isRefusal,
  keptState,
  parseEngineStep,
  prepareEngineStep,
  refuseEngineStep,
  type CaseRef,
  type KeptState,
  type ParsedEngineStep,
  type PreparedEngineStep,
  type Refusal,
} from '@rapporteur/kernel';
import { append } from './appending';
import type { EngineParts } from './engine-parts';
import type { HotCase } from './hot-cases';
import { chained } from './new-record';
import { notOnlyChecked, proceed, requestHash, type Asked } from './proceeding';
import { checkedAnswer, recordedAnswer, type Checked, type Recorded } from './recorded-answer';
import type { RequestedBy } from './recording';
import { unknownCase } from './refusals';

// Engine steps: evidence, notes, approvals. They go on a case that exists, and change no state of it.

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
  const { parsed, by } = request;
  if (hot.revision < 0) return unknownCase(hot.name);
  const step = prepareEngineStep(parsed.proposal, by.actor, by.cause !== undefined);
  if (isRefusal(step)) return step;
  const judged = await judgeAnew(parts, hot, step, by);
  if (isRefusal(judged)) return judged;
  if (by.checkOnly) return checkedAnswer(judged.hot, { ...judged.kept, consequences: [] }, []);
  const sealed = engineRecord(parts, judged, step, request);
  const appended = await append(parts, judged.hot, sealed);
  if (appended === 'conflict' || isRefusal(appended)) return appended;
  return recordedAnswer(parts, appended.hot, sealed, []);
}

/** A case that may take an engine step, and the state that it keeps. */
interface Judged {
  readonly outcome: 'judged';
  readonly hot: HotCase;
  readonly kept: KeptState;
}

/** Judges; before it says no, it looks whether another process has recorded something meanwhile. */
async function judgeAnew(
  parts: EngineParts,
  hot: HotCase,
  step: PreparedEngineStep,
  by: Asked,
): Promise<Judged | Refusal> {
  const judged = judge(hot, step, by);
  if (!isRefusal(judged)) return judged;
  const fresh = await parts.cases.refreshed(hot);
  return fresh.revision === hot.revision ? judged : judge(fresh, step, by);
}

function judge(hot: HotCase, step: PreparedEngineStep, { actor }: Asked): Judged | Refusal {
  const kept = keptState(hot.timeline);
  if (!kept) return unknownCase(hot.name);
  return refuseEngineStep(hot.records, step, actor) ?? { outcome: 'judged', hot, kept };
}

/** The record of an engine step; one that is caused has its cause's date and authority. */
function engineRecord(
  parts: EngineParts,
  { hot, kept }: Judged,
  { type, data }: PreparedEngineStep,
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
      basis: { size: parts.log.size, cases: [] },
      request: requestHash(parsed, by.actor),
    },
  );
}
