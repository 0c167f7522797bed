import type { Language, Reason, Refusal, RefusalCode, Text } from '@rapporteur/kernel';

/** What only the door itself can refuse. */
export type DoorCode = 'unauthenticated' | 'unsupportedMediaType' | 'unavailable' | 'fault';

export type ProblemCode = RefusalCode | DoorCode;

/** RFC 9457 problem details. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly reasons: readonly Reason[];
  /** The case's last revision when the step was refused, −1 when there is no such case. */
  readonly revision?: number;
  /** Of many steps recorded together: which cannot be, by their places. */
  readonly problems?: readonly StepProblem[];
  /** How many of them had been recorded before another process changed what the rest rests on. */
  readonly recorded?: number;
}

export interface StepProblem {
  readonly index: number;
  readonly case: string;
  readonly code: ProblemCode;
}

/** The only place where a refusal becomes a number. */
const status: Readonly<Record<ProblemCode, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  notPossible: 409,
  irregular: 409,
  laterStepImpossible: 409,
  alreadyRecorded: 409,
  conflict: 412,
  tooLarge: 413,
  unsupportedMediaType: 415,
  keyReused: 422,
  fault: 500,
  unavailable: 503,
};

const titles: Readonly<Record<ProblemCode, Text>> = {
  invalid: {
    en: 'The request is malformed',
    fr: 'La requête est mal formée',
    es: 'La petición está mal formada',
  },
  unauthenticated: {
    en: 'A token is needed',
    fr: 'Un jeton est nécessaire',
    es: 'Se necesita un token',
  },
  forbidden: {
    en: 'This is another’s act',
    fr: 'Cet acte appartient à un autre',
    es: 'Este trámite corresponde a otro',
  },
  notFound: { en: 'Not found', fr: 'Introuvable', es: 'No encontrado' },
  notPossible: {
    en: 'The step is not possible',
    fr: "L'acte n'est pas possible",
    es: 'El trámite no es posible',
  },
  irregular: {
    en: 'The step breaks a rule of procedure',
    fr: "L'acte enfreint une règle de procédure",
    es: 'El trámite incumple una regla de procedimiento',
  },
  laterStepImpossible: {
    en: 'A step already recorded would become impossible',
    fr: 'Un acte déjà enregistré deviendrait impossible',
    es: 'Un trámite ya registrado dejaría de ser posible',
  },
  alreadyRecorded: {
    en: 'The step is already recorded',
    fr: "L'acte est déjà enregistré",
    es: 'El trámite ya está registrado',
  },
  conflict: {
    en: 'Somebody recorded something meanwhile',
    fr: 'Un autre acte a été enregistré entre-temps',
    es: 'Entretanto se registró otro trámite',
  },
  tooLarge: {
    en: 'The request is too large',
    fr: 'La requête est trop volumineuse',
    es: 'La petición es demasiado grande',
  },
  unsupportedMediaType: {
    en: 'The request is not JSON',
    fr: "La requête n'est pas en JSON",
    es: 'La petición no es JSON',
  },
  keyReused: {
    en: 'The Idempotency-Key belongs to another request',
    fr: "L'Idempotency-Key appartient à une autre requête",
    es: 'La Idempotency-Key pertenece a otra petición',
  },
  fault: {
    en: 'The server failed',
    fr: 'Le serveur a échoué',
    es: 'El servidor falló',
  },
  unavailable: {
    en: 'The store cannot be reached now; try again',
    fr: "Le registre n'est pas accessible pour l'instant; réessayer",
    es: 'No se puede acceder ahora al registro; inténtelo de nuevo',
  },
};

/** A refusal as problem details, in the caller's language; the reasons stay in all three. */
export function problemOf(refusal: ProblemSource, language: Language): Problem {
  const { code, reasons, revision, problems, recorded } = refusal;
  const said = reasons.map(({ field, message }) =>
    field === undefined ? message[language] : `${field}: ${message[language]}`,
  );
  return {
    type: `urn:rapporteur:problem:${code}`,
    title: titles[code][language],
    status: status[code],
    detail: said.join(' · ') || titles[code][language],
    code,
    reasons,
    ...(revision === undefined ? {} : { revision }),
    ...(problems === undefined ? {} : { problems, recorded: recorded ?? 0 }),
  };
}

export type ProblemSource = Pick<Refusal, 'reasons' | 'revision'> &
  Pick<Problem, 'code' | 'problems' | 'recorded'>;

/** Thrown at the door, and turned into problem details by its filter. */
export class Refused extends Error {
  constructor(readonly refusal: ProblemSource) {
    super(refusal.code);
  }
}

export function refusedAtTheDoor(code: DoorCode, message?: Text): Refused {
  const reasons: Reason[] = message ? [{ rule: `door.${code}`, grade: 'structural', message }] : [];
  return new Refused({ code, reasons });
}
