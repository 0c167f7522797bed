import { deadlineOf, type Text } from '@rapporteur/kernel';
import { circulationOfDocuments } from '../cite';
import type { DocumentContext } from './machine';
import { derestrictionDay } from './restriction';
import type { steps } from './steps';

const deadline = deadlineOf<typeof steps, DocumentContext>();

export const deadlines = [
  deadline({
    id: 'document.derestriction',
    number: 'D11',
    step: 'document.derestricted',
    cite: circulationOfDocuments,
    text: {
      en: 'Derestriction of the document',
      fr: 'Mise en distribution générale du document',
      es: 'Puesta en distribución general del documento',
    },
    due: ({ case: { context } }) => {
      const day = derestrictionDay(context);
      if (context.registeredAs !== 'restricted' || day === undefined) return undefined;
      // An objection to the derestriction of minutes leaves them restricted until further notice.
      const { objectedOn, completeOn } = context;
      if (objectedOn !== null && objectedOn <= day) return { awaitedSince: objectedOn };
      const isLate = completeOn === null || completeOn > day;
      return { windows: [{ to: day, ...(isLate ? { because: notInThreeLanguages } : {}) }] };
    },
  }),
];

const notInThreeLanguages: Text = {
  en: 'the document did not yet exist in English, French and Spanish',
  fr: "le document n'existait pas encore en français, en anglais et en espagnol",
  es: 'el documento aún no existía en español, francés e inglés',
};
