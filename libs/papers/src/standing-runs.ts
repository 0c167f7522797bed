import type { Language } from '@rapporteur/kernel';
import type { Marked, Standing } from './brief';
import type { Cell, Run, Runs } from './paper';
import type { Fact } from './paper-parts';
import { markWords, phrases } from './paper-words';

type Shown = Pick<Standing, 'state' | 'facts'> & Partial<Pick<Standing, 'provisional'>>;

/** Where something stands, what was known then struck through beside what is known now. */
export function standingCell({ then, now }: Marked<Shown>, language: Language): Cell {
  const stateOf = (shown: Shown | null) => shown?.state[language];
  const provisionalOf = (shown: Shown | null) =>
    shown?.provisional ? phrases.provisional[language] : undefined;
  const state = differing(stateOf(then), stateOf(now)).map((run): Run => ({
    ...run,
    strong: true,
  }));
  const provisional = differing(provisionalOf(then), provisionalOf(now));
  const facts = factRuns(then?.facts ?? [], now?.facts ?? [], language);
  return [[...spaced(state), ...parted(provisional)], joined(facts)].filter(
    (runs) => runs.length > 0,
  );
}

/** The same words once; other words, or none, struck through beside the new ones. */
export function differing(then: string | undefined, now: string | undefined): Runs {
  if (then === now) return now === undefined ? [] : [{ text: now }];
  return [
    ...(then === undefined ? [] : [{ text: then, mark: 'gone' as const }]),
    ...(now === undefined ? [] : [{ text: now, mark: 'new' as const }]),
  ];
}

/** A space between what is struck through and what takes its place. */
export const spaced = (runs: Runs): Runs =>
  runs.flatMap((run, i) => (i === 0 ? [run] : [{ text: ' ' }, run]));

const parted = (runs: Runs): Runs =>
  runs.length > 0 ? [{ text: ' (' }, ...spaced(runs), { text: ')' }] : [];

const joined = (facts: readonly Runs[]): Runs =>
  facts.flatMap((runs, i) => (i === 0 ? runs : [{ text: ' · ' }, ...runs]));

function factRuns(
  then: readonly Fact[],
  now: readonly Fact[],
  language: Language,
): readonly Runs[] {
  const values = (facts: readonly Fact[]) =>
    new Map(facts.map(({ label, value }) => [label[language], value[language]]));
  const [was, is] = [values(then), values(now)];
  const labels = [...new Set([...is.keys(), ...was.keys()])];
  return labels.map((label) => [
    { text: `${label}: ` },
    ...spaced(differing(was.get(label), is.get(label))),
  ]);
}

/** `changed (records 304, 305)`; empty where nothing differs. */
export function differenceCell({ mark, because }: Marked<unknown>, language: Language): Cell {
  if (mark === 'same') return [];
  const runs: Runs = [{ text: markWords[mark][language], strong: true }];
  if (because.length === 0) return [runs];
  return [runs, [{ text: `${phrases.records[language]} ${because.join(', ')}` }]];
}
