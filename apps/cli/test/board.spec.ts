import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rapporteur, serverProcess } from './server-process';

// Questions to all cases, and papers, at the built command line.

jest.setTimeout(120_000);

let folder: string;
let here: Record<string, string>;

const steps = [
  'case,type,occurredOn,data,decision.mode,onBehalfOf',
  'decision/ecommerce,decision.submitted,2017-10-05,"{""proponents"":[""RUS""],""originalLang"":""en"",""text"":""Draft""}",,member:RUS',
  'decision/ecommerce,decision.circulated,2017-10-06,"{""symbols"":[""JOB/GC/137""],""jobNo"":""17-0000"",""restriction"":""restricted""}",,',
  'decision/ecommerce,decision.adopted,2017-12-13,"{""symbols"":[""WT/MIN(17)/SIM/1""],""paras"":[""1"",""2"",""6"",""7""],""body"":""ministerialConference""}",consensus,ministerialConference',
];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-cli-'));
  here = { RAPPORTEUR_DATA: folder };
  const file = path.join(folder, 'steps.csv');
  await writeFile(file, steps.join('\n'));
  expect(await rapporteur(['record', '--from', file], here)).toMatchObject({ code: 0, err: '' });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const plain = (text: string) => text.replace(/\s+/g, ' ');
const widest = (text: string) => Math.max(...text.split('\n').map((line) => [...line].length));

describe('At the store itself', () => {
  it('the board tells where all cases stand, in a table that fits 80 columns', async () => {
    const board = ['board', '--as-at', '2018-01-10', '--known-on', '@3', '--lang', 'fr'];
    const { code, out, err } = await rapporteur(board, here);
    expect([code, err]).toEqual([0, '']);
    expect(widest(out)).toBeLessThanOrEqual(80);
    expect(out).not.toContain('\u001b');
    expect(out).toMatch(/Décision ministérielle +.*En vigueur/);
    expect(out).toMatch(/decision\/ecommerce +.*En vigueur/);
    expect(out).toMatch(
      /live · à la date du 2018-01-10 · selon les informations disponibles au @3\n?.*@3/,
    );
    expect((await stat(path.join(folder, 'board.db'))).size).toBeGreaterThan(0);
    const json = await rapporteur([...board, '--json', '--procedure', 'decision'], here);
    expect(JSON.parse(json.out)).toMatchObject({
      basis: { size: 3 },
      counts: [{ procedure: 'decision', count: 1 }],
    });
  });

  it('changes and late entries are told in words', async () => {
    const between = ['--from', '2017-10-06', '--as-at', '2017-12-13'];
    const changes = await rapporteur(['changes', ...between, '--lang', 'es'], here);
    expect(changes.code).toBe(0);
    expect(plain(changes.out)).toContain('el 13 de diciembre de 2017');
    expect(changes.out).toContain('del 2017-10-06 al 2017-12-13');
    const late = await rapporteur(['late', '--procedure', 'decision'], here);
    expect(plain(late.out)).toMatch(/decision\/ecommerce .*days later\)/);
    const none = await rapporteur(['late', '--since', '@3', '--known-on', '@3'], here);
    expect(none.out).toContain('Nothing was recorded late, and nothing corrected.');
  });

  it('a brief is written to a file, and a calendar beside it', async () => {
    const brief = ['brief', '--under', 'decision/ecommerce', '--as-at', '2018-01-10'];
    const text = await rapporteur([...brief, '--lang', 'fr', '--known-on', '@3'], here);
    expect(text).toMatchObject({ code: 0, err: '' });
    expect(plain(text.out)).toContain('10 janvier 2018');
    expect(widest(text.out)).toBeLessThanOrEqual(80);
    const pdf = path.join(folder, 'brief.pdf');
    expect((await rapporteur([...brief, '--format', 'pdf', '--out', pdf], here)).code).toBe(0);
    expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
    const calendar = path.join(folder, 'calendar.ics');
    expect((await rapporteur(['calendar', '--out', calendar], here)).code).toBe(0);
    expect(await readFile(calendar, 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });

  it('what cannot be is refused with 1, what is used wrongly with 2', async () => {
    const refused = await rapporteur(['board', '--state', 'painted', '--lang', 'es'], here);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('no existe el estado painted');
    for (const words of [
      ['changes'],
      ['changes', '--from', '2018-01-01', '--to', '2018-02-01', '--as-at', '2018-02-01'],
      ['brief'],
      ['brief', 'ecommerce-2018-07', '--format', 'docx'],
    ]) {
      expect((await rapporteur(words, here)).code).toBe(2);
    }
  });
});

describe('Through a server', () => {
  it('the same verbs give the same answers', async () => {
    const server = await serverProcess(here);
    try {
      const { log } = (await (await fetch(`${server.url}/health/ready`)).json()) as {
        log: { size: number };
      };
      const known = ['--known-on', `@${log.size}`];
      const through = ['--url', server.url, '--as', 'auditor'];
      for (const words of [
        ['board', '--as-at', '2018-01-10'],
        ['brief', 'ecommerce-2018-07', '--format', 'html', '--lang', 'es'],
        ['calendar', '--as-at', '2018-01-10', '--lang', 'fr'],
      ]) {
        const there = await rapporteur([...words, ...known, ...through], {});
        expect(there).toMatchObject({ code: 0, err: '' });
        expect(there.out).toBe((await rapporteur([...words, ...known], here)).out);
      }
    } finally {
      expect(await server.end('SIGTERM')).toBe(0);
    }
  });
});
