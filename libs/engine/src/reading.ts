import type { CaseRef, Procedure, Registry, Scene, Sight, StepRecord } from '@rapporteur/kernel';
import type { EngineParts } from './engine-parts';
import type { EventStore } from './event-store';
import { timelineOfFirst, type HotCase } from './hot-cases';
import type { Ledger } from './ledger';
import { allSights, caseNamed, knownRevision, sceneOf } from './scenes';

/** A case as the first so many records of the log show it. */
export interface CaseAtSize {
  readonly ref: CaseRef;
  /** `procedure/case` */
  readonly name: string;
  readonly procedure: Procedure;
  /** Its last revision there. */
  readonly revision: number;
  readonly records: readonly StepRecord[];
  readonly timeline: HotCase['timeline'];
  readonly links: Readonly<Record<string, string>>;
}

/**
 * What a read model beside the engine is made from: the log, and cases as any beginning of it shows
 * them. A size must not exceed how far the log has been followed.
 */
export interface Reading {
  readonly registry: Registry;
  readonly store: Pick<EventStore, 'readAll' | 'subscribe' | 'comparePositions'>;
  readonly log: Pick<Ledger, 'size' | 'sizeKnownOn' | 'linkedTo' | 'casesOf' | 'countIn'>;
  /** The date at the seat, and the instant. */
  now(): { readonly today: string; readonly instant: string };
  /** Undefined of a case that was not there yet. */
  caseAt(name: string, size: number): Promise<CaseAtSize | undefined>;
  /**
   * A case with what is around it.
   * @param looking whoever will look around: rules, deadlines, steps of the clock
   */
  sceneAt(
    name: string,
    size: number,
    looking: readonly { readonly sees?: Sight }[],
  ): Promise<Scene | undefined>;
}

export function reading(parts: EngineParts): Reading {
  const { registry, store, log } = parts;
  return {
    registry,
    store,
    log,
    now: () => ({ today: parts.today(), instant: parts.clock() }),
    async caseAt(name, size) {
      const hot = await hotAt(parts, name, size);
      return hot && { ...hot, links: linksOf(hot) };
    },
    async sceneAt(name, size, looking) {
      const hot = await hotAt(parts, name, size);
      if (!hot) return undefined;
      const around = { links: linksOf(hot), steps: [], sees: allSights(looking) };
      const known = (other: string) => knownRevision(log, other, size);
      return (await sceneOf(parts, hot, around, known)).scene;
    },
  };
}

const linksOf = ({ records }: HotCase) => records[0]?.metadata.links ?? {};

/** A case as the first so many records of the log show it; undefined when it was not there yet. */
export async function hotAt(
  parts: EngineParts,
  name: string,
  size: number,
): Promise<HotCase | undefined> {
  const revision = knownRevision(parts.log, name, size);
  const hot = revision >= 0 ? await caseNamed(parts, name) : undefined;
  if (!hot || hot.revision === revision) return hot;
  const records = hot.records.slice(0, revision + 1);
  return { ...hot, revision, records, timeline: timelineOfFirst(hot, revision + 1) };
}
