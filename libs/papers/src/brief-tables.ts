import { dateAtSeat, type Language, type Text } from '@rapporteur/kernel';
import type { Brief, CaseChange, CaseRow, ObligationRow, PartOfBrief, RecordSince } from './brief';
import { cell, column, heading, paragraph, tableOr, type Block, type Cell } from './paper';
import { captions, columns, headings, phrases, statusWords } from './paper-words';
import { differenceCell, differing, spaced, standingCell } from './standing-runs';

/**
 * The parts of the decision, each a table of its cases; requests are set by the body they went to, and
 * views by the group whose they are.
 */
export function stateBlocks(brief: Brief, language: Language): readonly Block[] {
  const shown = brief.parts.filter(({ cases }) => cases.length > 0);
  return [
    heading(headings.state[language]),
    ...shown.flatMap((part) => partBlocks(part, brief, language)),
  ];
}

function partBlocks(part: PartOfBrief, brief: Brief, language: Language): readonly Block[] {
  const { title, recital } = part;
  return [
    heading(title[language], 3),
    ...(recital ? [paragraph(upperFirst(recital[language]))] : []),
    ...tablesOf(part, brief, language),
  ];
}

function tablesOf(
  { cases }: PartOfBrief,
  { referrals, views }: Brief,
  language: Language,
): readonly Block[] {
  const isAllOf = (rows: readonly { readonly case: string }[]) =>
    cases.every((row) => rows.some((each) => each.case === row.case));
  if (isAllOf(referrals.flatMap(({ requests }) => requests))) {
    return referralTables(referrals, language);
  }
  if (isAllOf(views.flatMap(({ subjects }) => subjects))) return [viewsTable(views, language)];
  return [
    tableOr(phrases.nothing[language], {
      caption: captions.cases[language],
      columns: standingColumns(columns.case, language),
      rows: cases.map((row) => standingRow(row, language)),
    }),
  ];
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const standingColumns = (first: Text, language: Language) => [
  column(first[language], 4),
  column(columns.standing[language], 6),
  column(columns.difference[language], 2),
];

function standingRow(row: CaseRow, language: Language): readonly Cell[] {
  return [cell(row.name[language]), standingCell(row, language), differenceCell(row, language)];
}

/** What was recorded between the two states of knowledge: first what bears on the date. */
export function sinceBlocks({ recordedSince }: Brief, language: Language): readonly Block[] {
  const { words, records } = recordedSince;
  const table = (caption: Text, some: readonly RecordSince[]): readonly Block[] =>
    some.length === 0
      ? []
      : [
          tableOr('', {
            caption: caption[language],
            columns: [
              column(columns.number[language], 1),
              column(columns.case[language], 4),
              column(columns.step[language], 3),
              column(columns.occurredOn[language], 2),
              column(columns.recordedAt[language], 2),
              column(columns.delay[language], 1.3),
              column(columns.recordedBy[language], 2.2),
            ],
            rows: some.map((each) => recordRow(each, language)),
          }),
        ];
  return [
    heading(headings.recordedSince[language]),
    paragraph(words[language]),
    ...table(
      captions.bearing,
      records.filter(({ bears }) => bears),
    ),
    ...table(
      captions.later,
      records.filter(({ bears }) => !bears),
    ),
  ];
}

function recordRow(record: RecordSince, language: Language): readonly Cell[] {
  const { index, name, step, occurredOn, recordedAt, delay, recordedBy } = record;
  return [
    cell(String(index)),
    cell(name[language]),
    cell(step[language]),
    cell(occurredOn),
    cell(dateAtSeat(recordedAt)),
    cell(String(delay)),
    cell(recordedBy[language]),
  ];
}

/** What happened since: under the decision first, then around it. */
export function changeBlocks(brief: Brief, language: Language): readonly Block[] {
  const { cases, sinceWords } = brief.changes;
  const table = (caption: Text, some: readonly CaseChange[]): readonly Block[] =>
    some.length === 0
      ? []
      : [
          tableOr('', {
            caption: caption[language],
            columns: [
              column(columns.case[language], 3),
              column(columns.beforeAfter[language], 4),
              column(columns.steps[language], 5),
            ],
            rows: some.map((each) => changeRow(each, language)),
          }),
        ];
  const [under, around] = byPart(brief, cases);
  return [
    heading(`${headings.changes[language]} ${sinceWords[language]}`),
    ...table(captions.ofDecision, under),
    ...table(captions.around, around),
    ...(cases.length === 0 ? [paragraph(phrases.nothing[language])] : []),
  ];
}

function changeRow({ name, before, after, steps }: CaseChange, language: Language) {
  const happened = steps.map(({ step, occurredOn }) => `${occurredOn}: ${step[language]}`);
  const was = (before ?? phrases.notBegun)[language];
  return [
    cell(name[language]),
    cell(was === after[language] ? was : `${was} › ${after[language]}`),
    cell(happened.join(' · ')),
  ];
}

/** What stands under the decision, and what stands around it. */
function byPart<T extends { readonly case: string }>({ parts }: Brief, list: readonly T[]) {
  const around = new Set(parts.at(-1)?.cases.map((row) => row.case));
  return [
    list.filter((each) => !around.has(each.case)),
    list.filter((each) => around.has(each.case)),
  ] as const;
}

/** The deadlines: those under the decision first, then those of what stands around it. */
export function obligationBlocks(brief: Brief, language: Language): readonly Block[] {
  const table = (caption: Text, rows: readonly ObligationRow[]): readonly Block[] =>
    rows.length === 0
      ? []
      : [
          tableOr('', {
            caption: caption[language],
            columns: [
              column(columns.duty[language], 6),
              column(columns.status[language], 2),
              column(columns.case[language], 3),
              column(columns.difference[language], 2),
            ],
            rows: rows.map((row) => obligationRow(row, language)),
          }),
        ];
  const [under, around] = byPart(brief, brief.obligations);
  return [
    heading(headings.obligations[language]),
    ...table(captions.ofDecision, under),
    ...table(captions.around, around),
    ...(brief.obligations.length === 0 ? [paragraph(phrases.nothing[language])] : []),
  ];
}

function obligationRow(row: ObligationRow, language: Language): readonly Cell[] {
  const { then, now } = row;
  const status = (of: typeof now) => of && statusWords[of.status][language];
  return [
    [spaced(differing(then?.sentence[language], now?.sentence[language]))],
    [spaced(differing(status(then) ?? undefined, status(now) ?? undefined))],
    cell(row.name[language]),
    differenceCell(row, language),
  ];
}

function referralTables(referrals: Brief['referrals'], language: Language): readonly Block[] {
  return referrals.map(({ body, requests }) =>
    tableOr('', {
      caption: body.name[language],
      columns: standingColumns(columns.request, language),
      rows: requests.map((row) => standingRow(row, language)),
    }),
  );
}

/** A row for each subject, a column for each group; what differs says so in its cell. */
function viewsTable(views: Brief['views'], language: Language): Block {
  const subjects = new Map(
    views.flatMap(({ subjects: rows }) => rows.map((row) => [row.case, row.subject[language]])),
  );
  return tableOr('', {
    caption: captions.views[language],
    columns: [
      column(columns.subject[language], 3),
      ...views.map(({ group }) => column(group[language], 3)),
    ],
    rows: [...subjects].map(([name, subject]) => [
      cell(subject),
      ...views.map(({ subjects: rows }): Cell => {
        const row = rows.find((each) => each.case === name);
        return row ? [...standingCell(row, language), ...differenceCell(row, language)] : [];
      }),
    ]),
  });
}
