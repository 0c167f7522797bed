import {
  caseName,
  correctionsBy,
  inEach,
  isCaseId,
  isEngineStep,
  malformed,
  parseCaseName,
  refuse,
  relatedCase,
  sameJson,
  type CausedStep,
  type CaseView,
  type Correction,
  type JsonObject,
  type Refusal,
  type StepFact,
  type StepRecord,
  type Timeline,
} from '@rapporteur/kernel';
import type { EngineParts } from './engine-parts';
import { timelineOfFirst, type HotCase } from './hot-cases';
import { caseNamed, knownRevision } from './scenes';

/** A step that may cause others, and the links of its case. */
export interface Causing {
  readonly type: string;
  readonly data: JsonObject;
  readonly occurredOn: string;
  readonly links: Readonly<Record<string, string>>;
}

/**
 * The steps that a step causes in other cases, on the log as it was.
 * @param size how many records of the log count
 */
export async function causedBy(
  parts: EngineParts,
  { procedure, ref, name }: Pick<HotCase, 'procedure' | 'ref' | 'name'>,
  step: Causing,
  size: number,
): Promise<readonly CausedStep[]> {
  const causes = procedure.causes.filter(({ on }) => on === step.type);
  if (causes.length === 0) return [];
  const children = new Map<string, readonly CaseView[]>();
  for (const of of new Set(causes.flatMap(({ under }) => under))) {
    children.set(of, await viewsUnder(parts, { name, of, size }, step.occurredOn));
  }
  const { data, occurredOn, links } = step;
  const causing = {
    case: ref.case,
    data,
    occurredOn,
    links,
    under: (of: string) => children.get(of) ?? [],
  };
  return causes.flatMap((cause) => cause.causes(causing));
}

/** As `causedBy`, of a step already recorded: on the log up to and including it. */
export async function causedByRecord(
  parts: EngineParts,
  hot: HotCase,
  record: StepRecord,
): Promise<readonly CausedStep[]> {
  const { stream, revision, type, data, metadata } = record;
  if (isEngineStep(type)) {
    return (await causedByApproval(parts, hot, record)).map(({ step }) => step);
  }
  if (!hot.procedure.causes.some(({ on }) => on === type)) return [];
  await parts.log.reached(stream, revision);
  const size = (parts.log.indexOf(stream, revision) ?? 0) + 1;
  const links = hot.records[0]?.metadata.links ?? metadata.links ?? {};
  const { occurredOn } = metadata;
  return causedBy(parts, hot, { type, data, occurredOn, links }, size);
}

/** A step that a corrected step causes, and the step as corrected. */
export interface CausedAnew {
  readonly step: CausedStep;
  readonly by: StepFact;
}

/** What a record that approves corrections causes: on the log up to and including it. */
export async function causedByApproval(
  parts: EngineParts,
  hot: HotCase,
  record: StepRecord,
): Promise<readonly CausedAnew[]> {
  const { stream, revision } = record;
  const corrections = correctionsBy(record, hot.records);
  if (corrections.length === 0) return [];
  await parts.log.reached(stream, revision);
  const size = (parts.log.indexOf(stream, revision) ?? 0) + 1;
  const before = timelineOfFirst(hot, revision);
  const after = timelineOfFirst(hot, revision + 1);
  return causedAnew(parts, hot, { corrections, before, after, size });
}

/** A case's steps before and after corrections, and how much of the log counts. */
export interface Correcting {
  readonly corrections: readonly Correction[];
  readonly before: Timeline;
  readonly after: Timeline;
  readonly size: number;
}

/** What corrected steps cause, and what stood before did not. */
export async function causedAnew(
  parts: EngineParts,
  hot: HotCase,
  { corrections, before, after, size }: Correcting,
): Promise<readonly CausedAnew[]> {
  const links = hot.records[0]?.metadata.links ?? {};
  const found: CausedAnew[] = [];
  for (const { revision } of corrections) {
    const [was, by] = [before, after].map(
      (timeline) => timeline.find(({ step }) => step.revision === revision)?.step,
    );
    if (!was || !by) continue;
    const known = await causedBy(parts, hot, { ...was, links }, size);
    const caused = await causedBy(parts, hot, { ...by, links }, size);
    const isNew = (step: CausedStep) => !known.some((each) => isSame(each, step));
    found.push(...caused.filter(isNew).map((step) => ({ step, by })));
  }
  return found;
}

const isSame = (a: CausedStep, b: CausedStep): boolean =>
  caseName(a.case) === caseName(b.case) && a.type === b.type && sameJson(a.data, b.data);

async function viewsUnder(
  parts: EngineParts,
  { name, of, size }: { readonly name: string; readonly of: string; readonly size: number },
  occurredOn: string,
): Promise<readonly CaseView[]> {
  const names = parts.log
    .linkedTo(name, size)
    .filter((child) => parseCaseName(child)?.procedure === of);
  const cases = await Promise.all(names.map((child) => caseNamed(parts, child)));
  return cases.flatMap((child) => {
    if (!child) return [];
    const revision = knownRevision(parts.log, child.name, size);
    const known = { timeline: timelineOfFirst(child, revision + 1), revision };
    return relatedCase(child.name, known).asAt({ date: occurredOn, opening: false }) ?? [];
  });
}

/** An effect whose case cannot be called so is refused at its cause, where it can be put right. */
export function refuseMisnamed(caused: readonly CausedStep[]): Refusal | undefined {
  const misnamed = caused.find((effect) => !isCaseId(effect.case.case));
  if (!misnamed) return undefined;
  const name = caseName(misnamed.case);
  const words = {
    en: `would open ${name}, whose id is longer than 63 characters or has others than a-z, 0-9 and hyphen; use a shorter id here`,
    fr: `ouvrirait ${name}, dont l'identifiant dépasse 63 caractères ou en contient d'autres que a-z, 0-9 et le trait d'union; utiliser ici un identifiant plus court`,
    es: `abriría ${name}, cuyo identificador supera los 63 caracteres o contiene otros distintos de a-z, 0-9 y guion; utilice aquí un identificador más corto`,
  };
  return refuse(
    'invalid',
    malformed(
      'case',
      inEach((language) => words[language]),
    ),
  );
}
