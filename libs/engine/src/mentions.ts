import {
  annotationsOf,
  factOf,
  hadHappened,
  parseCaseName,
  streamOf,
  type DecisionTaken,
  type StepRecord,
} from '@rapporteur/kernel';
import { marksOf, type Marks } from './case-answers';
import type { EngineParts } from './engine-parts';
import { timelineOfFirst, type HotCase } from './hot-cases';
import { namedBy, type Mention } from './mention-index';
import type { Understood } from './questions';
import { caseNamed } from './scenes';

/** A record that names a case in itself, as far as that case needs it. */
export interface MentioningRecord extends Marks {
  /** The case of the record, `procedure/case`. */
  readonly case: string;
  readonly revision: number;
  readonly type: string;
  /** As corrected. */
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly decision?: DecisionTaken;
  readonly position: string;
  /** The count of our records before it in the log. */
  readonly index: number;
}

/** The records that name a case in themselves: of a meeting, what was recorded as taken at it. */
export interface MentionsAnswer {
  readonly outcome: 'answered';
  readonly procedure: string;
  readonly case: string;
  readonly asAt: string;
  readonly knownOn: string;
  readonly basis: { readonly size: number };
  /** In log order. */
  readonly records: readonly MentioningRecord[];
}

export async function mentionsAnswer(
  parts: EngineParts,
  hot: HotCase,
  { asAt, knownOn, size }: Understood,
): Promise<MentionsAnswer> {
  const known = parts.mentions.of(hot.name).filter((each) => indexOf(parts, each) < size);
  const names = [...new Set(known.map((each) => each.case))];
  const cases = new Map(
    await Promise.all(
      names.map(
        async (name) => [name, await marked(parts, { name, named: hot.name, size })] as const,
      ),
    ),
  );
  const records = known.flatMap((each) => cases.get(each.case)?.(each.revision) ?? []);
  return {
    outcome: 'answered',
    procedure: hot.ref.procedure,
    case: hot.ref.case,
    asAt: asAt.date,
    knownOn,
    basis: { size },
    records: records.filter(({ occurredOn }) => hadHappened(occurredOn, asAt)),
  };
}

function indexOf({ log }: EngineParts, { case: name, revision }: Mention): number {
  const ref = parseCaseName(name);
  return (ref && log.indexOf(streamOf(ref), revision)) ?? Infinity;
}

/**
 * A case's records by revision, with what was known of them.
 * @param named the case that they name
 */
async function marked(
  parts: EngineParts,
  { name, named, size }: { readonly name: string; readonly named: string; readonly size: number },
) {
  const hot = await caseNamed(parts, name);
  if (!hot) return undefined;
  const count = parts.log.countIn(hot.stream, size);
  const annotations = annotationsOf(hot.records.slice(0, count));
  const steps = new Map(timelineOfFirst(hot, count).map(({ step }) => [step.revision, step]));
  const from = { case: hot.ref.case, links: hot.records[0]?.metadata.links ?? {} };
  return (revision: number): readonly MentioningRecord[] => {
    const record = hot.records[revision];
    if (!record) return [];
    // One that is annulled is shown as it was; one that is corrected, where it now belongs.
    const step = steps.get(revision) ?? factOf(record);
    if (!namedBy(hot.procedure, step, from).has(named)) return [];
    const { occurredOn } = step;
    return [{ ...placed(parts, hot, record), occurredOn, ...marksOf(record, annotations) }];
  };
}

function placed({ log }: EngineParts, hot: HotCase, { revision, type, metadata }: StepRecord) {
  const { recordedAt, decision } = metadata;
  return {
    case: hot.name,
    revision,
    type,
    recordedAt,
    ...(decision ? { decision } : {}),
    position: hot.positions[revision] ?? '',
    index: log.indexOf(hot.stream, revision) ?? -1,
  };
}
