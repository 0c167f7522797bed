import {
  isIn,
  isStateValue,
  stateNodes,
  toJson,
  type Procedure,
  type Refusal,
  type Registry,
  type StateValue,
} from '@rapporteur/kernel';
import type { Driver } from '@rapporteur/sqlite';
import type { Desk } from './part';
import type { CaseFilter } from './questions';
import { unknownProcedure, unknownState, unknownUnder } from './refusals';
import { allRows, firstRow, numberIn, textIn } from './sql';

/** A state of a procedure that some case has or had. */
export interface KnownState {
  readonly id: number;
  readonly procedure: string;
  /** The value in canonical JSON, and itself. */
  readonly text: string;
  readonly value: StateValue;
}

/** Refuses a filter that can fit no case of what is known, whatever is recorded later. */
export function refuseFilter(
  { procedure, under, state }: CaseFilter & { readonly state?: string | undefined },
  { driver, reading: { registry }, asked: { size } }: Desk,
): Refusal | undefined {
  if (procedure !== undefined && !registry.has(procedure)) {
    return unknownProcedure(procedure, registry);
  }
  const isThere = under === undefined || firstRow(driver, byName, under, size) !== undefined;
  if (!isThere) return unknownUnder(under, size);
  return state === undefined ? undefined : refuseState(state, procedure, registry);
}

const byName = 'select no from cases where name = ? and no < ?';

function refuseState(
  state: string,
  procedure: string | undefined,
  registry: Registry,
): Refusal | undefined {
  const procedures = [...registry.values()].filter(({ id }) => (procedure ?? id) === id);
  const paths = new Set(procedures.flatMap(pathsOf));
  return paths.has(state) ? undefined : unknownState(state, [...paths]);
}

const pathsOf = ({ machine }: Procedure) => stateNodes(machine).map(({ path }) => path);

/** The states that fit: all of a procedure, those in a state or region, or simply all. */
export function statesIn(
  driver: Driver,
  {
    procedure,
    state,
  }: { readonly procedure?: string | undefined; readonly state?: string | undefined },
): ReadonlyMap<number, KnownState> {
  const found = new Map<number, KnownState>();
  for (const row of allRows(driver, 'select id, procedure, value from states')) {
    const of = textIn(row, 'procedure');
    if (procedure !== undefined && of !== procedure) continue;
    const text = textIn(row, 'value');
    const value = stateValueOf(text);
    if (state !== undefined && !isIn(value, state)) continue;
    const id = numberIn(row, 'id');
    found.set(id, { id, procedure: of, text, value });
  }
  return found;
}

const values = new Map<string, StateValue>();

/** A state value out of its canonical JSON; there are few, and each is read once. */
export function stateValueOf(text: string): StateValue {
  const known = values.get(text);
  if (known !== undefined) return known;
  const value = toJson(JSON.parse(text));
  if (!isStateValue(value)) throw new TypeError(`${text} is no state`);
  if (values.size > 10_000) values.clear();
  values.set(text, value);
  return value;
}

/**
 * The numbers of a case and of those under it, by links and the links of those, among the first so
 * many records; none when the case is not among them.
 */
export function casesUnder(driver: Driver, name: string, size: number): readonly number[] {
  return allRows(driver, tree, name, size).map((row) => numberIn(row, 'no'));
}

const tree = `
  with recursive tree (no) as (
    select no from cases where name = ?1 and no < ?2
    union
    select links.no from tree
    cross join cases on cases.no = tree.no
    cross join links on links.target = cases.name
    where links.no < ?2
  )
  select no from tree order by no
`;
