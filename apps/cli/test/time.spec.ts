import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rapporteur, serverProcess } from './server-process';

// Many steps at once, deadlines and the clock at the built command line.

jest.setTimeout(60_000);

let folder: string;
let here: Record<string, string>;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-cli-'));
  here = { RAPPORTEUR_DATA: folder };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function file(...lines: readonly string[]): Promise<string> {
  const name = path.join(folder, 'steps.csv');
  await writeFile(name, lines.join('\n'));
  return name;
}

const header =
  'case,type,occurredOn,data,decision.mode,data.body,data.spans,data.format,onBehalfOf';
const submitted =
  'decision/ecommerce,decision.submitted,2017-10-05,"{""proponents"":[""RUS""],""originalLang"":""en"",""text"":""Draft""}",,,,,member:RUS';
const circulated =
  'decision/ecommerce,decision.circulated,2017-10-06,"{""symbols"":[""JOB/GC/137""],""jobNo"":""17-0000"",""restriction"":""restricted""}",,,,,';
const adopted =
  'decision/ecommerce,decision.adopted,2017-12-13,"{""symbols"":[""WT/MIN(17)/SIM/1""],""paras"":[""1"",""2"",""6"",""7""]}",consensus,ministerialConference,,,ministerialConference';
const march =
  'meeting/gc-2018-03-07,meeting.planned,2018-01-15,,,generalCouncil,"[{""from"":""2018-03-07""}]",formal,';

describe('rapporteur record --from', () => {
  it('tries the steps of a file, then records them all, and the same file once', async () => {
    const from = await file(header, submitted, circulated, adopted, march);
    const tried = await rapporteur(['record', '--from', from, '--check'], here);
    expect(tried).toMatchObject({ code: 0, err: '', out: '4 can be recorded\n' });
    expect((await rapporteur(['show', 'decision/ecommerce'], here)).code).toBe(1);

    expect(await rapporteur(['record', '--from', from], here)).toMatchObject({
      code: 0,
      out: '4 recorded\n',
    });
    const first = await rapporteur(['history', 'decision/ecommerce', '--json'], here);
    expect((await rapporteur(['record', '--from', from], here)).code).toBe(0);
    const again = await rapporteur(['history', 'decision/ecommerce', '--json'], here);
    expect(JSON.parse(again.out).records).toEqual(JSON.parse(first.out).records);
  });

  it('records nothing when one step is impossible, and names each problem by its line', async () => {
    const misspelt = circulated.replace('jobNo', 'jobNr');
    const from = await file(header, submitted, misspelt, '', adopted, march);
    const { code, out, err } = await rapporteur(['record', '--from', from], here);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('line 3: decision/ecommerce decision.circulated: data.jobNr:');
    expect(err).toContain('line 5: decision/ecommerce decision.adopted: decision.adopted.order:');
    expect(err).not.toContain('line 6');
    expect(err).toContain('Nothing was recorded.');
    expect((await rapporteur(['show', 'meeting/gc-2018-03-07'], here)).code).toBe(1);
  });

  it('does the same through a server, in the language asked for', async () => {
    const server = await serverProcess({ ...here, RAPPORTEUR_AUTH: 'demo' });
    const url = ['--url', server.url, '--as', 'secretariat'];
    const bad = await file(header, adopted);
    const refused = await rapporteur(['record', '--from', bad, '--lang', 'fr', ...url], here);
    expect(refused.err).toContain('ligne 2: decision/ecommerce decision.adopted');
    expect(refused.err).toContain("Rien n'a été enregistré.");
    const good = await file(header, submitted, circulated);
    expect((await rapporteur(['record', '--from', good, ...url], here)).out).toBe('2 recorded\n');
    await server.end('SIGTERM');
  });

  it('is used wrongly with a case, without a file, or with a file that is none', async () => {
    const from = await file(header, submitted);
    for (const words of [
      ['record'],
      ['record', 'decision/ecommerce', 'decision.submitted'],
      ['record', 'decision/ecommerce', '--from', from],
      ['record', '--from', path.join(folder, 'none.csv')],
      ['record', '--from', await file('case,type')],
    ]) {
      expect((await rapporteur(words, here)).code).toBe(2);
    }
  });
});

describe('rapporteur obligations and tick', () => {
  it('say what is due, and record what time brings', async () => {
    const from = await file(header, submitted, circulated, adopted);
    expect((await rapporteur(['record', '--from', from], here)).code).toBe(0);
    const before = await rapporteur(['obligations', '--as-at', '2018-01-10'], here);
    expect(before.out).toMatch(/D1a +not computable +workingGroup\/ecommerce/);

    const calendar = await file(header, march);
    expect((await rapporteur(['record', '--from', calendar], here)).code).toBe(0);
    const french = ['obligations', '--as-at', '2018-03-02', '--lang', 'fr'];
    const after = await rapporteur(french, here);
    expect(after.out).toMatch(/D1a +DÉPASSÉE/);
    const unwrapped = after.out.replace(/\s+/g, ' ');
    expect(unwrapped).toContain("le Conseil général n'a pas tenu de réunion en février");

    const check = await rapporteur(['tick', '--date', '2018-07-31', '--check'], here);
    expect(check.out).toMatch(/2018-07-\d\d review\/ecommerce-2018-07 review.missed: due/);
    expect((await rapporteur(['show', 'review/ecommerce-2018-07'], here)).out).not.toContain(
      'Not held',
    );
    const ticked = await rapporteur(['tick', '--date', '2018-07-31', '--json'], here);
    expect(JSON.parse(ticked.out).steps).toContainEqual(
      expect.objectContaining({ type: 'review.missed', came: 'recorded' }),
    );
    expect((await rapporteur(['show', 'review/ecommerce-2018-07'], here)).out).toContain(
      'Not held',
    );
    const again = await rapporteur(['tick', '--date', '2018-07-31'], here);
    expect(again).toMatchObject({ code: 0, out: 'Nothing has come due.\n' });
  });

  it('tick takes a date that exists', async () => {
    expect((await rapporteur(['tick', '--date', '2018-02-30'], here)).code).toBe(2);
  });
});
