import { afterEach, describe, expect, it } from '@jest/globals';
import { deputy, motionOffice, openMotions, type Office } from '../test/motions';
import { answered, boardOn, closeAll } from '../test/obligation-scene';

afterEach(closeAll);

const tea = 'motion/tea';
const put = (office: Office, correction: object) =>
  office.annotate(tea, {
    type: 'record.correctionProposed',
    data: { reason: 'The minutes say so', corrections: [correction] },
  });
const decide = (office: Office, type: string, proposal: number | undefined) =>
  office.annotate(tea, { type, data: { proposal, reason: 'Compared' } }, deputy);

/** A motion tabled and discussed, both told of on 1 February, and the board on it. */
async function discussed() {
  const office = await motionOffice();
  await openMotions(office);
  const data = { summary: 'at length' };
  await office.record(tea, { type: 'motion.discussed', data, occurredOn: '2019-01-10' });
  return { office, board: await boardOn(office.engine) };
}

describe('What was recorded late', () => {
  it('is told with how late it was, and by whom it was recorded', async () => {
    const { board } = await discussed();
    const { late } = answered(await board.late({}));
    expect(late.map(({ case: name, delay }) => [name, delay])).toEqual([
      [tea, 27],
      ['motion/milk', 30],
      ['motion/sugar', 12],
      [tea, 22],
    ]);
    expect(late.at(-1)).toMatchObject({
      index: 3,
      revision: 1,
      type: 'motion.discussed',
      occurredOn: '2019-01-10',
      recordedAt: '2019-02-01T08:00:00.000Z',
      actor: { id: 'registrar', role: 'secretariat' },
      provisional: false,
      words: {
        en: 'Motion (tea): Motion discussed on 10 January 2019 (recorded on 1 February 2019, 22 days later)',
      },
    });
    const since = answered(await board.late({ since: '@3' }));
    expect(since.late).toEqual(late.slice(3));
    expect(since.basis).toEqual({ size: 4, sizeSince: 3 });
  });

  it('says when it has been given another date since, or annulled', async () => {
    const { office, board } = await discussed();
    const entry = async (knownOn?: string) =>
      answered(await board.late({ since: '@3', knownOn })).late[0];
    const first = await entry('@4');
    const moved = await put(office, { revision: 1, occurredOn: '2019-01-12' });
    expect(await entry()).toEqual(first);
    await decide(office, 'record.corrected', moved);
    const corrected = await entry();
    expect(corrected).toMatchObject({
      occurredOn: '2019-01-10',
      delay: 22,
      corrected: { occurredOn: '2019-01-12' },
    });
    expect(corrected?.words).toMatchInlineSnapshot(`
     {
       "en": "Motion (tea): Motion discussed on 10 January 2019 (recorded on 1 February 2019, 22 days later; date since corrected to 12 January 2019)",
       "es": "Moción (tea): «Moción debatida» el 10 de enero de 2019 (registrado el 1 de febrero de 2019, 22 días después; fecha rectificada después: 12 de enero de 2019)",
       "fr": "Motion (tea): «Motion débattue» le 10 janvier 2019 (enregistré le 1er février 2019, 22 jours plus tard; date rectifiée depuis: 12 janvier 2019)",
     }
    `);
    await decide(office, 'record.annulled', await put(office, { revision: 1, annul: true }));
    const annulled = await entry();
    expect(annulled).toMatchObject({ occurredOn: '2019-01-10', delay: 22, annulled: true });
    expect(annulled?.corrected).toBeUndefined();
    expect(annulled?.words).toMatchInlineSnapshot(`
     {
       "en": "Motion (tea): Motion discussed on 10 January 2019 (recorded on 1 February 2019, 22 days later; since annulled)",
       "es": "Moción (tea): «Moción debatida» el 10 de enero de 2019 (registrado el 1 de febrero de 2019, 22 días después; anulado después)",
       "fr": "Motion (tea): «Motion débattue» le 10 janvier 2019 (enregistré le 1er février 2019, 22 jours plus tard; annulé depuis)",
     }
    `);
    expect(await entry('@4')).toEqual(first);
    expect(await entry('@6')).toEqual(corrected);
  });
});

