import { dutyOf } from '@rapporteur/kernel';
import { paragraph } from '../cite';
import { isOpenTopic } from '../open-cases';
import type { TopicContext } from './machine';

const duty = dutyOf<TopicContext>();

export const duties = [
  duty({
    id: 'topic.registrationDue',
    step: 'topic.registered',
    cite: paragraph('3'),
    text: {
      en: 'Members shall submit topics for discussion: the Secretariat registers and circulates every one; it has no power to refuse.',
      fr: "Les Membres soumettront des sujets de discussion: le Secrétariat les enregistre et les distribue tous; il n'a pas le pouvoir d'en refuser.",
      es: 'Los Miembros presentarán temas de debate: la Secretaría los registra y distribuye todos; no está facultada para rechazar ninguno.',
    },
    stands: ({ case: topic }) => isOpenTopic(topic) && topic.context.topicNo === null,
  }),
];
