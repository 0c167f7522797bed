import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventTooLarge, StoreFault, StoreUnavailable, type EventStore } from '@rapporteur/engine';
import { all, event, temporaryFiles } from '../test/scene';
import { openDatabase } from './database-file';
import { openDriver, type Driver } from '@rapporteur/sqlite';
import { eventStoreOn } from './sqlite-event-store';

/** A driver that counts its commits, and fails the next one when told to. */
function breakable(driver: Driver) {
  const state: { commits: number; nextFailure: Error | undefined } = {
    commits: 0,
    nextFailure: undefined,
  };
  const wrapped: Driver = {
    exec: (sql) => driver.exec(sql),
    close: () => driver.close(),
    prepare: (sql) => {
      const statement = driver.prepare(sql);
      if (sql !== 'commit') return statement;
      const run = () => {
        const failure = state.nextFailure;
        state.nextFailure = undefined;
        if (failure) throw failure;
        state.commits += 1;
        return statement.run();
      };
      return { run, get: () => statement.get(), all: () => statement.all() };
    },
  };
  return { wrapped, state };
}

const failure = (errcode: number) => Object.assign(new Error('it broke'), { errcode });

describe('A group of appends', () => {
  const freshFile = temporaryFiles();
  let file: string;
  let driver: Driver;
  let store: EventStore;
  let state: ReturnType<typeof breakable>['state'];

  beforeEach(() => {
    file = freshFile();
    driver = openDatabase(file);
    const broken = breakable(driver);
    state = broken.state;
    store = eventStoreOn(broken.wrapped, { patience: 300 });
  });
  afterEach(() => store.close());

  const streams = ['a', 'b', 'c', 'd'];
  const appendToEach = () =>
    Promise.allSettled(streams.map((stream) => store.append(stream, -1, [event()])));
  const outcomes = (results: PromiseSettledResult<{ outcome: string }>[]) =>
    results.map((r) => (r.status === 'fulfilled' ? r.value.outcome : r.reason.constructor));

  it('is one transaction', async () => {
    await appendToEach();
    expect(state.commits).toBe(1);
    await appendToEach();
    expect(state.commits).toBe(2);
  });

  it('is not failed by a neighbour that conflicts, is too large or is no JSON', async () => {
    const results = await Promise.allSettled([
      store.append('a', -1, [event()]),
      store.append('a', -1, [event()]),
      store.append('b', -1, [event(), { ...event(), data: 'x'.repeat(70_000) }]),
      store.append('c', -1, [{ ...event(), data: Number.NaN }]),
      store.append('c', -1, [{ ...event(), data: ['half \ud83d'] }]),
      store.append('d', -1, [event()]),
    ]);
    expect(outcomes(results).slice(0, 3)).toEqual(['appended', 'conflict', EventTooLarge]);
    expect(results.map(({ status }) => status).slice(3)).toEqual([
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect((await all(store.readAll())).map(({ stream }) => stream)).toEqual(['a', 'd']);
  });

  it('finds a retry that stands in the same group', async () => {
    const sent = [event(), event()];
    const [first, second] = await Promise.all([
      store.append('a', -1, sent),
      store.append('a', -1, sent),
    ]);
    expect(second).toEqual({ ...first, isRepeat: true });
    expect(await all(store.readAll())).toHaveLength(2);
  });

  it.each([
    ['unavailable when the disk fails', 10, StoreUnavailable],
    ['unavailable when the disk is full', 13, StoreUnavailable],
    ['a fault when the file is corrupt', 11, StoreFault],
  ])('is rejected whole when COMMIT fails, as %s', async (_what, errcode, kind) => {
    state.nextFailure = failure(errcode);
    expect(outcomes(await appendToEach())).toEqual([kind, kind, kind, kind]);
    expect(await all(store.readAll())).toEqual([]);
    expect(outcomes(await appendToEach())).toEqual(Array(4).fill('appended'));
    expect((await all(store.readAll())).map(({ position }) => position)).toEqual([
      '0',
      '1',
      '2',
      '3',
    ]);
  });

  it('is rejected whole when the disk is full, and can be repeated when it is not', async () => {
    await store.append('first', -1, [event()]);
    driver.exec('pragma max_page_count = 30');
    const text = 'x'.repeat(60_000);
    const sent = streams.map((stream) => [stream, { ...event(), data: { text } }] as const);
    const append = () =>
      Promise.allSettled(sent.map(([stream, large]) => store.append(stream, -1, [large])));
    expect(outcomes(await append())).toEqual(Array(4).fill(StoreUnavailable));
    expect(await all(store.readAll())).toHaveLength(1);
    expect(await store.append('small', -1, [event()])).toMatchObject({ position: '1' });
    driver.exec('pragma max_page_count = 1000');
    expect(outcomes(await append())).toEqual(Array(4).fill('appended'));
  });

  it('waits for another process that writes, without blocking this one', async () => {
    const other = openDriver(file);
    other.exec('begin immediate');
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 5);
    setTimeout(() => other.exec('commit'), 150);
    const results = await appendToEach();
    clearInterval(ticking);
    other.close();
    expect(outcomes(results)).toEqual(Array(4).fill('appended'));
    expect(turns).toBeGreaterThan(3);
  });

  it('gives up on another process that writes too long, having stored nothing', async () => {
    const other = openDriver(file);
    other.exec('begin immediate');
    expect(outcomes(await appendToEach())).toEqual(Array(4).fill(StoreUnavailable));
    other.exec('commit');
    other.close();
    expect(await all(store.readAll())).toEqual([]);
    expect(outcomes(await appendToEach())).toEqual(Array(4).fill('appended'));
  });
});
