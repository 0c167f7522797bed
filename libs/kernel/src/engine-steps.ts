import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Min,
  registerDecorator,
} from 'class-validator';
import { CorrectionApproved, CorrectionProposed, CorrectionRejected } from './corrections';
import { engineCitation } from './engine-citation';
import type { JsonObject } from './json';
import { Parts, type PayloadClass } from './payload';
import { DocumentField, type DocumentRef } from './proposal';
import { malformed, refuse, type Refusal } from './refusal';
import { inEach, type Language, type Text } from './text';
import { IsText } from './texts';
import { validated } from './validation';
import { partyName, type Actor, type Role } from './who';

// The steps of the engine itself, on a case of any procedure: what is known of a record, and never
// what happened in the case. They act in transaction time only.

/** Each document can be told from others; the language alone identifies none. */
function AreIdentified(): PropertyDecorator {
  const isIdentified = ({ symbol, title, sha256 }: DocumentRef) =>
    [symbol, title, sha256].some((text) => typeof text === 'string' && /\S/.test(text));
  return (target, property) =>
    registerDecorator({
      name: 'areIdentified',
      target: target.constructor,
      propertyName: String(property),
      validator: { validate: (value: unknown) => !isList(value) || value.every(isIdentified) },
    });
}

const isList = (value: unknown): value is readonly DocumentRef[] => Array.isArray(value);

/** Documents that bear out a record: its "provisional" ends with them. */
export class EvidenceAdded {
  @IsInt() @Min(0) revision!: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @AreIdentified()
  @Parts(DocumentField)
  documents!: DocumentField[];
}

/** A remark on the case; it changes nothing. */
export class Noted {
  @IsText(4000) text!: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @AreIdentified()
  @Parts(DocumentField)
  documents?: DocumentField[];
}

/** A second person stands by what was recorded as irregular. */
export class IrregularityApproved {
  @IsInt() @Min(0) revision!: number;
  @IsOptional() @IsText(2000) reason?: string;
}

/** A kind of engine step: what its payload is, who may record it, what it is called. */
export interface EngineStepDefinition {
  readonly payload: PayloadClass;
  readonly by: readonly Role[];
  readonly name: Text;
}

/** Every engine step, by its type. */
export const engineSteps: Readonly<Record<string, EngineStepDefinition>> = {
  'record.evidenceAdded': {
    payload: EvidenceAdded,
    by: ['secretariat', 'operator'],
    name: { en: 'Evidence added', fr: 'Preuve ajoutée', es: 'Prueba añadida' },
  },
  'record.noted': {
    payload: Noted,
    by: ['secretariat', 'operator', 'auditor'],
    name: { en: 'Note', fr: 'Note', es: 'Nota' },
  },
  'record.irregularityApproved': {
    payload: IrregularityApproved,
    by: ['secretariat', 'operator', 'chair'],
    name: {
      en: 'Irregularity approved',
      fr: 'Irrégularité approuvée',
      es: 'Irregularidad aprobada',
    },
  },
  'record.correctionProposed': {
    payload: CorrectionProposed,
    by: ['secretariat', 'operator'],
    name: {
      en: 'Correction proposed',
      fr: 'Rectification proposée',
      es: 'Rectificación propuesta',
    },
  },
  'record.corrected': {
    payload: CorrectionApproved,
    by: ['secretariat', 'operator'],
    name: { en: 'Corrected', fr: 'Rectifié', es: 'Rectificado' },
  },
  'record.annulled': {
    payload: CorrectionApproved,
    by: ['secretariat', 'operator'],
    name: { en: 'Annulled', fr: 'Annulé', es: 'Anulado' },
  },
  'record.correctionRejected': {
    payload: CorrectionRejected,
    by: ['secretariat', 'operator'],
    name: {
      en: 'Correction rejected',
      fr: 'Rectification rejetée',
      es: 'Rectificación rechazada',
    },
  },
};

/** The definition of an engine step; undefined of every other type. */
export function engineStepOf(type: string): EngineStepDefinition | undefined {
  return Object.hasOwn(engineSteps, type) ? engineSteps[type] : undefined;
}

/** An engine step as it is proposed; its day is the day on which it is recorded. */
export class EngineStepProposal {
  @IsString() @Length(1, 100) type!: string;
  @IsObject() data!: JsonObject;
}

/** A proposal in order, and as the plain value that identifies the request. */
export interface ParsedEngineStep {
  readonly outcome: 'parsed';
  readonly proposal: EngineStepProposal;
  readonly plain: JsonObject;
}

/** Checks the type; the payload is checked once it is known who asks. */
export function parseEngineStep(body: unknown): ParsedEngineStep | Refusal {
  const result = validated(EngineStepProposal, body, '');
  if (!result.valid) return refuse('invalid', ...result.reasons);
  if (!engineStepOf(result.instance.type)) return refuse('invalid', malformed('type', typeWords));
  return { outcome: 'parsed', proposal: result.instance, plain: result.value };
}

const known = Object.keys(engineSteps).join(', ');
const typeSentences = {
  en: `is no step of the engine; those are: ${known}`,
  fr: `n'est pas un acte du moteur; ceux-ci sont: ${known}`,
  es: `no es un trámite del motor; estos son: ${known}`,
};
const typeWords = inEach((language) => typeSentences[language]);

/** An engine step that this actor may record, with the payload as it will be stored. */
export interface PreparedEngineStep {
  readonly outcome: 'prepared';
  readonly type: string;
  readonly data: JsonObject;
}

/**
 * Checks what can be checked before looking at the case: who asks, then the payload.
 * @param caused a cause proposes it, and not a person
 */
export function prepareEngineStep(
  { type, data }: EngineStepProposal,
  actor: Actor,
  caused: boolean,
): PreparedEngineStep | Refusal {
  const definition = engineStepOf(type);
  if (!definition) return refuse('invalid', malformed('type', typeWords));
  if (!caused && !definition.by.includes(actor.role)) return refuseRole(type, definition, actor);
  const payload = validated(definition.payload, data, '');
  return payload.valid
    ? { outcome: 'prepared', type, data: payload.value }
    : refuse('invalid', ...payload.reasons);
}

function refuseRole(type: string, { by, name }: EngineStepDefinition, actor: Actor): Refusal {
  const owners = (language: Language) => by.map((role) => partyName({ role }, language)).join(', ');
  const words = {
    en: `“${name.en}” is recorded by: ${owners('en')}; ${partyName(actor, 'en')} cannot record it. Ask one of them.`,
    fr: `«${name.fr}» est enregistré par: ${owners('fr')}; ${partyName(actor, 'fr')} ne peut pas l'enregistrer. S'adresser à l'un d'eux.`,
    es: `«${name.es}» lo registra: ${owners('es')}; ${partyName(actor, 'es')} no puede registrarlo. Diríjase a uno de ellos.`,
  };
  return refuse('forbidden', {
    rule: `${type}.by`,
    grade: 'structural',
    cite: engineCitation(type),
    message: inEach((language) => words[language]),
  });
}
