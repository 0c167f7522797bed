import {
  caseName,
  decide,
  factOf,
  isEngineStep,
  isRefusal,
  type CausedStep,
  type Consequence,
  type Decision,
  type StateValue,
  type StepRecord,
  type Verdicts,
} from '@rapporteur/kernel';
import type { EngineParts } from './engine-parts';
import { timelineOfFirst, type HotCase } from './hot-cases';
import { causedByRecord } from './effects';
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
  /** Later steps of the case whose verdicts changed with this late entry. */
  readonly consequences: readonly Consequence[];
  /** The steps that will now be proposed in other cases. */
  readonly causes: readonly { readonly case: string; readonly type: string }[];
}

/** A step that could be recorded: nothing was. */
export interface Checked extends Omit<Recorded, 'outcome' | 'position'> {
  readonly outcome: 'checked';
}

/** What recording a step would come to. */
export function checkedAnswer(
  hot: HotCase,
  { from, to, verdicts, consequences }: Pick<Decision, 'from' | 'to' | 'verdicts' | 'consequences'>,
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
  };
}

const named = (caused: CausedStep) => ({ case: caseName(caused.case), type: caused.type });

/** The answer that a record gives, from what is stored of it. */
export async function recordedAnswer(
  parts: EngineParts,
  hot: HotCase,
  record: StepRecord,
  consequences?: readonly Consequence[],
): Promise<Recorded> {
  const { from, to, verdicts } = record.metadata;
  return {
    outcome: 'recorded',
    case: hot.name,
    revision: record.revision,
    position: hot.positions[record.revision] ?? '',
    from,
    to,
    verdicts,
    consequences: consequences ?? (await consequencesOf(parts, hot, record)),
    causes: (await causedByRecord(parts, hot, record)).map(named),
  };
}

/** Decides a recorded step again on what was known when it was recorded; engine steps have none. */
async function consequencesOf(
  parts: EngineParts,
  hot: HotCase,
  record: StepRecord,
): Promise<readonly Consequence[]> {
  if (isEngineStep(record.type)) return [];
  const links = hot.records[0]?.metadata.links ?? {};
  const then = {
    ...hot,
    revision: record.revision - 1,
    timeline: timelineOfFirst(hot, record.revision),
  };
  const { basis, irregularity } = record.metadata;
  // The log as it was then: of every case around it, so much was known.
  const known = (name: string) => knownRevision(parts.log, name, basis.size);
  const step = factOf(record);
  const steps = judgedWith(then, step);
  const around = { links, steps, sees: sightOf(hot.procedure, steps) };
  const { scene } = await sceneOf(parts, then, around, known);
  const decision = decide(scene, {
    step,
    again: true,
    ...(irregularity ? { irregularity } : {}),
  });
  return isRefusal(decision) ? [] : decision.consequences;
}
