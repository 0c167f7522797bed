import {
  approvalOf,
  isMove,
  proposalsIn,
  type Correction,
  type CorrectionApproved,
  type CorrectionProposal,
  type CorrectionProposed,
  type CorrectionRejected,
} from './corrections';
import * as say from './correction-words';
import { corrected, type KnownCase } from './fold';
import { sameJson } from './json';
import type { Procedure } from './procedure';
import { isEngineStep } from './record';
import type { Refusal } from './refusal';
import type { StepFact } from './step';
import { isImpossible, type Timeline } from './timeline';
import { validated } from './validation';
import type { Actor } from './who';

// What corrections may be proposed and approved, judged on the records before them alone.

/** A case before an engine step, and what it is a case of. */
export interface CaseBefore extends KnownCase {
  readonly procedure: Procedure;
}

/** What a proposal would make of its case. */
export interface Weighed {
  readonly outcome: 'weighed';
  readonly corrections: readonly Correction[];
  readonly timeline: Timeline;
}

/**
 * Judges corrections on the case as it stands: that their records are there and count, that each
 * changes something, that payloads are in order, and that all steps are still possible.
 */
export function weighCorrections(
  before: CaseBefore,
  corrections: readonly Correction[],
): Weighed | Refusal {
  const { procedure, timeline } = before;
  const wrong = refuseRepeated(corrections) ?? first(corrections, refuseAlone(before));
  if (wrong) return wrong;
  const result = corrected(procedure, timeline, corrections);
  if (isImpossible(result)) return say.refuseImpossible(procedure, corrections, result.impossible);
  const misplaced = first(corrections, ({ follows }, i) => {
    if (follows === undefined || follows === -1) return undefined;
    const [step, target] = [corrections[i]?.revision, follows].map((revision) =>
      result.find((entry) => entry.step.revision === revision),
    );
    const isThere = step && target && step.step.occurredOn === target.step.occurredOn;
    return isThere && step !== target ? undefined : say.refuseFollows(i, follows);
  });
  return misplaced ?? { outcome: 'weighed', corrections, timeline: result };
}

/** What can be said of one correction without the others. */
function refuseAlone({ procedure, records, timeline }: CaseBefore) {
  return (correction: Correction, i: number): Refusal | undefined => {
    const record = records[correction.revision];
    if (!record) return say.refuseUnknown(i, correction.revision, records.length - 1);
    if (isEngineStep(record.type)) return say.refuseNoStep(i, record);
    const standing = timeline.find(({ step }) => step.revision === correction.revision);
    if (!standing) return say.refuseAnnulled(i, record);
    return refuseContent(procedure, standing.step, correction, i);
  };
}

/** What is wrong with what a correction says of its step. */
function refuseContent(
  procedure: Procedure,
  step: StepFact,
  correction: Correction,
  i: number,
): Refusal | undefined {
  const { data, annul } = correction;
  if (annul) return data !== undefined || isMove(correction) ? say.refuseBoth(i) : undefined;
  if (!changes(step, correction)) return say.refuseUnchanged(i, step);
  const payload = procedure.steps[step.type]?.payload;
  if (data === undefined || !payload) return undefined;
  const checked = validated(payload, data, `corrections[${i}].data`);
  return checked.valid ? undefined : say.refusePayload(checked.reasons);
}

/** Whether a correction says anything else than what stands. */
function changes(step: StepFact, correction: Correction): boolean {
  const { data, occurredOn = step.occurredOn, follows } = correction;
  const isElsewhere =
    isMove(correction) && (occurredOn !== step.occurredOn || follows !== step.follows);
  return isElsewhere || (data !== undefined && !sameJson(data, step.data));
}

function refuseRepeated(corrections: readonly Correction[]): Refusal | undefined {
  const revisions = corrections.map(({ revision }) => revision);
  const i = revisions.findIndex((revision, at) => revisions.indexOf(revision) !== at);
  return i < 0 ? undefined : say.refuseTwiceNamed(i, revisions[i] ?? -1);
}

function first<T>(
  all: readonly T[],
  refusalOf: (one: T, i: number) => Refusal | undefined,
): Refusal | undefined {
  for (const [i, one] of all.entries()) {
    const refusal = refusalOf(one, i);
    if (refusal) return refusal;
  }
  return undefined;
}

/** A correction step as far as its rules look at it. */
export type CorrectionStep =
  | { readonly type: 'record.correctionProposed'; readonly data: CorrectionProposed }
  | { readonly type: 'record.corrected' | 'record.annulled'; readonly data: CorrectionApproved }
  | { readonly type: 'record.correctionRejected'; readonly data: CorrectionRejected };

/**
 * What a correction step makes of its case: a proposal and a rejection nothing, an approval what was
 * proposed. A proposal is decided once, by another person than who made it, and only while what it
 * would correct stands as it did.
 */
export function judgeCorrection(
  before: CaseBefore,
  step: CorrectionStep,
  actor: Actor,
): Weighed | Refusal {
  if (step.type === 'record.correctionProposed') {
    return weighCorrections(before, step.data.corrections);
  }
  const { proposal: revision } = step.data;
  const proposals = proposalsIn(before.records);
  const proposal = proposals.get(revision);
  if (!proposal) return say.refuseNoProposal(step.type, revision, openOf(proposals));
  const barred = refuseToDecide(step.type, proposal, actor);
  if (barred) return barred;
  const { corrections } = proposal;
  if (step.type === 'record.correctionRejected') {
    return { outcome: 'weighed', corrections: [], timeline: before.timeline };
  }
  const rightType = approvalOf(corrections);
  if (step.type !== rightType) return say.refuseType(step.type, rightType);
  const stale = staleBy(proposals, proposal);
  return stale === undefined
    ? weighCorrections(before, corrections)
    : say.refuseStale(step.type, proposal, stale);
}

function refuseToDecide(
  type: string,
  { status, proposed, decided }: CorrectionProposal,
  actor: Actor,
): Refusal | undefined {
  if (status !== 'open' && decided) return say.refuseDecided(type, proposed.revision, decided);
  return proposed.actor.id === actor.id ? say.refuseSamePerson(type, proposed) : undefined;
}

const openOf = (proposals: ReadonlyMap<number, CorrectionProposal>): readonly number[] =>
  [...proposals.values()].flatMap(({ status, proposed }) =>
    status === 'open' ? [proposed.revision] : [],
  );

/** The approval, since the proposal was made, of another correction of one of the same records. */
function staleBy(
  proposals: ReadonlyMap<number, CorrectionProposal>,
  { corrections, proposed }: CorrectionProposal,
): number | undefined {
  const revisions = corrections.map(({ revision }) => revision);
  for (const other of proposals.values()) {
    const { status, decided } = other;
    if (status !== 'approved' || !decided || decided.revision < proposed.revision) continue;
    if (other.corrections.some(({ revision }) => revisions.includes(revision))) {
      return decided.revision;
    }
  }
  return undefined;
}
