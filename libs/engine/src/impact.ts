import {
  annotationsOf,
  caseName,
  caseOfStream,
  eventId,
  inserted,
  judge,
  relatedCase,
  streamOf,
  verdictChanges,
  verdictImpact,
  type Consequence,
  type Correction,
  type Decision,
  type Refusal,
  type RelatedCase,
  type StepFact,
  type Timeline,
} from '@rapporteur/kernel';
import { causedAnew, causedByRecord } from './effects';
import type { EngineParts } from './engine-parts';
import type { HotCase } from './hot-cases';
import { hotAt } from './reading';
import { caseNamed, knownRevision, sceneOf, sightOf } from './scenes';

// What a correction changes besides the record it is about; the same for the same beginning of the log.

/** A step whose verdict changes, of the case itself or of another. */
export type CaseConsequence = Consequence & { readonly case?: string };

/**
 * A step in another case that a corrected step caused, and that stands; without a revision, one that it
 * causes only as corrected, and that is proposed once the correction is approved.
 */
export type Effect = {
  readonly case: string;
  readonly revision?: number;
  readonly type: string;
  /** The revision of the step that caused it, or causes it. */
  readonly cause: number;
};

/** One that stands. */
export type StandingEffect = Effect & { readonly revision: number };

export interface Impact {
  readonly outcome: 'weighed';
  /** The size of the log that was looked at. */
  readonly size: number;
  readonly consequences: readonly CaseConsequence[];
  /** What the corrected steps caused elsewhere: never undone by itself. */
  readonly effects: readonly Effect[];
}

/** A case as it stands, and its steps as corrections would leave them. */
export interface Supposed {
  readonly hot: HotCase;
  readonly corrections: readonly Correction[];
  readonly timeline: Timeline;
}

/**
 * Weighs corrections: whose verdicts change in the case and in those that looked at it, and what the
 * corrected steps caused. Refused when a step of the case would then break a structural rule.
 * @param known how much of the log counts; all of it without
 */
export async function impactOf(
  parts: EngineParts,
  supposed: Supposed,
  known?: number,
): Promise<Impact | Refusal> {
  const { hot, corrections, timeline } = supposed;
  const steps = [...differing(hot.timeline, timeline), ...differing(timeline, hot.timeline)];
  const around = { links: linksOf(hot), steps, sees: sightOf(hot.procedure, steps) };
  const revisions = (size: number) => (name: string) => knownRevision(parts.log, name, size);
  const found = await sceneOf(parts, hot, around, known === undefined ? known : revisions(known));
  const size = known ?? found.size;
  const own = verdictImpact(found.scene, { outcome: 'weighed', corrections, timeline });
  if ('outcome' in own) return own;
  const since = steps.map(({ occurredOn }) => occurredOn).sort()[0] ?? '';
  const elsewhere = await consequencesElsewhere(parts, { hot, timeline, since, size });
  const standing = await effectsOf(parts, { hot, corrections, size });
  const correcting = { corrections, before: hot.timeline, after: timeline, size };
  const anew = (await causedAnew(parts, hot, correcting)).map(({ step, by }) => ({
    case: caseName(step.case),
    type: step.type,
    cause: by.revision,
  }));
  const effects = [...standing, ...anew];
  return { outcome: 'weighed', size, consequences: [...own, ...elsewhere], effects };
}

/** The steps of a timeline that another has not, or not with the same moments. */
function differing(timeline: Timeline, other: Timeline): readonly StepFact[] {
  const there = new Set(other);
  return timeline.filter((entry) => !there.has(entry)).map(({ step }) => step);
}

const linksOf = ({ records }: HotCase) => records[0]?.metadata.links ?? {};

/** A case that changes, and from when on. */
interface Change {
  readonly hot: HotCase;
  /** Its steps as they would be. */
  readonly timeline: Timeline;
  /** ISO date of the first step that changes. */
  readonly since: string;
  readonly size: number;
}

