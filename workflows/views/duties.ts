import { dutyOf, type Around } from '@rapporteur/kernel';
import { paragraph } from '../cite';
import { isOpenTopic } from '../open-cases';
import type { ViewsContext } from './machine';
import { stakeholders } from './stakeholders';

const duty = dutyOf<ViewsContext>();

export const duties = [
  duty({
    id: 'views.toBeSought',
    step: 'views.sought',
    cite: paragraph('5'),
    text: {
      en: 'To the extent possible, the views of consumers, regulators and the private sector are to be sought, so that discussions may take them into consideration. A best-endeavours duty: leaving it undone blocks nothing.',
      fr: "Dans la mesure du possible, les points de vue des consommateurs, des organismes de réglementation et du secteur privé sont à solliciter, pour que les discussions puissent les prendre en considération. C'est une obligation de moyens: ne pas s'en acquitter ne bloque rien.",
      es: 'En la medida de lo posible, deben solicitarse las opiniones de los consumidores, los organismos de reglamentación y el sector privado, para que los debates puedan tomarlas en consideración. Es una obligación de medios: no cumplirla no bloquea nada.',
    },
    stands: (around) => isOnOpenTopic(around) && someIn('notSought', around),
  }),
  duty({
    id: 'views.toBeConsidered',
    step: 'views.considered',
    cite: paragraph('5'),
    text: {
      en: 'Discussions within the Working Group on any issue related to electronic commerce that bears on world trade shall, to the extent possible, take into consideration the views of consumers, regulators and the private sector.',
      fr: 'Les discussions au sein du Groupe de travail sur toute question liée au commerce électronique qui se rapporte au commerce mondial devront, dans la mesure du possible, prendre en considération les points de vue des consommateurs, des organismes de réglementation et du secteur privé.',
      es: 'Los debates en el Grupo de Trabajo sobre toda cuestión relacionada con el comercio electrónico que guarde relación con el comercio mundial deberán, en la medida de lo posible, tomar en consideración las opiniones de los consumidores, los organismos de reglamentación y el sector privado.',
    },
    stands: (around) => isOnOpenTopic(around) && someIn('received', around),
  }),
];

/** A topic that has ended, or does not bear on world trade, has no such duty. */
function isOnOpenTopic({ related }: Around<ViewsContext>): boolean {
  const topic = related('topic');
  return topic !== undefined && isOpenTopic(topic) && topic.context['bearsOnWorldTrade'] !== false;
}

const someIn = (state: string, { case: { isIn } }: Around<ViewsContext>): boolean =>
  stakeholders.some((each) => isIn(`${each}.${state}`));
