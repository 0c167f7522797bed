import { isRefusal, languages } from '@rapporteur/kernel';
import { brought } from '../test/registers';
import { briefHtml, reviewBrief, type Brief } from '.';

jest.setTimeout(60_000);

let brief: Brief;
beforeAll(async () => {
  const { source, engine } = await brought('as-drafted', '2018-10-31');
  const question = { review: 'review/ecommerce-2018-07', knownOn: '2018-10-01' };
  const answer = await reviewBrief(source, question);
  await engine.stop();
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  brief = answer;
});

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('The HTML', () => {
  it.each(languages)(
    'says its language, the sentence, the reference, the register: %s',
    (language) => {
      const html = briefHtml(brief, language);
      expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}">`));
      const text = plain(html);
      for (const words of [
        brief.sentence.text,
        brief.title,
        brief.recordedSince.words,
        brief.register.label,
      ]) {
        expect(text).toContain(words[language]);
      }
      expect(text.split(brief.reference).length).toBeGreaterThan(2);
    },
  );

  it('needs nothing else: no script, no link, no other resource', () => {
    const html = briefHtml(brief, 'en');
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\shref=|@import|url\(|\son\w+=/i);
  });

  it('has a caption and heads in every table, for rows and columns', () => {
    const tables = briefHtml(brief, 'es').match(/<table>[\s\S]*?<\/table>/g) ?? [];
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) {
      expect(table).toMatch(/^<table><caption>[^<]+<\/caption>/);
      expect(table).toContain('<th scope="col">');
      const rows = table.split('<tbody>')[1]!.split('<tr>').slice(1);
      expect(rows.filter((row) => !row.startsWith('<th scope="row"'))).toEqual([]);
    }
  });

  it('marks a difference by words and by <ins> and <del>, not by colour alone', () => {
    const html = briefHtml(brief, 'en');
    const row = html.match(/<tr><th scope="row"[^>]*>Copyright in the digital[\s\S]*?<\/tr>/)?.[0];
    expect(row).toMatch(/<del><b>In the work plan[^<]*<\/b><\/del> <ins><b>Under discussion/);
    expect(row).toMatch(/<b>changed<\/b>/);
  });

  it('nests its elements and closes each', () => {
    const open: string[] = [];
    const isVoid = (name: string) => ['meta', 'col', 'br'].includes(name);
    const body = briefHtml(brief, 'fr').replace(/<style>[\s\S]*?<\/style>/, '');
    for (const [, end, name = ''] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
      if (isVoid(name)) continue;
      if (end === '/') expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  it('escapes whatever it did not write itself, in the text, in attributes and in its style', () => {
    const evil = '</style><script>alert("1")</script>\'&\\';
    const spoilt = JSON.parse(
      JSON.stringify(brief)
        .replaceAll('Copyright in the digital environment', 'COPYRIGHT')
        .replaceAll(JSON.stringify(brief.reference).slice(1, -1), 'REFERENCE'),
      (_, value: unknown) =>
        typeof value === 'string'
          ? value.replaceAll('COPYRIGHT', evil).replaceAll('REFERENCE', evil)
          : value,
    ) as Brief;
    const html = briefHtml(spoilt, 'en');
    expect(html).not.toContain('<script');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain(
      '&lt;/style&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;\\',
    );
  });
});
