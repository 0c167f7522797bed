import { afterEach, describe, expect, it } from '@jest/globals';
import { motionOffice, openMotions } from '../test/motions';
import { answered, boardOn, closeAll } from '../test/obligation-scene';

afterEach(closeAll);

/** Three motions, all told of late, and the board on them. */
async function motions() {
  const office = await motionOffice();
  await openMotions(office);
  return { office, board: await boardOn(office.engine) };
}

const refusedPage = { outcome: 'refused', reasons: [{ field: 'page' }] };
const year = { from: '2018-12-31', to: '2019-01-31' };

describe('The page that follows', () => {
  it('is refused to a question of another kind', async () => {
    const { board } = await motions();
    const kinds = [
      (page: object) => board.cases({ ...page }),
      (page: object) => board.changes({ ...year, ...page }),
      (page: object) => board.late({ ...page }),
      (page: object) => board.obligations({ ...page }),
    ];
    for (const first of kinds.slice(0, 3)) {
      const { next: page } = answered(await first({ limit: 1 }));
      expect(page).toBeDefined();
      for (const kind of kinds) {
        const answer = await kind({ page });
        expect(answer).toMatchObject(kind === first ? { outcome: 'answered' } : refusedPage);
      }
    }
  });

  it('is refused to the same kind of question about something else', async () => {
    const { board } = await motions();
    const question = {
      asAt: '2019-01-31',
      knownOn: '@3',
      procedure: 'motion',
      under: 'motion/tea',
    };
    const { next: page } = answered(await board.cases({ ...question, limit: 1 }));
    expect(answered(await board.cases({ ...question, page })).cases).toHaveLength(2);
    for (const other of [
      { asAt: '2019-01-30' },
      { moment: 'opening' },
      { knownOn: '@2' },
      { knownOn: '2019-02-01' },
      { procedure: undefined },
      { under: 'motion/milk' },
      { under: undefined },
      { state: 'tabled' },
    ]) {
      expect(await board.cases({ ...question, ...other, page })).toMatchObject(refusedPage);
    }
    const later = answered(await board.changes({ ...year, limit: 1 })).next;
    for (const other of [{ from: '2018-12-30' }, { to: '2019-01-30' }, { knownFrom: '@0' }]) {
      const answer = await board.changes({ ...year, ...other, page: later });
      expect(answer).toMatchObject(refusedPage);
    }
    const since = answered(await board.late({ since: '@1', limit: 1 })).next;
    expect(await board.late({ page: since })).toMatchObject(refusedPage);
    expect(await board.late({ since: '@0', page: since })).toMatchObject(refusedPage);
  });

  it('is refused when its text was changed', async () => {
    const { board } = await motions();
    const { next = '' } = answered(await board.cases({ knownOn: '@3', limit: 1 }));
    const written = Buffer.from(next, 'base64url').toString();
    for (const changed of [written.replace('"@3",3', '"@3",2'), `${written} `]) {
      expect(changed).not.toBe(written);
      const page = Buffer.from(changed).toString('base64url');
      expect(await board.cases({ page })).toMatchObject(refusedPage);
    }
  });

  it('is about the day and the knowledge of the first where they are left out', async () => {
    const { office, board } = await motions();
    const first = answered(await board.cases({ limit: 1 }));
    const late = answered(await board.late({ limit: 1 }));
    office.at('2019-02-02T09:00:00.000Z');
    await office.record('motion/tea', {
      type: 'motion.discussed',
      data: { summary: 'at length' },
      occurredOn: '2019-01-10',
    });
    const second = answered(await board.cases({ limit: 1, page: first.next }));
    const { asAt, knownOn, basis, counts } = first;
    expect(second).toMatchObject({ asAt, knownOn, basis, counts });
    expect(second.asAt).toBe('2019-02-01');
    const again = await board.cases({ asAt, knownOn, limit: 1, page: first.next });
    expect(JSON.stringify(again)).toBe(JSON.stringify(second));
    const more = answered(await board.late({ page: late.next }));
    expect(more).toMatchObject({ knownOn: late.knownOn, basis: late.basis });
    expect(more.late).toHaveLength(2);
  });

  it('keeps what was known at both ends though more is recorded meanwhile', async () => {
    const { office, board } = await motions();
    const question = { ...year, knownFrom: '2019-02-28', limit: 1 };
    const first = answered(await board.changes(question));
    const { next: since } = answered(await board.late({ since: '@0', limit: 1 }));
    const tabled = { text: 'That coffee be served', movers: ['A'] };
    await office.record('motion/coffee', {
      type: 'motion.tabled',
      data: tabled,
      occurredOn: '2019-01-05',
    });
    const second = answered(await board.changes({ ...question, page: first.next }));
    expect(second.basis).toEqual(first.basis);
    expect(second.basis).toEqual({ size: 3, sizeFrom: 3 });
    expect(answered(await board.late({ since: '@0', page: since })).late).toHaveLength(2);
  });
});

describe('What a size of the log shows', () => {
  it('is the same before and after a case is opened, also of what is under it', async () => {
    const { office, board } = await motions();
    const of = { knownOn: '@3' };
    const asked = async () => [
      await board.cases({ ...of, under: 'motion/coffee' }),
      await board.changes({ ...year, ...of, under: 'motion/coffee' }),
      await board.late({ ...of, under: 'motion/coffee' }),
      await board.obligations({ ...of, under: 'motion/coffee' }),
    ];
    const before = JSON.stringify(await asked());
    await office.record('motion/coffee', {
      type: 'motion.tabled',
      data: { text: 'That coffee be served', movers: ['A'] },
      occurredOn: '2019-01-05',
    });
    expect(JSON.stringify(await asked())).toBe(before);
    for (const answer of await asked()) {
      expect(answer).toMatchObject({ outcome: 'refused', reasons: [{ field: 'under' }] });
    }
    expect(answered(await board.cases({ under: 'motion/coffee' })).cases).toHaveLength(1);
  });

  it('says of a case opened later what the engine says', async () => {
    const { office, board } = await motions();
    const sugar = { procedure: 'motion', case: 'sugar' };
    const standing = answered(await board.caseAt(sugar, { asAt: '2019-01-31', knownOn: '@1' }));
    expect(standing).toMatchObject({ state: 'beforeLog', revision: -1 });
    const asked = await office.engine.stateAt(sugar, { asAt: '2019-01-31', knownOn: '@1' });
    expect(asked).toMatchObject(standing);
  });
});
