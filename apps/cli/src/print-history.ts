import { engineStepOf, type Language } from '@rapporteur/kernel';
import { correctionMark, correctionStepText } from './print-corrections';
import { isShown, list, quoted, stateText, type AllLabels, type Shown } from './print';
import { styled, type Terminal } from './terminal';

const words = {
  en: {
    provisional: 'provisional',
    irregular: 'irregular',
    approved: 'approved by',
    unapproved: 'not approved',
    evidence: 'evidence',
    revision: 'revision',
    forRevision: 'for revision',
    open: 'proposed, open (does not count)',
  },
  fr: {
    provisional: 'provisoire',
    irregular: 'irrégulier',
    approved: 'approuvé par',
    unapproved: 'non approuvé',
    evidence: 'preuve',
    revision: 'révision',
    forRevision: 'pour la révision',
    open: 'proposée, en attente (ne compte pas)',
  },
  es: {
    provisional: 'provisional',
    irregular: 'irregular',
    approved: 'aprobado por',
    unapproved: 'no aprobado',
    evidence: 'prueba',
    revision: 'revisión',
    forRevision: 'de la revisión',
    open: 'propuesta, pendiente (no cuenta)',
  },
} as const;

/**
 * A history, a line for each record. What counts no more is struck through on a terminal; elsewhere a
 * tilde stands for it.
 */
export const historyText =
  (terminal: Terminal) =>
  (answer: Shown, labels: AllLabels, language: Language): string =>
    table(
      list(answer['records']).map((record) => row(record, labels, language)),
      terminal,
    );

/** A cell, and the part of it that is struck through. */
interface Cell {
  readonly text: string;
  readonly struck?: string;
}

function row(record: Shown, labels: AllLabels, language: Language): readonly Cell[] {
  const type = String(record['type']);
  const about = shown(record['metadata']);
  const engineStep = engineStepOf(type);
  const name = engineStep?.name[language] ?? labels?.[language].steps[type] ?? type;
  const recordedAt = String(about['recordedAt']).slice(0, 16).replace('T', ' ');
  const said = engineStep
    ? engineStepText(shown(record['data']), language)
    : stateText(about['to'], labels, language);
  const date = dateCell(String(about['occurredOn']), shown(record['corrected'])['occurredOn']);
  const cells: readonly Cell[] = [
    { text: String(record['revision']) },
    date,
    ...[recordedAt, name, said].map((text) => ({ text })),
  ];
  const isAnnulled = record['annulled'] === true;
  return [
    ...(isAnnulled ? cells.map(({ text }) => ({ text, struck: text })) : cells),
    { text: marksText(record, language) },
  ];
}

/** The date that counts, and beside it the one that was recorded where that is another. */
function dateCell(recorded: string, corrected: unknown): Cell {
  return corrected === undefined || corrected === recorded
    ? { text: recorded }
    : { text: `${String(corrected)} ~${recorded}`, struck: `~${recorded}` };
}

/** What an engine step says: the record that it is about, its words, its documents. */
function engineStepText(data: Shown, language: Language): string {
  const correction = correctionStepText(data, language);
  if (correction !== undefined) return correction;
  const { revision, text, reason, documents } = data;
  const about = revision === undefined ? '' : `${words[language].forRevision} ${String(revision)}`;
  const said = [text, reason]
    .filter((each) => each !== undefined)
    .map((each) => quoted(each, language));
  return [about, ...said, documentNames(documents)].filter(Boolean).join(': ');
}

/** The marks; of corrections each apart, so that one that is open is not read as one that counts. */
function marksText(record: Shown, language: Language): string {
  const corrections = list(record['corrections']).map((mark) =>
    mark['status'] === 'open'
      ? `${words[language].open}: ${correctionMark(mark, language)}`
      : correctionMark(mark, language),
  );
  return [marks(record, language).join(', '), ...corrections].filter(Boolean).join('; ');
}

function marks(record: Shown, language: Language): readonly string[] {
  const say = words[language];
  const evidence = list(record['evidence']).map(
    ({ documents, revision }) =>
      `${say.evidence}: ${documentNames(documents)} (${say.revision} ${String(revision)})`,
  );
  return [
    ...(record['provisional'] === true ? [say.provisional] : []),
    ...(isShown(record['irregularity']) ? [irregular(record['irregularity'], language)] : []),
    ...evidence,
  ];
}

function irregular({ approved }: Shown, language: Language): string {
  const say = words[language];
  if (!isShown(approved)) return `${say.irregular} (${say.unapproved})`;
  const { actor, revision } = approved;
  const who = String(shown(actor)['id']);
  return `${say.irregular} (${say.approved} ${who}, ${say.revision} ${String(revision)})`;
}

/** Documents by what tells each from others: its symbol, else its title, else its digest. */
const documentNames = (documents: unknown): string =>
  list(documents)
    .map(({ symbol, title, sha256 }) => String(symbol ?? title ?? sha256))
    .join(', ');

const shown = (value: unknown): Shown => (isShown(value) ? value : {});

function table(rows: readonly (readonly Cell[])[], terminal: Terminal): string {
  const widths = rows.reduce<number[]>(
    (so, row) => row.map(({ text }, i) => Math.max(so[i] ?? 0, text.length)),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((cell, i) => padded(cell, widths[i] ?? 0, terminal))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** On a terminal the line says what the tilde says elsewhere. */
function padded({ text, struck }: Cell, width: number, terminal: Terminal): string {
  if (!terminal.isStyled || !struck) return text.padEnd(width);
  const [plain, line] = [text.replace(/~/, ''), struck.replace(/^~/, '')];
  return plain.replace(line, styled(line, 'struck', terminal)) + ' '.repeat(width - plain.length);
}
