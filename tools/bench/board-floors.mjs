// What the board is compared with: folding from zero, and a scan of its rectangles by an index that
// holds all that the scan looks at. They answer the same questions, and it is seen that they do.
import {
  canonicalJson,
  caseOfStream,
  countedAt,
  foldRecords,
  openDriver,
  parseCaseName,
  recordOf,
  registry,
  streamOf,
} from './libraries.mjs';

/** Where one case stands, by folding the records known of it from its first on. */
export async function foldedState({ store, reading }, name, { asAt, size }) {
  const ref = parseCaseName(name);
  const stream = streamOf(ref);
  const known = reading.log.countIn(stream, size);
  const records = [];
  for await (const event of store.readStream(stream)) {
    if (event.revision >= known) break;
    records.push(recordOf(event));
  }
  return stateOf(registry.get(ref.procedure), records, asAt);
}

function stateOf(procedure, records, date) {
  const timeline = foldRecords(procedure, records);
  const count = countedAt(timeline, { date, opening: false });
  return timeline[count - 1]?.after.value ?? 'beforeLog';
}

/** How many cases stand in each state, by folding all records known. */
export async function foldedCounts({ store }, { asAt, size }) {
  const cases = new Map();
  let index = 0;
  for await (const event of store.readAll()) {
    if (index === size) break;
    index += 1;
    const records = cases.get(event.stream) ?? [];
    if (records.length === 0) cases.set(event.stream, records);
    records.push(recordOf(event));
  }
  const counts = new Map();
  for (const [stream, records] of cases) {
    const { procedure } = caseOfStream(stream);
    const state = stateOf(registry.get(procedure), records, asAt);
    const key = `${procedure} ${canonicalJson(state)}`;
    if (state !== 'beforeLog') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return inOrder([...counts.values()]);
}

/** The rectangles of a board in a file of their own, scanned along a covering index. */
export function coveringScan(board, file) {
  const driver = openDriver(file);
  driver.exec(`
    attach '${board}' as board;
    create table rectangles (vf integer, vt integer, rf integer, rt integer, state integer) strict;
    insert into rectangles select day, to_day, since, until, state from board.stands;
    detach board;
    create index covering on rectangles (vf, vt, rf, rt, state);
    pragma cache_size = -32768`);
  const count = driver.prepare(`select count(*) as n from rectangles indexed by covering
    where vf <= ?1 and vt > ?1 and rf <= ?2 and rt > ?2 group by state`);
  return {
    counts({ asAt, size }) {
      const day = Date.parse(asAt) / 86_400_000;
      return inOrder(count.all(day, size).map(({ n }) => n));
    },
    rectangles: driver.prepare('select count(*) as n from rectangles').get().n,
    close: () => driver.close(),
  };
}

/** Counts in an order in which those of different answerers can be compared. */
export const inOrder = (counts) => counts.toSorted((a, b) => a - b);
