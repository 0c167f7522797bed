import { engineStepOf, type Language } from '@rapporteur/kernel';
import { isShown, list, stateText, type AllLabels, type Shown } from './print';

const words = {
  en: {
    provisional: 'provisional',
    irregular: 'irregular',
    approved: 'approved by',
    unapproved: 'not approved',
    evidence: 'evidence',
    revision: 'revision',
    forRevision: 'for revision',
  },
  fr: {
    provisional: 'provisoire',
    irregular: 'irrégulier',
    approved: 'approuvé par',
    unapproved: 'non approuvé',
    evidence: 'preuve',
    revision: 'révision',
    forRevision: 'pour la révision',
  },
  es: {
    provisional: 'provisional',
    irregular: 'irregular',
    approved: 'aprobado por',
    unapproved: 'no aprobado',
    evidence: 'prueba',
    revision: 'revisión',
    forRevision: 'de la revisión',
  },
} as const;

/** A history, a line for each record. */
export function historyText(answer: Shown, labels: AllLabels, language: Language): string {
  return table(list(answer['records']).map((record) => row(record, labels, language)));
}

function row(record: Shown, labels: AllLabels, language: Language): readonly string[] {
  const type = String(record['type']);
  const about = shown(record['metadata']);
  const engineStep = engineStepOf(type);
  const name = engineStep?.name[language] ?? labels?.[language].steps[type] ?? type;
  const recordedAt = String(about['recordedAt']).slice(0, 16).replace('T', ' ');
  const said = engineStep
    ? engineStepText(shown(record['data']), language)
    : stateText(about['to'], labels, language);
  const when = [String(about['occurredOn']), recordedAt];
  return [String(record['revision']), ...when, name, said, marks(record, language).join(', ')];
}

/** What an engine step says: the record that it is about, its words, its documents. */
function engineStepText({ revision, text, reason, documents }: Shown, language: Language): string {
  const about = revision === undefined ? '' : `${words[language].forRevision} ${String(revision)}`;
  const said = [text, reason]
    .filter((each) => each !== undefined)
    .map((each) => `“${String(each)}”`);
  return [about, ...said, documentNames(documents)].filter(Boolean).join(': ');
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

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (so, row) => row.map((cell, i) => Math.max(so[i] ?? 0, cell.length)),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
