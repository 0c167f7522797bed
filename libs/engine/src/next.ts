import { countedAt, nextSteps, type NextStep, type StateValue } from '@rapporteur/kernel';
import type { EngineParts } from './engine-parts';
import { timelineOfFirst, type HotCase } from './hot-cases';
import type { Understood } from './questions';
import { allSights, caseNamed, knownRevision, sceneOf } from './scenes';

/** Where each step of a case stands. */
export interface CaseNext {
  readonly procedure: string;
  readonly case: string;
  /** `beforeLog` when nothing had happened, or nothing was known, by then. */
  readonly state: StateValue;
  readonly steps: readonly NextStep[];
}

export interface NextAnswer extends CaseNext {
  readonly outcome: 'answered';
  readonly asAt: string;
  readonly knownOn: string;
  readonly basis: { readonly size: number };
  /** The same of every case that links to this one, or to one that does, if that was asked. */
  readonly under?: readonly CaseNext[];
}

/** What now: of a case, and if asked of all cases under it. */
export async function nextAnswer(
  parts: EngineParts,
  hot: HotCase,
  question: Understood,
  under: boolean,
): Promise<NextAnswer> {
  const { asAt, knownOn, size } = question;
  const own = await caseNext(parts, hot, question);
  const below = under ? { under: await nextUnder(parts, hot.name, question) } : {};
  return { outcome: 'answered', ...own, asAt: asAt.date, knownOn, basis: { size }, ...below };
}

async function caseNext(
  parts: EngineParts,
  hot: HotCase,
  { asAt, size }: Understood,
): Promise<CaseNext> {
  const count = parts.log.countIn(hot.stream, size);
  const known = timelineOfFirst(hot, count);
  const timeline = known.slice(0, countedAt(known, asAt));
  const then = { ...hot, timeline, revision: count - 1 };
  const { rules, duties } = hot.procedure;
  const links = hot.records[0]?.metadata.links ?? {};
  const around = { links, steps: [], sees: allSights([...rules, ...duties]) };
  const { scene } = await sceneOf(parts, then, around, (name) =>
    knownRevision(parts.log, name, size),
  );
  return {
    procedure: hot.ref.procedure,
    case: hot.ref.case,
    state: timeline.at(-1)?.after.value ?? 'beforeLog',
    steps: nextSteps(scene, asAt.date),
  };
}

/** All cases under a case, each once, in the order in which the log first showed them. */
async function nextUnder(
  parts: EngineParts,
  name: string,
  question: Understood,
): Promise<readonly CaseNext[]> {
  const names = new Set<string>();
  const pending = [name];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    for (const child of parts.log.linkedTo(next, question.size)) {
      if (child === name || names.has(child)) continue;
      names.add(child);
      pending.push(child);
    }
  }
  const found = await Promise.all([...names].map((child) => caseNamed(parts, child)));
  const cases = found.filter((each) => each !== undefined);
  return Promise.all(cases.map((each) => caseNext(parts, each, question)));
}
