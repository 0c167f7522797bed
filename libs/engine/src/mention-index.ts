import {
  caseName,
  caseOfStream,
  factOf,
  isEngineStep,
  parseCaseName,
  recordOf,
  UnreadableRecord,
  type MentionedFrom,
  type Procedure,
  type Registry,
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
  const links = new Map<string, Links>();
  return {
    note(event) {
      const ref = caseOfStream(event.stream);
      const procedure = ref && registry.get(ref.procedure);
      const record = readable(event);
      if (!procedure || !record) return;
      if (record.revision === 0) links.set(record.stream, record.metadata.links ?? {});
      const from = { case: ref.case, links: links.get(record.stream) ?? {} };
      for (const name of namedBy(procedure, record, from)) {
        const known = mentions.get(name) ?? [];
        mentions.set(name, known);
        known.push({ case: caseName(ref), revision: record.revision });
      }
    },
    of: (name) => mentions.get(name) ?? [],
  };
}

/** The cases that a record names, each once; what the engine's own steps say is about records. */
function namedBy(
  procedure: Procedure,
  record: StepRecord,
  from: MentionedFrom,
): ReadonlySet<string> {
  if (isEngineStep(record.type)) return new Set();
  return new Set([...Object.values(procedure.mentions(factOf(record), from)), ...placeOf(record)]);
}

/** The meeting of a decision, when it is given by its whole name; by its id, the procedure knows it. */
function placeOf({ metadata: { decision } }: StepRecord): readonly string[] {
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
