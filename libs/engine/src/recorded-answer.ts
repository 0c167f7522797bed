import {
  caseName,
  decide,
  factOf,
  isEngineStep,
  isRefusal,
  judgeEngineStep,
  type CausedStep,
  type Decision,
  type StateValue,
  type StepRecord,
  type Verdicts,
} from '@rapporteur/kernel';
import type { EngineParts } from './engine-parts';
import { timelineOfFirst, type HotCase } from './hot-cases';
import { causedByRecord } from './effects';
import { consequencesOf, impactOf, type CaseConsequence, type Effect } from './impact';
import { judgedWith, knownRevision, sceneOf, sightOf } from './scenes';

/** A step was recorded: the same answer however often the request is repeated. */
export interface Recorded {
  readonly outcome: 'recorded';
  /** `procedure/case` */
  readonly case: string;
  readonly revision: number;
  readonly position: string;
  readonly from: StateValue;
  readonly to: StateValue;
  readonly verdicts: Verdicts;
  /** Steps whose verdicts changed with this late entry or correction; `case` where of another case. */
  readonly consequences: readonly CaseConsequence[];
  /** The steps that will now be proposed in other cases. */
  readonly causes: readonly { readonly case: string; readonly type: string }[];
  /** Of a correction: what the corrected steps caused elsewhere, which nothing undoes by itself. */
  readonly effects?: readonly Effect[];
}

/** What a record changes besides itself. */
type Changes = Pick<Recorded, 'consequences' | 'effects'>;

/** A step that could be recorded: nothing was. */
export interface Checked extends Omit<Recorded, 'outcome' | 'position'> {
  readonly outcome: 'checked';
}

/** What recording a step would come to. */
export function checkedAnswer(
  hot: HotCase,
  { from, to, verdicts, consequences, effects = [] }: Kept & Changes,
  caused: readonly CausedStep[],
): Checked {
  return {
    outcome: 'checked',
    case: hot.name,
    revision: hot.revision + 1,
    from,
    to,
    verdicts,
    consequences,
    causes: caused.map(named),
    ...(effects.length > 0 ? { effects } : {}),
  };
}

type Kept = Pick<Decision, 'from' | 'to' | 'verdicts'>;

const named = (caused: CausedStep) => ({ case: caseName(caused.case), type: caused.type });

/** The answer that a record gives, from what is stored of it. */
export async function recordedAnswer(
  parts: EngineParts,
  hot: HotCase,
  record: StepRecord,
  changes?: Changes,
): Promise<Recorded> {
  const { from, to, verdicts } = record.metadata;
  const { consequences, effects = [] } = changes ?? (await changesBy(parts, hot, record));
  return {
    outcome: 'recorded',
    case: hot.name,
    revision: record.revision,
    position: hot.positions[record.revision] ?? '',
    from,
    to,
    verdicts,
    consequences,
    causes: (await causedByRecord(parts, hot, record)).map(named),
    ...(effects.length > 0 ? { effects } : {}),
  };
}

/** Decides a record again on what was known when it was recorded. */
async function changesBy(parts: EngineParts, hot: HotCase, record: StepRecord): Promise<Changes> {
  const then = {
    ...hot,
    revision: record.revision - 1,
    records: hot.records.slice(0, record.revision),
    timeline: timelineOfFirst(hot, record.revision),
  };
  return isEngineStep(record.type)
    ? changesByEngineStep(parts, then, record)
    : { consequences: await changesByStep(parts, then, record) };
}

async function changesByEngineStep(
  parts: EngineParts,
  then: HotCase,
  { type, data, metadata }: StepRecord,
): Promise<Changes> {
  const judged = judgeEngineStep(then, { type, data }, metadata.actor);
  if (isRefusal(judged) || judged.corrections.length === 0) return { consequences: [] };
  const { corrections, supposed } = judged;
  const supposition = { hot: then, corrections, timeline: supposed };
  const impact = await impactOf(parts, supposition, metadata.basis.size);
  return isRefusal(impact) ? { consequences: [] } : impact;
}

async function changesByStep(
  parts: EngineParts,
  then: HotCase,
  record: StepRecord,
): Promise<readonly CaseConsequence[]> {
  const { basis, irregularity, links: first = {} } = record.metadata;
  const links = then.records[0]?.metadata.links ?? first;
  // The log as it was then: of every case around it, so much was known.
  const known = (name: string) => knownRevision(parts.log, name, basis.size);
  const step = factOf(record);
  const steps = judgedWith(then, step);
  const around = { links, steps, sees: sightOf(then.procedure, steps) };
  const { scene } = await sceneOf(parts, then, around, known);
  const decision = decide(scene, {
    step,
    again: true,
    ...(irregularity ? { irregularity } : {}),
  });
  return isRefusal(decision) ? [] : consequencesOf(parts, then, decision, basis.size);
}
