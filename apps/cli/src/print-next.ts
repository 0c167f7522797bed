import type { Language } from '@rapporteur/kernel';
import type { LabelsOf } from './labels';
import { isShown, list, type AllLabels, type Shown } from './print';

const statuses = {
  en: { caused: 'due', allowed: 'possible', notYet: 'not yet', notNow: 'no longer', done: 'done' },
  fr: {
    caused: 'à accomplir',
    allowed: 'possible',
    notYet: 'pas encore',
    notNow: 'plus possible',
    done: 'fait',
  },
  es: {
    caused: 'debido',
    allowed: 'posible',
    notYet: 'todavía no',
    notNow: 'ya no',
    done: 'hecho',
  },
} as const;

/** Duties first, then what is possible, then what is not and why; what is done comes last. */
const order = ['caused', 'allowed', 'notYet', 'notNow', 'done'] as const;

/** What now: the steps of a case, and of those under it, each with its first reason. */
export function nextText(labels: LabelsOf) {
  return (answer: Shown, _own: AllLabels, language: Language): string =>
    [answer, ...list(answer['under'])]
      .map((each) => caseLines(each, labels.get(String(each['procedure'])), language).join('\n'))
      .join('\n\n');
}

function caseLines(shown: Shown, labels: AllLabels, language: Language): readonly string[] {
  const steps = list(shown['steps']);
  const lines = order.flatMap((status) =>
    steps
      .filter((step) => step['status'] === status)
      .map((step) => {
        const type = String(step['type']);
        const name = labels?.[language].steps[type] ?? type;
        return `  ${statuses[language][status]}: ${name}${reasonText(step, language)}`;
      }),
  );
  return [`${String(shown['procedure'])}/${String(shown['case'])}`, ...lines];
}

/** A paragraph of the decision by its sign; a rule or an article by its own name. */
const paragraphName = (paragraph: string) =>
  /^\d+$/.test(paragraph) ? `¶${paragraph}` : paragraph;

function reasonText(step: Shown, language: Language): string {
  const texts = list(step['reasons']).map(({ message, cite }) => {
    const text = isShown(message) ? String(message[language]) : '';
    const paragraph = isShown(cite) ? cite['paragraph'] : undefined;
    return paragraph === undefined ? text : `${text} [${paragraphName(String(paragraph))}]`;
  });
  return texts.length > 0 ? `\n      ${texts.join('\n      ')}` : '';
}
