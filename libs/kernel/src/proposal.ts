import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Min,
} from 'class-validator';
import { parseCaseName } from './case-ref';
import type { JsonObject } from './json';
import { IsDay, Part, Parts } from './payload';
import { malformed, refuse, type Citation, type Refusal } from './refusal';
import { decisionModes, type DecisionTaken, type StepFact } from './step';
import { inEach, languages, type Language } from './text';
import { validated } from './validation';
import { roles, type Party, type Role } from './who';

/** Where the registrar has it from. From the floor or a draft it is provisional until evidence. */
export const sources = ['floor', 'draft', 'minutes', 'document'] as const;
export type Source = (typeof sources)[number];

/** A document by its symbol and the digest of its bytes; the bytes themselves are never stored. */
export type DocumentRef = {
  readonly symbol?: string;
  readonly title?: string;
  readonly sha256?: string;
  readonly language?: Language;
};

class PartyField implements Party {
  @IsIn(roles) role!: Role;
  @IsOptional() @IsString() @Length(1, 100) of?: string;
}

class CitationField implements Citation {
  @IsString() @Length(1, 200) instrument!: string;
  @IsOptional() @IsString() @Length(1, 50) paragraph?: string;
  @IsOptional() @IsString() @Length(1, 100) symbol?: string;
}

class DecisionField implements DecisionTaken {
  @IsIn(decisionModes) mode!: DecisionTaken['mode'];
  @IsOptional() @IsString() @Length(1, 130) meeting?: string;
  @IsOptional() @IsString() @Length(1, 50) item?: string;
}

export class DocumentField implements DocumentRef {
  @IsOptional() @IsString() @Length(1, 100) symbol?: string;
  @IsOptional() @IsString() @Length(1, 500) title?: string;
  @IsOptional() @Matches(/^[0-9a-f]{64}$/) sha256?: string;
  @IsOptional() @IsIn(languages) language?: Language;
}

class IrregularityField {
  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) rules?: string[];
  @IsString() @Length(1, 2000) reason!: string;
}

/** A step as it is proposed: the body of `POST …/steps`. */
export class StepProposal {
  @IsString() @Length(1, 100) type!: string;
  @IsObject() data!: JsonObject;
  @IsDay() occurredOn!: string;
  @IsOptional() @IsInt() @Min(-1) follows?: number;
  @IsOptional() @IsIn(sources) source?: Source;
  @IsOptional() @IsArray() @ArrayMaxSize(50) @Parts(CitationField) authority?: CitationField[];
  @IsOptional() @Part(DecisionField) decision?: DecisionField;
  @IsOptional() @IsArray() @ArrayMaxSize(50) @Parts(DocumentField) documents?: DocumentField[];
  @IsOptional() @IsObject() links?: Record<string, string>;
  @IsOptional() @Part(PartyField) onBehalfOf?: PartyField;
  @IsOptional() @Part(IrregularityField) irregularity?: IrregularityField;
  @IsOptional() @IsBoolean() again?: boolean;
}

/** A proposal in order, and as the plain value that identifies the request. */
export interface ParsedProposal {
  readonly outcome: 'parsed';
  readonly proposal: StepProposal;
  readonly plain: JsonObject;
}

/** Checks the envelope; the payload is checked against its step's own class. */
export function parseProposal(body: unknown): ParsedProposal | Refusal {
  const result = validated(StepProposal, body, '');
  if (!result.valid) return refuse('invalid', ...result.reasons);
  const badLinks = Object.entries(result.instance.links ?? {}).filter(
    ([, target]) => typeof target !== 'string' || !parseCaseName(target),
  );
  if (badLinks.length > 0) {
    return refuse('invalid', ...badLinks.map(([name]) => malformed(`links.${name}`, caseWords)));
  }
  return { outcome: 'parsed', proposal: result.instance, plain: result.value };
}

const caseSentences = {
  en: 'must name a case as procedure/case, such as decision/ecommerce',
  fr: 'doit désigner un dossier sous la forme procédure/dossier, p. ex. decision/ecommerce',
  es: 'debe designar un expediente con la forma procedimiento/expediente, p. ej. decision/ecommerce',
};
const caseWords = inEach((language) => caseSentences[language]);

/** A proposal as the fact it would become. */
export function factFrom(
  proposal: StepProposal,
  data: JsonObject,
  revision: number,
  party?: Party,
): StepFact {
  const { type, occurredOn, follows, decision } = proposal;
  return {
    revision,
    type,
    data,
    occurredOn,
    ...(follows === undefined ? {} : { follows }),
    ...(decision === undefined ? {} : { decision }),
    ...(party === undefined ? {} : { party }),
  };
}
