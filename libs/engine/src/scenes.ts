import { parseCaseName, relatedCase, type Scene } from '@rapporteur/kernel';
import type { EngineParts } from './engine-parts';
import { timelineOfFirst, type HotCase } from './hot-cases';
import { recorder } from './refusals';

/** How much of each related case counts; all that is known when it says nothing. */
export type KnownRevisions = ReadonlyMap<string, number>;

/** A scene, and the size of the log that holds all of it and nothing more of its related cases. */
export interface KnownScene {
  readonly scene: Scene;
  readonly size: number;
}

/** A case with the cases its links lead to, all in memory, so that deciding needs no I/O. */
export async function sceneOf(
  parts: EngineParts,
  hot: HotCase,
  links: Readonly<Record<string, string>>,
  known: KnownRevisions = new Map(),
): Promise<KnownScene> {
  const names = [...new Set(Object.values(links))];
  const look = () => Promise.all(names.map((name) => linked(parts, name)));
  let found = await look();
  while (found.some((each) => each && parts.cases.isBehind(each))) found = await look();
  const { size } = parts.log;
  const related = new Map(names.map((name, i) => [name, asKnown(name, found[i], known.get(name))]));
  const scene = {
    procedure: hot.procedure,
    ref: hot.ref,
    timeline: hot.timeline,
    revision: hot.revision,
    related: (link: string) => related.get(links[link] ?? ''),
    recorder: (revision: number) => {
      const metadata = hot.records[revision]?.metadata;
      return metadata ? recorder(metadata) : '';
    },
  };
  return { scene, size };
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
