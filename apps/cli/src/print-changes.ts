import type { Wording } from './all-cases-text';
import { isShown, list, type Shown } from './print';
import { tableText } from './table';

const words = {
  en: {
    case: 'Case',
    change: 'What changed',
    noChange: 'Nothing changed.',
    late: 'Recorded late',
    days: 'Days',
    corrections: 'Correction',
    none: 'Nothing was recorded late, and nothing corrected.',
  },
  fr: {
    case: 'Dossier',
    change: 'Ce qui a changé',
    noChange: "Rien n'a changé.",
    late: 'Enregistré tardivement',
    days: 'Jours',
    corrections: 'Rectification',
    none: "Rien n'a été enregistré tardivement ni rectifié.",
  },
  es: {
    case: 'Expediente',
    change: 'Qué cambió',
    noChange: 'Nada cambió.',
    late: 'Registrado con retraso',
    days: 'Días',
    corrections: 'Rectificación',
    none: 'Nada se registró con retraso ni se rectificó.',
  },
} as const;

/** What changed in each case, in words. */
export function changesText(answer: Shown, wording: Wording): string {
  const { language, terminal } = wording;
  const say = words[language];
  const changes = list(answer['changes']);
  if (changes.length === 0) return say.noChange;
  const rows = changes.map((change) => ({
    cells: [String(change['case']), inWords(change, wording)],
  }));
  return tableText([say.case, say.change], rows, terminal);
}

/** What was recorded late, then what was corrected. */
export function lateText(answer: Shown, wording: Wording): string {
  const { language, terminal } = wording;
  const say = words[language];
  const late = list(answer['late']).map((each) => ({
    cells: [String(each['case']), inWords(each, wording), String(each['delay'])],
  }));
  const corrections = list(answer['corrections']).map((each) => ({
    cells: [String(each['case']), inWords(each, wording)],
  }));
  const tables = [
    ...(late.length > 0 ? [tableText([say.case, say.late, say.days], late, terminal)] : []),
    ...(corrections.length > 0
      ? [tableText([say.case, say.corrections], corrections, terminal)]
      : []),
  ];
  return tables.join('\n\n') || say.none;
}

/** The words without the name of the case, which stands in its own column. */
function inWords(each: Shown, { labels, language }: Wording): string {
  const text = isShown(each['words']) ? String(each['words'][language]) : '';
  const title = labels.get(String(each['procedure']))?.[language].title ?? '';
  const id = String(each['case']).split('/')[1] ?? '';
  const name = `${title} (${id}): `;
  return text.startsWith(name) ? text.slice(name.length) : text;
}
