import { IsDay, IsText, IsTexts, step } from '@rapporteur/kernel';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
} from 'class-validator';
import { circulationOfDocuments } from '../cite';

export const documentLanguages = ['en', 'fr', 'es'] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];

const accesses = ['restricted', 'unrestricted'] as const;
const kinds = ['minutes', 'memberPaper', 'report', 'decision', 'other'] as const;

/** A document is known; the same one may be registered again, for another body or topic. */
export class DocumentRegistered {
  /** One document may carry several. */
  @IsTexts(100, { mostTexts: 20 }) symbols!: string[];
  @IsOptional() @IsText(50) jobNo?: string;
  /** The digest of its bytes, in hexadecimal digits; the bytes themselves are never stored. */
  @IsOptional() @IsText(64) sha256?: string;
  @IsIn(accesses) access!: (typeof accesses)[number];
  @IsOptional() @IsIn(kinds) kind?: (typeof kinds)[number];
  @IsOptional() @IsText(500) title?: string;
  @IsOptional() @IsIn(documentLanguages) originalLang?: DocumentLanguage;
}

export class DocumentCirculated {
  /** The day that the document bears, where it is not the day of the step. */
  @IsOptional() @IsDay() date?: string;
}

export class DocumentTranslated {
  @IsIn(documentLanguages) lang!: DocumentLanguage;
  @IsOptional() @IsText(100) symbol?: string;
}

const grounds = ['period', 'firstConsideration', 'request', 'decision'] as const;

export class DocumentDerestricted {
  /** On what ground: its days have run, a body has considered it, its author asked, it was decided. */
  @IsIn(grounds) rule!: (typeof grounds)[number];
  @IsOptional() @IsDay() date?: string;
}

/** A Member has the restriction of its paper extended, or objects to the derestriction of minutes. */
export class DocumentRestrictionExtended {
  @IsOptional() @IsText(100) member?: string;
  @IsOptional() @IsInt() @Min(1) @Max(3650) days?: number;
}

export class DocumentRevised {
  @IsText(100) symbol!: string;
}

export class DocumentCorrected {
  @IsText(100) symbol!: string;
  /** The language versions that the corrigendum corrects. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @IsIn(documentLanguages, { each: true })
  langs?: DocumentLanguage[];
}

export class DocumentSupplemented {
  @IsText(100) symbol!: string;
}

const secretariat = { role: 'secretariat' } as const;
const clock = { role: 'clock' } as const;
const member = { role: 'member' } as const;

const cite = circulationOfDocuments;

export const steps = {
  'document.registered': step(DocumentRegistered, [secretariat, clock], cite),
  'document.circulated': step(DocumentCirculated, [secretariat], cite),
  'document.translated': step(DocumentTranslated, [secretariat], cite),
  'document.derestricted': step(DocumentDerestricted, [clock, secretariat], cite),
  'document.restrictionExtended': step(DocumentRestrictionExtended, [member], cite),
  'document.revised': step(DocumentRevised, [secretariat], cite),
  'document.corrected': step(DocumentCorrected, [secretariat], cite),
  'document.supplemented': step(DocumentSupplemented, [secretariat], cite),
};
