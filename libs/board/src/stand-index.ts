import type { Driver } from '@rapporteur/sqlite';
import { countIndex, countTables, type Corner } from './count-index';
import { never } from './days';
import { differenceOf, type Difference, type Interval } from './intervals';
import type { BoardPartDefinition, NotedRecord } from './part';
import { firstRow, numberIn, run } from './sql';

/** The counts by state; its keys are the ids of `states`. */
export const stateCounts = (driver: Driver) => countIndex(driver, 'state');

/**
 * How cases stand. `states` holds each state value of each procedure once, in canonical JSON. A row of
 * `stands` is the state of a case at the ends of the days from `day` on, before `to_day`, as believed
 * at the sizes of the log from `since` on, before `until`; `never` where that has not ended.
 */
export const standIndex: BoardPartDefinition = {
  schema: `
    create table states (
      id integer primary key, procedure text, value text, unique (procedure, value)
    ) strict;
    create table stands (
      no integer, day integer, since integer, to_day integer, until integer, state integer,
      primary key (no, day, since)
    ) strict, without rowid;
    create index stands_by_state on stands (state, no, day, to_day, since, until);
    ${countTables('state')}
  `,
  open(driver) {
    const counts = stateCounts(driver);
    const ids = new Map<string, number>();

    function stateId(procedure: string, state: string): number {
      const key = `${procedure} ${state}`;
      const id = ids.get(key) ?? storedId(driver, procedure, state);
      ids.set(key, id);
      return id;
    }

    function write({ no, index, procedure }: NotedRecord, { ceased, begun }: Difference): void {
      const size = index + 1;
      const withId = (interval: Interval) => ({
        ...interval,
        id: stateId(procedure.id, interval.state),
      });
      const [old, young] = [ceased.map(withId), begun.map(withId)];
      for (const { from } of old) run(driver, end, size, no, from, never);
      for (const { from, to, id } of young) run(driver, begin, no, from, size, to, never, id);
      counts.note(size, [
        ...old.flatMap((each) => cornersOf(each, -1)),
        ...young.flatMap((each) => cornersOf(each, 1)),
      ]);
    }

    return {
      async prepare(noted) {
        if (noted.before === noted.after) return undefined;
        const difference = differenceOf(noted.before, noted.after);
        const { length } = [...difference.ceased, ...difference.begun];
        return length > 0 ? () => write(noted, difference) : undefined;
      },
    };
  },
};

/**
 * The state of a case (?1) on a day (?2) at a size (?3), as `value`: the last that was believed then
 * among those that begin on or before the day, which the key finds at once.
 */
export const standOf = `
  select states.value as value from stands cross join states on states.id = stands.state
  where no = ?1 and day <= ?2 and since <= ?3 and until > ?3 and to_day > ?2
  order by day desc, since desc limit 1
`;

const end = 'update stands set until = ? where no = ? and day = ? and until = ?';
const begin = 'insert into stands (no, day, since, to_day, until, state) values (?, ?, ?, ?, ?, ?)';

function storedId(driver: Driver, procedure: string, state: string): number {
  const find = 'select id from states where procedure = ? and value = ?';
  const found = firstRow(driver, find, procedure, state);
  if (found === undefined) {
    run(driver, 'insert into states (procedure, value) values (?, ?)', procedure, state);
  }
  return numberIn(found ?? firstRow(driver, find, procedure, state), 'id');
}

function cornersOf(
  { from, to, id }: Interval & { readonly id: number },
  delta: number,
): readonly Corner[] {
  const opening = { day: from, key: id, delta };
  return to === never ? [opening] : [opening, { day: to, key: id, delta: -delta }];
}
