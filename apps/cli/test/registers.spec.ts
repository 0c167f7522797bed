import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rapporteur, serverProcess } from './server-process';

// What really happened is a register of its own, in a folder of its own.

jest.setTimeout(60_000);

let folder: string;
let here: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-registers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('rapporteur demo as-happened', () => {
  beforeAll(async () => {
    here = { RAPPORTEUR_DATA: path.join(folder, 'happened') };
    expect(await rapporteur(['demo', 'as-happened'], here)).toMatchObject({ code: 0, err: '' });
  });

  it('tells that the draft was not adopted, and how the practice on customs duties ended', async () => {
    const draft = await rapporteur(['show', 'decision/ecommerce', '--lang', 'fr'], here);
    expect(draft.out).toContain('decision/ecommerce: Non adoptée');
    const practice = 'moratorium/mc11-work-programme';
    expect((await rapporteur(['show', practice], here)).out).toContain(`${practice}: Lapsed`);
    const contested = await rapporteur(['show', practice, '--as-at', '2018-10-18'], here);
    expect(contested.out).toContain('Term contested');
    const none = await rapporteur(['show', 'workingGroup/ecommerce'], here);
    expect(none.code).toBe(1);
  });

  it('leaves nothing for the clock to propose', async () => {
    for (const date of ['2018-10-22', '2022-06-18', '2026-04-30', '2026-11-01']) {
      const { out } = await rapporteur(['tick', '--check', '--json', '--date', date], here);
      expect(JSON.parse(out)).toEqual({ steps: [] });
    }
  });

  it('is not mixed with the register as drafted', async () => {
    const refused = await rapporteur(['demo', 'as-drafted'], here);
    expect(refused).toMatchObject({ code: 1, out: '' });
    const server = await serverProcess(here, 'start');
    expect(server.output()).toContain('serves the register as-happened (SIMULATED)');
    expect(await server.end('SIGTERM')).toBe(0);
  });
});

it('rapporteur start brings the register as drafted into an empty store', async () => {
  const empty = { RAPPORTEUR_DATA: path.join(folder, 'empty') };
  const server = await serverProcess(empty, 'start');
  expect(server.output()).toContain('Brought the register as-drafted');
  expect(server.output()).toContain('serves the register as-drafted (SIMULATED)');
  expect(await server.end('SIGTERM')).toBe(0);
});
