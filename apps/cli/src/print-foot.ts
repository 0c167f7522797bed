import type { Language } from '@rapporteur/kernel';
import type { Wording } from './all-cases-text';
import { isShown, type Shown } from './print';

const words = {
  en: {
    asAt: 'as at',
    opening: 'opening of',
    to: 'to',
    from: 'from',
    knownOn: 'known on',
    since: 'since',
    more: 'More: --page',
    simulated: 'SIMULATION',
  },
  fr: {
    asAt: 'à la date du',
    opening: 'début de la journée du',
    to: 'au',
    from: 'du',
    knownOn: 'selon les informations disponibles au',
    since: 'depuis',
    more: 'Suite: --page',
    simulated: 'SIMULATION',
  },
  es: {
    asAt: 'a fecha de',
    opening: 'comienzo del día',
    to: 'al',
    from: 'del',
    knownOn: 'según la información disponible al',
    since: 'desde',
    more: 'Más: --page',
    simulated: 'SIMULACIÓN',
  },
} as const;

/** The foot of every answer: what was asked, of which register, and the basis that asks it again. */
export function footText(
  answer: Shown,
  register: Shown,
  { language, terminal }: Pick<Wording, 'language' | 'terminal'>,
): string {
  const say = words[language];
  const { knownOn, next } = answer;
  const mark = register['simulated'] === true ? ` (${say.simulated})` : '';
  const parts = [
    `${String(register['id'])}${mark}`,
    ...whenText(answer, language),
    `${say.knownOn} ${knowledgeText(answer['knownFrom'], knownOn)}`,
    basisText(answer),
  ];
  const more = next === undefined ? [] : [`${say.more} ${String(next)}`];
  return [...more, ...inLines(parts, terminal.columns)].join('\n');
}

/** The parts on as few lines as they fit on. */
function inLines(parts: readonly string[], columns: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = [...lines.slice(-1), part].join(' · ');
    if (lines.length > 0 && longer.length <= columns) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

function whenText(answer: Shown, language: Language): readonly string[] {
  const say = words[language];
  const { asAt, from, to, since, moment } = answer;
  const opening = moment === 'opening' ? `${say.opening} ` : '';
  if (asAt !== undefined) return [`${say.asAt} ${opening}${String(asAt)}`];
  if (from !== undefined) return [`${opening}${say.from} ${String(from)} ${say.to} ${String(to)}`];
  return since === undefined ? [] : [`${say.since} ${String(since)}`];
}

const knowledgeText = (knownFrom: unknown, knownOn: unknown): string =>
  knownFrom === undefined || knownFrom === knownOn
    ? String(knownOn)
    : `${String(knownFrom)} → ${String(knownOn)}`;

function basisText({ basis }: Shown): string {
  const { size, sizeFrom, sizeSince } = isShown(basis) ? basis : {};
  const first = sizeFrom ?? sizeSince;
  return first === undefined || first === size
    ? `@${String(size)}`
    : `@${String(first)} → @${String(size)}`;
}
