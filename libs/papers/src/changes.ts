import type { Text } from '@rapporteur/kernel';
import type { CaseChange, Changes } from './brief';
import { caseTitle, toldAt, type KnownCase } from './known-cases';
import { stepWords } from './recorded-since';

/** From when changes are told, and why from then. */
export interface Since {
  /** ISO date, at its end; null from the beginning. */
  readonly from: string | null;
  readonly since: Changes['since'];
  readonly sinceWords: Text;
}

/** What happened in the cases after one date and by another, as known now. */
export function changesBetween(cases: readonly KnownCase[], since: Since, date: string): Changes {
  return { ...since, cases: cases.flatMap((known) => changeOf(known, since.from, date)) };
}

function changeOf(known: KnownCase, from: string | null, date: string): readonly CaseChange[] {
  const steps = known.now.timeline
    .map(({ step }) => step)
    .filter(({ occurredOn }) => (from === null || from < occurredOn) && occurredOn <= date);
  const after = toldAt(known.now, known.tell, date);
  if (steps.length === 0 || !after) return [];
  const before = from === null ? undefined : toldAt(known.now, known.tell, from);
  return [
    {
      case: known.name,
      name: caseTitle(known, date),
      before: before?.standing.state ?? null,
      after: after.standing.state,
      steps: steps.map(({ type, occurredOn }) => ({ step: stepWords(type, known), occurredOn })),
    },
  ];
}
