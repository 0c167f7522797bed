import { dateAtSeat, dateInWords, type Json, type Language } from '@rapporteur/kernel';
import type { Brief, Corrected, CorrectionShown, IrregularStep, Marked } from './brief';
import type { ProvisionalStep } from './brief';
import { column, heading, paragraph, tableOr, type Block, type Cell, type Runs } from './paper';
import { captions, columns, headings, phrases } from './paper-words';
import { differenceCell, differing, spaced } from './standing-runs';

/** The steps that a reader must be told of. */
export function noticeBlocks(brief: Brief, language: Language): readonly Block[] {
  const { irregular, provisional, corrected } = brief;
  const isEmpty = [irregular, provisional, corrected].every((list) => list.length === 0);
  const blocks = [
    irregularTable(irregular, language),
    provisionalTable(provisional, language),
    correctionTable(corrected, language),
  ];
  return [
    heading(headings.noticed[language]),
    ...(isEmpty ? [paragraph(phrases.nothing[language])] : blocks.flat()),
  ];
}

function irregularTable(list: readonly Marked<IrregularStep>[], language: Language) {
  return ifAny(list, {
    caption: captions.irregular[language],
    columns: [
      column(columns.step[language], 3),
      column(columns.reason[language], 4),
      column(columns.approval[language], 3),
      column(columns.difference[language], 2),
    ],
    rows: list.flatMap((each) => {
      const shown = each.now ?? each.then;
      if (!shown) return [];
      const approval = (of: IrregularStep | null) => of && approvalWords(of, language);
      return [
        [
          stepCell(shown, language),
          [[{ text: shown.reason }], [{ text: shown.rules.join(', ') }]],
          [spaced(differing(approval(each.then) ?? undefined, approval(each.now) ?? undefined))],
          differenceCell(each, language),
        ],
      ];
    }),
  });
}

function approvalWords({ approved }: IrregularStep, language: Language): string {
  if (!approved) return phrases.unapproved[language];
  return `${phrases.approvedBy[language]} ${signed(approved, language)}`;
}

function provisionalTable(list: readonly Marked<ProvisionalStep>[], language: Language) {
  return ifAny(list, {
    caption: captions.provisional[language],
    columns: [column(columns.step[language], 9), column(columns.difference[language], 3)],
    rows: list.flatMap((each) => {
      const shown = each.now ?? each.then;
      if (!shown) return [];
      const mark = each.mark === 'gone' ? ('gone' as const) : undefined;
      const difference = differenceCell(each, language);
      const settled: Cell = [[{ text: phrases.settled[language], strong: true }]];
      return [
        [
          stepCell(shown, language, mark),
          mark === 'gone' ? [...settled, ...difference.slice(1)] : difference,
        ],
      ];
    }),
  });
}

function correctionTable(list: readonly Marked<CorrectionShown>[], language: Language) {
  return ifAny(list, {
    caption: captions.corrected[language],
    columns: [
      column(columns.step[language], 3),
      column(columns.correction[language], 5),
      column(columns.offices[language], 3),
      column(columns.difference[language], 2),
    ],
    rows: list.flatMap((each) => {
      const shown = each.now ?? each.then;
      if (!shown) return [];
      return shown.corrections.map((corrected, i) => [
        stepCell(corrected, language),
        correctedCell(corrected, shown, language),
        i === 0 ? officesCell(shown, language) : [],
        i === 0 ? differenceCell(each, language) : [],
      ]);
    }),
  });
}

/** How it was, struck through once the correction counts, and how it should be. */
function correctedCell(corrected: Corrected, shown: CorrectionShown, language: Language): Cell {
  const { before, after } = corrected;
  const counts = shown.status === 'approved';
  const runs = (was: string, is: string | undefined): Runs => [
    counts ? { text: was, mark: 'gone' } : { text: was },
    { text: ' › ' },
    counts ? { text: is ?? '', mark: 'new' } : { text: is ?? '' },
  ];
  const day = (date: string) => dateInWords(date, language);
  const reason = shown.reason === '' ? [] : [[{ text: shown.reason }]];
  if (!after) {
    return [runs(day(before.occurredOn), phrases.annulled[language]), ...reason];
  }
  const moved =
    before.occurredOn === after.occurredOn
      ? []
      : [runs(day(before.occurredOn), day(after.occurredOn))];
  const fields = corrected.fields.map((field): Runs => [
    { text: `${field.label[language]}: ` },
    ...runs(plain(field.before), plain(field.after)),
  ]);
  return [...moved, ...fields, ...reason];
}

const plain = (json: Json): string =>
  typeof json === 'string' ? json : json === null ? '—' : JSON.stringify(json);

function officesCell({ status, proposed, decided }: CorrectionShown, language: Language): Cell {
  const proposal = `${phrases.proposedBy[language]} ${signed(proposed, language)}`;
  if (!decided) return [[{ text: proposal }], [{ text: phrases.open[language], strong: true }]];
  const by = status === 'rejected' ? phrases.rejectedBy : phrases.correctedBy;
  return [[{ text: proposal }], [{ text: `${by[language]} ${signed(decided, language)}` }]];
}

interface Signed {
  readonly by: { readonly [language in Language]: string };
  readonly at: string;
}

const signed = ({ by, at }: Signed, language: Language): string =>
  `${by[language]}, ${dateInWords(dateAtSeat(at), language)}`;

function stepCell(
  { name, step, occurredOn }: Pick<ProvisionalStep, 'name' | 'step' | 'occurredOn'>,
  language: Language,
  mark?: 'gone',
): Cell {
  return [
    [{ text: `${step[language]}, ${dateInWords(occurredOn, language)}`, mark }],
    [{ text: name[language] }],
  ];
}

type TableParts = Parameters<typeof tableOr>[1];

const ifAny = (list: readonly unknown[], table: TableParts): readonly Block[] =>
  list.length === 0 ? [] : [tableOr('', table)];
