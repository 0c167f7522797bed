import type { Engine } from '@rapporteur/engine';
import { isRefusal } from '@rapporteur/kernel';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chargeRegistry } from '../test/charges';
import { answered, boardOn, bySearch, closeAll, engineOn, refOf } from '../test/obligation-scene';
import { openBoard, type Board } from './board';

jest.setTimeout(60_000);
afterEach(closeAll);

const clerk = { actor: { id: 'anna', role: 'secretariat' } } as const;

async function recorded(running: Engine, name: string, step: object): Promise<void> {
  const result = await running.record(refOf(name), step, clerk);
  if (isRefusal(result)) throw new Error(`${name} ${JSON.stringify(result)}`);
}

const given = (occurredOn: string, by?: string, mandate?: string) => ({
  type: 'charge.given',
  data: by === undefined ? {} : { by },
  occurredOn,
  ...(mandate === undefined ? {} : { links: { mandate } }),
});

/** Forty charges, some with days, some without, a few of them under a mandate; half of them answered. */
async function manyCharges(running: Engine): Promise<void> {
  await recorded(running, 'mandate/m', {
    type: 'mandate.given',
    data: {},
    occurredOn: '2018-01-01',
  });
  for (let n = 0; n < 40; n += 1) {
    const by = n % 4 === 0 ? undefined : `2018-0${1 + (n % 5)}-${10 + (n % 9)}`;
    const mandate = n % 10 === 0 ? 'mandate/m' : undefined;
    await recorded(running, `charge/c${n}`, given('2018-01-05', by, mandate));
    if (n % 2 > 0) continue;
    const answer = { type: 'charge.answered', data: {}, occurredOn: '2018-02-20' };
    await recorded(running, `charge/c${n}`, answer);
  }
}

const question = { asAt: '2018-03-15' };
const key = ({ case: name, deadline }: { case: string; deadline: string }) => `${name} ${deadline}`;

/** All pages of an answer, one after another. */
async function pages(board: Board, asked: Parameters<Board['obligations']>[0]) {
  const found = [];
  for (let page: string | undefined; ;) {
    const answer = answered(await board.obligations({ ...asked, page }));
    found.push(answer);
    page = answer.next;
    if (page === undefined) return found;
  }
}

