import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rapporteur, serverProcess } from './server-process';

// The built command line, as a person uses it.

jest.setTimeout(60_000);

let folder: string;
let here: Record<string, string>;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-cli-'));
  here = { RAPPORTEUR_DATA: folder };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const payload = '{"proponents":["RUS"],"originalLang":"en","text":"Work Programme"}';
const submit = ['record', 'decision/ecommerce', 'decision.submitted', '--on', '2017-10-05'];

describe('rapporteur demo', () => {
  it('brings a register into an empty store, once', async () => {
    const first = await rapporteur(['demo', 'as-drafted'], here);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('996 records');
    const second = await rapporteur(['demo', 'as-drafted'], here);
    expect(second.code).toBe(0);
    expect(second.out).toContain('was already in the store: 996 records');

    const chair = await rapporteur(['show', 'chair/ecommerce', '--lang', 'fr'], here);
    expect(chair.out).toContain('chair/ecommerce: En fonctions');
    const then = ['history', 'chair/ecommerce', '--json', '--known-on', '2018-03-31'];
    const { records } = JSON.parse((await rapporteur(then, here)).out);
    expect(records.map((r: { type: string }) => r.type)).not.toContain('chair.consensusNoted');
    expect(
      records.every((r: { metadata: { simulated: boolean } }) => r.metadata.simulated === true),
    ).toBe(true);
  });

  it('then tells what is due, what is possible, and what is not and why', async () => {
    await rapporteur(['demo', 'as-drafted'], here);
    const next = ['next', 'decision/ecommerce', '--under', '--as-at', '2018-02-26'];
    const { out } = await rapporteur([...next, '--lang', 'es'], here);
    expect(out).toContain('chair/ecommerce');
    expect(out).toContain('todavía no: Designado');
    expect(out).toContain('El Consejo General designa al Presidente de un Grupo de Trabajo');
    expect(out).toContain('[¶2]');
    const { under } = JSON.parse((await rapporteur([...next, '--json'], here)).out);
    expect(under.length).toBeGreaterThan(1);
  });

  it('never brings one into a store that holds something else', async () => {
    await rapporteur([...submit, '--data', payload], here);
    const refused = await rapporteur(['demo', 'as-drafted'], here);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('already holds 1 records of something else');
    expect((await rapporteur(['demo', 'as-dreamt'], here)).code).toBe(2);
  });
});

describe('rapporteur record', () => {
  it('records on the store itself as the operator, on behalf of whose act it is', async () => {
    const forRussia = [...submit, '--data', payload, '--on-behalf-of', 'member:RUS'];
    const recorded = await rapporteur(forRussia, here);
    expect(recorded).toMatchObject({ code: 0, err: '' });
    expect(recorded.out).toContain(
      'Recorded: decision/ecommerce, revision 0: Not yet opened → Submitted',
    );
    const { out } = await rapporteur(['history', 'decision/ecommerce', '--json'], here);
    expect(JSON.parse(out).records[0].metadata).toMatchObject({
      actor: { role: 'operator' },
      onBehalfOf: { role: 'member', of: 'RUS' },
    });
  });

  it('reads the payload from a file or from standard input', async () => {
    await writeFile(path.join(folder, 'payload.json'), payload);
    const fromFile = [...submit, '--data', `@${path.join(folder, 'payload.json')}`];
    expect((await rapporteur(fromFile, here)).code).toBe(0);
    const other = submit.map((word) => word.replace('ecommerce', 'other'));
    expect((await rapporteur([...other, '--data', '-'], here, payload)).code).toBe(0);
  });

  it('says what was refused and why, in the language asked for, and exits with 1', async () => {
    const refused = await rapporteur([...submit, '--data', '{"text":""}', '--lang', 'es'], here);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('data.proponents: ');
    expect(refused.err).toContain('Rechazado (invalid)');
    const unknown = await rapporteur(['show', 'decision/none'], here);
    expect(unknown).toMatchObject({ code: 1 });
  });

  it('exits with 2 when it is used wrongly, saying how to use it', async () => {
    for (const [words, said] of [
      [['record', 'decision/ecommerce', 'decision.submitted'], '--on'],
      [[...submit, '--data', 'x'], '--data is not JSON'],
      [[...submit, '--follows', 'x'], '--follows is "x"'],
      [['show', 'decision'], 'write procedure/case'],
      [['show', 'decision/ecommerce', '--lang', 'de'], 'en, fr or es'],
      [['dance'], 'dance'],
    ] as const) {
      const ended = await rapporteur(words, here);
      expect(ended.code).toBe(2);
      expect(ended.err).toContain(said);
    }
  });
});

