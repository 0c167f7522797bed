import { inEach, type Language, type Text } from '@rapporteur/kernel';
import { among, casesOf, line, type Line, type Material, type MaterialCase } from './material';
import { words } from './telling';

/** What stands where, in one sentence without its beginning and its full stop. */
export function summary(material: Material): Line {
  const clauses = [
    decisionClause,
    groupClause,
    topicsClause,
    requestsClause,
    practiceClause,
  ].flatMap((clause) => clause(material) ?? []);
  if (clauses.length === 0) return line(nothingYet, []);
  return {
    text: inEach((language) => clauses.map(({ text }) => text[language]).join('; ')),
    from: [...new Set(clauses.flatMap(({ from }) => from))],
  };
}

const nothingYet = words(
  'nothing has been recorded of the decision',
  "rien n'est enregistré de la décision",
  'no consta nada de la decisión',
);

/** By path of the state; the first that holds. */
type ByState = readonly (readonly [path: string, words: Text])[];

function stateClause(cases: readonly MaterialCase[], by: ByState): Line | undefined {
  const [only] = cases;
  const found = only && by.find(([path]) => only.view.isIn(path));
  return found && line(found[1], [only]);
}

const decisionStates: ByState = [
  [
    'draft.withdrawn',
    words('the draft has been withdrawn', 'le projet a été retiré', 'el proyecto ha sido retirado'),
  ],
  [
    'draft.notAdopted',
    words(
      'the draft has not been adopted',
      "le projet n'a pas été adopté",
      'el proyecto no ha sido adoptado',
    ),
  ],
  [
    'draft',
    words(
      'the draft has not been adopted yet',
      "le projet n'a pas encore été adopté",
      'el proyecto aún no ha sido adoptado',
    ),
  ],
  [
    'adopted.force.partlySuperseded',
    words(
      'the decision has been superseded in part',
      'la décision a été remplacée en partie',
      'la decisión ha sido sustituida en parte',
    ),
  ],
  [
    'adopted.force.superseded',
    words(
      'the decision has been superseded',
      'la décision a été remplacée',
      'la decisión ha sido sustituida',
    ),
  ],
  [
    'adopted.force.lapsed',
    words('the decision has lapsed', 'la décision est devenue caduque', 'la decisión ha caducado'),
  ],
  [
    'adopted',
    words('the decision is in force', 'la décision est en vigueur', 'la decisión está en vigor'),
  ],
];

const decisionClause = (material: Material) =>
  stateClause(casesOf(material, 'decision'), decisionStates);

const groupStates: ByState = [
  [
    'instructed',
    words(
      'the Working Group has not been established yet',
      "le Groupe de travail n'a pas encore été établi",
      'el Grupo de Trabajo aún no ha sido establecido',
    ),
  ],
  [
    'blocked',
    words(
      'the establishment of the Working Group is blocked',
      "l'établissement du Groupe de travail est bloqué",
      'el establecimiento del Grupo de Trabajo está bloqueado',
    ),
  ],
  [
    'established.activity.constituted',
    words(
      'the Working Group has been established and has not met yet',
      "le Groupe de travail a été établi et ne s'est pas encore réuni",
      'el Grupo de Trabajo ha sido establecido y aún no se ha reunido',
    ),
  ],
  [
    'established.activity.operational',
    words(
      'the Working Group is operational',
      'le Groupe de travail est en activité',
      'el Grupo de Trabajo está en funcionamiento',
    ),
  ],
  [
    'established.activity.suspended',
    words(
      'the Working Group is suspended',
      'le Groupe de travail est suspendu',
      'el Grupo de Trabajo está suspendido',
    ),
  ],
  [
    'established.activity.dormant',
    words(
      'the Working Group is dormant',
      'le Groupe de travail est en sommeil',
      'el Grupo de Trabajo está inactivo',
    ),
  ],
  [
    'expired',
    words(
      'the mandate of the Working Group has expired',
      'le mandat du Groupe de travail a expiré',
      'el mandato del Grupo de Trabajo ha expirado',
    ),
  ],
  [
    'concluded',
    words(
      'the Working Group has concluded its work',
      'le Groupe de travail a achevé ses travaux',
      'el Grupo de Trabajo ha concluido sus trabajos',
    ),
  ],
  [
    'terminated',
    words(
      'the Working Group has been terminated',
      'le Groupe de travail a été dissous',
      'el Grupo de Trabajo ha sido disuelto',
    ),
  ],
];

const groupClause = (material: Material) =>
  stateClause(casesOf(material, 'workingGroup'), groupStates);