describe('the list of obligations', () => {
  it('is cut into pages that hold each once, in the order of the whole', async () => {
    const running = await engineOn(chargeRegistry);
    await manyCharges(running);
    const board = await boardOn(running);
    const whole = answered(await board.obligations(question));
    expect(whole.next).toBeUndefined();
    for (const limit of [1, 7, 1000]) {
      const cut = await pages(board, { ...question, limit });
      expect(cut.flatMap(({ obligations }) => obligations)).toEqual(whole.obligations);
      expect(cut.every(({ obligations }) => obligations.length <= limit)).toBe(true);
      expect(
        cut.every(({ counts }) => counts === whole.counts || counts.met === whole.counts.met),
      ).toBe(true);
    }
  });

  it('goes on as it began though more is recorded between two pages', async () => {
    const running = await engineOn(chargeRegistry);
    await manyCharges(running);
    const board = await boardOn(running);
    const whole = answered(await board.obligations(question));
    const first = answered(await board.obligations({ ...question, limit: 10 }));
    await recorded(running, 'charge/late', given('2018-01-06', '2018-01-07'));
    const second = answered(await board.obligations({ ...question, limit: 10, page: first.next }));
    expect(second.basis).toEqual(first.basis);
    expect([...first.obligations, ...second.obligations]).toEqual(whole.obligations.slice(0, 20));
  });

  it('holds those of one status, and counts all of them', async () => {
    const running = await engineOn(chargeRegistry);
    await manyCharges(running);
    const board = await boardOn(running);
    const { obligations, counts } = await bySearch(running, question);
    for (const status of ['overdue', 'met', 'awaited', 'notComputable', 'superseded']) {
      const of = obligations.filter((each) => each.status === status).map(key);
      const found = answered(await board.obligations({ ...question, status }));
      expect(found.obligations.map(key)).toEqual(of);
      expect(found.counts).toEqual(counts);
      const cut = await pages(board, { ...question, status, limit: 3 });
      expect(cut.flatMap((page) => page.obligations.map(key))).toEqual(of);
    }
    expect(counts.overdue).toBeGreaterThan(3);
  });

  it('holds those of one procedure, or of the cases under one', async () => {
    const running = await engineOn(chargeRegistry);
    await manyCharges(running);
    const board = await boardOn(running);
    const all = (await bySearch(running, question)).obligations;
    const ofMandates = answered(await board.obligations({ ...question, procedure: 'mandate' }));
    expect(ofMandates.obligations).toEqual(all.filter((each) => each.procedure === 'mandate'));
    expect(ofMandates.counts).toMatchObject({ met: 1, awaited: 0, overdue: 0 });
    const names = ['mandate/m', 'charge/c0', 'charge/c10', 'charge/c20', 'charge/c30'];
    const under = { ...question, under: 'mandate/m' };
    const found = answered(await board.obligations(under));
    const expected = all.filter((each) => names.includes(each.case));
    expect(found.obligations).toEqual(expected);
    expect(found.counts.met).toBe(expected.filter(({ status }) => status === 'met').length);
    const cut = await pages(board, { ...under, limit: 2, procedure: 'charge' });
    expect(cut.flatMap(({ obligations }) => obligations)).toEqual(
      expected.filter(({ procedure }) => procedure === 'charge'),
    );
  });

  it('is refused for a status, a procedure, a case or a page that cannot be', async () => {
    const running = await engineOn(chargeRegistry);
    await manyCharges(running);
    const board = await boardOn(running);
    const page = Buffer.from(JSON.stringify([1, '[1,2]'])).toString('base64url');
    for (const [asked, field] of [
      [{ status: 'late' }, 'status'],
      [{ procedure: 'motion' }, 'procedure'],
      [{ under: 'mandate/other' }, 'under'],
      [{ limit: 0 }, 'limit'],
      [{ page: 'x' }, 'page'],
      [{ page }, 'page'],
      [{ asAt: '2018-02-30' }, 'asAt'],
    ] as const) {
      expect(await board.obligations(asked)).toMatchObject({
        outcome: 'refused',
        reasons: [{ field }],
      });
    }
  });

  it('says the same later of the size that it rested on, and something else of now', async () => {
    const running = await engineOn(chargeRegistry);
    await manyCharges(running);
    const board = await boardOn(running);
    const { basis } = answered(await board.obligations(question));
    const asked = { ...question, knownOn: `@${basis.size}` };
    const before = JSON.stringify(await board.obligations(asked));
    await recorded(running, 'charge/late', given('2018-01-06', '2018-01-07'));
    await recorded(running, 'mandate/m', {
      type: 'mandate.suspended',
      data: {},
      occurredOn: '2018-02-01',
    });
    expect(JSON.stringify(await board.obligations(asked))).toBe(before);
    const now = (await bySearch(running, question)).obligations;
    const names = ['mandate/m', 'charge/c0', 'charge/c10', 'charge/c20', 'charge/c30'];
    const under = answered(await board.obligations({ ...question, under: 'mandate/m' }));
    expect(under.obligations).toEqual(now.filter((each) => names.includes(each.case)));
    expect(answered(await board.obligations(question)).obligations).toEqual(now);
  });
});

describe('a board that was closed', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-obligations-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('goes on with the calendar and all that was looked at', async () => {
    const file = path.join(folder, 'board.sqlite');
    const running = await engineOn(chargeRegistry);
    const planned = (body: string, day: string, occurredOn: string) => ({
      type: 'sitting.planned',
      data: { body, day },
      occurredOn,
    });
    await recorded(running, 'sitting/a', planned('council', '2018-03-01', '2018-01-02'));
    await recorded(running, 'mandate/m', {
      type: 'mandate.given',
      data: {},
      occurredOn: '2018-01-01',
    });
    await recorded(running, 'charge/c', given('2018-01-05', '2018-02-05', 'mandate/m'));
    const first = openBoard({ file, reading: running.reading, report: () => {} });
    await first.start();
    await first.stop();
    // What was in memory is not there any more when these come.
    await recorded(running, 'sitting/a', planned('committee', '2018-03-01', '2018-01-20'));
    await recorded(running, 'sitting/b', planned('council', '2018-03-20', '2018-01-20'));
    const suspended = { type: 'mandate.suspended', data: {}, occurredOn: '2018-01-25' };
    await recorded(running, 'mandate/m', suspended);
    const second = await boardOn(running, file);
    for (const asAt of ['2018-01-10', '2018-01-22', '2018-01-31', '2018-03-15', '2018-04-01']) {
      expect(await second.obligations({ asAt })).toEqual(await bySearch(running, { asAt }));
    }
  });
});
