import type { Language, Text } from '@rapporteur/kernel';
import type { Block, Paper, Runs } from '@rapporteur/papers';
import { quoted } from './print';
import { wrapped, tableText } from './table';
import { styled, type Terminal } from './terminal';

/** A paper as text that fits the terminal. */
export function paperText(paper: Paper, terminal: Terminal): string {
  const { register, simulation, title, particulars, blocks, foot } = paper;
  const lines = (text: string) => wrapped(text, terminal.columns);
  const head = [
    simulation === null ? register : `${simulation} · ${register}`,
    '',
    styled(lines(title), 'bold', terminal),
    ...particulars.map(([name, value]) => lines(`${name}: ${value}`)),
    lines(legend[paper.language]),
  ];
  return [
    head.join('\n'),
    ...blocks.map((block) => blockText(block, paper.language, terminal)),
    foot.map(lines).join('\n'),
  ].join('\n\n');
}

function blockText(block: Block, language: Language, terminal: Terminal): string {
  const width = terminal.columns;
  switch (block.kind) {
    case 'heading': {
      const line = (block.level === 2 ? '═' : '─').repeat(Math.min(block.text.length, width));
      return `${styled(wrapped(block.text, width), 'bold', terminal)}\n${line}`;
    }
    case 'paragraph':
      return wrapped(runsText(block.runs, terminal), width);
    case 'quotation':
      return indented(`${quoted(block.text, language)}\n[${block.source}]`, '  ', width);
    case 'list':
      return block.items
        .map((item) => indented(runsText(item, terminal), '  ', width).replace(/^ {2}/, '- '))
        .join('\n');
    case 'table': {
      const rows = block.rows.map((row) => ({
        cells: row.map((cell) => cell.map((runs) => runsText(runs, terminal)).join('\n')),
      }));
      const head = block.columns.map(({ title }) => title);
      return `${wrapped(block.caption, width)}\n\n${tableText(head, rows, terminal)}`;
    }
  }
}

const legend: Text = {
  en: '+known now only+ ~known then only~',
  fr: '+connu maintenant seulement+ ~connu alors seulement~',
  es: '+se conoce solo ahora+ ~se conocía solo entonces~',
};

/** What is known now only stands between plus signs, what was known then only between tildes. */
const runsText = (runs: Runs, terminal: Terminal): string =>
  runs
    .map(({ text, mark, strong }) => {
      if (mark === 'new') return `+${text}+`;
      if (mark === 'gone') return `~${styled(text, 'struck', terminal)}~`;
      return strong ? styled(text, 'bold', terminal) : text;
    })
    .join('');

const indented = (text: string, by: string, width: number): string =>
  wrapped(text, width - by.length)
    .split('\n')
    .map((line) => by + line)
    .join('\n');
