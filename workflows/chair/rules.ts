import { ruleOf } from '@rapporteur/kernel';
import { appointmentOfOfficers, paragraph } from '../cite';
import type { ChairContext } from './machine';
import type { steps } from './steps';

const rule = ruleOf<typeof steps, ChairContext>();

export const rules = [
  rule({
    id: 'chair.afterEstablishment',
    grade: 'structural',
    cite: paragraph('2'),
    text: {
      en: 'The General Council designates the Chair of a Working Group that it has established; both may happen at the same meeting.',
      fr: "Le Conseil général désigne le président d'un Groupe de travail qu'il a établi; l'un et l'autre peuvent intervenir à la même réunion.",
      es: 'El Consejo General designa al Presidente de un Grupo de Trabajo que ha establecido; ambas cosas pueden tener lugar en la misma reunión.',
    },
    on: ['chair.designated'],
    // As at the end of the day, so that the same meeting may do both.
    holds: (_step, { related }) => related('workingGroup')?.isIn('established') ?? false,
  }),
  rule({
    id: 'chair.servesUntilEffectiveDay',
    grade: 'advisory',
    cite: appointmentOfOfficers,
    text: {
      en: 'A Chair who resigned with effect from a later day serves until that day.',
      fr: "Un président qui a démissionné avec effet à une date ultérieure exerce ses fonctions jusqu'à cette date.",
      es: 'El Presidente que dimite con efecto en una fecha posterior ejerce sus funciones hasta esa fecha.',
    },
    on: ['chair.termEnded'],
    holds: ({ occurredOn }, { case: chair }) =>
      chair.context.effectiveOn === null || occurredOn >= chair.context.effectiveOn,
  }),
];
