import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Engine } from '@rapporteur/engine';
import { isRefusal } from '@rapporteur/kernel';
import { answered, boardOn, closeAll } from '../test/obligation-scene';
import { broughtRegister } from '../test/registers';
import type { Board } from './board';

let office: Engine;
let board: Board;

beforeAll(async () => {
  office = await broughtRegister('as-drafted');
  board = await boardOn(office);
}, 60_000);
afterAll(closeAll);

const then = { asAt: '2018-07-26', knownOn: '2018-10-01' };

/** All pages of a list, of so many each. */
async function pages<A extends { readonly next?: string }>(
  ask: (page: { limit: number; page?: string }) => Promise<A>,
  limit: number,
): Promise<readonly A[]> {
  const found: A[] = [];
  for (let page: string | undefined; found.length === 0 || page !== undefined;) {
    const answer = await ask({ limit, ...(page === undefined ? {} : { page }) });
    found.push(answer);
    page = answer.next;
  }
  return found;
}

describe('Lists of the board', () => {
  it('give every case once, however they are cut into pages, with the same counts on each', async () => {
    for (const filter of [
      {},
      { procedure: 'meeting' },
      { state: 'closed' },
      { under: 'decision/ecommerce' },
    ]) {
      const whole = answered(await board.cases({ ...then, ...filter, limit: 1000 }));
      expect(whole.cases.length).toBeGreaterThan(3);
      for (const limit of [1, 7, whole.cases.length]) {
        const cut = await pages(
          async (page) => answered(await board.cases({ ...then, ...filter, ...page })),
          limit,
        );
        expect(cut.flatMap(({ cases }) => cases)).toEqual(whole.cases);
        expect(cut.map(({ counts }) => counts)).toEqual(cut.map(() => whole.counts));
        expect(cut.slice(0, -1).every(({ cases }) => cases.length === limit)).toBe(true);
      }
      const counted = whole.counts.reduce((sum, { count }) => sum + count, 0);
      expect(counted).toBe(whole.cases.length);
    }
  }, 30_000);

  it('give every change and every late entry once', async () => {
    const question = { from: '2018-01-01', to: '2018-07-26', knownOn: '2018-10-01' };
    const changes = answered(await board.changes({ ...question, limit: 1000 })).changes;
    const cut = await pages(
      async (page) => answered(await board.changes({ ...question, ...page })),
      5,
    );
    expect(cut.flatMap((each) => each.changes)).toEqual(changes);
    const late = answered(await board.late({ knownOn: '2018-10-01', limit: 1000 })).late;
    const parts = await pages(
      async (page) => answered(await board.late({ knownOn: '2018-10-01', ...page })),
      3,
    );
    expect(parts.flatMap((each) => each.late)).toEqual(late);
    expect(late.length).toBeGreaterThan(5);
    expect(changes.length).toBeGreaterThan(10);
  }, 30_000);

  it('keep to what was known on their first page', async () => {
    const first = answered(await board.cases({ asAt: then.asAt, knownOn: '@40', limit: 2 }));
    const later = answered(await board.cases({ asAt: then.asAt, limit: 1000, page: first.next! }));
    const whole = answered(await board.cases({ asAt: then.asAt, knownOn: '@40', limit: 1000 }));
    expect(later.basis).toEqual({ size: 40 });
    expect([...first.cases, ...later.cases]).toEqual(whole.cases);
  });

  it('are those in a state or region, and of those under a case', async () => {
    const closed = answered(await board.cases({ ...then, state: 'closed.record' }));
    expect(closed.cases.length).toBeGreaterThan(0);
    expect(closed.cases.every(({ state }) => JSON.stringify(state).includes('closed'))).toBe(true);
    const under = answered(
      await board.cases({ ...then, under: 'decision/ecommerce', limit: 1000 }),
    );
    const names = under.cases.map(({ case: name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['decision/ecommerce', 'workingGroup/ecommerce', 'chair/ecommerce']),
    );
    const all = answered(await board.cases({ ...then, limit: 1000 }));
    expect(names.length).toBeLessThan(all.cases.length);
  });
});

describe('Changes', () => {
  it('are told in words, with the step that brought them and how late it was recorded', async () => {
    const question = { from: '2018-03-01', to: '2018-03-31', under: 'chair/ecommerce' };
    const [change] = answered(await board.changes(question)).changes;
    expect(change?.words).toMatchInlineSnapshot(`
     {
       "en": "Working Group on Electronic Commerce (ecommerce): from “Establishment instructed” to “Constituted, not yet met; Open-ended mandate”; Established on 7 March 2018 (recorded on 8 March 2018, 1 day later)",
       "es": "Grupo de Trabajo sobre Comercio Electrónico (ecommerce): de «Instrucción dada» a «Constituido, aún no reunido; Mandato sin plazo»; «Establecido» el 7 de marzo de 2018 (registrado el 8 de marzo de 2018, 1 día después)",
       "fr": "Groupe de travail du commerce électronique (ecommerce): de «Instruction donnée» à «Constitué, pas encore réuni; Mandat sans terme»; «Établi» le 7 mars 2018 (enregistré le 8 mars 2018, 1 jour plus tard)",
     }
    `);
  });

  it('between two states of knowledge are what was recorded in between', async () => {
    const question = {
      from: '2018-07-26',
      to: '2018-07-26',
      knownFrom: '2018-07-26',
      knownOn: '2018-10-01',
    };
    const answer = answered(await board.changes({ ...question, limit: 1000 }));
    expect(answer.changes.length).toBeGreaterThan(0);
    const { from: _from, ...ofOneDay } = question;
    expect(answered(await board.changes({ ...ofOneDay, limit: 1000 }))).toEqual(answer);
    const steps = answer.changes.flatMap((change) => change.steps);
    const isBetween = (instant: string) =>
      instant > '2018-07-26T22:00' && instant < '2018-10-01T22:00';
    for (const { recordedAt, occurredOn, late, corrected } of steps) {
      expect(isBetween(corrected?.recordedAt ?? recordedAt)).toBe(true);
      expect(occurredOn <= '2018-07-26').toBe(true);
      if (!corrected) expect(late).toBeGreaterThan(0);
    }
    const { sizeFrom, size } = answer.basis;
    const { late } = answered(
      await board.late({ since: `@${sizeFrom}`, knownOn: `@${size}`, limit: 1000 }),
    );
    const before = late.filter(({ occurredOn }) => occurredOn <= '2018-07-26').length;
    expect(steps.filter(({ corrected }) => !corrected)).toHaveLength(before);
  });
});

describe('The board refuses', () => {
  const refusals = async (answer: Promise<object>) => {
    const result = await answer;
    if (!isRefusal(result)) throw new Error('was answered');
    return result.reasons.map(({ field }) => field);
  };

  it.each([
    ['procedure', () => board.cases({ procedure: 'kettle' })],
    ['under', () => board.cases({ under: 'decision/kettle' })],
    ['state', () => board.cases({ state: 'boiling' })],
    ['state', () => board.cases({ state: 'closed.', procedure: 'meeting' })],
    ['limit', () => board.cases({ limit: 0 })],
    ['limit', () => board.cases({ limit: '1001' })],
    ['limit', () => board.changes({ from: '2018-01-01', limit: 'ten' })],
    ['page', () => board.cases({ page: 'kettle' })],
    ['page', () => board.cases({ page: Buffer.from('[1,2]').toString('base64url') })],
    ['page', () => board.late({ page: Buffer.from('[99999,"2"]').toString('base64url') })],
    ['asAt', () => board.cases({ asAt: '2018-02-30' })],
    ['knownOn', () => board.cases({ knownOn: '@999999' })],
    ['after', () => board.cases({ after: 'kettle' })],
    ['from', () => board.changes({})],
    ['from', () => board.changes({ from: 'yesterday' })],
    ['from', () => board.changes({ from: '2018-02-01', to: '2018-01-01' })],
    ['to', () => board.changes({ from: '2018-02-01', to: 'now' })],
    ['knownFrom', () => board.changes({ from: '2018-02-01', knownFrom: '@9', knownOn: '@8' })],
    ['knownFrom', () => board.changes({ from: '2018-02-01', knownFrom: 'then' })],
    ['since', () => board.late({ since: '@9', knownOn: '@8' })],
    ['since', () => board.late({ since: 'then' })],
    ['case', () => board.caseAt({ procedure: 'decision', case: 'kettle' }, {})],
  ])('a question whose %s is wrong, and names it', async (field, ask) => {
    expect(await refusals(ask())).toEqual([field]);
  });
});