/**
 * Whose verdicts a step changes: of later steps of its case, and of steps of its day or later in cases
 * that looked at it.
 * @param size how much of the log the decision rests on
 */
export async function consequencesOf(
  parts: EngineParts,
  hot: HotCase,
  { insertion, consequences }: Pick<Decision, 'insertion' | 'consequences'>,
  size: number,
): Promise<readonly CaseConsequence[]> {
  const timeline = inserted(hot.timeline, insertion);
  const since = insertion.entries[0].step.occurredOn;
  const elsewhere = await consequencesElsewhere(parts, { hot, timeline, since, size });
  return [...consequences, ...elsewhere];
}

/** The verdicts that change in cases whose rules looked at this one. */
async function consequencesElsewhere(
  parts: EngineParts,
  change: Change,
): Promise<readonly CaseConsequence[]> {
  const { hot, size, timeline, since } = change;
  const revision = hot.revision + 1;
  const supposed = relatedCase(hot.name, { timeline, revision });
  const found: CaseConsequence[] = [];
  for (const stream of parts.basis.lookingAt(hot.name, since)) {
    const ref = caseOfStream(stream);
    const looking = ref && (await hotAt(parts, caseName(ref), size));
    if (looking && looking.stream !== hot.stream) {
      found.push(...(await consequencesIn(parts, looking, { ...change, supposed })));
    }
  }
  return found;
}

/** The verdicts of a case's steps that change when another case is seen otherwise. */
async function consequencesIn(
  parts: EngineParts,
  looking: HotCase,
  { hot, since, size, supposed }: Change & { readonly supposed: RelatedCase },
): Promise<readonly CaseConsequence[]> {
  const looked = looking.timeline.filter(({ step }) => {
    const { cases = [] } = looking.records[step.revision]?.metadata.basis ?? {};
    return step.occurredOn >= since && cases.some((each) => each.case === hot.name);
  });
  if (looked.length === 0) return [];
  const judged = looked.map(({ step }) => step);
  const around = {
    links: linksOf(looking),
    steps: judged,
    sees: sightOf(looking.procedure, judged),
  };
  const known = (name: string) => knownRevision(parts.log, name, size);
  const was = await sceneOf(parts, looking, around, known);
  const is = await sceneOf(parts, looking, { ...around, supposed }, known);
  return looked.flatMap((entry) =>
    verdictChanges(
      entry.step,
      judge(was.scene, entry).verdicts,
      judge(is.scene, entry).verdicts,
    ).map((consequence) => ({ case: looking.name, ...consequence })),
  );
}

/** What the steps that are corrected caused elsewhere, as far as it was recorded and stands. */
export async function effectsOf(
  parts: EngineParts,
  { hot, corrections, size }: Pick<Supposed, 'hot' | 'corrections'> & { readonly size: number },
): Promise<readonly StandingEffect[]> {
  const found: StandingEffect[] = [];
  for (const { revision } of corrections) {
    const cause = hot.records[revision];
    if (!cause) continue;
    const caused = await causedByRecord(parts, hot, cause);
    for (const [n, { case: ref, type }] of caused.entries()) {
      const effect = await caseNamed(parts, caseName(ref));
      const id = eventId(streamOf(ref), `cause:${cause.id}:${n}`, 0);
      const at = effect?.ids.get(id);
      if (!effect || at === undefined || !(await stands(parts, effect.name, at, size))) continue;
      found.push({ case: effect.name, revision: at, type, cause: revision });
    }
  }
  return found;
}

/** Whether a record was there at a size of the log, and was not annulled. */
async function stands(
  parts: EngineParts,
  name: string,
  revision: number,
  size: number,
): Promise<boolean> {
  const then = await hotAt(parts, name, size);
  const record = then?.records[revision];
  return !!record && !annotationsOf(then?.records ?? []).isAnnulled(revision);
}
