import type { CaseObligation, PortfolioAnswer, Question } from '@rapporteur/engine';
import {
  isRefusal,
  obligationStatuses,
  refuseField,
  type ObligationStatus,
  type Refusal,
} from '@rapporteur/kernel';
import { casesUnder, refuseFilter } from './case-filter';
import { beginning, lastDay } from './cases-answer';
import { obligationPage } from './obligation-pages';
import { inOrder, inWords, ofCase, type FoundObligation, type Sought } from './obligation-rows';
import { obligationCodes, obligationCounts, statusNumber } from './obligation-tables';
import type { AskedList } from './paging';
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
  const page = obligationPage(listOf(question), desk.asked);
  if (isRefusal(page)) return page;
  const then: Desk = { ...desk, asked: page.asked };
  const refused = refuseFilter(filterOf(question), then);
  if (refused) return refused;
  const status = statusIn(question.status);
  if (isRefusal(status)) return status;
  const sought = soughtIn(then, question, status.number);
  const listed = listedUnder(then, question, sought);
  const counts = listed ? countsOf(listed) : countsIn(then, sought);
  const found = listed?.filter(
    (each) => sought.status === undefined || each.status === sought.status,
  );
  const { rows, next } = found ? page.cut(inOrder(found)) : page.from(then, sought);
  return {
    ...beginning(then),
    counts,
    obligations: rows.map(inWords),
    ...(next === undefined ? {} : { next }),
  };
}

function listOf(question: ObligationsQuestion): AskedList {
  const { procedure, under, status } = question;
  return { ...question, kind: 'obligations', filters: [procedure, under, status] };
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
    fr: `il n'existe pas de statut ${status}; valeurs admises: ${known}`,
    es: `no existe el estado ${status}; valores admitidos: ${known}`,
  });
}

function soughtIn(
  desk: Desk,
  { procedure }: ObligationsQuestion,
  status: Sought['status'],
): Sought {
  const { asked, reading } = desk;
  const codes = obligationCodes(reading.registry);
  const number = procedure === undefined ? undefined : codes.procedure(procedure);
  return { size: asked.size, day: lastDay(desk), status, procedure: number };
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
