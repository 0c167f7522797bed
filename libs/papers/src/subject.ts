import type { Reading } from '@rapporteur/engine';
import { inEach, parseCaseName, refuse, refuseField, type Refusal } from '@rapporteur/kernel';
import type { PaperParts } from './paper-parts';

/** The decision that a paper is about, and the review if it is one's. */
export interface Subject {
  readonly outcome?: never;
  readonly decision: string;
  readonly review: string | null;
}

/** Where a subject is looked for: the procedures, and how far the log is known. */
export interface Looking {
  readonly reading: Reading;
  readonly parts: PaperParts;
  readonly size: number;
}

/** The subject that a review names, or else a decision; of a review, the decision above it. */
export async function subjectOf(
  looking: Looking,
  { review, under }: { readonly review?: string | undefined; readonly under?: string | undefined },
): Promise<Subject | Refusal> {
  if (review === undefined) return decisionCalled(looking, under);
  const { reading, parts, size } = looking;
  const isReview = parseCaseName(review)?.procedure === parts.review.procedure;
  const found = isReview ? await reading.caseAt(review, size) : undefined;
  const decision = found?.links[parts.review.parent];
  return decision === undefined ? notKnown('review', review, size) : { decision, review };
}

async function decisionCalled(
  { reading, parts, size }: Looking,
  name: string | undefined,
): Promise<Subject | Refusal> {
  const ref = parseCaseName(name ?? '');
  if (ref?.procedure === parts.review.procedure) return hasItsOwn(ref.case);
  if (name === undefined || ref?.procedure !== parts.decision) return noDecision(parts.decision);
  if (!(await reading.caseAt(name, size))) return notKnown('under', name, size);
  return { decision: name, review: null };
}

const noDecision = (procedure: string): Refusal =>
  refuseField('under', {
    en: `must be a decision: ${procedure}/<case>`,
    fr: `doit être une décision: ${procedure}/<dossier>`,
    es: `debe ser una decisión: ${procedure}/<expediente>`,
  });

function hasItsOwn(review: string): Refusal {
  const address = `/api/reviews/${review}/brief`;
  return refuseField('under', {
    en: `names a review, which has a brief of its own: ${address}`,
    fr: `désigne un examen, qui a sa propre note de situation: ${address}`,
    es: `designa un examen, que tiene su propia nota de situación: ${address}`,
  });
}

function notKnown(field: 'review' | 'under', name: string, size: number): Refusal {
  const sentences = {
    en: `there is no such case in what is known now (@${size}): “${name}”`,
    fr: `il n'existe pas de tel dossier dans ce qui est connu maintenant (@${size}): «${name}»`,
    es: `no existe tal expediente en lo que se conoce ahora (@${size}): «${name}»`,
  };
  const message = inEach((language) => sentences[language]);
  return refuse('notFound', { rule: 'brief.subject', grade: 'structural', field, message });
}