const practiceStates: ByState = [
  [
    'maintained.contested',
    words(
      'the practice on customs duties is maintained, its term being contested',
      'la pratique en matière de droits de douane est maintenue, son échéance étant contestée',
      'la práctica sobre derechos de aduana se mantiene, y su plazo es objeto de controversia',
    ),
  ],
  [
    'maintained.expiring',
    words(
      'the practice on customs duties is maintained and nears its term',
      'la pratique en matière de droits de douane est maintenue et proche de son échéance',
      'la práctica sobre derechos de aduana se mantiene y está próxima a expirar',
    ),
  ],
  [
    'maintained.extended',
    words(
      'the practice on customs duties has been extended',
      'la pratique en matière de droits de douane a été prorogée',
      'la práctica sobre derechos de aduana ha sido prorrogada',
    ),
  ],
  [
    'maintained',
    words(
      'the practice on customs duties is maintained',
      'la pratique en matière de droits de douane est maintenue',
      'la práctica sobre derechos de aduana se mantiene',
    ),
  ],
  [
    'lapsed',
    words(
      'the practice on customs duties has lapsed',
      'la pratique en matière de droits de douane est arrivée à expiration',
      'la práctica sobre derechos de aduana ha expirado',
    ),
  ],
  [
    'permanent',
    words(
      'the practice on customs duties has been made permanent',
      'la pratique en matière de droits de douane a été rendue permanente',
      'la práctica sobre derechos de aduana se ha hecho permanente',
    ),
  ],
  [
    'ended',
    words(
      'the practice on customs duties has been ended',
      'la pratique en matière de droits de douane a été levée',
      'se ha puesto fin a la práctica sobre derechos de aduana',
    ),
  ],
];

const practiceClause = (material: Material) =>
  stateClause(casesOf(material, 'moratorium'), practiceStates);

function topicsClause(material: Material): Line | undefined {
  const topics = casesOf(material, 'topic');
  if (topics.length === 0) return undefined;
  const live = among(topics, 'live').length;
  const all = topics.length;
  if (all === 1) return line(live === 1 ? oneTopicLive : oneTopicOver, topics);
  const text: Readonly<Record<Language, string>> = {
    en: `${all} topics have been submitted, ${live} of which ${live === 1 ? 'is' : 'are'} still before it`,
    fr: `${all} sujets ont été soumis, dont ${live} ${live > 1 ? 'sont' : 'est'} encore devant lui`,
    es: `${all} temas han sido presentados, de los cuales ${live} ${live === 1 ? 'sigue' : 'siguen'} ante él`,
  };
  return line(text, topics);
}

const oneTopicLive = words(
  '1 topic has been submitted and is still before it',
  '1 sujet a été soumis et est encore devant lui',
  '1 tema ha sido presentado y sigue ante él',
);

const oneTopicOver = words(
  '1 topic has been submitted and is no longer before it',
  "1 sujet a été soumis et n'est plus devant lui",
  '1 tema ha sido presentado y ya no está ante él',
);

function requestsClause(material: Material): Line | undefined {
  const sent = casesOf(material, 'referral').filter(wasTransmitted);
  if (sent.length === 0) return undefined;
  const replied = sent.filter(hasReply).length;
  const all = sent.length;
  if (all === 1) return line(replied === 1 ? oneAnswered : oneUnanswered, sent);
  const text: Readonly<Record<Language, string>> = {
    en: `${all} requests for assistance have been transmitted, ${replied} of which ${replied === 1 ? 'has' : 'have'} been answered`,
    fr: `${all} demandes d'assistance ont été transmises, dont ${replied} ${replied > 1 ? 'ont' : 'a'} reçu une réponse`,
    es: `${all} solicitudes de asistencia han sido transmitidas, de las cuales ${replied} ${replied === 1 ? 'ha' : 'han'} recibido respuesta`,
  };
  return line(text, sent);
}

const oneAnswered = words(
  '1 request for assistance has been transmitted and has been answered',
  "1 demande d'assistance a été transmise et a reçu une réponse",
  '1 solicitud de asistencia ha sido transmitida y ha recibido respuesta',
);

const oneUnanswered = words(
  '1 request for assistance has been transmitted and has not been answered',
  "1 demande d'assistance a été transmise et n'a pas reçu de réponse",
  '1 solicitud de asistencia ha sido transmitida y no ha recibido respuesta',
);

export const wasTransmitted = ({ view }: MaterialCase): boolean =>
  typeof view.context['transmittedOn'] === 'string';
export const hasReply = ({ view }: MaterialCase): boolean =>
  typeof view.context['repliedOn'] === 'string';
