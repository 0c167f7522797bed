import {
  proposalsIn,
  type Correction,
  type CorrectionProposal,
  type SignedOff,
} from './corrections';
import type { EvidenceAdded, IrregularityApproved } from './engine-steps';
import type { DocumentRef } from './proposal';
import type { StepRecord } from './record';
import { carries } from './step';

/** Documents added as evidence, and the revision that added them. */
export type AddedEvidence = {
  readonly revision: number;
  readonly documents: readonly DocumentRef[];
};

/** The second person's approval of an irregular step. */
export type Approval = SignedOff;

/** What was proposed about a record, by whom, and what became of it. */
export type CorrectionMark = Omit<Correction, 'revision'> &
  Pick<CorrectionProposal, 'status' | 'proposed' | 'decided'>;

/** What engine steps say of the records of a case, as far as they are known. */
export interface Annotations {
  /** What was added for a record, in the order recorded. */
  evidenceFor(revision: number): readonly AddedEvidence[];
  approvalOf(revision: number): Approval | undefined;
  /** From the floor or a draft, without evidence yet. */
  isProvisional(record: StepRecord | undefined): boolean;
  /** Every correction of a record that was proposed, in the order proposed. */
  correctionsOf(revision: number): readonly CorrectionMark[];
  isAnnulled(revision: number): boolean;
}

/** What those of these records that are engine steps say of the others. */
export function annotationsOf(records: readonly StepRecord[]): Annotations {
  const evidence = new Map<number, readonly AddedEvidence[]>();
  const approvals = new Map<number, Approval>();
  for (const record of records) {
    if (isOf<EvidenceAdded>(record, 'record.evidenceAdded')) {
      const { revision: of, documents } = record.data;
      evidence.set(of, [...(evidence.get(of) ?? []), { revision: record.revision, documents }]);
    } else if (isOf<IrregularityApproved>(record, 'record.irregularityApproved')) {
      const { actor, recordedAt } = record.metadata;
      const { revision: of, reason } = record.data;
      const said = reason === undefined ? {} : { reason };
      approvals.set(of, { revision: record.revision, actor, recordedAt, ...said });
    }
  }
  const corrections = correctionMarks(records);
  return {
    correctionsOf: (revision) => corrections.get(revision) ?? [],
    isAnnulled: (revision) =>
      corrections.get(revision)?.some(({ status, annul }) => status === 'approved' && annul) ??
      false,
    evidenceFor: (revision) => evidence.get(revision) ?? [],
    approvalOf: (revision) => approvals.get(revision),
    isProvisional: (record) => !!record && fromTheFloor(record) && !evidence.has(record.revision),
  };
}

function correctionMarks(records: readonly StepRecord[]) {
  const marks = new Map<number, readonly CorrectionMark[]>();
  for (const { corrections, ...rest } of proposalsIn(records).values()) {
    for (const { revision, ...correction } of corrections) {
      marks.set(revision, [...(marks.get(revision) ?? []), { ...correction, ...rest }]);
    }
  }
  return marks;
}

const fromTheFloor = ({ metadata: { source } }: StepRecord): boolean =>
  source === 'floor' || source === 'draft';

function isOf<P>(record: StepRecord, type: string): record is StepRecord & { readonly data: P } {
  return record.type === type && carries<P>(record);
}
