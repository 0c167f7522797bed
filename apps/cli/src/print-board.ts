import type { Wording } from './all-cases-text';
import { list, stateText, type Shown } from './print';
import { tableText } from './table';

const words = {
  en: {
    procedure: 'Procedure',
    state: 'State',
    count: 'Cases',
    case: 'Case',
    revision: 'Rev.',
    none: 'No case fits.',
  },
  fr: {
    procedure: 'Procédure',
    state: 'État',
    count: 'Dossiers',
    case: 'Dossier',
    revision: 'Rév.',
    none: 'Aucun dossier ne correspond.',
  },
  es: {
    procedure: 'Procedimiento',
    state: 'Estado',
    count: 'Expedientes',
    case: 'Expediente',
    revision: 'Rev.',
    none: 'Ningún expediente corresponde.',
  },
} as const;

/** How many cases stand in which state, and the cases. */
export function boardText(answer: Shown, wording: Wording): string {
  const { labels, language, terminal } = wording;
  const say = words[language];
  const state = (each: Shown) =>
    stateText(each['state'], labels.get(String(each['procedure'])), language);
  const title = ({ procedure }: Shown) =>
    labels.get(String(procedure))?.[language].title ?? String(procedure);
  const counts = list(answer['counts']).map((each, i, all) => ({
    cells: [
      all[i - 1]?.['procedure'] === each['procedure'] ? '' : title(each),
      state(each),
      String(each['count']),
    ],
  }));
  const cases = list(answer['cases']).map((each) => ({
    cells: [String(each['case']), state(each), String(each['revision'])],
  }));
  if (counts.length === 0) return say.none;
  const tables = [
    tableText([say.procedure, say.state, say.count], counts, terminal),
    ...(cases.length === 0
      ? []
      : [tableText([say.case, say.state, say.revision], cases, terminal)]),
  ];
  return tables.join('\n\n');
}
