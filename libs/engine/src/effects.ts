import {
  caseName,
  inEach,
  isCaseId,
  malformed,
  parseCaseName,
  refuse,
  relatedCase,
  type CausedStep,
  type CaseView,
  type JsonObject,
  type Refusal,
  type StepRecord,
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
  { stream, revision, type, data, metadata }: StepRecord,
): Promise<readonly CausedStep[]> {
  if (!hot.procedure.causes.some(({ on }) => on === type)) return [];
  await parts.log.reached(stream, revision);
  const size = (parts.log.indexOf(stream, revision) ?? 0) + 1;
  const links = hot.records[0]?.metadata.links ?? metadata.links ?? {};
  const { occurredOn } = metadata;
  return causedBy(parts, hot, { type, data, occurredOn, links }, size);
}

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
