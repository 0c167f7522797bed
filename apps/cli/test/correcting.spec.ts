import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rapporteur, serverProcess } from './server-process';

// Corrections at the built command line, on the store itself and through a server.

jest.setTimeout(120_000);

let folder: string;
let here: Record<string, string>;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-cli-'));
  here = { RAPPORTEUR_DATA: folder };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const name = 'decision/ecommerce';
const header = 'case,type,occurredOn,data,onBehalfOf';
const submitted = `${name},decision.submitted,2017-10-05,"{""proponents"":[""RUS""],""originalLang"":""en"",""text"":""Draft""}",member:RUS`;
const circulated = `${name},decision.circulated,2017-10-06,"{""symbols"":[""JOB/GC/137""],""jobNo"":""17-0000"",""restriction"":""restricted""}",`;

async function recorded(through: readonly string[], environment: Record<string, string>) {
  const file = path.join(folder, 'steps.csv');
  await writeFile(file, [header, submitted, circulated].join('\n'));
  const ended = await rapporteur(['record', '--from', file, ...through], environment);
  expect(ended).toMatchObject({ code: 0, err: '' });
}

describe('At the store itself', () => {
  it('one person proposes, and cannot approve what it has proposed', async () => {
    await recorded([], here);
    const wrong = await rapporteur(['correct', name, '0', '--annul', '--reason', 'x'], here);
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toContain('Correct or annul that step in the same proposal');

    const both = path.join(folder, 'both.json');
    const set = [0, 1].map((revision) => ({ revision, annul: true }));
    await writeFile(both, JSON.stringify(set));
    const propose = ['correct', name, '--set', `@${both}`, '--reason', 'Another draft was meant.'];
    const checked = await rapporteur([...propose, '--check', '--json'], here);
    expect(JSON.parse(checked.out)).toMatchObject({ case: name, revision: 2 });
    expect(await rapporteur(propose, here)).toMatchObject({ code: 0, err: '' });

    const approve = await rapporteur(['correct', name, '--approve', '2', '--lang', 'fr'], here);
    expect(approve).toMatchObject({ code: 1, out: '' });
    expect(approve.err).toContain("une deuxième personne l'approuve ou la rejette");
    const listed = await rapporteur(['correct', name, '--list', '--lang', 'es'], here);
    expect(listed.out).toContain('revisión 2: propuesta, aún sin resolver');
    expect(listed.out).toContain('revisión 1: anulado');
    const before = ['correct', name, '--list', '--known-on', '@2'];
    expect((await rapporteur(before, here)).out).toBe('No correction was proposed.\n');
  });

  it('is used wrongly with two ways at once, or with none', async () => {
    for (const words of [
      ['1', '--annul'],
      ['1', '--reason', 'x'],
      ['1', '--approve', '2', '--annul', '--reason', 'x'],
      ['--reject', '2'],
    ]) {
      expect((await rapporteur(['correct', name, ...words], here)).code).toBe(2);
    }
  });
});

describe('Through a server', () => {
  it('two persons correct a date, and the history shows both dates and both persons', async () => {
    const server = await serverProcess(here);
    const as = (person: string) => ['--url', server.url, '--person', person];
    await recorded(as('registrar'), {});
    const why = ['--reason', 'So says the cover page.'];
    const propose = ['correct', name, '1', '--on', '2017-10-05', ...why, ...as('registrar')];
    expect(await rapporteur(propose, {})).toMatchObject({ code: 0, err: '' });
    const approve = ['correct', name, '--approve', '2'];
    const own = await rapporteur([...approve, ...as('registrar')], {});
    expect(own.err).toContain('Refused (forbidden)');
    const seen = ['--if-match', '2', '--json'];
    const tried = await rapporteur([...approve, '--check', ...seen, ...as('deputy')], {});
    expect(JSON.parse(tried.out)).not.toHaveProperty('position');
    const done = await rapporteur([...approve, ...seen, ...as('deputy')], {});
    expect(JSON.parse(done.out)).toMatchObject({ case: name, revision: 3 });

    const { out } = await rapporteur(['history', name, ...as('auditor')], {});
    expect(out).toContain('2017-10-05 ~2017-10-06');
    expect(out).toContain(
      '~ corrected (date 2017-10-05): correction proposed by registrar (revision 2), approved by deputy (revision 3)',
    );
    const reject = ['correct', name, '--reject', '2', '--reason', 'No.', ...as('deputy')];
    expect((await rapporteur(reject, {})).err).toContain('Refused (alreadyRecorded)');
    expect(await server.end('SIGTERM')).toBe(0);
  });
});
