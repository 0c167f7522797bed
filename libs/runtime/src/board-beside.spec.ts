import { isRefusal } from '@rapporteur/kernel';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openInstallation, type Installation } from './installation';
import { settingsFrom } from './settings';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-board-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (more: Record<string, string> = {}) =>
  openInstallation(settingsFrom({ RAPPORTEUR_DATA: folder, ...more }), () => {});

async function submitted({ engine }: Installation): Promise<void> {
  const step = {
    type: 'decision.submitted',
    data: { proponents: ['RUS'], originalLang: 'en', text: 'Draft' },
    occurredOn: '2017-10-05',
  };
  const actor = { id: 'registrar', role: 'secretariat' } as const;
  const result = await engine.record({ procedure: 'decision', case: 'x' }, step, { actor });
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
}

describe('The board of an installation', () => {
  it('is opened when first asked for, and found again by the next process', async () => {
    const file = path.join(folder, 'board.db');
    const first = await open();
    await submitted(first);
    expect([first.board.progress(), existsSync(file)]).toEqual([undefined, false]);
    const board = await first.board.built();
    expect(first.board.open()).toBe(board);
    expect(first.board.progress()).toEqual({ size: 1, following: true });
    const question = { asAt: '2018-01-01', knownOn: '@1' };
    const answer = await board.cases(question);
    expect(answer).toMatchObject({ cases: [{ case: 'decision/x' }] });
    await first.close();
    expect(existsSync(file)).toBe(true);

    const second = await open();
    expect(await (await second.board.built()).cases(question)).toEqual(answer);
    await second.close();
  });

  it('of a log in memory goes with the process', async () => {
    const installation = await open({ RAPPORTEUR_STORE: 'memory:' });
    await submitted(installation);
    await installation.board.built();
    expect(installation.board.progress()).toEqual({ size: 1, following: true });
    await installation.close();
    expect(existsSync(path.join(folder, 'board.db'))).toBe(false);
  });
});
