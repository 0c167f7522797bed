import type { CaseObligation, PortfolioAnswer, Question, Understood } from '@rapporteur/engine';
import {
  isRefusal,
  obligationStatuses,
  refuseField,
  type ObligationStatus,
  type Refusal,
} from '@rapporteur/kernel';
import { casesUnder, refuseFilter } from './case-filter';
import { dayNumber } from './days';
import { obligationPage } from './obligation-pages';
import { inOrder, inWords, ofCase, type FoundObligation, type Sought } from './obligation-rows';
import { obligationCodes, obligationCounts, statusNumber } from './obligation-tables';
import type { Desk } from './part';
import type { CaseFilter, Paging } from './questions';

/** The deadlines of all cases; without `limit` and `page` all of them at once. */
export interface ObligationsQuestion extends Question, CaseFilter, Paging {
  readonly status?: string | undefined;
}

/** How many obligations there are of each status. */
export type ObligationCounts = Readonly<Record<ObligationStatus, number>>;

/** Those with the nearest end first, then those without a date. */
export interface ObligationsAnswer extends PortfolioAnswer {
  /** Of the procedure and the cases asked about, whatever status was asked for. */
  readonly counts: ObligationCounts;
  readonly obligations: readonly CaseObligation[];
  /** Asks for the page that follows; left out on the last. */
  readonly next?: string;
}

/** Answers from the tables alone, in one read. */
export function obligationsAnswer(
  desk: Desk,
  question: ObligationsQuestion,
): ObligationsAnswer | Refusal {
  const { driver, reading, asked } = desk;
  const refused = refuseFilter(filterOf(question), reading.registry, driver);
  if (refused) return refused;
  const status = statusIn(question.status);
  if (isRefusal(status)) return status;
  const page = obligationPage(question, asked.size);
  if (isRefusal(page)) return page;
  const sought = soughtIn(desk, question, { size: page.size, status: status.number });
  const listed = listedUnder(desk, question, sought);
  const counts = listed ? countsOf(listed) : countsIn(desk, sought);
  const found = listed?.filter(
    (each) => sought.status === undefined || each.status === sought.status,
  );
  const { rows, next } = found ? page.cut(inOrder(found)) : page.from(desk, sought);
  return {
    ...beginning(asked, page.size),
    counts,
    obligations: rows.map(inWords),
    ...(next === undefined ? {} : { next }),
  };
}

function beginning({ asAt, knownOn }: Understood, size: number): PortfolioAnswer {
  const moment = asAt.opening ? { moment: 'opening' as const } : {};
  return { outcome: 'answered', asAt: asAt.date, ...moment, knownOn, basis: { size } };
}

/** A status is none of a case's states. */
const filterOf = ({ procedure, under }: ObligationsQuestion) => ({ procedure, under });

function statusIn(status: string | undefined) {
  const number = obligationStatuses.findIndex((each) => each === status);
  if (status === undefined) return { outcome: 'all', number: undefined } as const;
  return number < 0 ? unknownStatus(status) : ({ outcome: 'one', number } as const);
}

function unknownStatus(status: string): Refusal {
  const known = obligationStatuses.join(', ');
  return refuseField('status', {
    en: `there is no status ${status}; there are: ${known}`,
    fr: `il n'existe pas de statut ${status}; il existe: ${known}`,
    es: `no existe el estado ${status}; existen: ${known}`,
  });
}

function soughtIn(
  { asked: { asAt }, reading }: Desk,
  { procedure }: ObligationsQuestion,
  { size, status }: Pick<Sought, 'size' | 'status'>,
): Sought {
  const day = dayNumber(asAt.date) - (asAt.opening ? 1 : 0);
  const codes = obligationCodes(reading.registry);
  const number = procedure === undefined ? undefined : codes.procedure(procedure);
  return { size, day, status, procedure: number };
}

/** All of the cases under one, when that is what is asked about: they are few enough to be looked through. */
function listedUnder(
  desk: Desk,
  { under, procedure }: ObligationsQuestion,
  sought: Sought,
): readonly FoundObligation[] | undefined {
  if (under === undefined) return undefined;
  return casesUnder(desk.driver, under, sought.size)
    .flatMap((no) => ofCase(desk, sought, no))
    .filter((each) => procedure === undefined || each.procedure === procedure);
}

function countsOf(found: readonly FoundObligation[]): ObligationCounts {
  return countedBy((status) => found.filter((each) => each.status === statusNumber(status)).length);
}

function countsIn({ driver, reading }: Desk, { size, day, procedure }: Sought): ObligationCounts {
  const codes = obligationCodes(reading.registry);
  const counts = new Map<ObligationStatus | undefined, number>();
  for (const [key, count] of obligationCounts(driver).at(size, day)) {
    if (procedure !== undefined && codes.procedureOfKey(key) !== procedure) continue;
    const status = codes.statusOfKey(key);
    counts.set(status, (counts.get(status) ?? 0) + count);
  }
  return countedBy((status) => counts.get(status) ?? 0);
}

const countedBy = (count: (status: ObligationStatus) => number): ObligationCounts => ({
  met: count('met'),
  open: count('open'),
  awaited: count('awaited'),
  overdue: count('overdue'),
  breached: count('breached'),
  superseded: count('superseded'),
  notComputable: count('notComputable'),
});
