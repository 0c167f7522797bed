import { parseCaseName } from './case-ref';
import type { JsonObject } from './json';
import type { Procedure } from './procedure';
import type { StepProposal } from './proposal';
import { malformed, refuse, type Reason, type Refusal } from './refusal';
import type { StepDefinition } from './step';
import { inEach, type Text } from './text';
import { validated } from './validation';
import { actingFor, type Actor, type Party } from './who';

/** A proposal that this actor may make, with the payload as it will be stored. */
export interface Prepared {
  readonly outcome: 'prepared';
  readonly definition: StepDefinition;
  readonly data: JsonObject;
  readonly onBehalfOf?: Party;
}

/** Checks what can be checked before looking at the case: the type, the actor, the payload. */
export function prepare(
  procedure: Procedure,
  proposal: StepProposal,
  actor: Actor,
): Prepared | Refusal {
  const { type } = proposal;
  const definition = Object.hasOwn(procedure.steps, type) ? procedure.steps[type] : undefined;
  if (!definition) return refuse('invalid', malformed('type', typeWords(procedure, type)));
  const onBehalfOf = actingFor({ type, ...definition }, actor, proposal.onBehalfOf);
  if (onBehalfOf && 'outcome' in onBehalfOf) return onBehalfOf;
  const payload = validated(definition.payload, proposal.data, 'data');
  if (!payload.valid) return refuse('invalid', ...payload.reasons);
  return {
    outcome: 'prepared',
    definition,
    data: payload.value,
    ...(onBehalfOf ? { onBehalfOf } : {}),
  };
}

function typeWords(procedure: Procedure, type: string): Text {
  const known = Object.keys(procedure.steps).join(', ');
  if (type.startsWith('record.')) return inEach((language) => engineStepWords[language]);
  const words = {
    en: `is no step of ${procedure.id}; its steps are: ${known}`,
    fr: `n'est pas un acte de ${procedure.id}; ses actes sont: ${known}`,
    es: `no es un trámite de ${procedure.id}; sus trámites son: ${known}`,
  };
  return inEach((language) => words[language]);
}

const engineStepWords = {
  en: 'is a step of the engine itself; it is recorded by its own request (corrections, evidence, notes)',
  fr: "est un acte du moteur lui-même; il s'enregistre par sa propre requête (rectifications, preuves, notes)",
  es: 'es un trámite del propio motor; se registra con su propia petición (correcciones, pruebas, notas)',
};

type Links = Readonly<Record<string, string>>;

/** Links are given with a case's first step, under the declared names, to cases of those procedures. */
export function misplacedLinks(
  procedure: Procedure,
  links: Links,
  opening: boolean,
): Refusal | undefined {
  const reasons = opening ? openingReasons(procedure, links) : lateReasons(links);
  return reasons.length > 0 ? refuse('invalid', ...reasons) : undefined;
}

function openingReasons(procedure: Procedure, links: Links): readonly Reason[] {
  const missing = Object.entries(procedure.links)
    .filter(([name, { required }]) => required && !(name in links))
    .map(([name, link]) => malformed(`links.${name}`, linkWords(link.procedure)));
  const wrong = Object.entries(links)
    .filter(([name, to]) => procedure.links[name]?.procedure !== parseCaseName(to)?.procedure)
    .map(([name]) => {
      const declared = procedure.links[name];
      return malformed(
        `links.${name}`,
        declared ? linkWords(declared.procedure) : noLinkWords(procedure),
      );
    });
  return [...missing, ...wrong];
}

function lateReasons(links: Links): readonly Reason[] {
  const words = {
    en: 'may be given with the first step of a case only',
    fr: "ne peut être donné qu'avec le premier acte d'un dossier",
    es: 'solo puede darse con el primer trámite de un expediente',
  };
  const text = inEach((language) => words[language]);
  return Object.keys(links).map((name) => malformed(`links.${name}`, text));
}

function linkWords(procedure: string): Text {
  const words = {
    en: `must name a case of ${procedure}, such as ${procedure}/ecommerce`,
    fr: `doit désigner un dossier de ${procedure}, p. ex. ${procedure}/ecommerce`,
    es: `debe designar un expediente de ${procedure}, p. ej. ${procedure}/ecommerce`,
  };
  return inEach((language) => words[language]);
}

function noLinkWords(procedure: Procedure): Text {
  const names = Object.keys(procedure.links).join(', ') || '–';
  const words = {
    en: `is no link of ${procedure.id}; its links are: ${names}`,
    fr: `n'est pas un lien de ${procedure.id}; ses liens sont: ${names}`,
    es: `no es un vínculo de ${procedure.id}; sus vínculos son: ${names}`,
  };
  return inEach((language) => words[language]);
}
