import type { CaseView } from '@rapporteur/kernel';

/**
 * Whether a paragraph of the adopted decision stands: neither replaced by a later decision nor lapsed
 * with the whole. A text whose paragraphs are numbered otherwise stands until it is replaced altogether.
 */
export function isParagraphInForce({ isIn, context }: CaseView, paragraph: string): boolean {
  if (isIn('adopted.force.inForce')) return true;
  const { superseded } = context;
  return (
    isIn('adopted.force.partlySuperseded') &&
    Array.isArray(superseded) &&
    !superseded.includes(paragraph)
  );
}
