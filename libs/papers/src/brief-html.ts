import type { Language } from '@rapporteur/kernel';
import type { Brief } from './brief';
import { briefPaper } from './brief-paper';
import type { Block, Cell, Paper, Run, Runs, Table } from './paper';
import { htmlStyle } from './html-style';

/** The brief as one HTML document that needs nothing else: no script, no other resource. */
export function briefHtml(brief: Brief, language: Language): string {
  const paper = briefPaper(brief, language);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(paper.title)}</title>
<style>${htmlStyle}
${pageStyle(paper)}</style>
</head>
<body>
<header>${banner(paper)}
<h1>${escaped(paper.title)}</h1>
<dl>${paper.particulars.map(particular).join('')}</dl>
</header>
<main>
${paper.blocks.map(block).join('\n')}
</main>
<footer>${paper.foot.map((line) => `<p>${escaped(line)}</p>`).join('')}</footer>
</body>
</html>
`;
}

function banner({ register, simulation }: Paper): string {
  const marked = simulation === null ? '' : `<strong>${escaped(simulation)}</strong> `;
  return `<p class="register">${marked}${escaped(register)}</p>`;
}

const particular = ([name, value]: Paper['particulars'][number]): string =>
  `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`;

/** What stands on every printed page, where the browser can set it. */
function pageStyle({ reference, simulation }: Paper): string {
  const left = [simulation, reference].filter((text) => text !== null).join(' · ');
  return `@page{@bottom-left{content:${cssText(left)}}}`;
}

/** A text in CSS; what could end the string or the style is written by its code. */
const cssText = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} @.,:()·-]/gu, (found) => `\\${found.codePointAt(0)?.toString(16) ?? ''} `)}"`;

function block(each: Block): string {
  switch (each.kind) {
    case 'heading':
      return `<h${each.level}>${escaped(each.text)}</h${each.level}>`;
    case 'paragraph':
      return `<p>${runs(each.runs)}</p>`;
    case 'quotation':
      return `<blockquote><p>${escaped(each.text)}</p><p class="reference"><cite>${escaped(each.source)}</cite></p></blockquote>`;
    case 'list':
      return `<ul>${each.items.map((item) => `<li>${runs(item)}</li>`).join('')}</ul>`;
    case 'table':
      return table(each);
  }
}

function table({ caption, columns, rows }: Table): string {
  const heads = columns.map(({ title }) => `<th scope="col">${escaped(title)}</th>`).join('');
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => `<col style="width:${percent(share / whole)}">`);
  const titles = columns.map(({ title }) => title);
  return `<table><caption>${escaped(caption)}</caption><colgroup>${widths.join('')}</colgroup>
<thead><tr>${heads}</tr></thead>
<tbody>${rows.map((row) => tableRow(row, titles)).join('\n')}</tbody></table>`;
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** Each cell also says its column, for narrow screens on which a row is set as a list. */
function tableRow(row: readonly Cell[], titles: readonly string[]): string {
  const cells = row.map((each, i) => {
    const title = ` data-column="${escaped(titles[i] ?? '')}"`;
    return i === 0
      ? `<th scope="row"${title}>${cellText(each)}</th>`
      : `<td${title}>${cellText(each)}</td>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

function cellText(each: Cell): string {
  const [only, ...more] = each;
  if (!only) return '';
  return more.length === 0 ? runs(only) : each.map((one) => `<p>${runs(one)}</p>`).join('');
}

const runs = (each: Runs): string => each.map(run).join('');

function run({ text, mark, strong }: Run): string {
  const inner = strong ? `<b>${escaped(text)}</b>` : escaped(text);
  if (mark === 'new') return `<ins>${inner}</ins>`;
  return mark === 'gone' ? `<del>${inner}</del>` : inner;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (found) => entities[found] ?? '');
