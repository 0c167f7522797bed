import type { CaseAtSize, Reading } from '@rapporteur/engine';
import { annotationsOf, stateName, viewAsAt, type AsAt, type CaseView } from '@rapporteur/kernel';
import { caseName, inEach, parseCaseName, type Text } from '@rapporteur/kernel';
import { countKnown, type Basis } from './basis';
import type { Standing } from './brief';
import type { CaseTold, PaperParts, Tell } from './paper-parts';

/** A case of the paper, as it was known then and as it is known now. */
export interface KnownCase {
  readonly name: string;
  readonly tell: Tell;
  readonly then: CaseAtSize | undefined;
  readonly now: CaseAtSize;
  /** How many of its records were known then. */
  readonly knownThen: number;
  /** Of a document: the cases that bear its symbol, through which alone it stands in the paper. */
  readonly bornBy: readonly string[];
  /** What views are about. */
  readonly about?: CaseNow;
}

/** A case of the paper as it is known now. */
export type CaseNow = Pick<KnownCase, 'name' | 'tell' | 'now' | 'bornBy' | 'about'>;

/**
 * The cases that a paper on a decision is about, as far as they are known now: it, all whose links
 * lead to it, from case to case; those of the procedures that stand beside every decision, unless
 * their links lead elsewhere; and the documents whose symbols these bear.
 */
export async function casesOfPaper(
  reading: Reading,
  parts: PaperParts,
  { decision, size }: { readonly decision: string; readonly size: number },
): Promise<readonly CaseNow[]> {
  const found = new Map<string, CaseNow>();
  const known = async (name: string): Promise<CaseNow | undefined> => {
    const tell = parts.tell[parseCaseName(name)?.procedure ?? ''];
    const now = tell && (await reading.caseAt(name, size));
    return now && { name, tell, now, bornBy: [] };
  };
  const follow = async (name: string): Promise<void> => {
    if (found.has(name)) return;
    const each = await known(name);
    if (!each) return;
    found.set(name, each);
    for (const child of reading.log.linkedTo(name, size)) await follow(child);
  };
  await follow(decision);
  for (const name of parts.beside.flatMap((procedure) => reading.log.casesOf(procedure))) {
    if (countKnown(reading.log, name, size) === 0) continue;
    const each = await known(name);
    if (each && Object.keys(each.now.links).length === 0) await follow(name);
  }
  for (const [name, bornBy] of documentsOf(parts, [...found.values()], '9999-12-31')) {
    const each = found.has(name) ? undefined : await known(name);
    if (each) found.set(name, { ...each, bornBy });
  }
  return [...found.values()].map((each) => withSubject(parts, each, found));
}

function withSubject(
  { views }: PaperParts,
  known: CaseNow,
  found: ReadonlyMap<string, CaseNow>,
): CaseNow {
  const isViews = known.now.ref.procedure === views.procedure;
  const about = isViews ? found.get(known.now.links[views.about] ?? '') : undefined;
  return about ? { ...known, about } : known;
}

/** The documents whose symbols cases bear at a date, each with those cases. */
function documentsOf(
  parts: PaperParts,
  cases: readonly Pick<CaseNow, 'name' | 'tell' | 'now'>[],
  date: string,
): ReadonlyMap<string, readonly string[]> {
  const documents = new Map<string, string[]>();
  for (const { name, tell, now } of cases) {
    const view = viewOf(now, { date, opening: false });
    for (const symbol of view ? tell(view).symbols : []) {
      const document = parts.documentOf(symbol);
      if (document === undefined) continue;
      documents.set(document, [...(documents.get(document) ?? []), name]);
    }
  }
  return documents;
}

/** The same cases with what was known of them then. */
export async function withThen(
  reading: Reading,
  cases: readonly CaseNow[],
  { then, now }: Pick<Basis, 'then' | 'now'>,
): Promise<readonly KnownCase[]> {
  const isSame = then.size === now.size;
  return Promise.all(
    cases.map(async (each) => ({
      ...each,
      then: isSame ? each.now : await reading.caseAt(each.name, then.size),
      knownThen: countKnown(reading.log, each.name, then.size),
    })),
  );
}

/**
 * Those that stand in the paper at a date: of the documents, the ones whose symbols a case bears by
 * then; what was not borne as known then was not in the paper.
 */
export function shownAt(
  parts: PaperParts,
  cases: readonly KnownCase[],
  date: string,
): readonly KnownCase[] {
  const bearers = cases.filter(({ bornBy }) => bornBy.length === 0);
  const now = documentsOf(parts, bearers, date);
  const before = bearers.flatMap(({ then, ...each }) => (then ? [{ ...each, now: then }] : []));
  const then = documentsOf(parts, before, date);
  return cases.flatMap((known) => {
    if (known.bornBy.length === 0 || then.has(known.name)) return [known];
    return now.has(known.name) ? [{ ...known, then: undefined }] : [];
  });
}

export function viewOf(known: CaseAtSize, asAt: AsAt): CaseView | undefined {
  return viewAsAt(known.ref, known, asAt);
}

/** A case as told at a date. */
export interface ToldCase {
  readonly view: CaseView;
  readonly told: CaseTold;
  readonly standing: Standing;
}

/** What there is to say of a case at the end of a date; undefined where it had not begun. */
export function toldAt(
  known: CaseAtSize | undefined,
  tell: Tell,
  date: string,
): ToldCase | undefined {
  const asAt = { date, opening: false };
  const view = known && viewOf(known, asAt);
  if (!view) return undefined;
  const told = tell(view);
  const { isProvisional } = annotationsOf(known.records);
  const provisional = known.timeline.some(
    ({ step }) => step.occurredOn <= date && isProvisional(known.records[step.revision]),
  );
  const state = stateWords(known, view);
  return { view, told, standing: { state, value: view.state, facts: told.facts, provisional } };
}

export function stateWords({ procedure }: CaseAtSize, view: CaseView): Text {
  const moment = { value: view.state, context: view.context };
  return inEach((language) => stateName(procedure, moment, language));
}

/** What a case is called: as known now, at the date if it had begun by then, else as it began later. */
export function caseTitle(known: CaseTitled, date: string): Text {
  const told = toldAt(known.now, known.tell, date) ?? toldAt(known.then, known.tell, date);
  const late = told ?? toldAt(known.now, known.tell, '9999-12-31');
  const { ref } = known.now;
  const name = late?.told.name ?? inEach(() => caseName(ref));
  const { about } = known;
  if (!about) return name;
  const subject = caseTitle(about, date);
  return inEach((language) => `${name[language]}: ${subject[language]}`);
}

type CaseTitled = CaseNow & { readonly then?: CaseAtSize | undefined };
