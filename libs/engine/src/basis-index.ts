import type { StoredEvent } from './event-store';

/** Which cases' rules have looked at a case: whose verdicts may change when it does. */
export interface BasisIndex {
  /** Takes the next event of the log. */
  note(event: StoredEvent): void;
  /**
   * The streams with records that looked at a case, `procedure/case`, in the order they first did.
   * @param since ISO date: those with no such record of this day or later are left out
   */
  lookingAt(name: string, since: string): readonly string[];
}

export function basisIndex(): BasisIndex {
  /** By the case looked at: the streams that looked, with the last day of which they did. */
  const looking = new Map<string, Map<string, string>>();
  return {
    note({ stream, metadata }) {
      const day = String(metadata['occurredOn']);
      for (const name of casesLookedAt(metadata['basis'])) {
        const streams = looking.get(name) ?? new Map<string, string>();
        looking.set(name, streams);
        const last = streams.get(stream) ?? '';
        streams.set(stream, day > last ? day : last);
      }
    },
    lookingAt: (name, since) =>
      [...(looking.get(name) ?? [])].flatMap(([stream, last]) => (last >= since ? [stream] : [])),
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
