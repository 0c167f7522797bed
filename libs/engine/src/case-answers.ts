import {
  annotationsOf,
  countedAt,
  hadHappened,
  isEngineStep,
  type AddedEvidence,
  type Annotations,
  type Approval,
  type CorrectionMark,
  type Entry,
  type JsonObject,
  type StateValue,
  type StepFact,
  type StepRecord,
  type Timeline,
} from '@rapporteur/kernel';
import { timelineOfFirst, type HotCase } from './hot-cases';
import type { Ledger } from './ledger';
import type { Understood } from './questions';

/** Where a case stands: the answer to `stateAt`. */
export interface CaseAnswer {
  readonly outcome: 'answered';
  readonly procedure: string;
  readonly case: string;
  /** The last revision known; −1 when the case was not known yet. */
  readonly revision: number;
  /** `beforeLog` when nothing had happened, or nothing was known, by then. */
  readonly state: StateValue;
  readonly context: JsonObject | null;
  readonly asAt: string;
  readonly moment?: 'opening';
  readonly knownOn: string;
  readonly basis: { readonly size: number };
  /** Whether a step that counts rests on the floor or a draft alone. */
  readonly provisional: boolean;
  readonly links: Readonly<Record<string, string>>;
}

/** A record as history shows it: what is hashed, and around it what only the log knows. */
export interface HistoryRecord extends StepRecord {
  readonly position: string;
  /** The count of our records before it in the log. */
  readonly index: number;
  /** Its place in effective order among the steps known; none for engine steps. */
  readonly place?: number;
  /** From the floor or a draft, and no evidence known yet. */
  readonly provisional: boolean;
  /** Documents added as evidence, each with the revision that added them; left out when none were. */
  readonly evidence?: readonly AddedEvidence[];
  /** Of an irregular step: by whom it was approved, or that nobody has. */
  readonly irregularity?: Approved | Unapproved;
  /** Every correction of it that was proposed, by whom, and what became of it; left out when none was. */
  readonly corrections?: readonly CorrectionMark[];
  /** It is annulled: it stands in the log, and does not count. */
  readonly annulled?: true;
  /** What counts instead of what was recorded, where a correction was approved. */
  readonly corrected?: Pick<StepFact, 'occurredOn' | 'data' | 'follows'>;
}

type Approved = { readonly approved: Approval };
type Unapproved = { readonly unapproved: true };

export interface HistoryAnswer {
  readonly outcome: 'answered';
  readonly procedure: string;
  readonly case: string;
  readonly asAt: string;
  readonly knownOn: string;
  readonly basis: { readonly size: number };
  readonly records: readonly HistoryRecord[];
}

/** What of a case counts for a question. */
interface Counted {
  readonly known: readonly StepRecord[];
  readonly timeline: Timeline;
  readonly counted: Timeline;
}

function count(hot: HotCase, log: Ledger, { asAt, size }: Understood): Counted {
  const known = hot.records.slice(0, log.countIn(hot.stream, size));
  const timeline = timelineOfFirst(hot, known.length);
  return { known, timeline, counted: timeline.slice(0, countedAt(timeline, asAt)) };
}

export function caseAnswer(hot: HotCase, log: Ledger, question: Understood): CaseAnswer {
  const { known, counted } = count(hot, log, question);
  const moment = counted.at(-1)?.after;
  const { isProvisional } = annotationsOf(known);
  const provisional = counted.some(({ step }) => isProvisional(known[step.revision]));
  return {
    outcome: 'answered',
    procedure: hot.ref.procedure,
    case: hot.ref.case,
    revision: known.length - 1,
    state: moment?.value ?? 'beforeLog',
    context: moment?.context ?? null,
    asAt: question.asAt.date,
    ...(question.asAt.opening ? { moment: 'opening' as const } : {}),
    knownOn: question.knownOn,
    basis: { size: question.size },
    provisional,
    links: known[0]?.metadata.links ?? {},
  };
}

export function historyAnswer(hot: HotCase, log: Ledger, question: Understood): HistoryAnswer {
  const { known, counted } = count(hot, log, question);
  const annotations = annotationsOf(known);
  const places = new Map(counted.map(({ step }, place) => [step.revision, place]));
  const isShown = ({ type, revision, metadata }: StepRecord) =>
    isEngineStep(type) ||
    places.has(revision) ||
    (annotations.isAnnulled(revision) && hadHappened(metadata.occurredOn, question.asAt));
  const records = known.filter(isShown).map((record) => {
    const place = places.get(record.revision);
    return {
      ...record,
      position: hot.positions[record.revision] ?? '',
      index: log.indexOf(hot.stream, record.revision) ?? -1,
      ...(place === undefined ? {} : { place }),
      ...marksOf(record, annotations),
      ...correctedIn(record, counted[place ?? -1], annotations),
    };
  });
  return {
    outcome: 'answered',
    procedure: hot.ref.procedure,
    case: hot.ref.case,
    asAt: question.asAt.date,
    knownOn: question.knownOn,
    basis: { size: question.size },
    records,
  };
}

/** What counts instead of what was recorded. */
function correctedIn(
  { revision }: StepRecord,
  entry: Entry | undefined,
  annotations: Annotations,
): Pick<HistoryRecord, 'corrected'> {
  const isCorrected = annotations
    .correctionsOf(revision)
    .some(({ status, annul }) => status === 'approved' && !annul);
  if (!entry || !isCorrected) return {};
  const { occurredOn, data, follows } = entry.step;
  return { corrected: { occurredOn, data, ...(follows === undefined ? {} : { follows }) } };
}

/** What engine steps say of a record, as far as they are known. */
export type Marks = Pick<
  HistoryRecord,
  'provisional' | 'evidence' | 'irregularity' | 'corrections' | 'annulled'
>;

export function marksOf(record: StepRecord, annotations: Annotations): Marks {
  const evidence = annotations.evidenceFor(record.revision);
  const approved = annotations.approvalOf(record.revision);
  const corrections = annotations.correctionsOf(record.revision);
  const isIrregular = record.metadata.irregularity !== undefined;
  return {
    provisional: annotations.isProvisional(record),
    ...(evidence.length > 0 ? { evidence } : {}),
    ...(corrections.length > 0 ? { corrections } : {}),
    ...(annotations.isAnnulled(record.revision) ? { annulled: true } : {}),
    ...(isIrregular ? { irregularity: approved ? { approved } : { unapproved: true } } : {}),
  };
}
