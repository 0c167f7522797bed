import type { Language } from '@rapporteur/kernel';
import {
  impactLines,
  isShown,
  list,
  quoted,
  reasonLines,
  type AllLabels,
  type Shown,
} from './print';

const words = {
  en: {
    none: 'No correction was proposed.',
    revision: 'revision',
    open: 'proposed, not decided yet',
    approved: 'approved',
    rejected: 'rejected',
    proposedBy: 'proposed by',
    approvedBy: 'approved by',
    rejectedBy: 'rejected by',
    annulled: 'annulled',
    corrected: 'corrected',
    correction: 'correction',
    date: 'date',
    place: 'place on its day: after revision',
    first: 'place on its day: the first',
    content: 'content',
    barred: 'cannot be approved as things stand',
    proposal: 'proposal of revision',
  },
  fr: {
    none: "Aucune rectification n'a été proposée.",
    revision: 'révision',
    open: 'proposée, non encore tranchée',
    approved: 'approuvée',
    rejected: 'rejetée',
    proposedBy: 'proposée par',
    approvedBy: 'approuvée par',
    rejectedBy: 'rejetée par',
    annulled: 'annulé',
    corrected: 'rectifié',
    correction: 'rectification',
    date: 'date',
    place: 'place dans la journée: après la révision',
    first: 'place dans la journée: le premier',
    content: 'contenu',
    barred: "ne peut être approuvée en l'état",
    proposal: 'proposition de la révision',
  },
  es: {
    none: 'No se ha propuesto ninguna rectificación.',
    revision: 'revisión',
    open: 'propuesta, aún sin resolver',
    approved: 'aprobada',
    rejected: 'rechazada',
    proposedBy: 'propuesta por',
    approvedBy: 'aprobada por',
    rejectedBy: 'rechazada por',
    annulled: 'anulado',
    corrected: 'rectificado',
    correction: 'rectificación',
    date: 'fecha',
    place: 'lugar en su día: después de la revisión',
    first: 'lugar en su día: el primero',
    content: 'contenido',
    barred: 'no puede aprobarse en el estado actual',
    proposal: 'propuesta de la revisión',
  },
} as const;

/** The proposals of a case: what each would put right, by whom, and what became of it. */
export function correctionsText(answer: Shown, _labels: AllLabels, language: Language): string {
  const proposals = list(answer['corrections']);
  if (proposals.length === 0) return words[language].none;
  return proposals.map((each) => proposalLines(each, language).join('\n')).join('\n\n');
}

function proposalLines(proposal: Shown, language: Language): readonly string[] {
  const say = words[language];
  const { revision, status, proposed, impact, impossible } = proposal;
  const state = say[statusOf(status)];
  return [
    `${say.revision} ${String(revision)}: ${state}`,
    `  ${whoDecided(proposal, language)}`,
    `  ${quoted(isShown(proposed) ? proposed['reason'] : undefined, language)}`,
    ...list(proposal['corrections']).map((each) => `  ${correctionText(each, language)}`),
    ...(isShown(impact) ? impactLines(impact, language) : []),
    ...(isShown(impossible) ? [`  ${say.barred}:`, ...reasonLines(impossible, language)] : []),
  ];
}

type Status = 'open' | 'approved' | 'rejected';

const statusOf = (status: unknown): Status =>
  status === 'approved' || status === 'rejected' ? status : 'open';

/** What an engine step of a correction says, in one line; undefined of any other engine step. */
export function correctionStepText(
  { corrections, proposal, reason }: Shown,
  language: Language,
): string | undefined {
  const why = reason === undefined ? '' : `: ${quoted(reason, language)}`;
  if (proposal !== undefined) return `${words[language].proposal} ${String(proposal)}${why}`;
  if (corrections === undefined) return undefined;
  return `${list(corrections)
    .map((each) => correctionText(each, language))
    .join('; ')}${why}`;
}

/** What of a record was proposed to be put right, by whom, and what became of it. */
export function correctionMark(mark: Shown, language: Language): string {
  const say = words[language];
  const who = whoDecided(mark, language);
  if (mark['status'] !== 'approved') return `${say.correction} ${who}`;
  const what =
    mark['annul'] === true ? say.annulled : `${say.corrected} (${whatOf(mark, language)})`;
  return `~ ${what}: ${say.correction} ${who}`;
}

function correctionText(correction: Shown, language: Language): string {
  return `${words[language].revision} ${String(correction['revision'])}: ${whatOf(correction, language)}`;
}

function whatOf({ annul, occurredOn, follows, data }: Shown, language: Language): string {
  const say = words[language];
  if (annul === true) return say.annulled;
  const place = follows === -1 ? say.first : `${say.place} ${String(follows)}`;
  return [
    ...(occurredOn === undefined ? [] : [`${say.date} ${String(occurredOn)}`]),
    ...(follows === undefined ? [] : [place]),
    ...(data === undefined ? [] : [say.content]),
  ].join(', ');
}

function whoDecided({ status, proposed, decided }: Shown, language: Language): string {
  const say = words[language];
  const by = status === 'approved' ? say.approvedBy : say.rejectedBy;
  const decision = isShown(decided) ? [`${by} ${person(decided, language)}`] : [];
  const proposal = isShown(proposed) ? [`${say.proposedBy} ${person(proposed, language)}`] : [];
  return [...proposal, ...decision].join(', ');
}

function person({ actor, revision }: Shown, language: Language): string {
  const id = isShown(actor) ? String(actor['id']) : '';
  return `${id} (${words[language].revision} ${String(revision)})`;
}
