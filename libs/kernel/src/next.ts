import type { Duty } from './duty';
import type { Moment } from './machine';
import type { Procedure } from './procedure';
import type { Reason } from './refusal';
import { stateName, stepName } from './refusals';
import type { Rule, Verdict } from './rule';
import { surroundings, type Scene } from './scene';
import type { StepDefinition, StepFact } from './step';
import { inEach, type Language } from './text';
import { Unsaid, unsaid } from './unsaid';
import type { Party } from './who';

/** Where a step stands: taken; due; possible; possible later; no longer possible. */
export const stepStatuses = ['done', 'caused', 'allowed', 'notYet', 'notNow'] as const;
export type StepStatus = (typeof stepStatuses)[number];

/** What is to be said of one step of a case. */
export interface NextStep {
  readonly type: string;
  readonly status: StepStatus;
  readonly by: readonly Party[];
  readonly reasons: readonly Reason[];
}

/**
 * Where every step of a case stands, with reasons and citations.
 * @param scene the case with the steps that count; the question is about its last moment
 * @param on ISO date: the day on which a step would be taken
 */
export function nextSteps(scene: Scene, on: string): readonly NextStep[] {
  const moment = scene.timeline.at(-1)?.after ?? scene.procedure.interpreter.initial;
  const asked = { scene, moment, on };
  return Object.entries(scene.procedure.steps).map(([type, definition]) => ({
    type,
    by: definition.by,
    ...standing(asked, type, definition),
  }));
}

interface Asked {
  readonly scene: Scene;
  readonly moment: Moment;
  readonly on: string;
}

type Standing = Pick<NextStep, 'status' | 'reasons'>;

function standing(asked: Asked, type: string, definition: StepDefinition): Standing {
  const { scene, moment, on } = asked;
  const { interpreter } = scene.procedure;
  const due = dutiesOf(asked, type).map(dutyReason);
  if (!interpreter.couldTake(moment, type, on)) {
    const taken = scene.timeline.findLast((entry) => entry.step.type === type);
    if (taken) return { status: 'done', reasons: [doneReason(taken.step, definition)] };
    return interpreter.reachable(moment).has(type)
      ? { status: 'notYet', reasons: [orderReason(asked, type, definition), ...due] }
      : { status: 'notNow', reasons: [goneReason(asked, type, definition)] };
  }
  const broken = brokenRules(asked, type);
  const structural = broken.filter(({ grade }) => grade === 'structural');
  if (structural.length > 0) {
    return { status: 'notYet', reasons: [...structural.map(ruleReason), ...due] };
  }
  const notes = broken.map(ruleReason);
  return { status: due.length > 0 ? 'caused' : 'allowed', reasons: [...due, ...notes] };
}

/** The duties that call for a step now. */
function dutiesOf({ scene, moment, on }: Asked, type: string): readonly Duty[] {
  const at = { before: moment, step: hypothetical(scene, type, on) };
  return scene.procedure.duties.filter(
    (duty) => duty.step === type && duty.stands(surroundings(scene, at, { on, by: duty })),
  );
}

/** The rules that the step would break whatever its payload says. */
function brokenRules({ scene, moment, on }: Asked, type: string): readonly Rule[] {
  const step = hypothetical(scene, type, on);
  const at = { before: moment, step };
  const holds = (rule: Rule): Verdict => {
    try {
      return rule.holds(step, surroundings(scene, at, { on, by: rule }));
    } catch (error) {
      if (error instanceof Unsaid) return 'notComputable';
      throw error;
    }
  };
  return scene.procedure.rules.filter((rule) => rule.on.includes(type) && holds(rule) === false);
}

function hypothetical({ revision }: Scene, type: string, occurredOn: string): StepFact {
  return { revision: revision + 1, type, occurredOn, data: unsaid() };
}

function ruleReason({ id, grade, cite, text }: Rule): Reason {
  return { rule: id, grade, cite, message: text };
}

function dutyReason({ id, cite, text }: Duty): Reason {
  return { rule: id, grade: 'structural', cite, message: text };
}

function doneReason({ type, occurredOn, revision }: StepFact, { cite }: StepDefinition): Reason {
  const words = {
    en: `Taken on ${occurredOn} (revision ${revision}).`,
    fr: `Intervenu le ${occurredOn} (révision ${revision}).`,
    es: `Tuvo lugar el ${occurredOn} (revisión ${revision}).`,
  };
  return reason(`${type}.done`, cite, (language) => words[language]);
}

function orderReason({ scene, moment }: Asked, type: string, { cite }: StepDefinition): Reason {
  const { procedure } = scene;
  return reason(`${type}.order`, cite, (language) => {
    const [what, state] = inWords(procedure, moment, type, language);
    const before = procedure.interpreter
      .before(type)
      .map((each) => stepName(procedure, each, language))
      .join(', ');
    return {
      en: `“${what}” is not possible while the case is “${state}”; it comes after: ${before}.`,
      fr: `«${what}» n'est pas possible tant que le dossier est dans l'état «${state}»; il vient après: ${before}.`,
      es: `«${what}» no es posible mientras el expediente esté en el estado «${state}»; viene después de: ${before}.`,
    }[language];
  });
}

function goneReason({ scene, moment }: Asked, type: string, { cite }: StepDefinition): Reason {
  return reason(`${type}.order`, cite, (language) => {
    const [what, state] = inWords(scene.procedure, moment, type, language);
    return {
      en: `“${what}” can no longer be reached from “${state}”.`,
      fr: `«${what}» ne peut plus être atteint depuis l'état «${state}».`,
      es: `«${what}» ya no puede alcanzarse desde el estado «${state}».`,
    }[language];
  });
}

function inWords(procedure: Procedure, moment: Moment, type: string, language: Language) {
  return [stepName(procedure, type, language), stateName(procedure, moment, language)] as const;
}

function reason(
  rule: string,
  cite: StepDefinition['cite'],
  write: (language: Language) => string,
): Reason {
  return { rule, grade: 'structural', cite, message: inEach(write) };
}
