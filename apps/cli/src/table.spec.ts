import { stripVTControlCharacters } from 'node:util';
import { tableText, wrapped, type Row } from './table';
import { plainTerminal, styled, type Terminal } from './terminal';

const onTerminal = (columns: number): Terminal => ({ columns, isStyled: true });
const widest = (text: string) =>
  Math.max(...text.split('\n').map((line) => [...stripVTControlCharacters(line)].length));

const head = ['Dossier', 'État', 'Rév.'];
const state = 'Consommateurs: non sollicités; Organismes de réglementation: pas possible';
const rows: readonly Row[] = [
  { cells: ['views/ecommerce-definitions', state, '10'] },
  { cells: ['chair/ecommerce', 'En fonctions', '4'] },
];

describe('A table', () => {
  it.each([30, 40, 80, 120])('fits %i columns, and nothing of it is lost', (columns) => {
    const text = tableText(head, rows, { columns, isStyled: false });
    expect(widest(text)).toBeLessThanOrEqual(columns);
    const letters = (all: string) => [...all].filter((each) => /[\p{L}\p{N}/;:-]/u.test(each));
    const all = rows.flatMap(({ cells }) => cells).join('');
    expect(letters(text).sort()).toEqual(letters(head.join('') + all).sort());
  });

  it('is no wider than its longest cells, and its columns are kept apart', () => {
    const lines = tableText(head, rows, onTerminal(200)).split('\n').map(stripVTControlCharacters);
    expect(lines).toEqual([
      `Dossier                      État${' '.repeat(state.length - 2)}Rév.`,
      `${'─'.repeat(27)}  ${'─'.repeat(state.length)}  ────`,
      `views/ecommerce-definitions  ${state}  10`,
      `chair/ecommerce              En fonctions${' '.repeat(state.length - 10)}4`,
    ]);
    for (const columns of [50, 60, 70, 80]) {
      const narrow = tableText(head, rows, { columns, isStyled: false });
      expect(narrow.split('\n')[2]).toMatch(/ {2}10$/);
    }
  });

  it('says more of a row on a line beneath, over the whole width', () => {
    const below = 'Report of the Working Group for the review of July 2018: due by 16 July 2018.';
    const text = tableText(['No.', 'Case'], [{ cells: ['D6', 'report/x'], below }], plainTerminal);
    expect(text.split('\n').slice(3)).toEqual([
      '     Report of the Working Group for the review of July 2018: due by 16 July',
      '     2018.',
    ]);
  });

  it('has styles on a terminal, and plain letters elsewhere', () => {
    const cell = (terminal: Terminal) => styled('OVERDUE', 'red', terminal);
    const text = (terminal: Terminal) => tableText(['a'], [{ cells: [cell(terminal)] }], terminal);
    expect(text(onTerminal(80))).toContain('\u001b[31mOVERDUE\u001b[39m');
    expect(text(plainTerminal)).toBe('a\n───────\nOVERDUE');
  });
});

it('Text is broken between words, and its own lines are kept', () => {
  expect(wrapped('one two three\nfour', 7)).toBe('one two\nthree\nfour');
  expect(wrapped('incomprehensibilities', 7)).toBe('incomprehensibilities');
});