describe('The settings', () => {
  it('are checked at start, each mistake named with what would be right', async () => {
    const wrong = {
      ...here,
      PORT: '70000',
      RAPPORTEUR_STORE: 'postgres://x',
      RAPPORTEUR_AUTH: 'none',
      RAPPORTEUR_TODAY: '2018-02-30',
      RAPPORTEUR_STROE: 'memory:',
    };
    const ended = await rapporteur(['serve'], wrong);
    expect(ended.code).toBe(2);
    for (const name of ['PORT', ...Object.keys(wrong).filter((n) => n !== 'RAPPORTEUR_DATA')]) {
      expect(ended.err).toContain(name);
    }
    expect(ended.err).toContain('from 0 to 65535');
    expect(ended.err).toContain('written YYYY-MM-DD');
  });

  it('say how callers prove who they are; without it nothing is served', async () => {
    const ended = await rapporteur(['serve'], here);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('RAPPORTEUR_AUTH=demo');
  });

  it('fix what counts as today, and never when something was recorded', async () => {
    const then = { ...here, RAPPORTEUR_TODAY: '2017-10-04' };
    const early = await rapporteur([...submit, '--data', payload], then);
    expect(early.err).toContain('today, 2017-10-04');
    const onTheDay = { ...here, RAPPORTEUR_TODAY: '2017-10-05' };
    expect((await rapporteur([...submit, '--data', payload], onTheDay)).code).toBe(0);
    const { out } = await rapporteur(['history', 'decision/ecommerce', '--json'], onTheDay);
    expect(JSON.parse(out).asAt).toBe('2017-10-05');
    expect(JSON.parse(out).records[0].metadata.recordedAt > '2026').toBe(true);
  });
});

describe('A server', () => {
  it('serves the register as-drafted to a newcomer, and the same verbs work through it', async () => {
    const server = await serverProcess(here, 'start');
    expect(server.output()).toContain('Brought the register as-drafted');
    const through = ['--url', server.url];
    const shown = await rapporteur(['show', 'workingGroup/ecommerce', ...through], {});
    expect(shown.out).toContain('Operational; Open-ended mandate');
    const forbidden = await rapporteur(
      [...submit, '--data', payload, ...through, '--as', 'auditor'],
      {},
    );
    expect(forbidden).toMatchObject({ code: 1 });
    expect(forbidden.err).toContain('Refused (forbidden)');
    const other = submit.map((word) => word.replace('ecommerce', 'other'));
    const recorded = await rapporteur(
      [...other, '--data', payload, ...through, '--as', 'member:RUS', '--json'],
      {},
    );
    expect(JSON.parse(recorded.out)).toMatchObject({ case: 'decision/other', revision: 0 });
    expect(await server.end('SIGTERM')).toBe(0);

    const again = await serverProcess(here, 'start');
    expect(again.output()).not.toContain('Brought');
    const register = await (await fetch(`${again.url}/api/register`)).json();
    expect(register).toMatchObject({ id: 'as-drafted', simulated: true });
    expect(await again.end('SIGINT')).toBe(0);
  });

  it('says that a port is taken, and which way out there is', async () => {
    const server = await serverProcess(here);
    const port = new URL(server.url).port;
    const second = await rapporteur(['serve'], { ...here, PORT: port, RAPPORTEUR_AUTH: 'demo' });
    expect(second).toMatchObject({ code: 1 });
    expect(second.err).toContain('PORT=3001');
    await server.end('SIGTERM');
  });

  it('is not found where there is none', async () => {
    const ended = await rapporteur(['show', 'decision/x', '--url', 'http://127.0.0.1:9'], {});
    expect(ended).toMatchObject({ code: 2 });
    expect(ended.err).toContain('no server answers at http://127.0.0.1:9');
  });
});
