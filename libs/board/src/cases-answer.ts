import type { PortfolioAnswer } from '@rapporteur/engine';
import {
  caseName,
  isRefusal,
  parseCaseName,
  streamOf,
  type CaseRef,
  type Refusal,
} from '@rapporteur/kernel';
import type { CasesAnswer, CaseStanding, ListedCase, StateCount } from './answers';
import { casesUnder, refuseFilter, stateValueOf, statesIn, type KnownState } from './case-filter';
import { dayNumber } from './days';
import { numberedPageOf } from './paging';
import type { Desk } from './part';
import type { CasesQuestion } from './questions';
import { unknownCase } from './refusals';
import { allRows, firstRow, numberIn, textIn } from './sql';
import { standOf, stateCounts } from './stand-index';

/** The last day that counts. */
export const lastDay = ({ asked: { asAt } }: Desk): number =>
  dayNumber(asAt.date) - (asAt.opening ? 1 : 0);

/** What an answer over all cases begins with. */
export function beginning({ asked: { asAt, knownOn, size } }: Desk): PortfolioAnswer {
  const moment = asAt.opening ? { moment: 'opening' as const } : {};
  return { outcome: 'answered', asAt: asAt.date, ...moment, knownOn, basis: { size } };
}

/** Where one case stands. */
export function standingOf(desk: Desk, ref: CaseRef): CaseStanding | Refusal {
  const { driver, asked } = desk;
  const name = caseName(ref);
  const found = firstRow(driver, 'select no from cases where name = ?', name);
  if (found === undefined) return unknownCase(name);
  const { outcome, ...rest } = beginning(desk);
  const row = firstRow(driver, standOf, numberIn(found, 'no'), lastDay(desk), asked.size);
  return {
    outcome,
    procedure: ref.procedure,
    case: ref.case,
    revision: revisionOf(desk, name, asked.size),
    state: row === undefined ? 'beforeLog' : stateValueOf(textIn(row, 'value')),
    ...rest,
  };
}

/** The last revision of a case among the first so many records. */
export function revisionOf({ reading: { log } }: Desk, name: string, size: number): number {
  const ref = parseCaseName(name);
  return ref ? log.countIn(streamOf(ref), size) - 1 : -1;
}

/** Cases and counts by state. */
export function casesAnswer(desk: Desk, question: CasesQuestion): CasesAnswer | Refusal {
  const { procedure, under, state } = question;
  const list = { ...question, kind: 'cases', filters: [procedure, under, state] } as const;
  const page = numberedPageOf(list, desk.asked);
  if (isRefusal(page)) return page;
  const { asked, limit, after } = page;
  const then: Desk = { ...desk, asked };
  const refused = refuseFilter(question, then);
  if (refused) return refused;
  const states = statesIn(desk.driver, question);
  const { counts, standing } =
    under === undefined
      ? ofAll(then, states, { after, limit })
      : ofThoseUnder(then, states, { after, limit, under });
  const last = standing[limit - 1];
  return {
    ...beginning(then),
    counts: countsInOrder(counts, states),
    cases: standing.slice(0, limit).flatMap((each) => listed(then, states, each)),
    ...(last && standing.length > limit ? { next: page.next(last.no) } : {}),
  };
}

/** A case, by number, and the id of its state. */
interface Standing {
  readonly no: number;
  readonly state: number;
}

interface Found {
  readonly counts: ReadonlyMap<number, number>;
  /** From the page on; one more than its limit when another page follows. */
  readonly standing: readonly Standing[];
}

type States = ReadonlyMap<number, KnownState>;

/** Which rows are wanted: those after a number, and how many at most. */
interface Wanted {
  readonly after: number;
  readonly limit: number;
}

function ofThoseUnder(
  desk: Desk,
  states: States,
  { after, limit, under }: Wanted & { readonly under: string },
): Found {
  const { driver, asked } = desk;
  const numbers = JSON.stringify(casesUnder(driver, under, asked.size));
  const all = allRows(driver, standsOf, numbers, lastDay(desk), asked.size)
    .map(standingIn)
    .filter(({ state }) => states.has(state));
  const counts = new Map<number, number>();
  for (const { state } of all) counts.set(state, (counts.get(state) ?? 0) + 1);
  return { counts, standing: all.filter(({ no }) => no > after).slice(0, limit + 1) };
}

const holds = 'day <= ?2 and since <= ?3 and to_day > ?2 and until > ?3';

const standsOf = `
  select no, state from json_each(?1) as wanted cross join stands on no = wanted.value
  where ${holds} order by no
`;

function ofAll(desk: Desk, states: States, wanted: Wanted): Found {
  const { driver, asked } = desk;
  const all = stateCounts(driver).at(asked.size, lastDay(desk));
  const counts = new Map([...all].filter(([state]) => states.has(state)));
  return { counts, standing: standingInOrder(desk, { all, counts }, wanted) };
}

/** How many times rarer than others those wanted must be, so that each state is searched by itself. */
const rare = 20;

function standingInOrder(
  desk: Desk,
  { all, counts }: { readonly all: Found['counts']; readonly counts: Found['counts'] },
  { after, limit }: Wanted,
): readonly Standing[] {
  const { driver, asked } = desk;
  const [fitting, every] = [sum(counts), sum(all)];
  if (fitting === 0) return [];
  const from = [after, lastDay(desk), asked.size, limit + 1] as const;
  if (fitting * rare > every) {
    const ids = JSON.stringify([...counts.keys()]);
    return fitting === every
      ? allRows(driver, inOrder(''), ...from).map(standingIn)
      : allRows(
          driver,
          inOrder('and +state in (select value from json_each(?5))'),
          ...from,
          ids,
        ).map(standingIn);
  }
  return [...counts.keys()]
    .flatMap((state) => allRows(driver, inState, ...from, state).map(standingIn))
    .sort((a, b) => a.no - b.no)
    .slice(0, limit + 1);
}

const sum = (counts: Found['counts']) => [...counts.values()].reduce((all, each) => all + each, 0);

const inOrder = (filter: string) => `
  select no, state from stands
  where no > ?1 and no < ?3 and ${holds} ${filter} order by no limit ?4
`;
const inState = `
  select no, state from stands indexed by stands_by_state
  where state = ?5 and no > ?1 and no < ?3 and ${holds} order by no limit ?4
`;

const standingIn = (row: unknown): Standing => ({
  no: numberIn(row, 'no'),
  state: numberIn(row, 'state'),
});

function listed(desk: Desk, states: States, { no, state }: Standing): readonly ListedCase[] {
  const known = states.get(state);
  const name = nameOf(desk, no);
  const revision = revisionOf(desk, name, desk.asked.size);
  return known ? [{ case: name, procedure: known.procedure, state: known.value, revision }] : [];
}

/** The name of a case by its number. */
export const nameOf = ({ driver }: Desk, no: number): string =>
  textIn(firstRow(driver, 'select name from cases where no = ?', no), 'name');

function countsInOrder(counts: Found['counts'], states: States): readonly StateCount[] {
  return [...counts]
    .flatMap(([id, count]) => {
      const state = states.get(id);
      return state ? [{ ...state, count }] : [];
    })
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map(({ procedure, value, count }) => ({ procedure, state: value, count }));
}

const keyOf = ({ procedure, text }: KnownState): string => `${procedure} ${text}`;
