import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsObject } from 'class-validator';
import { IsOptional, Min } from 'class-validator';
import type { JsonObject } from './json';
import { placeOf } from './order';
import { IsDay, Parts } from './payload';
import type { StepRecord } from './record';
import { carries, type StepFact } from './step';
import { IsText } from './texts';
import type { Actor } from './who';

// Corrections: proposed by one person, approved by another; the records themselves never change.

/** What is to be put right about one record: another payload or day, or that it does not count. */
export class Correction {
  @IsInt() @Min(0) revision!: number;
  /** The whole payload as it should be. */
  @IsOptional() @IsObject() data?: JsonObject;
  @IsOptional() @IsDay() occurredOn?: string;
  /** Its place on its day, as in a proposal of a step; without it, that of the order recorded. */
  @IsOptional() @IsInt() @Min(-1) follows?: number;
  /** The step does not count. */
  @IsOptional() @IsIn([true]) annul?: true;
}

/** Corrections of one or more records, to be approved or rejected together. */
export class CorrectionProposed {
  @IsText(2000) reason!: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @Parts(Correction) corrections!: Correction[];
}

/** A second person has approved a proposal; from here on it counts. */
export class CorrectionApproved {
  @IsInt() @Min(0) proposal!: number;
  @IsOptional() @IsText(2000) reason?: string;
}

/** A second person has rejected a proposal. */
export class CorrectionRejected {
  @IsInt() @Min(0) proposal!: number;
  @IsText(2000) reason!: string;
}

/** Who did something to a record's standing, where and when. */
export type SignedOff = {
  readonly revision: number;
  readonly actor: Actor;
  readonly recordedAt: string;
  readonly reason?: string;
};

/** A proposal of corrections, and what became of it. */
export interface CorrectionProposal {
  readonly status: 'open' | 'approved' | 'rejected';
  readonly corrections: readonly Correction[];
  readonly proposed: SignedOff;
  /** Who approved or rejected it. */
  readonly decided?: SignedOff;
}

/** The step that approves these corrections: an annulment when nothing else is among them. */
export function approvalOf(corrections: readonly Correction[]): string {
  const isAnnulment = corrections.every(({ annul }) => annul);
  return isAnnulment ? 'record.annulled' : 'record.corrected';
}

const approvals = ['record.corrected', 'record.annulled'];

/** All proposals among these records, by revision. */
export function proposalsIn(
  records: readonly StepRecord[],
): ReadonlyMap<number, CorrectionProposal> {
  const proposals = new Map<number, CorrectionProposal>();
  for (const record of records) {
    if (isOf<CorrectionProposed>(record, 'record.correctionProposed')) {
      const { corrections, reason } = record.data;
      const proposed = signedOff(record, reason);
      proposals.set(record.revision, { status: 'open', corrections, proposed });
    } else if (isOf<CorrectionApproved>(record, ...approvals)) {
      decide(proposals, record, 'approved');
    } else if (isOf<CorrectionRejected>(record, 'record.correctionRejected')) {
      decide(proposals, record, 'rejected');
    }
  }
  return proposals;
}

function decide(
  proposals: Map<number, CorrectionProposal>,
  record: StepRecord & { readonly data: CorrectionApproved | CorrectionRejected },
  status: 'approved' | 'rejected',
): void {
  const { proposal, reason } = record.data;
  const known = proposals.get(proposal);
  if (known) proposals.set(proposal, { ...known, status, decided: signedOff(record, reason) });
}

function signedOff({ revision, metadata }: StepRecord, reason: string | undefined): SignedOff {
  const { actor, recordedAt } = metadata;
  return { revision, actor, recordedAt, ...(reason === undefined ? {} : { reason }) };
}

/** What a record of a case corrects; nothing, of any but an approval. */
export function correctionsBy(
  record: StepRecord,
  records: readonly StepRecord[],
): readonly Correction[] {
  if (!isOf<CorrectionApproved>(record, ...approvals)) return [];
  const proposal = records[record.data.proposal];
  return proposal ? proposedIn(proposal) : [];
}

/** What a record proposes to correct; nothing, of any but a proposal. */
export function proposedIn(record: StepRecord): readonly Correction[] {
  return isOf<CorrectionProposed>(record, 'record.correctionProposed')
    ? record.data.corrections
    : [];
}

/** Whether a correction gives its record another place. */
export const isMove = ({ occurredOn, follows }: Correction): boolean =>
  occurredOn !== undefined || follows !== undefined;

/** A step among others in effective order. */
interface Standing {
  readonly step: StepFact;
}

/**
 * Steps in effective order, once corrected. Those that are annulled or moved leave their places, and
 * what followed them keeps its own; then those that are moved are placed anew, in the order given.
 */
export function correctedOrder(
  ordered: readonly Standing[],
  corrections: readonly Correction[],
): readonly Standing[] {
  const by = new Map(corrections.map((correction) => [correction.revision, correction]));
  const result = ordered.flatMap((standing): readonly Standing[] => {
    const correction = by.get(standing.step.revision);
    if (!correction) return [standing];
    if (correction.annul || isMove(correction)) return [];
    return [{ step: correctedFact(standing.step, correction) }];
  });
  for (const correction of corrections) {
    const found = ordered.find(({ step }) => step.revision === correction.revision);
    if (!found || correction.annul || !isMove(correction)) continue;
    const moved = { step: correctedFact(found.step, correction) };
    result.splice(placeOf(result, moved), 0, moved);
  }
  return result;
}

function correctedFact(step: StepFact, correction: Correction): StepFact {
  const { data = step.data, occurredOn = step.occurredOn, follows } = correction;
  if (!isMove(correction)) return { ...step, data };
  const { follows: _follows, ...unplaced } = step;
  return { ...unplaced, data, occurredOn, ...(follows === undefined ? {} : { follows }) };
}

function isOf<P>(
  record: StepRecord,
  ...types: readonly string[]
): record is StepRecord & { readonly data: P } {
  return types.includes(record.type) && carries<P>(record);
}
