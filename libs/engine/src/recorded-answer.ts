import {
  caseName,
  decide,
  factOf,
  isRefusal,
  type CausedStep,
  type Consequence,
  type StateValue,
  type StepRecord,
  type Verdicts,
} from '@rapporteur/kernel';
import type { EngineParts } from './engine-parts';
import { timelineOfFirst, type HotCase } from './hot-cases';
import { judgedWith, sceneOf } from './scenes';

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
    causes: causedBy(hot, record).map((caused) => ({
      case: caseName(caused.case),
      type: caused.type,
    })),
  };
}

/** The steps that a record causes in other cases. */
export function causedBy(
  { procedure, ref }: Pick<HotCase, 'procedure' | 'ref'>,
  record: StepRecord,
): readonly CausedStep[] {
  const { type, data, metadata } = record;
  return procedure.causes
    .filter(({ on }) => on === type)
    .flatMap((cause) => cause.causes({ case: ref.case, data, occurredOn: metadata.occurredOn }));
}

/** Decides a recorded step again on what was known when it was recorded. */
async function consequencesOf(
  parts: EngineParts,
  hot: HotCase,
  record: StepRecord,
): Promise<readonly Consequence[]> {
  const links = hot.records[0]?.metadata.links ?? {};
  const then = {
    ...hot,
    revision: record.revision - 1,
    timeline: timelineOfFirst(hot, record.revision),
  };
  const { basis, irregularity } = record.metadata;
  const known = new Map(basis.cases.map((looked) => [looked.case, looked.revision]));
  const step = factOf(record);
  const around = { links, steps: judgedWith(then, step) };
  const { scene } = await sceneOf(parts, then, around, (name) => known.get(name));
  const decision = decide(scene, {
    step,
    again: true,
    ...(irregularity ? { irregularity } : {}),
  });
  return isRefusal(decision) ? [] : decision.consequences;
}
