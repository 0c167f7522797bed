import { isRefusal, languages, type Language } from '@rapporteur/kernel';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brought } from '../test/registers';
import { briefPaper } from './brief-paper';
import { briefPdf, reviewBrief, type Brief } from '.';

// Text is set many times over until it fits its pages, and these tests run beside others.
jest.setTimeout(120_000);

let folder: string;
let brief: Brief;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-papers-'));
  const { source, engine } = await brought('as-drafted', '2018-05-31');
  const answer = await reviewBrief(source, {
    under: 'decision/ecommerce',
    asAt: '2018-03-08',
    knownOn: '2018-05-06',
  });
  await engine.stop();
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  brief = answer;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const pdfs = new Map<Language, Promise<Uint8Array>>();
function pdfIn(language: Language): Promise<Uint8Array> {
  const known = pdfs.get(language) ?? briefPdf(brief, language);
  pdfs.set(language, known);
  return known;
}

/** What a reader finds who searches the PDF, with the ends of lines as spaces. */
async function textIn(language: Language) {
  const file = path.join(folder, `${language}.pdf`);
  await writeFile(file, await pdfIn(language));
  const script = path.join(__dirname, '../test/pdf-text.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, file]);
  const { pages, text } = JSON.parse(stdout) as { pages: number; text: string };
  return { pages, text: text.replace(/\s+/g, ' ') };
}

describe('The PDF', () => {
  it.each(languages)('holds the sentence as text that can be searched: %s', async (language) => {
    const { text } = await textIn(language);
    expect(text).toContain(brief.sentence.text[language]);
    expect(text).toContain(brief.title[language]);
    expect(text).toContain(brief.recordedSince.words[language]);
    const recital = brief.parts.find(({ id }) => id === '1')?.recital?.[language] ?? '';
    expect(text).toContain(recital.slice(1));
  });

  it('has on every page its number, the register, and that it is a simulation', async () => {
    const { pages, text } = await textIn('fr');
    expect(pages).toBeGreaterThan(2);
    const count = (part: string) => text.split(part).length - 1;
    for (let page = 1; page <= pages; page++) expect(text).toContain(`${page}/${pages}`);
    expect(count('SIMULATION Selon le projet')).toBe(pages);
    expect(count(brief.reference)).toBeGreaterThanOrEqual(pages);
  });

  it.each(languages)('has no character that its fonts lack: %s', (language) => {
    const { blocks, particulars, foot } = briefPaper(brief, language);
    const said = JSON.stringify([blocks, particulars, foot]);
    // What Roboto, as it comes with pdfmake, has of what is written in the three languages.
    expect([...said].filter((each) => !/[ -~¡-ÿŒœ–—‘’“”…›≤]/.test(each))).toEqual([]);
  });

  it('is the same to the last byte when it is made again', async () => {
    const again = await briefPdf(JSON.parse(JSON.stringify(brief)), 'es');
    expect(Buffer.from(again).equals(Buffer.from(await pdfIn('es')))).toBe(true);
    const date = brief.knownOn.recordedUpTo!.slice(0, 10).replaceAll('-', '');
    expect(Buffer.from(again).includes(`(D:${date}`)).toBe(true);
  });
});
