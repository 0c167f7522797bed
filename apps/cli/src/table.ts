import CliTable from 'cli-table3';
import { stripVTControlCharacters } from 'node:util';
import { styled, type Terminal } from './terminal';

export interface Row {
  readonly cells: readonly string[];
  /** A line of its own beneath, from the second column on. */
  readonly below?: string;
}

const gap = 2;
const narrowest = 6;

const noFrame = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};

/** A table that fits the terminal: long cells are wrapped, the widest columns first. */
export function tableText(
  head: readonly string[],
  rows: readonly Row[],
  terminal: Terminal,
): string {
  const fitting = widthsOf([head, ...rows.map(({ cells }) => cells)], terminal.columns);
  const hasMore = rows.some(({ below }) => below !== undefined);
  const widths = hasMore ? filling(fitting, terminal.columns) : fitting;
  const table = new CliTable({
    chars: noFrame,
    colWidths: widths.map((width) => width + gap),
    wordWrap: true,
    style: { 'padding-left': 0, 'padding-right': gap, head: [], border: [], compact: true },
  });
  table.push(
    head.map((cell, i) => styled(withBrokenWords(cell, widths[i] ?? narrowest), 'bold', terminal)),
  );
  table.push(widths.map((width) => '─'.repeat(width)));
  for (const { cells, below } of rows) {
    table.push(cells.map((cell, i) => withBrokenWords(cell, widths[i] ?? narrowest)));
    if (below !== undefined) {
      table.push(['', { content: below, colSpan: Math.max(head.length - 1, 1) }]);
    }
  }
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Words that are longer than a line are broken, after a stroke or a hyphen where there is one. */
function withBrokenWords(cell: string, width: number): string {
  const piece = new RegExp(`.{1,${width - 1}}[/.-]|.{1,${width}}`, 'gu');
  return cell.replace(/\u001b\[\d+m|[^\s\u001b]+/g, (word) =>
    [...word].length > width && !word.startsWith('\u001b')
      ? (word.match(piece) ?? [word]).join('\n')
      : word,
  );
}

/** As wide as the longest cell; where that is too wide, the widest give way until all fit. */
function widthsOf(rows: readonly (readonly string[])[], columns: number): readonly number[] {
  const widths = rows.reduce<number[]>(
    (so, row) => row.map((cell, i) => Math.max(so[i] ?? 0, longestLine(cell))),
    [],
  );
  const room = columns - gap * (widths.length - 1);
  const sum = () => widths.reduce((total, width) => total + width, 0);
  while (sum() > room) {
    const widest = Math.max(...widths);
    if (widest <= narrowest) break;
    widths[widths.lastIndexOf(widest)] = widest - 1;
  }
  return widths;
}

/** The same with all the room that is left in the last column. */
function filling(widths: readonly number[], columns: number): readonly number[] {
  const used = widths.reduce((total, width) => total + width + gap, -gap);
  return widths.map((width, i) =>
    i === widths.length - 1 ? width + Math.max(0, columns - used) : width,
  );
}

const longestLine = (cell: string): number =>
  Math.max(...cell.split('\n').map((line) => [...stripVTControlCharacters(line)].length));

/** Text in lines that fit a width, broken between words. */
export function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => linesOf(line, width).join('\n'))
    .join('\n');
}

function linesOf(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || longestLine(longer) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
