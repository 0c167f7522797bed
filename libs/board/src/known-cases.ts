import type { Reading, StoredEvent } from '@rapporteur/engine';
import { caseName, caseOfStream, foldedWith, recordOf, type Timeline } from '@rapporteur/kernel';
import type { NotedRecord } from './part';

interface KnownCase {
  readonly no: number;
  readonly timeline: Timeline;
}

/** The cases taken in last, so that the next record of each need not fold it from its beginning. */
export interface KnownCases {
  /**
   * The next record of the log with what it makes of its case; undefined of what is no case of a
   * registered procedure. The log has been followed past it.
   * @throws CorruptHistory when a step recorded as possible is not
   */
  noted(event: StoredEvent, index: number): Promise<NotedRecord | undefined>;
  /** Forgets everything, as records were passed over. */
  clear(): void;
}

const approvals = ['record.corrected', 'record.annulled'];

/** @param most how many steps to keep in memory, of all cases together */
export function knownCases(reading: Reading, most = 50_000): KnownCases {
  const cases = new Map<string, KnownCase>();
  let steps = 0;

  function forget(stream: string): void {
    steps -= cases.get(stream)?.timeline.length ?? 0;
    cases.delete(stream);
  }

  function keep(stream: string, known: KnownCase): void {
    forget(stream);
    cases.set(stream, known);
    steps += known.timeline.length;
    for (const oldest of cases.keys()) {
      if (steps <= most || oldest === stream) break;
      forget(oldest);
    }
  }

  async function before(stream: string, name: string, index: number): Promise<KnownCase> {
    const known = cases.get(stream) ?? (await reading.caseAt(name, index));
    const no = known && 'no' in known ? known.no : firstIndex(reading, stream, index);
    return { no, timeline: known?.timeline ?? [] };
  }

  return {
    async noted(event, index) {
      const ref = caseOfStream(event.stream);
      const procedure = ref && reading.registry.get(ref.procedure);
      if (!ref || !procedure) return undefined;
      const record = recordOf(event);
      const name = caseName(ref);
      const { no, timeline } = await before(event.stream, name, index);
      // Only what approves corrections looks at the records before it.
      const looksBack = approvals.includes(record.type);
      const records = looksBack ? ((await reading.caseAt(name, index))?.records ?? []) : [];
      const after = foldedWith(procedure, { records, timeline }, record);
      keep(event.stream, { no, timeline: after });
      return { index, record, name, ref, procedure, no, before: timeline, after };
    },
    clear() {
      cases.clear();
      steps = 0;
    },
  };
}

/** The index in the log of a stream's first record, found among those up to an index. */
function firstIndex({ log }: Reading, stream: string, index: number): number {
  let [low, high] = [0, index];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (log.countIn(stream, middle + 1) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}
