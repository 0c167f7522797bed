import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rapporteur, serverProcess } from './server-process';

// Evidence, notes and approvals at the built command line, on the store itself and through a server.

jest.setTimeout(60_000);

let folder: string;
let here: Record<string, string>;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-cli-'));
  here = { RAPPORTEUR_DATA: folder };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const name = 'decision/ecommerce';
const payload = '{"proponents":["RUS"],"originalLang":"en","text":"Work Programme"}';
const documents = '[{"symbol":"JOB/GC/137"},{"title":"Cover note"}]';

async function submitted(): Promise<void> {
  const step = ['record', name, 'decision.submitted', '--on', '2017-10-05', '--source', 'draft'];
  expect((await rapporteur([...step, '--data', payload], here)).code).toBe(0);
}

describe('At the store itself', () => {
  it('evidence is added and a note is made; the history shows both', async () => {
    await submitted();
    const before = await rapporteur(['history', name], here);
    expect(before.out).toContain('provisional');
    const added = await rapporteur(['evidence', name, '0', '--documents', documents], here);
    expect(added).toMatchObject({ code: 0, err: '' });
    expect(added.out).toContain('Recorded: decision/ecommerce, revision 1');
    const noted = await rapporteur(['note', name, 'Seen by the registry.', '--json'], here);
    expect(JSON.parse(noted.out)).toMatchObject({ case: name, revision: 2, verdicts: {} });
    const { out } = await rapporteur(['history', name], here);
    expect(out).not.toContain('provisional');
    expect(out).toContain('evidence: JOB/GC/137, Cover note (revision 1)');
    expect(out).toMatch(/Evidence added +for revision 0: JOB\/GC\/137, Cover note/);
    expect(out).toMatch(/Note +“Seen by the registry.”/);
    const known = await rapporteur(['history', name, '--known-on', '@1', '--lang', 'fr'], here);
    expect(known.out).toContain('provisoire');
  });

  it('documents come from a file, and a key makes a request one that may be repeated', async () => {
    await submitted();
    const file = path.join(folder, 'documents.json');
    await writeFile(file, documents);
    const add = ['evidence', name, '0', '--documents', `@${file}`, '--key', 'k', '--json'];
    const [first, again] = [await rapporteur(add, here), await rapporteur(add, here)];
    expect(first.code).toBe(0);
    expect(JSON.parse(again.out)).toEqual(JSON.parse(first.out));
    const moved = ['note', name, 'x', '--if-match', '0'];
    expect((await rapporteur(moved, here)).err).toContain('Refused (conflict)');
  });

  it('what cannot be is refused with 1, what is used wrongly with 2', async () => {
    await submitted();
    const nothing = await rapporteur(['evidence', name, '9', '--documents', documents], here);
    expect(nothing).toMatchObject({ code: 1, out: '' });
    expect(nothing.err).toContain('there is no record 9 in this case');
    expect(nothing.err).toContain('[Rapporteur, ¶record.evidenceAdded]');
    const regular = await rapporteur(['approve', name, '0', '--lang', 'es'], here);
    expect(regular).toMatchObject({ code: 1 });
    expect(regular.err).toContain('no se registró como irregular');
    for (const words of [
      ['evidence', name, '0'],
      ['evidence', name, 'x', '--documents', documents],
      ['evidence', name, '0', '--documents', 'x'],
      ['note', name],
    ]) {
      expect((await rapporteur(words, here)).code).toBe(2);
    }
  });
});

/** A meeting that was opened without a notice: recorded as irregular, with the reason. */
async function openedWithoutNotice(meeting: string, through: string[]): Promise<void> {
  const plan = '{"body":"generalCouncil","spans":[{"from":"2018-05-08"}],"format":"formal"}';
  const opening = '{"presidingRef":"HOLDER-Z","capacity":"chair","quorum":"presumed"}';
  const irregular = JSON.stringify({
    irregularity: { reason: 'The notice was lost.' },
    onBehalfOf: { role: 'chair', of: 'generalCouncil' },
  });
  for (const [type, on, data, more] of [
    ['meeting.planned', '2018-04-20', plan, '{}'],
    ['meeting.opened', '2018-05-08', opening, irregular],
  ] as const) {
    const step = ['record', meeting, type, '--on', on, '--data', data, '--more', more];
    expect(await rapporteur([...step, ...through], {})).toMatchObject({ code: 0, err: '' });
  }
}

describe('Through a server', () => {
  it('an irregular step is approved by a second person, and the history says so', async () => {
    const server = await serverProcess(here);
    const meeting = 'meeting/gc-2018-05-08';
    const through = (office: string) => ['--url', server.url, '--as', office];
    await openedWithoutNotice(meeting, through('secretariat'));
    const shown = await rapporteur(['history', meeting, ...through('auditor')], {});
    expect(shown.out).toContain('irregular (not approved)');
    const approve = ['approve', meeting, '1', '--reason', 'Nobody objected.'];
    const asAuditor = await rapporteur([...approve, ...through('auditor')], {});
    expect(asAuditor).toMatchObject({ code: 1 });
    expect(asAuditor.err).toContain('Refused (forbidden)');
    const byOther = await rapporteur([...approve, ...through('chair:goodsCouncil')], {});
    expect(byOther.err).toContain('its own chair approves it');
    const approved = await rapporteur([...approve, ...through('chair:generalCouncil')], {});
    expect(approved).toMatchObject({ code: 0, err: '' });
    const after = await rapporteur(['history', meeting, '--lang', 'fr', ...through('auditor')], {});
    expect(after.out).toContain('irrégulier (approuvé par demo-chair-generalCouncil, révision');
    expect(after.out).toContain('Irrégularité approuvée');
    const note = ['note', meeting, 'Seen.', '--documents', documents, ...through('auditor')];
    expect((await rapporteur(note, {})).code).toBe(0);
    expect(await server.end('SIGTERM')).toBe(0);
  });
});
