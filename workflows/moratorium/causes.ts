import { causeOf, parseCaseName, type CausedStep } from '@rapporteur/kernel';
import type { steps } from './steps';

const on = causeOf<typeof steps>();

export const causes = [
  // ¶7 gives way to the new term; the other paragraphs stand.
  on('moratorium.termClarified', ({ data, links }) => superseding(links, data.symbol)),
  on('moratorium.extended', ({ data, links }) => superseding(links, data.symbol)),
];

function superseding(
  { parent = '' }: Readonly<Record<string, string>>,
  bySymbol: string,
): readonly CausedStep[] {
  const decision = parseCaseName(parent);
  if (!decision) return [];
  return [
    { case: decision, type: 'decision.superseded', data: { bySymbol, paras: ['7'] }, links: {} },
  ];
}
