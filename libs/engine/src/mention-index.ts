import {
  caseName,
  caseOfStream,
  factOf,
  isEngineStep,
  parseCaseName,
  proposedIn,
  recordOf,
  UnreadableRecord,
  type MentionedFrom,
  type Procedure,
  type Registry,
  type StepFact,
  type StepRecord,
} from '@rapporteur/kernel';
import type { StoredEvent } from './event-store';

/** A record that names a case in itself. */
export interface Mention {
  /** The case of the record, `procedure/case`. */
  readonly case: string;
  readonly revision: number;
}

/** Which records name a case in themselves, such as the meeting at which they were taken. */
export interface MentionIndex {
  /** Takes the next event of the log. */
  note(event: StoredEvent): void;
  /** The records that name a case, in log order. */
  of(name: string): readonly Mention[];
}

type Links = Readonly<Record<string, string>>;

export function mentionIndex(registry: Registry): MentionIndex {
  const mentions = new Map<string, Mention[]>();
  const cases = new Map<string, { readonly links: Links; readonly types: string[] }>();
  return {
    note(event) {
      const ref = caseOfStream(event.stream);
      const procedure = ref && registry.get(ref.procedure);
      const record = readable(event);
      if (!procedure || !record) return;
      const { stream, type, metadata } = record;
      const { links, types } = cases.get(stream) ?? { links: metadata.links ?? {}, types: [] };
      cases.set(stream, { links, types });
      types.push(type);
      const from = { case: ref.case, links };
      for (const step of stepsIn(record, types)) {
        const mention = { case: caseName(ref), revision: step.revision };
        for (const name of namedBy(procedure, step, from)) add(mentions, name, mention);
      }
    },
    of: (name) => mentions.get(name) ?? [],
  };
}

function add(mentions: Map<string, Mention[]>, name: string, mention: Mention): void {
  const known = mentions.get(name) ?? [];
  mentions.set(name, known);
  if (!known.some((each) => each.case === mention.case && each.revision === mention.revision)) {
    known.push(mention);
  }
}

/**
 * The steps that a record brings: itself; of a proposal of corrections, the steps as they would be.
 * @param types those of the case's records so far
 */
function stepsIn(record: StepRecord, types: readonly string[]): readonly StepFact[] {
  if (!isEngineStep(record.type)) return [factOf(record)];
  return proposedIn(record).flatMap(({ revision, data }) => {
    const type = types[revision];
    const { occurredOn } = record.metadata;
    return data && type !== undefined ? [{ revision, type, data, occurredOn }] : [];
  });
}

/** The cases that a step names, each once. */
export function namedBy(
  procedure: Procedure,
  step: StepFact,
  from: MentionedFrom,
): ReadonlySet<string> {
  return new Set([...Object.values(procedure.mentions(step, from)), ...placeOf(step)]);
}

/** The meeting of a decision, when it is given by its whole name; by its id, the procedure knows it. */
function placeOf({ decision }: StepFact): readonly string[] {
  const meeting = decision?.meeting;
  return meeting !== undefined && parseCaseName(meeting) ? [meeting] : [];
}

/** An event that is no record names nothing; whoever reads its case is told. */
function readable(event: StoredEvent): StepRecord | undefined {
  try {
    return recordOf(event);
  } catch (error) {
    if (error instanceof UnreadableRecord) return undefined;
    throw error;
  }
}
