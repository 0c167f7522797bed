import type { Reading } from '@rapporteur/engine';
import { inEach, type Text } from '@rapporteur/kernel';
import type { Basis } from './basis';
import type { Brief, CaseRow, PartOfBrief, PrefilledReport, RecordSince, Standing } from './brief';
import { changesBetween } from './changes';
import { caseTitle, toldAt, type KnownCase, type ToldCase } from './known-cases';
import { marked } from './marked';
import { correctionsShown, irregularSteps, provisionalSteps, type Because } from './noticed';
import { obligationRows } from './obligation-rows';
import type { Line, Material, PaperParts } from './paper-parts';
import { recordedSince } from './recorded-since';
import { sinceOf } from './review-days';
import { referralsByBody, viewsByGroup } from './sections';
import { briefTitle, sentence, sinceKnown } from './words';

/** What a brief is drafted from, once everything asked is understood. */
export interface Drafting {
  readonly reading: Reading;
  readonly parts: PaperParts;
  readonly register: Brief['register'];
  readonly decision: string;
  readonly review: string | null;
  readonly basis: Basis;
  readonly asAtIs: Text;
  /** All cases of the paper, and those that stand in it at its date. */
  readonly all: readonly KnownCase[];
  readonly shown: readonly KnownCase[];
}

/** Puts a brief together; the same drafting gives the same brief. */
export async function briefOf(drafting: Drafting): Promise<Brief> {
  const { reading, parts, register, decision, review, basis, shown } = drafting;
  const { asAt, then, now } = basis;
  const records = recordedSince(reading, drafting.all, basis);
  const because = becauseOf(records, shown);
  const rows = titled(shown, basis.asAt).map((each) => rowOf(each, asAt, because));
  const cases = rows.flatMap((row) => row ?? []);
  const obligations = await obligationRows(reading, shown, basis, records);
  const material = materialOf(drafting, obligations);
  const noticing = { cases: shown, date: asAt, because };
  const summary = parts.summary(material);
  return {
    outcome: 'answered',
    title: titleOf(drafting),
    decision,
    review,
    asAt,
    asAtIs: drafting.asAtIs,
    basis: { size: now.size },
    knownThen: then,
    knownOn: now,
    sentence: sentenceLine(drafting, summary),
    reference: `${register.id} ${asAt} @${now.size}`,
    parts: partsOf(parts, shown, { cases, asAt }),
    recordedSince: {
      count: records.length,
      words: sinceKnown(records.length, then.date, now.date),
      records,
    },
    changes: changesOf(drafting),
    obligations,
    referrals: referralsByBody(parts, shown, { rows: cases, date: asAt }),
    views: viewsByGroup(parts, shown, { date: asAt, because }),
    irregular: irregularSteps(noticing),
    provisional: provisionalSteps(noticing),
    corrected: correctionsShown(noticing),
    reports: reportsOf(parts, material),
    register,
  };
}

function titleOf({ review, decision, shown, basis }: Drafting): Text {
  const about = shown.find(({ name }) => name === (review ?? decision));
  const name = about && caseTitle(about, basis.asAt);
  return inEach((language) => `${briefTitle[language]}: ${name?.[language] ?? decision}`);
}

function sentenceLine({ basis, register }: Drafting, { text, from }: Line): Line {
  const { asAt, now } = basis;
  const said = { asAt, knownOn: now.date, register, size: now.size, summary: text };
  return { text: sentence(said), from };
}

/** The records that made a difference to a case; of a document newly borne, those that bear it. */
function becauseOf(records: readonly RecordSince[], shown: readonly KnownCase[]): Because {
  const of = (names: readonly string[]) =>
    records.filter((each) => each.bears && names.includes(each.case));
  const bearers = new Map(shown.map(({ name, bornBy }) => [name, bornBy]));
  const isAbout = (revisions: readonly number[]) => (each: RecordSince) =>
    [each.revision, ...each.about].some((revision) => revisions.includes(revision));
  return (name, revisions = []) => {
    const own = of([name]);
    const exact = own.filter(isAbout(revisions));
    if (exact.length > 0) return indexes(exact);
    return indexes(own.length > 0 ? own : of(bearers.get(name) ?? []));
  };
}

const indexes = (records: readonly RecordSince[]) => records.map(({ index }) => index);

/** A case under the name by which the paper calls it. */
interface Titled {
  readonly known: KnownCase;
  readonly name: Text;
}

const titled = (shown: readonly KnownCase[], date: string): readonly Titled[] =>
  shown.map((known) => ({ known, name: caseTitle(known, date) }));

function rowOf({ known, name }: Titled, date: string, because: Because): CaseRow | undefined {
  const at = (told: ToldCase | undefined): Standing | undefined => told?.standing;
  const row = marked(
    at(toldAt(known.then, known.tell, date)),
    at(toldAt(known.now, known.tell, date)),
    () => because(known.name),
  );
  return row && { case: known.name, procedure: known.now.ref.procedure, name, ...row };
}

function partsOf(
  { parts }: PaperParts,
  shown: readonly KnownCase[],
  { cases, asAt }: { readonly cases: readonly CaseRow[]; readonly asAt: string },
): readonly PartOfBrief[] {
  const partOf = new Map(
    shown.map((known) => {
      const told = toldAt(known.now, known.tell, asAt) ?? toldAt(known.then, known.tell, asAt);
      return [known.name, told?.told.part];
    }),
  );
  return parts.map((part) => ({
    ...part,
    cases: cases.filter((row) => partOf.get(row.case) === part.id),
  }));
}

function changesOf({ parts, decision, review, shown, basis }: Drafting): Brief['changes'] {
  const known = shown.find(({ name }) => name === decision);
  const since = sinceOf({ parts, cases: shown }, { decision: known, review }, basis);
  return changesBetween(shown, since, basis.asAt);
}

function materialOf({ shown, basis }: Drafting, rows: Brief['obligations']): Material {
  const { asAt } = basis;
  return {
    asAt,
    cases: shown.flatMap((known) => {
      const told = toldAt(known.now, known.tell, asAt);
      if (!told) return [];
      const { procedure } = known.now.ref;
      const { view, standing } = told;
      const named = { ...told.told, name: caseTitle(known, asAt) };
      return [{ case: known.name, procedure, view, told: named, state: standing.state }];
    }),
    obligations: rows.flatMap(({ now }) => now ?? []),
  };
}

function reportsOf({ reports }: PaperParts, material: Material): readonly PrefilledReport[] {
  return reports.map(({ id, title, sections }) => ({
    id,
    title,
    sections: sections.map((section) => ({
      id: section.id,
      title: section.title,
      lines: section.lines(material),
    })),
  }));
}
