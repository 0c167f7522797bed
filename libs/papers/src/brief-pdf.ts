import type { Language } from '@rapporteur/kernel';
import type { Content, ContentText, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Brief } from './brief';
import { briefPaper } from './brief-paper';
import type { Block, Cell, Paper, Run, Runs, Table } from './paper';

const font = (name: string): string => require.resolve(`pdfmake/fonts/Roboto/Roboto-${name}.ttf`);
const roboto = {
  normal: font('Regular'),
  bold: font('Medium'),
  italics: font('Italic'),
  bolditalics: font('MediumItalic'),
};

/** Loaded by the first who needs it. A paper brings nothing in: no file but the fonts, no network. */
async function printer() {
  const { default: pdfmake } = await import('pdfmake');
  pdfmake.setFonts({ Roboto: roboto });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => Object.values(roboto).includes(path));
  return pdfmake;
}

/**
 * The brief as PDF, A4. The same brief gives the same bytes: its date is that of the last record on
 * which it rests.
 */
export async function briefPdf(brief: Brief, language: Language): Promise<Uint8Array> {
  const pdfmake = await printer();
  const document = pdfmake.createPdf(definition(briefPaper(brief, language)));
  return new Uint8Array(await document.getBuffer());
}

const ink = { soft: '#444444', line: '#b4b9c0', band: '#eef1f5', new: '#0b5d2c', gone: '#8c1d18' };

function definition(paper: Paper): TDocumentDefinitions {
  const { language, title, particulars, blocks, foot, createdAt } = paper;
  return {
    pageSize: 'A4',
    pageMargins: [48, 58, 48, 52],
    language,
    info: {
      title,
      subject: paper.reference,
      creator: 'Rapporteur',
      producer: 'pdfmake',
      creationDate: new Date(createdAt),
      modDate: new Date(createdAt),
    },
    header: () => header(paper),
    footer: (page, pages) => footer(paper, page, pages),
    content: [
      { text: title, style: 'title' },
      ...particulars.map(particular),
      ...blocks.flatMap(block),
      { text: foot.join('\n'), style: 'foot' },
    ],
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.2 },
    styles,
    // A heading near the foot of a page goes on to the next, with what it announces.
    pageBreakBefore: ({ headlineLevel, startPosition }) =>
      headlineLevel !== undefined && startPosition.verticalRatio > 0.8,
  };
}

const styles: NonNullable<TDocumentDefinitions['styles']> = {
  title: { fontSize: 18, bold: true, margin: [0, 0, 0, 8] },
  h2: { fontSize: 13, bold: true, margin: [0, 16, 0, 5] },
  h3: { fontSize: 10.5, bold: true, margin: [0, 9, 0, 3] },
  paragraph: { margin: [0, 1, 0, 4] },
  quotation: { fontSize: 10.5, margin: [0, 1, 0, 3] },
  caption: { fontSize: 8.5, bold: true, color: ink.soft, margin: [-3, 3, 0, 1] },
  columnTitle: { bold: true, fillColor: ink.band },
  running: { fontSize: 8, color: ink.soft },
  foot: { fontSize: 8, color: ink.soft, margin: [0, 18, 0, 0] },
};

function header({ register, simulation }: Paper): Content {
  const marked = simulation === null ? [] : [{ text: `${simulation}   `, bold: true }];
  return { text: [...marked, register], style: 'running', margin: [48, 26, 48, 0] };
}

function footer({ reference }: Paper, page: number, pages: number): Content {
  return {
    columns: [{ text: reference }, { text: `${page}/${pages}`, alignment: 'right' }],
    style: 'running',
    margin: [48, 18, 48, 0],
  };
}

function particular([name, value]: Paper['particulars'][number]): Content {
  return {
    columns: [{ text: name, width: 110, color: ink.soft }, { text: value }],
    margin: [0, 0, 0, 1],
  };
}

function block(each: Block): readonly Content[] {
  switch (each.kind) {
    case 'heading':
      return [{ text: each.text, style: `h${each.level}`, headlineLevel: each.level }];
    case 'paragraph':
      return [{ stack: [{ text: runs(each.runs) }], style: 'paragraph', unbreakable: true }];
    case 'quotation':
      return [quotation(each)];
    case 'list':
      return [{ ul: each.items.map((item) => ({ text: runs(item), margin: [0, 0, 0, 2] })) }];
    case 'table':
      return [table(each)];
  }
}

function quotation({ text, source }: Extract<Block, { kind: 'quotation' }>): Content {
  const said: Content = [
    { text: run({ text }), style: 'quotation' },
    { text: source, style: 'running' },
  ];
  return {
    table: { widths: ['*'], body: [[{ stack: said, margin: [8, 5, 8, 5] }]] },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (i) => (i === 0 ? 3 : 0),
      vLineColor: () => '#222222',
      fillColor: () => ink.band,
    },
    margin: [0, 10, 0, 6],
  };
}

/** The caption is the first of the two header rows, so that it stays with the table on every page. */
function table({ caption, columns, rows }: Table): Content {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  return {
    table: {
      headerRows: 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ share }) => `${(share / whole) * 100}%`),
      body: [
        [
          { text: caption, style: 'caption', colSpan: columns.length },
          ...columns.slice(1).map((): TableCell => ({ text: '' })),
        ],
        columns.map(({ title }): TableCell => ({ text: title, style: 'columnTitle' })),
        ...rows.map((row) => row.map(tableCell)),
      ],
    },
    layout: {
      hLineWidth: (i) => (i < 2 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: () => ink.line,
      paddingLeft: () => 3,
      paddingRight: () => 3,
      paddingTop: () => 2,
      paddingBottom: () => 2,
    },
    fontSize: 8.5,
    margin: [0, 0, 0, 6],
  };
}

const tableCell = (each: Cell): TableCell => ({ stack: each.map((one) => ({ text: runs(one) })) });

const runs = (each: Runs): ContentText[] => each.flatMap(run);

function run({ text, mark, strong }: Run): ContentText[] {
  const look: Pick<ContentText, 'bold' | 'color' | 'decoration'> = {
    ...(strong ? { bold: true } : {}),
    ...(mark === 'new' ? { decoration: 'underline', color: ink.new } : {}),
    ...(mark === 'gone' ? { decoration: 'lineThrough', color: ink.gone } : {}),
  };
  return pieces(text).map((piece) => ({
    text: piece,
    ...look,
    ...(isSymbol(piece) ? { noWrap: true } : {}),
  }));
}

/** A text in pieces, symbols (`WT/GC/M/177`, `as-drafted`) apart from the rest. */
const pieces = (text: string): readonly string[] => text.split(/(\S{1,24}[-/]\S{1,24})/);

/** Symbols stay in one line, so that they are found by whoever searches for them. */
const isSymbol = (piece: string): boolean => /^\S{3,30}$/.test(piece) && /[-/]/.test(piece);
