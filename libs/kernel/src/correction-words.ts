import type { Correction, CorrectionProposal, SignedOff } from './corrections';
import { engineCitation } from './engine-citation';
import type { Procedure } from './procedure';
import type { StepRecord } from './record';
import { refuse, type Reason, type Refusal, type RefusalCode } from './refusal';
import { stepName } from './refusals';
import type { Rule } from './rule';
import type { StepFact } from './step';
import { inEach, type Text } from './text';

// The refusals that corrections can end in, in words.

const proposed = 'record.correctionProposed';

export function refuseUnknown(i: number, revision: number, last: number): Refusal {
  return refusal('notFound', `${proposed}.revision`, `corrections[${i}].revision`, {
    en: `there is no record ${revision} in this case; its records are 0 to ${last}. Its history shows them.`,
    fr: `il n'y a pas d'enregistrement ${revision} dans ce dossier; ses enregistrements vont de 0 à ${last}. L'historique les montre.`,
    es: `no hay un registro ${revision} en este expediente; sus registros van del 0 al ${last}. El historial los muestra.`,
  });
}

export function refuseNoStep(i: number, { revision, type }: StepRecord): Refusal {
  return refusal('notPossible', `${proposed}.revision`, `corrections[${i}].revision`, {
    en: `revision ${revision} (${type}) is itself a step of the engine; correct the step of the procedure that is meant. To undo a correction, propose another for the same step.`,
    fr: `la révision ${revision} (${type}) est elle-même un acte du moteur; rectifier l'acte de la procédure visé. Pour défaire une rectification, en proposer une autre pour le même acte.`,
    es: `la revisión ${revision} (${type}) es a su vez un trámite del motor; rectifique el trámite del procedimiento de que se trata. Para deshacer una rectificación, proponga otra para el mismo trámite.`,
  });
}

export function refuseAnnulled(i: number, { revision, type }: StepRecord): Refusal {
  return refusal('notPossible', `${proposed}.annulled`, `corrections[${i}].revision`, {
    en: `revision ${revision} (${type}) is annulled and counts no more. If the step did take place, record it anew with its date.`,
    fr: `la révision ${revision} (${type}) est annulée et ne compte plus. Si l'acte est bien intervenu, l'enregistrer à nouveau avec sa date.`,
    es: `la revisión ${revision} (${type}) está anulada y ya no cuenta. Si el trámite tuvo lugar, regístrelo de nuevo con su fecha.`,
  });
}

export function refuseBoth(i: number): Refusal {
  return refusal('invalid', 'request.wellFormed', `corrections[${i}]`, {
    en: 'either annuls the step or corrects it, not both; leave out annul, or data, occurredOn and follows',
    fr: "soit annule l'acte, soit le rectifie, mais pas les deux; omettre annul, ou data, occurredOn et follows",
    es: 'o bien anula el trámite o bien lo rectifica, pero no ambas cosas; omita annul, o data, occurredOn y follows',
  });
}

export function refuseUnchanged(i: number, { revision, type }: StepFact): Refusal {
  return refusal('invalid', `${proposed}.changes`, `corrections[${i}]`, {
    en: `changes nothing: revision ${revision} (${type}) stands just so. Give the payload (data) or the date (occurredOn) as it should be, or annul: true`,
    fr: `ne change rien: la révision ${revision} (${type}) est déjà ainsi. Donner le contenu (data) ou la date (occurredOn) tels qu'ils devraient être, ou annul: true`,
    es: `no cambia nada: la revisión ${revision} (${type}) ya está así. Indique el contenido (data) o la fecha (occurredOn) como deberían ser, o annul: true`,
  });
}

export function refuseTwiceNamed(i: number, revision: number): Refusal {
  return refusal('invalid', 'request.wellFormed', `corrections[${i}].revision`, {
    en: `names revision ${revision} a second time; put all that is to be corrected about a record into one correction`,
    fr: `nomme une seconde fois la révision ${revision}; réunir en une seule rectification tout ce qui est à rectifier dans un enregistrement`,
    es: `nombra por segunda vez la revisión ${revision}; reúna en una sola rectificación todo lo que deba rectificarse de un registro`,
  });
}

export function refuseFollows(i: number, follows: number): Refusal {
  return refusal('invalid', 'request.wellFormed', `corrections[${i}].follows`, {
    en: `must be the revision of a step of the same day in this case, or -1 for the first of the day; ${follows} is not`,
    fr: `doit être la révision d'un acte du même jour dans ce dossier, ou -1 pour le premier du jour; ${follows} ne l'est pas`,
    es: `debe ser la revisión de un trámite del mismo día en este expediente, o -1 para el primero del día; ${follows} no lo es`,
  });
}

export const refusePayload = (reasons: readonly Reason[]): Refusal => refuse('invalid', ...reasons);

