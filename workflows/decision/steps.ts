import { languages, step, type Language } from '@rapporteur/kernel';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
} from 'class-validator';
import { circulationOfDocuments, draft, paragraph, ruleOfProcedure } from '../cite';

export class DecisionSubmitted {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  proponents!: string[];

  @IsIn(languages) originalLang!: Language;

  /** The text, or its title when the text is among the documents. */
  @IsString() @Length(1, 10_000) text!: string;
}

export class DecisionCirculated {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  symbols!: string[];

  @IsString() @Length(1, 50) jobNo!: string;
  @IsIn(['restricted', 'unrestricted']) restriction!: 'restricted' | 'unrestricted';
}

export class DecisionPlacedOnAgenda {
  @IsString() @Length(1, 130) meetingId!: string;
  @IsString() @Length(1, 50) itemNo!: string;
}

/** The bodies that can adopt the decision: the Conference, and the Council between its sessions. */
const bodies = ['ministerialConference', 'generalCouncil'] as const;

/** The parts of the decision that are looked after in cases of their own. */
const parts = ['workingGroup', 'reviews', 'ministerialReport', 'moratorium'] as const;

export type DecisionPart = (typeof parts)[number];

export class DecisionAdopted {
  @IsIn(bodies) body!: (typeof bodies)[number];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  symbols!: string[];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 20, { each: true })
  paras!: string[];

  /** Which parts the text provides for, when its paragraphs are not numbered as the draft's. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(parts, { each: true })
  provides?: DecisionPart[];
}

export class DecisionDeferred {
  @IsOptional() @IsString() @Length(1, 130) toMeeting?: string;
}

export class DecisionWithdrawn {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  by!: string[];
}

export class DecisionNotAdopted {
  @IsString() @Length(1, 2000) reason!: string;
}

/** What a corrigendum may change, and what it may not. */
const natures = ['linguistic', 'editorial', 'substantive'] as const;

export class DecisionCorrigendumIssued {
  @IsString() @Length(1, 100) symbol!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 20, { each: true })
  paras!: string[];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsIn(languages, { each: true })
  langs!: Language[];

  @IsIn(natures) nature!: (typeof natures)[number];
}

export class DecisionLanguageIssued {
  @IsIn(languages) lang!: Language;
  @IsString() @Length(1, 100) symbol!: string;
}

export class DecisionSuperseded {
  @IsString() @Length(1, 100) bySymbol!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 20, { each: true })
  paras!: string[];
}

export class DecisionLapsed {
  /** The event or date that the text tied its term to. */
  @IsString() @Length(1, 500) anchor!: string;
}

const member = { role: 'member' } as const;
const secretariat = { role: 'secretariat' } as const;
const clock = { role: 'clock' } as const;
const conference = { role: 'ministerialConference' } as const;
const council = { role: 'generalCouncil' } as const;

const decisions = ruleOfProcedure('Rule 33');

export const steps = {
  'decision.submitted': step(DecisionSubmitted, [member], draft),
  'decision.circulated': step(DecisionCirculated, [secretariat], circulationOfDocuments),
  'decision.placedOnAgenda': step(
    DecisionPlacedOnAgenda,
    [secretariat],
    ruleOfProcedure('Rules 3-4'),
  ),
  'decision.adopted': step(DecisionAdopted, [conference, council], decisions),
  'decision.deferred': step(DecisionDeferred, [conference, council], ruleOfProcedure('Rule 6')),
  'decision.withdrawn': step(DecisionWithdrawn, [member], draft),
  'decision.notAdopted': step(DecisionNotAdopted, [conference, council], decisions),
  'decision.corrigendumIssued': step(
    DecisionCorrigendumIssued,
    [secretariat],
    circulationOfDocuments,
  ),
  'decision.languageIssued': step(DecisionLanguageIssued, [secretariat], circulationOfDocuments),
  // By the same body or a higher one: the Council acts for the Conference between its sessions. What
  // another case knows of it, such as the new term of a practice, the clock records here.
  'decision.superseded': step(DecisionSuperseded, [conference, council, clock], decisions),
  'decision.lapsed': step(DecisionLapsed, [secretariat], paragraph('7')),
};
