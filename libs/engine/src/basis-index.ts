import type { StoredEvent } from './event-store';

/** Which cases' rules have looked at a case: whose verdicts may change when it does. */
export interface BasisIndex {
  /** Takes the next event of the log. */
  note(event: StoredEvent): void;
  /** The streams with records that looked at a case, `procedure/case`, in the order they first did. */
  lookingAt(name: string): readonly string[];
}

export function basisIndex(): BasisIndex {
  const looking = new Map<string, Set<string>>();
  return {
    note({ stream, metadata }) {
      for (const name of casesLookedAt(metadata['basis'])) {
        const streams = looking.get(name) ?? new Set();
        looking.set(name, streams.add(stream));
      }
    },
    lookingAt: (name) => [...(looking.get(name) ?? [])],
  };
}

function casesLookedAt(basis: unknown): readonly string[] {
  const cases: unknown = isRecord(basis) ? basis['cases'] : undefined;
  if (!Array.isArray(cases)) return [];
  return cases.flatMap((each: unknown) => {
    const name = isRecord(each) ? each['case'] : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
