import {
  parseCaseName,
  relatedCase,
  streamOf,
  type CalendarCase,
  type Procedure,
  type RelatedCase,
  type Scene,
  type Sight,
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

/** What leads from a case to others: its links, the steps that will be judged, and what is looked at. */
export interface Around {
  readonly links: Readonly<Record<string, string>>;
  readonly steps: readonly StepFact[];
  readonly sees: Sight;
  /** A case to be seen otherwise than it is known: as a correction would leave it. */
  readonly supposed?: RelatedCase;
}

/** The steps that are judged when one is inserted: it, and those from its day on. */
export function judgedWith(hot: HotCase, step: StepFact): readonly StepFact[] {
  const later = hot.timeline.filter((entry) => entry.step.occurredOn >= step.occurredOn);
  return [step, ...later.map((entry) => entry.step)];
}

/** What the rules look at that judge these steps. */
export function sightOf({ rules }: Procedure, steps: readonly StepFact[]): Sight {
  const types = new Set(steps.map(({ type }) => type));
  return allSights(rules.filter(({ on }) => on.some((type) => types.has(type))));
}

/** What all of these look at together. */
export function allSights(declared: readonly { readonly sees?: Sight }[]): Sight {
  const under = [...new Set(declared.flatMap(({ sees }) => sees?.under ?? []))];
  return declared.some(({ sees }) => sees?.calendar) ? { calendar: true, under } : { under };
}

/** The names of the cases around a case, as far as the log has shown them. */
interface Names {
  readonly linked: readonly string[];
  readonly mentioned: readonly string[];
  /** By procedure. */
  readonly under: ReadonlyMap<string, readonly string[]>;
  readonly calendar: readonly string[];
}

/** A case with the cases around it that are looked at, all in memory, so that deciding needs no I/O. */
export async function sceneOf(
  parts: EngineParts,
  hot: HotCase,
  around: Around,
  known: KnownRevisions = () => undefined,
): Promise<KnownScene> {
  const { names, found } = await gathered(parts, hot, around);
  const { size } = parts.log;
  const { links, supposed } = around;
  const related = (name: string) =>
    name === supposed?.name ? supposed : asKnown(name, found.get(name), known(name));
  const cases = new Map([...found.keys()].map((name) => [name, related(name)]));
  const those = (which: readonly string[]) => which.flatMap((name) => cases.get(name) ?? []);
  const { mentions } = hot.procedure;
  const from = { case: hot.ref.case, links };
  const scene: Scene = {
    procedure: hot.procedure,
    ref: hot.ref,
    timeline: hot.timeline,
    revision: hot.revision,
    related: (link, step) => cases.get(links[link] ?? (step && mentions(step, from)[link]) ?? ''),
    linked: those(names.linked),
    under: (procedure) =>
      those(names.under.get(procedure) ?? []).filter(({ revision }) => revision >= 0),
    calendar: those(names.calendar).flatMap((each) => calendarCase(parts, each)),
    recorder: (revision) => {
      const metadata = hot.records[revision]?.metadata;
      return metadata ? recorder(metadata) : '';
    },
  };
  return { scene, size };
}

/** All cases around a case, none of them behind what the log has shown. */
async function gathered(parts: EngineParts, hot: HotCase, around: Around) {
  for (;;) {
    const names = namesAround(parts, hot, around);
    const all = allOf(names);
    const cases = await Promise.all(all.map((name) => caseNamed(parts, name)));
    const isBehind = cases.some((each) => each && parts.cases.isBehind(each));
    const hasGrown = allOf(namesAround(parts, hot, around)).length > all.length;
    if (isBehind || hasGrown) continue;
    return { names, found: new Map(all.map((name, i) => [name, cases[i]])) };
  }
}

function namesAround(
  { log, registry }: EngineParts,
  hot: HotCase,
  { links, steps, sees }: Around,
): Names {
  const from = { case: hot.ref.case, links };
  const mentioned = steps.flatMap((step) => Object.values(hot.procedure.mentions(step, from)));
  const isOf = (procedure: string) => (name: string) =>
    parseCaseName(name)?.procedure === procedure;
  const children = sees.under?.length ? log.linkedTo(hot.name, log.size) : [];
  const inCalendar = [...registry.values()].filter((procedure) => procedure.inCalendar);
  return {
    linked: Object.values(links),
    mentioned,
    under: new Map(sees.under?.map((procedure) => [procedure, children.filter(isOf(procedure))])),
    calendar: sees.calendar ? inCalendar.flatMap(({ id }) => log.casesOf(id)) : [],
  };
}

/** The cases whose latest word may decide about a step: those of the calendar are too many to ask. */
export function namesNear(parts: EngineParts, hot: HotCase, around: Around): readonly string[] {
  return allOf({ ...namesAround(parts, hot, around), calendar: [] });
}

const allOf = ({ linked, mentioned, under, calendar }: Names): readonly string[] => [
  ...new Set([...linked, ...mentioned, ...[...under.values()].flat(), ...calendar]),
];

function calendarCase({ registry }: EngineParts, related: RelatedCase): readonly CalendarCase[] {
  const inCalendar = registry.get(parseCaseName(related.name)?.procedure ?? '')?.inCalendar;
  return inCalendar ? [{ related, inCalendar }] : [];
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
