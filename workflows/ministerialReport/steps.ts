import { IsDay, IsText, IsTexts, Part, step } from '@rapporteur/kernel';
import { IsOptional } from 'class-validator';
import { paragraph, ruleOfProcedure } from '../cite';

export class MinisterialReportRequested {
  @IsOptional() @IsText(20) para?: string;
}

export class MinisterialReportDrafted {
  @IsText(100) symbol!: string;
  /** The periodic reviews on which it reports. */
  @IsOptional() @IsTexts(130, { least: 0 }) reviewIds?: string[];
}

export class MinisterialReportAdopted {
  @IsOptional() @IsText(100) symbol?: string;
  @IsOptional() @IsText(5000) text?: string;
}

/** Sent to the Conference; an addendum or a revision is sent as the report itself was. */
export class MinisterialReportTransmitted {
  @IsText(100) symbol!: string;
}

export class MinisterialReportConsidered {
  @IsText(5000) outcome!: string;
}

/** The session to which the report is due, and its first day if it has one. */
export class ReportAnchor {
  /** `session/mc12` */
  @IsText(130) session!: string;
  @IsOptional() @IsDay() firstDay?: string;
}

export class MinisterialReportReanchored {
  /** Left out when the report was tied to no session before. */
  @IsOptional() @Part(ReportAnchor) oldAnchor?: ReportAnchor;
  /** Left out when there is no session any more to which it could be due. */
  @IsOptional() @Part(ReportAnchor) newAnchor?: ReportAnchor;
}

export class MinisterialReportMissed {
  /** The session that closed without it. */
  @IsText(130) session!: string;
  @IsOptional() @IsText(2000) reason?: string;
}

const conference = { role: 'ministerialConference' } as const;
const council = { role: 'generalCouncil' } as const;
const chairOfCouncil = { role: 'chair', of: 'generalCouncil' } as const;
const secretariat = { role: 'secretariat' } as const;
const clock = { role: 'clock' } as const;

const report = paragraph('6');
const decisions = ruleOfProcedure('Rule 33');

export const steps = {
  'ministerialReport.requested': step(MinisterialReportRequested, [clock], report),
  'ministerialReport.drafted': step(
    MinisterialReportDrafted,
    [secretariat, chairOfCouncil],
    report,
  ),
  'ministerialReport.adopted': step(MinisterialReportAdopted, [council], decisions),
  'ministerialReport.transmitted': step(MinisterialReportTransmitted, [secretariat], report),
  'ministerialReport.considered': step(MinisterialReportConsidered, [conference], report),
  'ministerialReport.reanchored': step(MinisterialReportReanchored, [clock], report),
  'ministerialReport.missed': step(MinisterialReportMissed, [clock, secretariat], report),
};
