import { IsDay, IsText, IsTexts, languages, Part, step, type Language } from '@rapporteur/kernel';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { circulationOfDocuments, paragraph, ruleOfProcedure } from '../cite';
import { reviewMonths, type ReviewMonth } from '../review-months';

export class ReportRequested {
  /** The month of the review for which it is asked: `2018-07`. */
  @IsIn(reviewMonths) month!: ReviewMonth;
  @IsText(20) para!: string;
}

/** The days of the group's work that a report gives an account of, both included. */
export class ReportCoverage {
  @IsDay() from!: string;
  @IsDay() to!: string;
}

/** Also a revision of the draft. */
export class ReportDrafted {
  @IsText(100) symbol!: string;
  @Part(ReportCoverage) coverage!: ReportCoverage;
  /** By the ids of `sections.ts` where it has one: `internationalRules`, `views`. */
  @IsTexts(200) sections!: string[];
}

export class ReportTabled {
  @IsText(130) meetingId!: string;
}

export class ReportAdopted {
  /** The text, or its symbol when the text is among the documents. */
  @IsText(10_000) text!: string;
  /** The positions of Members who did not share a view that the report gives. */
  @IsTexts(2000, { least: 0 }) dissent!: string[];
}

export class ReportIssuedOnChairResponsibility {
  @IsText(2000) reason!: string;
}

/** Why a report came after the day of the notice. */
export class ReportDelay {
  @IsText(2000) reason!: string;
}

export class ReportSubmitted {
  @IsText(100) symbol!: string;
  @IsDay() circulatedOn!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @IsIn(languages, { each: true })
  langs!: Language[];

  @IsOptional() @Part(ReportDelay) late?: ReportDelay;
}

/** By an addendum or a supplement. */
export class ReportSupplemented {
  @IsText(100) symbol!: string;
}

/** By a corrigendum. */
export class ReportCorrected {
  @IsText(100) symbol!: string;
}

export class ReportConsidered {
  @IsText(130) reviewId!: string;
}

export class ReportMissed {
  @IsOptional() @IsText(2000) reason?: string;
}

const group = { role: 'body', of: 'workingGroup' } as const;
const chairOfGroup = { role: 'chair', of: 'workingGroup' } as const;
const council = { role: 'generalCouncil' } as const;
const secretariat = { role: 'secretariat' } as const;
const clock = { role: 'clock' } as const;

const basis = paragraph('6');
const consensus = ruleOfProcedure('Rule 33');

export const steps = {
  'report.requested': step(ReportRequested, [clock], basis),
  'report.drafted': step(ReportDrafted, [chairOfGroup, secretariat], basis),
  'report.tabled': step(ReportTabled, [chairOfGroup], basis),
  'report.adopted': step(ReportAdopted, [group], consensus),
  'report.issuedOnChairResponsibility': step(
    ReportIssuedOnChairResponsibility,
    [chairOfGroup],
    consensus,
  ),
  'report.submitted': step(ReportSubmitted, [secretariat, chairOfGroup], basis),
  'report.supplemented': step(ReportSupplemented, [secretariat], circulationOfDocuments),
  'report.corrected': step(ReportCorrected, [secretariat], circulationOfDocuments),
  'report.considered': step(ReportConsidered, [council, clock], basis),
  'report.missed': step(ReportMissed, [clock, secretariat], basis),
};
