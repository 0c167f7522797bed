import type { CaseAtSize, Reading } from '@rapporteur/engine';
import {
  parseCaseName,
  relatedCase,
  streamOf,
  type RelatedCase,
  type Scene,
} from '@rapporteur/kernel';
import type { NotedRecord } from './part';

/** A case as a beginning of the log shows it. */
export type CaseThen = Pick<
  CaseAtSize,
  'ref' | 'name' | 'procedure' | 'revision' | 'timeline' | 'links'
>;

/** Cases as the log shows them up to and including the record that was noted last. */
export interface CasesThen {
  /** Takes a record and what it made of its case. */
  note(noted: NotedRecord): void;
  /** Undefined when there is no such case among the first so many records. */
  at(name: string, size: number): Promise<CaseThen | undefined>;
}

/** Keeps the cases used last: those around a case are looked at again with each of its records. */
export function casesThen(reading: Reading, most = 4_000): CasesThen {
  const cases = new Map<string, CaseThen>();

  function keep(found: CaseThen): CaseThen {
    cases.delete(found.name);
    cases.set(found.name, found);
    const [oldest] = cases.keys();
    if (cases.size > most && oldest !== undefined) cases.delete(oldest);
    return found;
  }

  return {
    note({ name, ref, procedure, record, after }) {
      const { revision, metadata } = record;
      const links = revision === 0 ? (metadata.links ?? {}) : cases.get(name)?.links;
      if (links) keep({ name, ref, procedure, revision, timeline: after, links });
    },
    async at(name, size) {
      const ref = parseCaseName(name);
      const revision = ref ? reading.log.countIn(streamOf(ref), size) - 1 : -1;
      if (revision < 0) return undefined;
      const kept = cases.get(name);
      if (kept?.revision === revision) return keep(kept);
      const read = await reading.caseAt(name, size);
      return read && keep(read);
    },
  };
}

/** A case with what is around it, but for the calendar, which is kept for all cases together. */
export async function sceneThen(
  { log }: Pick<Reading, 'log'>,
  cases: CasesThen,
  found: CaseThen,
  size: number,
): Promise<Scene> {
  const seen = new Set(found.procedure.deadlines.flatMap(({ sees }) => sees?.under ?? []));
  const children = seen.size > 0 ? log.linkedTo(found.name, size) : [];
  const of = (name: string) => parseCaseName(name)?.procedure ?? '';
  const related = async (name: string): Promise<RelatedCase> =>
    relatedCase(name, await cases.at(name, size));
  const linked = await Promise.all(Object.values(found.links).map(related));
  const under = await Promise.all(children.filter((name) => seen.has(of(name))).map(related));
  return {
    procedure: found.procedure,
    ref: found.ref,
    timeline: found.timeline,
    revision: found.revision,
    related: (link) => linked.find(({ name }) => name === found.links[link]),
    linked,
    under: (procedure) => under.filter(({ name }) => of(name) === procedure),
    calendar: [],
    recorder: () => '',
  };
}
