import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Engine } from '@rapporteur/engine';
import { engineOver, eventsOf, temporaryFiles } from '../test/logs';
import { closeAll } from '../test/obligation-scene';
import { ask } from './asking';
import { boardFile } from './board-file';
import { checkpointIn } from './checkpoint';
import type { BoardPartDefinition } from './part';
import { schemaOf } from './schema';
import { numberIn, allRows } from './sql';
import { stepIndex } from './step-index';
import { upkeepOf } from './upkeep';

const freshFile = temporaryFiles();
const damage = Object.assign(new Error('database disk image is malformed'), { errcode: 11 });
const busy = Object.assign(new Error('database is locked'), { errcode: 5 });
let office: Engine;

beforeAll(async () => {
  office = await engineOver(await eventsOf('as-happened'));
}, 60_000);
afterAll(closeAll);

async function kept() {
  const { reading } = office;
  const reports: string[] = [];
  const settings = { reading, identity: 'this one', report: (line: string) => reports.push(line) };
  const definitions = [stepIndex];
  const file = boardFile({ ...settings, file: freshFile(), schema: schemaOf(definitions) });
  const upkeep = upkeepOf({ ...settings, file, definitions });
  await upkeep.start();
  return { asking: { file, reading, identity: 'this one', ...upkeep }, reports, upkeep };
}

describe('A board whose file is found damaged by a question', () => {
  it('is built anew, and the question then answered', async () => {
    const { asking, reports, upkeep } = await kept();
    let attempts = 0;
    const answer = await ask(asking, {}, ({ driver, asked }) => {
      attempts += 1;
      if (attempts === 1) throw damage;
      const [row] = allRows(driver, 'select count(*) as n from records');
      return { outcome: 'answered', size: asked.size, records: numberIn(row, 'n') };
    });
    const { size } = office.log;
    expect(answer).toEqual({ outcome: 'answered', size, records: size });
    expect(reports).toEqual([expect.stringContaining('its file was damaged')]);
    await upkeep.stop();
    asking.file.close();
  }, 30_000);
});

describe('What fails amid a transaction', () => {
  it('leaves the board where the transaction before it ended, in every table', async () => {
    const { reading } = office;
    const failing: BoardPartDefinition = {
      schema: '',
      open: () => ({
        prepare:
          async ({ index }) =>
          () => {
            if (index === 37) throw new TypeError('a mistake of this program');
          },
      }),
    };
    const reports: string[] = [];
    const settings = {
      reading,
      identity: 'this one',
      report: (line: string) => reports.push(line),
    };
    const definitions = [stepIndex, failing];
    const file = boardFile({ ...settings, file: freshFile(), schema: schemaOf(definitions) });
    const upkeep = upkeepOf({ ...settings, file, definitions, mostAtOnce: 20 });
    await expect(upkeep.start()).rejects.toThrow('a mistake of this program');
    expect(checkpointIn(file.driver).size).toBe(20);
    const [row] = allRows(file.driver, 'select count(*) as n, max(idx) as last from records');
    expect([numberIn(row, 'n'), numberIn(row, 'last')]).toEqual([20, 19]);
    expect(reports).toEqual([expect.stringContaining('can no longer follow the log')]);
    await upkeep.stop();
    file.close();
  }, 30_000);
});

describe('A question to a board', () => {
  it('is put again while another process is in the way', async () => {
    const { asking, upkeep } = await kept();
    let attempts = 0;
    const answer = await ask(asking, {}, () => {
      attempts += 1;
      if (attempts < 4) throw busy;
      return { outcome: 'answered', attempts };
    });
    expect(answer).toEqual({ outcome: 'answered', attempts: 4 });
    await upkeep.stop();
    asking.file.close();
  }, 30_000);

  it('is not put again when something is wrong that passes with no time', async () => {
    const { asking, upkeep } = await kept();
    const broken = () => {
      throw new TypeError('a mistake of this program');
    };
    await expect(ask(asking, {}, broken)).rejects.toThrow('a mistake of this program');
    await upkeep.stop();
    await expect(asking.upTo(office.log.size + 1)).rejects.toThrow('not kept up to date any more');
    asking.file.close();
  }, 30_000);
});
