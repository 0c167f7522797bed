import type { Labels } from './procedure';
import type { Language } from './text';

// What the procedures made for tests are called.

export const labelsOfMotion: Readonly<Record<Language, Labels>> = {
  en: {
    title: 'Motion',
    summary: 'A motion: tabled, discussed, carried.',
    states: {
      awaited: 'Awaited',
      tabled: 'Tabled',
      paused: 'Paused',
      'paused.openEnded': 'Paused without a day',
      'paused.untilADay': 'Paused until a day',
      carried: 'Carried',
    },
    steps: {
      'motion.tabled': 'Motion tabled',
      'motion.discussed': 'Motion discussed',
      'motion.paused': 'Motion paused',
      'motion.resumed': 'Motion resumed',
      'motion.carried': 'Motion carried',
    },
    fields: {
      text: 'Text',
      movers: 'Movers',
      sections: 'Sections',
      heading: 'Heading',
      deadline: 'Deadline',
      on: 'On',
      why: 'Why',
      summary: 'Summary',
      until: 'Until',
      present: 'Members present',
      annexes: 'Annexes',
    },
  },
  fr: {
    title: 'Motion',
    summary: 'Une motion: déposée, débattue, adoptée.',
    states: {
      awaited: 'Attendue',
      tabled: 'Déposée',
      paused: 'Suspendue',
      'paused.openEnded': 'Suspendue sans terme',
      'paused.untilADay': "Suspendue jusqu'à un jour",
      carried: 'Adoptée',
    },
    steps: {
      'motion.tabled': 'Motion déposée',
      'motion.discussed': 'Motion débattue',
      'motion.paused': 'Motion suspendue',
      'motion.resumed': 'Motion reprise',
      'motion.carried': 'Motion adoptée',
    },
    fields: {
      text: 'Texte',
      movers: 'Auteurs',
      sections: 'Sections',
      heading: 'Intitulé',
      deadline: 'Échéance',
      on: 'Date',
      why: 'Motif',
      summary: 'Résumé',
      until: "Jusqu'au",
      present: 'Membres présents',
      annexes: 'Annexes',
    },
  },
  es: {
    title: 'Moción',
    summary: 'Una moción: presentada, debatida, aprobada.',
    states: {
      awaited: 'Esperada',
      tabled: 'Presentada',
      paused: 'Suspendida',
      'paused.openEnded': 'Suspendida sin plazo',
      'paused.untilADay': 'Suspendida hasta un día',
      carried: 'Aprobada',
    },
    steps: {
      'motion.tabled': 'Moción presentada',
      'motion.discussed': 'Moción debatida',
      'motion.paused': 'Moción suspendida',
      'motion.resumed': 'Moción reanudada',
      'motion.carried': 'Moción aprobada',
    },
    fields: {
      text: 'Texto',
      movers: 'Autores',
      sections: 'Secciones',
      heading: 'Título',
      deadline: 'Plazo',
      on: 'Fecha',
      why: 'Motivo',
      summary: 'Resumen',
      until: 'Hasta',
      present: 'Miembros presentes',
      annexes: 'Anexos',
    },
  },
};

export const labelsOfNotice: Readonly<Record<Language, Labels>> = {
  en: {
    title: 'Notice',
    summary: 'A notice of what was carried.',
    states: { awaited: 'Awaited', open: 'Open', published: 'Published' },
    steps: { 'notice.opened': 'Notice opened', 'notice.published': 'Notice published' },
    fields: { subject: 'Subject', symbol: 'Symbol' },
  },
  fr: {
    title: 'Avis',
    summary: 'Un avis de ce qui a été adopté.',
    states: { awaited: 'Attendu', open: 'Ouvert', published: 'Publié' },
    steps: { 'notice.opened': 'Avis ouvert', 'notice.published': 'Avis publié' },
    fields: { subject: 'Objet', symbol: 'Cote' },
  },
  es: {
    title: 'Aviso',
    summary: 'Un aviso de lo aprobado.',
    states: { awaited: 'Esperado', open: 'Abierto', published: 'Publicado' },
    steps: { 'notice.opened': 'Aviso abierto', 'notice.published': 'Aviso publicado' },
    fields: { subject: 'Asunto', symbol: 'Signatura' },
  },
};
