import type { EventStore } from '@rapporteur/engine';
import { randomUUID } from 'node:crypto';
import { simulate, type Planted } from '../test/simulation';

// Seeded: a run that fails is run again with its seed.

const runs = process.env['LONG'] ? 200 : 10;
const firstSeed = Number(process.env['SEED'] ?? 1);
jest.setTimeout(60_000 + runs * 30_000);

it(`keeps laws 4 to 7 with three processes in trouble, ${runs} times`, async () => {
  for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
    expect({ seed, broken: await simulate(seed) }).toEqual({ seed, broken: [] });
  }
});

/** Appends at whatever revision the stream has. */
const ignoringRevisions: Planted = (store: EventStore) => ({
  ...store,
  async append(stream, expectedRevision, events) {
    const result = await store.append(stream, expectedRevision, events);
    return result.outcome === 'conflict' ? this.append(stream, result.revision, events) : result;
  },
});

/** Gives an event another id at every attempt. */
const forgettingIds: Planted = (store: EventStore) => ({
  ...store,
  append: (stream, expectedRevision, events) =>
    store.append(
      stream,
      expectedRevision,
      events.map((event) => ({ ...event, id: randomUUID() })),
    ),
});

it.each([
  ['expected revisions are ignored', ignoringRevisions],
  ['ids are not made from the request', forgettingIds],
])('notices when %s', async (_what, planted) => {
  const broken: string[] = [];
  for (let seed = firstSeed; seed < firstSeed + 10 && broken.length === 0; seed += 1) {
    broken.push(...(await simulate(seed, planted).catch((fault: unknown) => [String(fault)])));
  }
  // A broken law, or the engine's own refusal to go on with a history that does not replay.
  expect(broken.join('\n')).toMatch(/law [456]|is recorded, but motion version 0 does not take it/);
});
