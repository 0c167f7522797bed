import { leaves, type Moment } from './machine';
import type { Procedure } from './procedure';
import { refuse, type Refusal } from './refusal';
import type { Rule } from './rule';
import type { StepFact } from './step';
import { inEach, type Language } from './text';
import type { Impossible } from './timeline';

// The refusals that a decision can end in, in words.

/** The machine does not take the step where it would stand. */
export function refuseOrder(procedure: Procedure, { impossible: step, at }: Impossible): Refusal {
  const admitted = procedure.interpreter.admits(at);
  const say = (language: Language) => {
    const what = stepName(procedure, step.type, language);
    const state = stateName(procedure, at, language);
    const next = admitted.map((type) => stepName(procedure, type, language)).join(', ');
    return {
      en: `“${what}” is not possible while the case is “${state}”. ${next ? `Possible then: ${next}.` : 'No further step is possible.'}`,
      fr: `«${what}» n'est pas possible tant que le dossier est dans l'état «${state}». ${next ? `Actes possibles alors: ${next}.` : "Aucun autre acte n'est possible."}`,
      es: `«${what}» no es posible mientras el expediente esté en el estado «${state}». ${next ? `Trámites posibles entonces: ${next}.` : 'Ningún otro trámite es posible.'}`,
    }[language];
  };
  return refuse('notPossible', {
    rule: `${step.type}.order`,
    grade: 'structural',
    message: inEach(say),
    ...cited(procedure, step.type),
  });
}

/** A late entry after which a step already recorded could not have been taken. */
export function refuseForLaterStep(
  procedure: Procedure,
  proposed: StepFact,
  later: StepFact,
  rule?: Rule,
): Refusal {
  const say = (language: Language) => {
    const what = stepName(procedure, later.type, language);
    const why = rule ? ` (${rule.text[language]})` : '';
    const [where, number] = [`${later.type}, ${later.occurredOn}`, later.revision];
    return {
      en: `With this step on ${proposed.occurredOn}, “${what}” (${where}, revision ${number}), already recorded, would no longer be possible${why}. Correct or annul that step first, or give this one the date on which it took place.`,
      fr: `Avec cet acte au ${proposed.occurredOn}, «${what}» (${where}, révision ${number}), déjà enregistré, ne serait plus possible${why}. Rectifier ou annuler d'abord cet acte-là, ou donner à celui-ci la date à laquelle il est intervenu.`,
      es: `Con este trámite en fecha ${proposed.occurredOn}, «${what}» (${where}, revisión ${number}), ya registrado, dejaría de ser posible${why}. Corrija o anule primero aquel trámite, o indique la fecha en que este tuvo lugar.`,
    }[language];
  };
  return refuse('laterStepImpossible', {
    rule: rule?.id ?? `${later.type}.order`,
    grade: 'structural',
    message: inEach(say),
    ...(rule ? { cite: rule.cite } : cited(procedure, later.type)),
  });
}

/** Structural rules that the step breaks. */
export function refuseByRules(rules: readonly Rule[]): Refusal {
  const isAboutWho = rules.every((rule) => rule.isAboutWho);
  return refuse(
    isAboutWho ? 'forbidden' : 'notPossible',
    ...rules.map(({ id, grade, cite, text }) => ({ rule: id, grade, cite, message: text })),
  );
}

/** Procedural rules that the step breaks and for which no reason was given. */
export function refuseIrregular(rules: readonly Rule[]): Refusal {
  const wayOut = {
    en: 'If it took place all the same, record it as irregular, naming this rule and giving the reason.',
    fr: "S'il est néanmoins intervenu, l'enregistrer comme irrégulier, en citant cette règle et en donnant le motif.",
    es: 'Si de todos modos tuvo lugar, regístrelo como irregular, citando esta regla e indicando el motivo.',
  };
  const reasons = rules.map(({ id, grade, cite, text }) => ({
    rule: id,
    grade,
    cite,
    message: inEach((language) => `${text[language]} ${wayOut[language]}`),
  }));
  return refuse('irregular', ...reasons);
}

/** The same step, of the same day, with the same content, is already there. */
export function refuseTwice(procedure: Procedure, step: StepFact, recorder: string): Refusal {
  const say = (language: Language) => {
    const what = stepName(procedure, step.type, language);
    return {
      en: `“${what}” of ${step.occurredOn} with the same content is already recorded as revision ${step.revision} (${recorder}). If it happened twice, send again: true.`,
      fr: `«${what}» du ${step.occurredOn} avec le même contenu est déjà enregistré (révision ${step.revision}, ${recorder}). S'il est intervenu deux fois, envoyer again: true.`,
      es: `«${what}» de ${step.occurredOn} con el mismo contenido ya está registrado (revisión ${step.revision}, ${recorder}). Si tuvo lugar dos veces, envíe again: true.`,
    }[language];
  };
  return refuse('alreadyRecorded', {
    rule: `${step.type}.once`,
    grade: 'structural',
    message: inEach(say),
    ...cited(procedure, step.type),
  });
}

function cited(procedure: Procedure, type: string) {
  const cite = procedure.steps[type]?.cite;
  return cite ? { cite } : {};
}

export function stepName(procedure: Procedure, type: string, language: Language): string {
  return procedure.labels[language].steps[type] ?? type;
}

/** A state in words: the labels of its leaf states. */
export function stateName(procedure: Procedure, moment: Moment, language: Language): string {
  const { states } = procedure.labels[language];
  return leaves(moment.value)
    .map((leaf) => states[leaf] ?? leaf)
    .join('; ');
}