/** A step that the corrections leave without the ground it stands on. */
export function refuseImpossible(
  procedure: Procedure,
  corrections: readonly Correction[],
  step: StepFact,
  rule?: Rule,
): Refusal {
  const isItself = corrections.some(({ revision }) => revision === step.revision);
  const words = inEach((language) => {
    const what = `“${stepName(procedure, step.type, language)}” (${step.type}, ${step.occurredOn}, revision ${step.revision})`;
    const nom = `«${stepName(procedure, step.type, language)}» (${step.type}, ${step.occurredOn}, ${language === 'fr' ? 'révision' : 'revisión'} ${step.revision})`;
    const why = rule ? ` (${rule.text[language]})` : '';
    return {
      en: isItself
        ? `So corrected, ${what} would itself not be possible${why}. Give it the date on which it took place, or annul it.`
        : `With this correction ${what} would no longer be possible${why}. Correct or annul that step in the same proposal.`,
      fr: isItself
        ? `Ainsi rectifié, ${nom} ne serait lui-même pas possible${why}. Lui donner la date à laquelle il est intervenu, ou l'annuler.`
        : `Avec cette rectification, ${nom} ne serait plus possible${why}. Rectifier ou annuler cet acte dans la même proposition.`,
      es: isItself
        ? `Así rectificado, ${nom} no sería posible${why}. Indique la fecha en que tuvo lugar, o anúlelo.`
        : `Con esta rectificación, ${nom} dejaría de ser posible${why}. Rectifique o anule ese trámite en la misma propuesta.`,
    }[language];
  });
  const cite = rule?.cite ?? procedure.steps[step.type]?.cite;
  return refuse('laterStepImpossible', {
    rule: rule?.id ?? `${step.type}.order`,
    grade: 'structural',
    message: words,
    ...(cite ? { cite } : {}),
  });
}

export function refuseNoProposal(type: string, revision: number, open: readonly number[]): Refusal {
  const list = open.join(', ');
  return refusal('notFound', `${type}.proposal`, 'proposal', {
    en: `revision ${revision} is no proposal of a correction; ${list ? `those open in this case: ${list}` : 'none is open in this case'}`,
    fr: `la révision ${revision} n'est pas une proposition de rectification; ${list ? `celles qui sont ouvertes dans ce dossier: ${list}` : "aucune n'est ouverte dans ce dossier"}`,
    es: `la revisión ${revision} no es una propuesta de rectificación; ${list ? `las abiertas en este expediente: ${list}` : 'ninguna está abierta en este expediente'}`,
  });
}

export function refuseDecided(type: string, revision: number, decided: SignedOff): Refusal {
  const where = `${decided.actor.id}, ${decided.recordedAt}`;
  return refusal('alreadyRecorded', `${type}.once`, undefined, {
    en: `the proposal of revision ${revision} is already decided (revision ${decided.revision}, ${where}). If it was wrong, propose another correction.`,
    fr: `la proposition de la révision ${revision} est déjà tranchée (révision ${decided.revision}, ${where}). Si c'était à tort, proposer une autre rectification.`,
    es: `la propuesta de la revisión ${revision} ya está resuelta (revisión ${decided.revision}, ${where}). Si fue un error, proponga otra rectificación.`,
  });
}

export function refuseSamePerson(type: string, { revision, actor }: SignedOff): Refusal {
  return refusal('forbidden', `${type}.secondPerson`, undefined, {
    en: `the correction of revision ${revision} was proposed by ${actor.id}; a second person approves or rejects it`,
    fr: `la rectification de la révision ${revision} a été proposée par ${actor.id}; une deuxième personne l'approuve ou la rejette`,
    es: `la rectificación de la revisión ${revision} la propuso ${actor.id}; una segunda persona la aprueba o la rechaza`,
  });
}

export function refuseType(type: string, right: string): Refusal {
  return refusal('notPossible', `${type}.kind`, 'type', {
    en: `what was proposed is approved by ${right}`,
    fr: `ce qui a été proposé s'approuve par ${right}`,
    es: `lo propuesto se aprueba con ${right}`,
  });
}

export function refuseStale(
  type: string,
  { proposed: { revision } }: CorrectionProposal,
  since: number,
): Refusal {
  return refusal('notPossible', `${type}.stale`, undefined, {
    en: `another correction of the same record was approved (revision ${since}) after revision ${revision} was proposed. Reject this proposal and propose anew on what stands now.`,
    fr: `une autre rectification du même enregistrement a été approuvée (révision ${since}) après la proposition de la révision ${revision}. Rejeter cette proposition et en faire une nouvelle sur l'état actuel.`,
    es: `después de proponerse la revisión ${revision} se aprobó otra rectificación del mismo registro (revisión ${since}). Rechace esta propuesta y haga otra sobre lo que consta ahora.`,
  });
}

function refusal(code: RefusalCode, rule: string, field: string | undefined, words: Text): Refusal {
  return refuse(code, {
    rule,
    grade: 'structural',
    ...(rule.startsWith('record.')
      ? { cite: engineCitation(rule.split('.').slice(0, 2).join('.')) }
      : {}),
    ...(field === undefined ? {} : { field }),
    message: inEach((language) => words[language]),
  });
}
