import { parseCaseName, relatedCase, type Scene } from '@rapporteur/kernel';
import type { EngineParts } from './engine-parts';
import { timelineOfFirst, type HotCase } from './hot-cases';
import { recorder } from './refusals';

/** How much of each related case counts; all that is known when it says nothing. */
export type KnownRevisions = ReadonlyMap<string, number>;

/**
 * A case with the cases its links lead to, all in memory, so that deciding needs no I/O. The log has
 * been followed as far as any of them reaches, so a basis size covers its cases.
 */
export async function sceneOf(
  parts: EngineParts,
  hot: HotCase,
  links: Readonly<Record<string, string>>,
  known: KnownRevisions = new Map(),
): Promise<Scene> {
  const names = [...new Set(Object.values(links))];
  const found = await Promise.all(names.map((name) => linked(parts, name)));
  const related = new Map(names.map((name, i) => [name, asKnown(name, found[i], known.get(name))]));
  return {
    procedure: hot.procedure,
    ref: hot.ref,
    timeline: hot.timeline,
    revision: hot.revision,
    related: (link) => related.get(links[link] ?? ''),
    recorder: (revision) => {
      const metadata = hot.records[revision]?.metadata;
      return metadata ? recorder(metadata) : '';
    },
  };
}

async function linked(parts: EngineParts, name: string): Promise<HotCase | undefined> {
  const ref = parseCaseName(name);
  const procedure = ref && parts.registry.get(ref.procedure);
  return procedure && parts.cases.known(procedure, ref);
}

function asKnown(name: string, hot: HotCase | undefined, revision: number | undefined) {
  if (!hot || hot.revision < 0) return relatedCase(name, undefined);
  if (revision === undefined) return relatedCase(name, hot);
  if (revision < 0) return relatedCase(name, undefined);
  return relatedCase(name, { timeline: timelineOfFirst(hot, revision + 1), revision });
}
