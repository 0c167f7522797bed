import {
  annotationsOf,
  parseCaseName,
  streamOf,
  type AsAt,
  type DecisionTaken,
  type StepRecord,
} from '@rapporteur/kernel';
import { marksOf, type Marks } from './case-answers';
import type { EngineParts } from './engine-parts';
import type { HotCase } from './hot-cases';
import type { Mention } from './mention-index';
import type { Understood } from './questions';
import { caseNamed } from './scenes';

/** A record that names a case in itself, as far as that case needs it. */
export interface MentioningRecord extends Marks {
  /** The case of the record, `procedure/case`. */
  readonly case: string;
  readonly revision: number;
  readonly type: string;
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
    await Promise.all(names.map(async (name) => [name, await marked(parts, name, size)] as const)),
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

const hadHappened = (occurredOn: string, { date, opening }: AsAt): boolean =>
  opening ? occurredOn < date : occurredOn <= date;

/** A case's records by revision, with what was known of them. */
async function marked(parts: EngineParts, name: string, size: number) {
  const hot = await caseNamed(parts, name);
  if (!hot) return undefined;
  const annotations = annotationsOf(hot.records.slice(0, parts.log.countIn(hot.stream, size)));
  return (revision: number): readonly MentioningRecord[] => {
    const record = hot.records[revision];
    return record ? [{ ...placed(parts, hot, record), ...marksOf(record, annotations) }] : [];
  };
}

function placed({ log }: EngineParts, hot: HotCase, { revision, type, metadata }: StepRecord) {
  const { occurredOn, recordedAt, decision } = metadata;
  return {
    case: hot.name,
    revision,
    type,
    occurredOn,
    recordedAt,
    ...(decision ? { decision } : {}),
    position: hot.positions[revision] ?? '',
    index: log.indexOf(hot.stream, revision) ?? -1,
  };
}
