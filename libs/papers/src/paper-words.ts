import type { ObligationStatus, Text } from '@rapporteur/kernel';
import type { Mark } from './brief';

// The words of a brief as it is set: headings, columns, marks.

const words = (en: string, fr: string, es: string): Text => ({ en, fr, es });

export const markWords: Readonly<Record<Mark, Text>> = {
  same: words('', '', ''),
  new: words('new', 'nouveau', 'nuevo'),
  changed: words('changed', 'modifié', 'modificado'),
  gone: words('no longer shown', 'ne figure plus', 'ya no figura'),
};

export const statusWords: Readonly<Record<ObligationStatus, Text>> = {
  met: words('Done', 'Fait', 'Realizado'),
  open: words('Open', 'À faire', 'Por realizar'),
  awaited: words('Awaited', 'Attendu', 'Pendiente'),
  overdue: words('Overdue', 'En retard', 'Vencido'),
  breached: words('Done late', 'Fait hors délai', 'Realizado fuera de plazo'),
  superseded: words('Superseded', 'Remplacé', 'Sustituido'),
  notComputable: words('Date not computable', 'Date non calculable', 'Fecha no calculable'),
};

export const headings = {
  state: words(
    'State of each part of the decision',
    'État de chaque partie de la décision',
    'Estado de cada parte de la decisión',
  ),
  recordedSince: words(
    'What was recorded since',
    'Ce qui a été enregistré depuis',
    'Lo que se ha registrado desde entonces',
  ),
  changes: words('What changed', 'Ce qui a changé', 'Lo que ha cambiado'),
  obligations: words('Obligations at the date', 'Obligations à la date', 'Obligaciones a la fecha'),
  noticed: words(
    'Irregular, provisional and corrected steps',
    'Actes irréguliers, provisoires et rectifiés',
    'Trámites irregulares, provisionales y rectificados',
  ),
};

export const captions = {
  cases: words('Cases and their state', 'Dossiers et leur état', 'Expedientes y su estado'),
  views: words(
    'Views by group, on each subject',
    'Points de vue par groupe, sur chaque sujet',
    'Opiniones por grupo, sobre cada tema',
  ),
  bearing: words(
    'Records that bear on the date',
    'Enregistrements qui portent sur la date considérée',
    'Registros que afectan a la fecha considerada',
  ),
  later: words(
    'Records of later events, which do not change the state at the date',
    "Enregistrements d'événements ultérieurs, qui ne changent pas l'état à la date considérée",
    'Registros de hechos posteriores, que no cambian el estado a la fecha considerada',
  ),
  ofDecision: words('Under the decision', 'Au titre de la décision', 'En virtud de la decisión'),
  around: words('Around the decision', 'Autour de la décision', 'En torno a la decisión'),
  irregular: words('Irregular steps', 'Actes irréguliers', 'Trámites irregulares'),
  provisional: words(
    'Provisional steps: from the floor or a draft, without evidence',
    'Actes provisoires: consignés en séance ou sur un projet, sans preuve',
    'Trámites provisionales: consignados en sala o a partir de un proyecto, sin prueba',
  ),
  corrected: words('Corrections', 'Rectifications', 'Rectificaciones'),
};

export const columns = {
  case: words('Case', 'Dossier', 'Expediente'),
  standing: words('State', 'État', 'Estado'),
  difference: words('Difference', 'Différence', 'Diferencia'),
  number: words('No.', 'N°', 'N.º'),
  step: words('Step', 'Acte', 'Trámite'),
  occurredOn: words('Occurred on', 'Intervenu le', 'Fecha del acto'),
  recordedAt: words('Recorded on', 'Enregistré le', 'Registrado el'),
  delay: words('Delay (days)', 'Retard (jours)', 'Demora (días)'),
  recordedBy: words('Recorded by', 'Enregistré par', 'Registrado por'),
  beforeAfter: words('State before › after', 'État avant › après', 'Estado antes › después'),
  steps: words('Steps', 'Actes', 'Trámites'),
  duty: words('Obligation', 'Obligation', 'Obligación'),
  status: words('Status', 'Situation', 'Situación'),
  request: words('Request', 'Demande', 'Solicitud'),
  subject: words('Subject', 'Sujet', 'Tema'),
  reason: words('Reason and rule', 'Motif et règle', 'Motivo y regla'),
  approval: words('Approval', 'Approbation', 'Aprobación'),
  correction: words('Correction', 'Rectification', 'Rectificación'),
  offices: words('Offices', 'Fonctions', 'Cargos'),
};

export const phrases = {
  nothing: words('Nothing to show.', 'Rien à signaler.', 'Nada que señalar.'),
  records: words('No.', 'N°', 'N.º'),
  provisional: words('provisional', 'provisoire', 'provisional'),
  unapproved: words('not approved', 'non approuvé', 'no aprobado'),
  approvedBy: words('approved by', 'approuvé par', 'aprobado por'),
  proposedBy: words('proposed by', 'proposée par', 'propuesta por'),
  correctedBy: words('approved by', 'approuvée par', 'aprobada por'),
  rejectedBy: words('rejected by', 'rejetée par', 'rechazada por'),
  open: words(
    'awaits a second person',
    "attend l'approbation d'une deuxième personne",
    'pendiente de una segunda persona',
  ),
  annulled: words('annulled: does not count', 'annulé: ne compte pas', 'anulado: no cuenta'),
  settled: words('no longer provisional', "n'est plus provisoire", 'ya no es provisional'),
  notBegun: words('not begun', 'pas encore commencé', 'no iniciado'),
  asAt: words('As at', 'À la date du', 'A fecha de'),
  knownThen: words('Known then', 'Connu alors', 'Conocido entonces'),
  knownNow: words('Known now', 'Connu maintenant', 'Conocido ahora'),
  reference: words('Reference', 'Référence', 'Referencia'),
  register: words('Register', 'Registre', 'Registro'),
};