describe('What was corrected', () => {
  it('is told with what it was before and became, who proposed it and who approved it', async () => {
    const { office, board } = await discussed();
    office.at('2019-02-03T08:00:00.000Z');
    const proposal = await put(office, { revision: 1, occurredOn: '2019-01-12' });
    const [open] = answered(await board.late({ since: '@4' })).corrections;
    expect(open).toMatchObject({ status: 'open', proposal, index: 4 });
    office.at('2019-02-05T08:00:00.000Z');
    await decide(office, 'record.corrected', proposal);
    const { corrections, late } = answered(await board.late({ since: '@4' }));
    expect(late).toEqual([]);
    expect(corrections).toMatchObject([
      {
        case: tea,
        status: 'approved',
        proposed: { actor: { id: 'registrar' }, reason: 'The minutes say so' },
        decided: { actor: { id: 'deputy' }, reason: 'Compared' },
        corrections: [
          {
            revision: 1,
            type: 'motion.discussed',
            before: { occurredOn: '2019-01-10', data: { summary: 'at length' } },
            after: { occurredOn: '2019-01-12', data: { summary: 'at length' } },
            delay: 4,
          },
        ],
      },
    ]);
    expect(corrections[0]?.words).toMatchInlineSnapshot(`
     {
       "en": "Motion (tea): correction proposed on 3 February 2019 by registrar (the Secretariat), approved on 5 February 2019 by deputy (the Secretariat): “Motion discussed” of 10 January 2019 (revision 1), new date 12 January 2019. Reason: The minutes say so",
       "es": "Moción (tea): rectificación propuesta el 3 de febrero de 2019 por registrar (la Secretaría), aprobada el 5 de febrero de 2019 por deputy (la Secretaría): «Moción debatida» del 10 de enero de 2019 (revisión 1), nueva fecha: 12 de enero de 2019. Motivo: The minutes say so",
       "fr": "Motion (tea): rectification proposée le 3 février 2019 par registrar (le Secrétariat), approuvée le 5 février 2019 par deputy (le Secrétariat): «Motion débattue» du 10 janvier 2019 (révision 1), nouvelle date: 12 janvier 2019. Motif: The minutes say so",
     }
    `);
    expect(answered(await board.late({ since: '@4', knownOn: '@5' })).corrections).toEqual([open]);
  });

  it('stands there once, whether proposed or decided since', async () => {
    const { office, board } = await discussed();
    const proposal = await put(office, { revision: 1, annul: true });
    await decide(office, 'record.correctionRejected', proposal);
    const { corrections } = answered(await board.late({ since: '@5' }));
    expect(corrections).toEqual(answered(await board.late({ since: '@4' })).corrections);
    expect(corrections).toMatchObject([{ status: 'rejected', index: 4 }]);
    expect(corrections[0]?.corrections).toEqual([
      {
        revision: 1,
        type: 'motion.discussed',
        before: { occurredOn: '2019-01-10', data: { summary: 'at length' } },
        delay: 0,
      },
    ]);
    expect(answered(await board.late({ since: '@6' })).corrections).toEqual([]);
  });

  it('is marked in the changes, with the date before it or as annulled', async () => {
    const { office, board } = await discussed();
    await decide(
      office,
      'record.corrected',
      await put(office, { revision: 1, occurredOn: '2019-01-12' }),
    );
    const days = { from: '2019-01-31', to: '2019-01-31' };
    const moved = answered(await board.changes({ ...days, knownFrom: '@4' })).changes;
    expect(moved).toMatchObject([
      {
        case: tea,
        sameState: true,
        steps: [{ occurredOn: '2019-01-12', corrected: { approval: 3, occurredOn: '2019-01-10' } }],
      },
    ]);
    await decide(office, 'record.annulled', await put(office, { revision: 1, annul: true }));
    const annulled = answered(await board.changes({ ...days, knownFrom: '@6' })).changes;
    expect(annulled).toMatchObject([
      {
        case: tea,
        steps: [{ occurredOn: '2019-01-12', corrected: { approval: 5, annulled: true } }],
      },
    ]);
    expect(annulled[0]?.words).toMatchInlineSnapshot(`
     {
       "en": "Motion (tea): still “Tabled”; Motion discussed on 12 January 2019 (recorded on 1 February 2019, 22 days later; annulled on 1 February 2019)",
       "es": "Moción (tea): sigue en «Presentada»; «Moción debatida» el 12 de enero de 2019 (registrado el 1 de febrero de 2019, 22 días después; anulado el 1 de febrero de 2019)",
       "fr": "Motion (tea): toujours «Déposée»; «Motion débattue» le 12 janvier 2019 (enregistré le 1er février 2019, 22 jours plus tard; annulé le 1er février 2019)",
     }
    `);
  });
});
