import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreFault } from '@rapporteur/engine';
import { all, event, temporaryFiles } from '../test/scene';
import { openDriver } from '@rapporteur/sqlite';
import { sqliteEventStore } from './sqlite-event-store';

describe('The file, through any connection', () => {
  const freshFile = temporaryFiles();
  const file = freshFile();
  const store = sqliteEventStore(file);
  const shell = openDriver(file);
  let before: unknown;

  beforeAll(async () => {
    await store.append('a', -1, [event(0), event(1)]);
    before = await all(store.readAll());
  });
  afterAll(async () => {
    shell.close();
    await store.close();
  });

  const insert = (values: string, or = '') =>
    `insert ${or} into events (position, stream, revision, id, type, text) values (${values})`;

  it.each([
    ['an update', `update events set text = '{}' where position = 0`, /never changed/],
    ['a replacing update', `update or replace events set position = 1`, /never changed/],
    ['a deletion', 'delete from events', /never removed/],
    ['a replaced position', insert(`0, 'b', 0, 'i', 't', '{}'`, 'or replace'), /after the last/],
    ['a replaced revision', insert(`2, 'a', 1, 'i', 't', '{}'`, 'or replace'), /after the last/],
    ['an upsert', `${insert(`1, 'a', 1, 'i', 't', '{}'`)} on conflict do update set id = 'x'`, /./],
    ['an ignored insertion', insert(`1, 'b', 0, 'i', 't', '{}'`, 'or ignore'), /after the last/],
    ['a gap in the log', insert(`3, 'b', 0, 'i', 't', '{}'`), /after the last/],
    ['a gap in a stream', insert(`2, 'a', 3, 'i', 't', '{}'`), /after the last/],
    ['a stream that starts late', insert(`2, 'b', 1, 'i', 't', '{}'`), /after the last/],
    ['no position', insert(`null, 'b', 0, 'i', 't', '{}'`), /after the last/],
    ['a blob for a text', insert(`2, 'b', 0, 'i', 't', x'00'`), /./],
  ])('refuses %s', async (_what, sql, message) => {
    expect(() => shell.exec(sql)).toThrow(message);
    expect(await all(store.readAll())).toEqual(before);
  });

  const text = (stream: string, revision: number) =>
    `{"data":{},"id":"i","metadata":{},"revision":${revision},"stream":"${stream}","type":"t"}`;

  it('takes an event that comes directly after the last', async () => {
    shell.exec(insert(`2, 'a', 2, 'i', 't', '${text('a', 2)}'`));
    expect((await all(store.readStream('a', 2)))[0]).toMatchObject({ id: 'i', position: '2' });
  });

  it.each([
    ['another stream', text('b', 0)],
    ['another revision', text('a', 1)],
    ['no event', '{"stream":"a","revision":0}'],
    ['no JSON', '{"half'],
  ])('is not passed over when the text of an event is of %s', async (_what, wrong) => {
    const other = freshFile();
    const altered = sqliteEventStore(other);
    const driver = openDriver(other);
    driver.exec(insert(`0, 'a', 0, 'i', 't', '${wrong}'`));
    driver.close();
    await expect(all(altered.readStream('a'))).rejects.toThrow(StoreFault);
    await expect(all(altered.readAll())).rejects.toThrow(/position 0 is not as it was/);
    await altered.close();
  });
});
