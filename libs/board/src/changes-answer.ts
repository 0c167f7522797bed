import { understand, type Understood } from '@rapporteur/engine';
import { isRefusal, parseCaseName, type Refusal, type StateValue } from '@rapporteur/kernel';
import type { CaseChange, ChangesAnswer } from './answers';
import { casesUnder, refuseFilter, stateValueOf } from './case-filter';
import { lastDay, nameOf } from './cases-answer';
import { changedSteps, type Ends } from './changed-steps';
import { changeWords } from './change-words';
import { numberedPageOf, type AskedList } from './paging';
import type { Desk } from './part';
import type { ChangesQuestion } from './questions';
import { missingFrom, wrongWayRound } from './refusals';
import { allRows, firstRow, numberIn, textIn } from './sql';
import { standOf } from './stand-index';

/**
 * The cases that differ between two dates, between two states of knowledge, or both, and what brought
 * it about. What it costs goes by how much was taken between the dates and recorded between the two
 * states of knowledge.
 * @param desk at which the later end is asked for
 */
export function changesAnswer(desk: Desk, question: ChangesQuestion): ChangesAnswer | Refusal {
  const page = numberedPageOf(listOf(question), desk.asked);
  if (isRefusal(page)) return page;
  const { asked: to } = page;
  const refused = refuseFilter(question, { ...desk, asked: to });
  if (refused) return refused;
  const from = fromEnd(desk, question, to);
  if (isRefusal(from)) return from;
  const ends = { from: endOf(desk, from), to: endOf(desk, to) };
  const found = changesFrom(desk, question, { ...ends, after: page.after, most: page.limit + 1 });
  const last = found.length > page.limit ? found[page.limit - 1] : undefined;
  return {
    outcome: 'answered',
    from: from.asAt.date,
    to: to.asAt.date,
    ...(to.asAt.opening ? { moment: 'opening' as const } : {}),
    knownFrom: from.knownOn,
    knownOn: to.knownOn,
    basis: { size: to.size, sizeFrom: from.size },
    changes: found.slice(0, page.limit).map(({ change }) => change),
    ...(last ? { next: page.next(last.no) } : {}),
  };
}

function listOf(question: ChangesQuestion): AskedList {
  const { procedure, under, from, to, knownFrom, ...rest } = question;
  return { ...rest, kind: 'changes', filters: [procedure, under, from, knownFrom], asAt: to };
}

interface Wanted extends Ends {
  readonly after: number;
  readonly most: number;
}

interface Found {
  readonly no: number;
  readonly change: CaseChange;
}

function changesFrom(desk: Desk, question: ChangesQuestion, wanted: Wanted): readonly Found[] {
  const found: Found[] = [];
  for (const no of candidates(desk, question, wanted)) {
    const change = changeOf(desk, no, wanted);
    if (change) found.push({ no, change });
    if (found.length >= wanted.most) break;
  }
  return found;
}

/** The earlier end, understood; without `knownFrom` it is known as the later one is. */
function fromEnd(
  { reading, log, asked }: Desk,
  question: ChangesQuestion,
  to: Understood,
): Understood | Refusal {
  const { knownFrom, moment } = question;
  // Two states of knowledge can be compared of one day.
  const from = question.from ?? (knownFrom === undefined ? undefined : to.asAt.date);
  if (from === undefined) return missingFrom();
  const understood = understand({ asAt: from, moment, knownOn: knownFrom }, log, reading.now());
  if (isRefusal(understood)) return renamed(understood, { asAt: 'from', knownOn: 'knownFrom' });
  const end = knownFrom === undefined ? { ...understood, ...knowledgeOf(to) } : understood;
  if (from > to.asAt.date) return wrongWayRound('from');
  if (end.size > asked.size) return wrongWayRound('knownFrom');
  return { ...end, size: Math.min(end.size, to.size) };
}

const knowledgeOf = ({ knownOn, size }: Understood) => ({ knownOn, size });

/** A refusal of one of two ends names the field that was asked with. */
export function renamed(refusal: Refusal, names: Readonly<Record<string, string>>): Refusal {
  const reasons = refusal.reasons.map((reason) => {
    const field = names[reason.field ?? ''];
    return field === undefined ? reason : { ...reason, field };
  });
  return { ...refusal, reasons };
}

const endOf = (desk: Desk, asked: Understood) => ({
  day: lastDay({ ...desk, asked }),
  size: asked.size,
});

/** The cases in which something was taken or recorded between the ends, in the order of opening. */
function candidates(
  { driver }: Desk,
  { procedure, under }: ChangesQuestion,
  { from, to, after }: Wanted,
): readonly number[] {
  const between = [from.day, to.day, from.size, to.size, after] as const;
  const found = allRows(driver, touched, ...between, procedure ?? '').map((row) =>
    numberIn(row, 'no'),
  );
  if (under === undefined) return found;
  const those = new Set(casesUnder(driver, under, to.size));
  return found.filter((no) => those.has(no));
}

const touched = `
  with touched (no) as (
    select no from places where day > ?1 and day <= ?2
    union
    select no from records where idx >= ?3 and idx < ?4
  )
  select touched.no as no from touched cross join cases on cases.no = touched.no
  where touched.no > ?5 and touched.no < ?4 and (?6 = '' or cases.procedure = ?6)
  order by touched.no
`;

function changeOf(desk: Desk, no: number, ends: Ends): CaseChange | undefined {
  const steps = changedSteps(desk.driver, no, ends);
  const name = nameOf(desk, no);
  const ref = parseCaseName(name);
  const procedure = ref && desk.reading.registry.get(ref.procedure);
  if (steps.length === 0 || !procedure) return undefined;
  const [from, to] = [stateAt(desk, no, ends.from), stateAt(desk, no, ends.to)];
  const sameState = from.text === to.text ? { sameState: true as const } : {};
  const change = { from: from.value, to: to.value, ...sameState, steps };
  return {
    case: name,
    procedure: procedure.id,
    ...change,
    words: changeWords(procedure, ref.case, change),
  };
}

function stateAt(
  { driver }: Desk,
  no: number,
  { day, size }: Ends['from'],
): { readonly text: string; readonly value: StateValue } {
  const row = firstRow(driver, standOf, no, day, size);
  const text = row === undefined ? '"beforeLog"' : textIn(row, 'value');
  return { text, value: stateValueOf(text) };
}
