import {
  parseCaseName,
  relatedCase,
  streamOf,
  type Scene,
  type StepFact,
} from '@rapporteur/kernel';
import type { EngineParts } from './engine-parts';
import { timelineOfFirst, type HotCase } from './hot-cases';
import type { Ledger } from './ledger';
import { recorder } from './refusals';

/** How much of each related case counts, by its name; all that is known where it says nothing. */
export type KnownRevisions = (name: string) => number | undefined;

/** A scene, and the size of the log that holds all of it and nothing more of its related cases. */
export interface KnownScene {
  readonly scene: Scene;
  readonly size: number;
}

/** What leads from a case to others: its links, and the steps that will be judged. */
export interface Around {
  readonly links: Readonly<Record<string, string>>;
  readonly steps: readonly StepFact[];
}

/** The steps that are judged when one is inserted: it, and those from its day on. */
export function judgedWith(hot: HotCase, step: StepFact): readonly StepFact[] {
  const later = hot.timeline.filter((entry) => entry.step.occurredOn >= step.occurredOn);
  return [step, ...later.map((entry) => entry.step)];
}

/** A case with the cases its links lead to, all in memory, so that deciding needs no I/O. */
export async function sceneOf(
  parts: EngineParts,
  hot: HotCase,
  around: Around,
  known: KnownRevisions = () => undefined,
): Promise<KnownScene> {
  const { links, steps } = around;
  const { mentions } = hot.procedure;
  const mentioned = steps.flatMap((step) => Object.values(mentions(step)));
  const names = [...new Set([...Object.values(links), ...mentioned])];
  const look = () => Promise.all(names.map((name) => caseNamed(parts, name)));
  let found = await look();
  while (found.some((each) => each && parts.cases.isBehind(each))) found = await look();
  const { size } = parts.log;
  const related = new Map(names.map((name, i) => [name, asKnown(name, found[i], known(name))]));
  const scene = {
    procedure: hot.procedure,
    ref: hot.ref,
    timeline: hot.timeline,
    revision: hot.revision,
    related: (link: string, step?: StepFact) =>
      related.get(links[link] ?? (step && mentions(step)[link]) ?? ''),
    recorder: (revision: number) => {
      const metadata = hot.records[revision]?.metadata;
      return metadata ? recorder(metadata) : '';
    },
  };
  return { scene, size };
}

/** The case called `procedure/case`, whether it exists or not; undefined when nothing can be so called. */
export async function caseNamed(parts: EngineParts, name: string): Promise<HotCase | undefined> {
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

/** The last revision of a case among the first `size` records of the log, −1 when there is none. */
export function knownRevision(log: Pick<Ledger, 'countIn'>, name: string, size: number): number {
  const ref = parseCaseName(name);
  return ref ? log.countIn(streamOf(ref), size) - 1 : -1;
}
