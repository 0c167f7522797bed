import {
  inEach,
  malformed,
  refuse,
  refuseField,
  type Actor,
  type Reason,
  type Refusal,
  type Registry,
  type StepRecord,
  type Text,
} from '@rapporteur/kernel';
import { largestEvent } from './event-store';
import type { HotCase } from './hot-cases';

// What only the engine can refuse, in words.

function reason(rule: string, words: Text): Reason {
  return { rule, grade: 'structural', message: inEach((language) => words[language]) };
}

export function unknownProcedure(procedure: string, registry: Registry): Refusal {
  const known = [...registry.keys()].join(', ');
  return refuse(
    'notFound',
    reason('procedure.exists', {
      en: `there is no procedure ${procedure}; there are: ${known}`,
      fr: `il n'existe pas de procédure ${procedure}; procédures admises: ${known}`,
      es: `no existe el procedimiento ${procedure}; procedimientos admitidos: ${known}`,
    }),
  );
}

export function unknownCase(name: string): Refusal {
  return refuse(
    'notFound',
    reason('case.exists', {
      en: `there is no case ${name}; its first step opens it`,
      fr: `il n'existe pas de dossier ${name}; son premier acte l'ouvre`,
      es: `no existe el expediente ${name}; su primer trámite lo abre`,
    }),
  );
}

export function malformedCaseId(): Refusal {
  return refuseField('case', {
    en: 'must be 1 to 63 lower-case letters, digits and hyphens, the first no hyphen',
    fr: "doit comporter de 1 à 63 lettres minuscules, chiffres et traits d'union, sans trait d'union au début",
    es: 'debe tener de 1 a 63 letras minúsculas, cifras y guiones, sin guion al principio',
  });
}

export function malformedPosition(): Refusal {
  return refuseField('after', {
    en: 'must be a position as an answer gave it',
    fr: "doit être une position telle qu'une réponse l'a donnée",
    es: 'debe ser una posición tal como la dio una respuesta',
  });
}

export function refuseFuture(today: string): Refusal {
  return refuseField('occurredOn', {
    en: `lies in the future; the latest date accepted is today, ${today}`,
    fr: `est dans l'avenir; la date la plus tardive acceptée est aujourd'hui, ${today}`,
    es: `está en el futuro; la fecha más tardía admitida es hoy, ${today}`,
  });
}

export function refuseTooLarge(bytes: number): Refusal {
  return refuse(
    'tooLarge',
    malformed('data', {
      en: `makes an event of ${bytes} bytes; at most ${largestEvent} are stored. Refer to documents by their digest instead.`,
      fr: `donne un événement de ${bytes} octets; ${largestEvent} au plus sont conservés. Renvoyer aux documents par leur empreinte.`,
      es: `da un evento de ${bytes} bytes; se conservan como máximo ${largestEvent}. Remita a los documentos por su huella.`,
    }),
  );
}

export function refuseKeyReused({ revision, type, metadata }: StepRecord): Refusal {
  const what = `${type} (${metadata.occurredOn}, revision ${revision})`;
  return refuse(
    'keyReused',
    reason('idempotencyKey.once', {
      en: `This Idempotency-Key already belongs to another request, recorded as ${what}. Use a new key for a new request.`,
      fr: `Cette Idempotency-Key appartient déjà à une autre requête, enregistrée comme ${what}. Utiliser une nouvelle clé pour une nouvelle requête.`,
      es: `Esta Idempotency-Key ya pertenece a otra petición, registrada como ${what}. Use una clave nueva para una petición nueva.`,
    }),
  );
}

export function refuseReservedKey(): Refusal {
  return refuseField('Idempotency-Key', {
    en: 'must not begin with cause:, register: or tick:, which the engine and its timekeeper keep for themselves',
    fr: 'ne doit pas commencer par cause:, register: ou tick:, que le moteur et son horloge se réservent',
    es: 'no debe empezar por cause:, register: o tick:, que el motor y su reloj se reservan',
  });
}

/** Somebody recorded something since the revision that the caller saw: says what. */
export function refuseConflict(hot: HotCase, seen: number): Refusal {
  const since =
    hot.records
      .slice(seen + 1)
      .map(describe)
      .join('; ') || '–';
  return {
    ...refuse(
      'conflict',
      reason('case.revision', {
        en: `The case is at revision ${hot.revision}, not ${seen}. Recorded since: ${since}. Look at it and propose the step again.`,
        fr: `Le dossier est à la révision ${hot.revision}, non ${seen}. Enregistré depuis: ${since}. L'examiner et proposer l'acte de nouveau.`,
        es: `El expediente está en la revisión ${hot.revision}, no ${seen}. Registrado desde entonces: ${since}. Examínelo y proponga de nuevo el trámite.`,
      }),
    ),
    revision: hot.revision,
  };
}

function describe({ revision, type, metadata }: StepRecord): string {
  return `${revision} ${type} (${metadata.occurredOn}, ${recorder(metadata)})`;
}

/** Who recorded something and when, in words. */
export function recorder({ actor, recordedAt }: { actor: Actor; recordedAt: string }): string {
  return `${actor.id}, ${actor.role}${actor.of === undefined ? '' : ` (${actor.of})`}, ${recordedAt}`;
}
