import type { Mentions } from '@rapporteur/kernel';
import { documentId } from '../document-id';
import { namedMeeting } from '../named-meeting';

/** The meeting that a step names, and the document in which views stand, where its symbol is known. */
export const mentions: Mentions = (step, from) => {
  const docRef = step.data['docRef'];
  const id = typeof docRef === 'string' ? documentId(docRef) : undefined;
  return {
    ...namedMeeting(step, from),
    ...(id === undefined ? {} : { document: `document/${id}` }),
  };
};
