import { caseName, caseOfStream, isJsonObject } from '@rapporteur/kernel';
import type { StoredEvent } from './event-store';

interface Linked {
  readonly name: string;
  readonly stream: string;
}

/** Which cases link to a case, told by their first records. */
export function linkIndex() {
  const children = new Map<string, Linked[]>();
  return {
    /** Takes the first record of a case. */
    note({ stream, metadata }: StoredEvent): void {
      const ref = caseOfStream(stream);
      const links = metadata['links'];
      if (!ref || !isJsonObject(links)) return;
      const child = { name: caseName(ref), stream };
      for (const target of new Set(Object.values(links))) {
        if (typeof target !== 'string') continue;
        children.set(target, [...(children.get(target) ?? []), child]);
      }
    },
    to: (name: string): readonly Linked[] => children.get(name) ?? [],
  };
}

/** Which cases there are of each procedure. */
export function caseIndex() {
  const names = new Map<string, string[]>();
  return {
    /** Takes the first record of a case. */
    note({ stream }: StoredEvent): void {
      const ref = caseOfStream(stream);
      if (!ref) return;
      const known = names.get(ref.procedure) ?? [];
      known.push(caseName(ref));
      names.set(ref.procedure, known);
    },
    of: (procedure: string): readonly string[] => names.get(procedure) ?? [],
  };
}
