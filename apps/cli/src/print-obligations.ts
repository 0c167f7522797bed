import type { ObligationStatus, Text } from '@rapporteur/kernel';
import type { AllCasesText, Wording } from './all-cases-text';
import { isShown, list, type Shown } from './print';
import { tableText } from './table';
import { styled } from './terminal';

const words = {
  en: { number: 'No.', status: 'Status', case: 'Case', end: 'By', none: 'No deadline fits.' },
  fr: {
    number: 'Nº',
    status: 'Situation',
    case: 'Dossier',
    end: 'Échéance',
    none: 'Aucune échéance ne correspond.',
  },
  es: {
    number: 'N.º',
    status: 'Situación',
    case: 'Expediente',
    end: 'Plazo',
    none: 'Ningún plazo corresponde.',
  },
} as const;

const statusWords: Readonly<Record<ObligationStatus, Text>> = {
  met: { en: 'met', fr: 'satisfaite', es: 'cumplida' },
  open: { en: 'open', fr: 'en cours', es: 'en curso' },
  awaited: { en: 'awaited', fr: 'attendue', es: 'pendiente' },
  overdue: { en: 'OVERDUE', fr: 'DÉPASSÉE', es: 'VENCIDA' },
  breached: { en: 'met late', fr: 'hors délai', es: 'fuera de plazo' },
  superseded: { en: 'superseded', fr: 'remplacée', es: 'sustituida' },
  notComputable: { en: 'not computable', fr: 'non calculable', es: 'no calculable' },
};
const statuses = new Map(Object.entries(statusWords));

/**
 * The deadlines with their sentences, then how many there are of each status.
 * @param options those that were superseded are left out unless they are asked for
 */
export function obligationsText({
  all,
  status,
}: {
  readonly all?: true;
  readonly status?: string;
}): AllCasesText {
  return (answer, wording) => {
    const { language, terminal } = wording;
    const say = words[language];
    const shown = list(answer['obligations']).filter(
      (each) => all || status !== undefined || each['status'] !== 'superseded',
    );
    const rows = shown.map((each) => ({
      cells: [
        String(each['number']),
        statusText(String(each['status']), wording),
        String(each['case']),
        endOf(each),
      ],
      below: isShown(each['sentence']) ? String(each['sentence'][language]) : '',
    }));
    const head = [say.number, say.status, say.case, say.end];
    const table = rows.length === 0 ? say.none : tableText(head, rows, terminal);
    return [table, countsText(answer, wording)].filter(Boolean).join('\n\n');
  };
}

function statusText(status: string, { language, terminal }: Wording): string {
  const text = statuses.get(status)?.[language] ?? status;
  return status === 'overdue' ? styled(text, 'red', terminal) : text;
}

/** The last day of its window; two where the readings of the text diverge. */
const endOf = ({ windows }: Shown): string =>
  [...new Set(list(windows).map(({ to }) => String(to)))].join(' / ');

function countsText({ counts }: Shown, wording: Wording): string {
  return Object.entries(isShown(counts) ? counts : {})
    .filter(([, count]) => count !== 0)
    .map(([status, count]) => `${statusText(status, wording)}: ${String(count)}`)
    .join(' · ');
}
