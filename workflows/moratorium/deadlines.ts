import { deadlineOf, type Due, type Text, type Window } from '@rapporteur/kernel';
import { paragraph } from '../cite';
import type { MoratoriumContext } from './machine';
import { readingsOf, type Reading } from './readings';
import type { steps } from './steps';

const deadline = deadlineOf<typeof steps, MoratoriumContext>();

export const deadlines = [
  deadline({
    id: 'moratorium.term',
    number: 'D10',
    step: 'moratorium.extended',
    cite: paragraph('7'),
    // A practice has a term, nobody owes anything by it: when it passes, no rule is broken.
    soft: true,
    text: {
      en: 'Decision on what follows the term of the practice of not imposing customs duties on electronic transmissions',
      fr: 'Décision sur la suite à donner au terme de la pratique consistant à ne pas imposer de droits de douane sur les transmissions électroniques',
      es: 'Decisión sobre lo que sigue al término de la práctica de no imponer derechos de aduana a las transmisiones electrónicas',
    },
    sees: { calendar: true },
    due: ({ case: { context }, calendar }) => {
      const { open } = readingsOf(context, calendar);
      return dueBy(open.map(windowOf));
    },
    // An extension sets another term, and with it another window; only these settle it for good.
    metOn: ({ case: { context } }) => context.settledOn ?? undefined,
  }),
];

function dueBy([first, ...others]: readonly Window[]): Due {
  return first ? { windows: [first, ...others] } : 'notPopulated';
}

/** Until the session: from its opening to its close, since the text does not say which. */
function windowOf({ from, to, anchor, text }: Reading): Window {
  return {
    ...(from === to ? {} : { from }),
    to,
    ...(anchor === undefined ? {} : { anchor }),
    reading: text,
    because,
  };
}

const because: Text = {
  en: 'the term of the practice passed without a decision',
  fr: 'le terme de la pratique est passé sans décision',
  es: 'el término de la práctica pasó sin que se adoptara una decisión',
};
