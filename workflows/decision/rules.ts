import { ruleOf } from '@rapporteur/kernel';
import { draft, ruleOfProcedure } from '../cite';
import type { DecisionContext } from './machine';
import type { steps } from './steps';

const rule = ruleOf<typeof steps, DecisionContext>();

export const rules = [
  rule({
    id: 'decision.itemDecided',
    grade: 'structural',
    cite: ruleOfProcedure('Rule 33'),
    text: {
      en: 'A decision is adopted by consensus or, failing consensus, by vote; taking note of a text, a ruling of the Chair or an administrative act does not adopt it.',
      fr: "Une décision est adoptée par consensus ou, à défaut de consensus, par un vote; prendre note d'un texte, une décision du Président ou un acte administratif ne vaut pas adoption.",
      es: 'Una decisión se adopta por consenso o, a falta de consenso, por votación; tomar nota de un texto, una resolución del Presidente o un acto administrativo no equivalen a su adopción.',
    },
    on: ['decision.adopted'],
    holds: ({ decision }) =>
      decision ? decision.mode === 'consensus' || decision.mode === 'vote' : 'notComputable',
  }),
  rule({
    id: 'decision.onAgenda',
    grade: 'advisory',
    cite: ruleOfProcedure('Rules 25-26'),
    text: {
      en: 'A draft is adopted under an agenda item of its own; under other business, or on late papers, the body acts only if it so decides.',
      fr: "Un projet est adopté au titre d'un point de l'ordre du jour; au titre des autres questions, ou sur la base de documents tardifs, l'organe n'agit que s'il en décide ainsi.",
      es: 'Un proyecto se adopta en el marco de un punto del orden del día; en otros asuntos, o sobre la base de documentos tardíos, el órgano solo actúa si así lo decide.',
    },
    on: ['decision.adopted'],
    holds: (_step, { case: decision }) => decision.isIn('draft.onAgenda'),
  }),
  rule({
    id: 'decision.withdrawnByAllProponents',
    grade: 'structural',
    cite: draft,
    text: {
      en: 'A draft is withdrawn only by all of its proponents together.',
      fr: "Un projet n'est retiré que par tous ses auteurs ensemble.",
      es: 'Un proyecto solo puede ser retirado por todos sus proponentes conjuntamente.',
    },
    on: ['decision.withdrawn'],
    holds: ({ data }, { case: decision }) =>
      decision.context.proponents.every((proponent) => data.by.includes(proponent)),
  }),
  rule({
    id: 'decision.corrigendumOfForm',
    grade: 'structural',
    cite: ruleOfProcedure('Rule 33'),
    text: {
      en: 'A corrigendum changes no substance: a change of substance is a new decision, taken as decisions are taken.',
      fr: 'Un corrigendum ne modifie pas le fond: une modification de fond est une nouvelle décision, prise comme se prennent les décisions.',
      es: 'Un corrigéndum no modifica el fondo: una modificación de fondo es una nueva decisión, que se adopta como se adoptan las decisiones.',
    },
    on: ['decision.corrigendumIssued'],
    holds: ({ data }) => data.nature !== 'substantive',
  }),
  rule({
    id: 'decision.paragraphsAdopted',
    grade: 'advisory',
    cite: draft,
    text: {
      en: 'The paragraphs named are paragraphs of the decision as adopted.',
      fr: "Les paragraphes indiqués sont des paragraphes de la décision telle qu'adoptée.",
      es: 'Los párrafos indicados son párrafos de la decisión tal como fue adoptada.',
    },
    on: ['decision.corrigendumIssued', 'decision.superseded'],
    holds: ({ data }, { case: decision }) =>
      data.paras.every((para) => decision.context.paras.includes(para)),
  }),
];
