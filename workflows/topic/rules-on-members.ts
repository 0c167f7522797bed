import { ruleOf } from '@rapporteur/kernel';
import { isActOfMember } from '../bodies';
import { paragraph } from '../cite';
import type { TopicContext } from './machine';
import type { steps } from './steps';

const rule = ruleOf<typeof steps, TopicContext>();

/** What Members submit, and what becomes of it in their own hands. */
export const rulesOnMembers = [
  rule({
    id: 'topic.groupEstablished',
    grade: 'procedural',
    cite: paragraph('3'),
    text: {
      en: 'Members submit topics for discussion to the Working Group, which is then established; one submitted before or after that is irregular and says why.',
      fr: 'Les Membres soumettent des sujets de discussion au Groupe de travail, qui est alors établi; un sujet soumis avant ou après cela est irrégulier et en donne le motif.',
      es: 'Los Miembros presentan temas de debate al Grupo de Trabajo, que está entonces establecido; uno presentado antes o después es irregular e indica el motivo.',
    },
    on: ['topic.submitted'],
    holds: (_step, { related }) => related('parent')?.isIn('established') ?? 'notComputable',
  }),
  rule({
    id: 'topic.submittedByASponsor',
    grade: 'advisory',
    cite: paragraph('3'),
    text: {
      en: 'The Member that submits a topic is one of those in whose name it is submitted.',
      fr: 'Le Membre qui soumet un sujet est un de ceux au nom desquels il est soumis.',
      es: 'El Miembro que presenta un tema es uno de aquellos en cuyo nombre se presenta.',
    },
    on: ['topic.submitted'],
    holds: (step) => isActOfMember(step, step.data.members),
  }),
  rule({
    id: 'topic.cosponsoredForItself',
    grade: 'structural',
    isAboutWho: true,
    cite: paragraph('3'),
    text: {
      en: 'A Member co-sponsors a topic for itself: it is one of those that the step names.',
      fr: "Un Membre coparraine un sujet pour lui-même: il est un de ceux que l'acte désigne.",
      es: 'Un Miembro copatrocina un tema por sí mismo: es uno de los que el trámite indica.',
    },
    on: ['topic.cosponsored'],
    holds: (step) => isActOfMember(step, step.data.members),
  }),
  rule({
    id: 'topic.bySponsor',
    grade: 'structural',
    isAboutWho: true,
    cite: paragraph('3'),
    text: {
      en: 'A topic is revised, reclassified or withdrawn by its sponsors, co-sponsors included, and by no other Member.',
      fr: 'Un sujet est révisé, reclassé ou retiré par les Membres qui le parrainent ou le coparrainent, et par aucun autre Membre.',
      es: 'Un tema es revisado, reclasificado o retirado por sus patrocinadores, incluidos los copatrocinadores, y por ningún otro Miembro.',
    },
    on: ['topic.revised', 'topic.reclassified', 'topic.withdrawn'],
    holds: (step, { case: topic }) => isActOfMember(step, topic.context.members),
  }),
  rule({
    id: 'topic.withdrawnByAllSponsors',
    grade: 'structural',
    cite: paragraph('3'),
    text: {
      en: 'A topic is withdrawn only by all of its sponsors together, co-sponsors included.',
      fr: "Un sujet n'est retiré que par l'ensemble des Membres qui le parrainent, y compris ceux qui le coparrainent.",
      es: 'Un tema solo puede ser retirado por todos sus patrocinadores conjuntamente, incluidos los copatrocinadores.',
    },
    on: ['topic.withdrawn'],
    holds: ({ data }, { case: topic }) =>
      topic.context.members.every((sponsor) => data.by.includes(sponsor)),
  }),
  rule({
    id: 'topic.reclassifiedFromItsOwn',
    grade: 'structural',
    cite: paragraph('3'),
    text: {
      en: 'A topic is reclassified from a category under which it stands.',
      fr: "Un sujet est reclassé à partir d'une catégorie dont il relève.",
      es: 'Un tema se reclasifica a partir de una categoría en la que figura.',
    },
    on: ['topic.reclassified'],
    holds: ({ data }, { case: topic }) => topic.context.categories.includes(data.from),
  }),
  rule({
    id: 'topic.originalTitleKept',
    grade: 'advisory',
    cite: paragraph('3'),
    text: {
      en: 'The title in the original language is that of the Member; it is the others that are translated. One entered anew in the original language is noted.',
      fr: "Le titre dans la langue originale est celui du Membre; ce sont les autres qui font l'objet d'une traduction. Un titre saisi de nouveau dans la langue originale est signalé.",
      es: 'El título en el idioma original es el del Miembro; son los demás los que se traducen. De uno introducido de nuevo en el idioma original se deja constancia.',
    },
    on: ['topic.titleTranslated'],
    holds: ({ data }, { case: topic }) => data.lang !== topic.context.originalLang,
  }),
];
