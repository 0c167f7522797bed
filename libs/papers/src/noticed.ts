import type { CaseAtSize } from '@rapporteur/engine';
import {
  annotationsOf,
  foldRecords,
  inEach,
  partyName,
  proposalsIn,
  sameJson,
  type Actor,
  type Correction,
  type CorrectionProposal,
  type JsonObject,
  type StepFact,
  type Text,
} from '@rapporteur/kernel';
import type { Corrected, CorrectionShown, IrregularStep, Marked, ProvisionalStep } from './brief';
import { caseTitle, type KnownCase } from './known-cases';
import { marked, sideBySide } from './marked';
import { stepWords } from './recorded-since';

// The steps that a reader must be told of: irregular, provisional, corrected.

/**
 * What makes differences: the records since then that bear on the date, of a case or of these records
 * of it, where there are any.
 */
export type Because = (name: string, revisions?: readonly number[]) => readonly number[];

export interface Noticing {
  readonly cases: readonly KnownCase[];
  readonly date: string;
  readonly because: Because;
}

export const irregularSteps = (noticing: Noticing): readonly Marked<IrregularStep>[] =>
  noticed(noticing, irregularIn, ({ revision }) => String(revision));

export const provisionalSteps = (noticing: Noticing): readonly Marked<ProvisionalStep>[] =>
  noticed(noticing, provisionalIn, ({ revision }) => String(revision));

export const correctionsShown = (noticing: Noticing): readonly Marked<CorrectionShown>[] =>
  noticed(noticing, correctionsIn, ({ proposal }) => String(proposal));

/** Something about a record, or a proposal about several. */
type Item = { readonly revision: number } | Pick<CorrectionShown, 'proposal' | 'corrections'>;

function revisionsOf(item: Item | undefined): readonly number[] {
  if (!item) return [];
  if ('revision' in item) return [item.revision];
  return item.corrections.map(({ revision }) => revision);
}

type Find<T> = (of: CaseAtSize, known: KnownCase, date: string) => readonly T[];

function noticed<T extends Item>(
  { cases, date, because }: Noticing,
  find: Find<T>,
  keyOf: (item: T) => string,
) {
  return cases.flatMap((known) => {
    const then = known.then ? find(known.then, known, date) : [];
    const now = find(known.now, known, date);
    return sideBySide(then, now, keyOf).flatMap(
      (pair) =>
        marked(pair.then, pair.now, () =>
          because(known.name, revisionsOf(pair.now ?? pair.then)),
        ) ?? [],
    );
  });
}

const irregularIn: Find<IrregularStep> = (of, known, date) => {
  const annotations = annotationsOf(of.records);
  return countedSteps(of, date).flatMap((step) => {
    const irregularity = of.records[step.revision]?.metadata.irregularity;
    if (!irregularity) return [];
    const approval = annotations.approvalOf(step.revision);
    const approved = approval ? { by: office(approval.actor), at: approval.recordedAt } : null;
    return [{ ...named(step, known, date), ...irregularity, approved }];
  });
};

const provisionalIn: Find<ProvisionalStep> = (of, known, date) => {
  const { isProvisional } = annotationsOf(of.records);
  return countedSteps(of, date).flatMap((step) => {
    const record = of.records[step.revision];
    if (!record || !isProvisional(record)) return [];
    return [{ ...named(step, known, date), source: record.metadata.source }];
  });
};

const countedSteps = ({ timeline }: CaseAtSize, date: string): readonly StepFact[] =>
  timeline.map(({ step }) => step).filter(({ occurredOn }) => occurredOn <= date);

/** The proposals about steps that had, before or after, taken place by the date. */
const correctionsIn: Find<CorrectionShown> = (of, known, date) =>
  [...proposalsIn(of.records)].flatMap(([proposal, found]) => {
    const corrections = correctedBy({ of, known, date }, proposal, found);
    const isMeant = corrections.some(
      ({ before, after }) => before.occurredOn <= date || (after && after.occurredOn <= date),
    );
    if (!isMeant) return [];
    const { status, proposed, decided } = found;
    return [
      {
        case: known.name,
        name: caseTitle(known, date),
        proposal,
        status,
        reason: proposed.reason ?? '',
        proposed: { by: office(proposed.actor), at: proposed.recordedAt },
        decided: decided ? { by: office(decided.actor), at: decided.recordedAt } : null,
        corrections,
      },
    ];
  });

interface In {
  readonly of: CaseAtSize;
  readonly known: KnownCase;
  readonly date: string;
}

/** What a proposal changes: from how its steps stood before it was decided. */
function correctedBy(
  { of, known, date }: In,
  proposal: number,
  { corrections, decided }: CorrectionProposal,
): readonly Corrected[] {
  const before = foldRecords(of.procedure, of.records.slice(0, decided?.revision ?? proposal));
  return corrections.flatMap((correction) => {
    const { revision } = correction;
    const step = before.find((entry) => entry.step.revision === revision)?.step;
    if (!step) return [];
    const was = { occurredOn: step.occurredOn, data: step.data };
    const after = correctedTo(step, correction);
    const fields = after ? differingFields(was.data, after.data, known) : [];
    return [{ ...named(step, known, date), before: was, after, fields }];
  });
}

function differingFields(
  before: JsonObject,
  after: JsonObject,
  { now: { procedure } }: KnownCase,
): Corrected['fields'] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const [was, is] = [before[name] ?? null, after[name] ?? null];
    const label = inEach((language) => procedure.labels[language].fields[name] ?? name);
    return sameJson(was, is) ? [] : [{ name, label, before: was, after: is }];
  });
}

function correctedTo(step: StepFact, { annul, data, occurredOn }: Correction) {
  if (annul) return null;
  return { occurredOn: occurredOn ?? step.occurredOn, data: data ?? step.data };
}

function named(step: StepFact, known: KnownCase, date: string) {
  const { revision, type, occurredOn } = step;
  const name = caseTitle(known, date);
  return { case: known.name, name, revision, step: stepWords(type, known), occurredOn };
}

/** An office with the id under which it recorded: two persons of one office are two. */
function office(actor: Actor): Text {
  return inEach((language) => `${partyName(actor, language)} (${actor.id})`);
}
