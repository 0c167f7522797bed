import { IsText, step } from '@rapporteur/kernel';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { paragraph, ruleOfProcedure } from '../cite';
import { reviewMonths, type ReviewMonth } from '../review-months';

export class ReviewScheduled {
  /** The month of the General Council's session: `2018-07`. */
  @IsIn(reviewMonths) month!: ReviewMonth;
  @IsText(20) para!: string;
}

export class ReviewAnchored {
  @IsText(130) meetingId!: string;
}

export class ReviewReportReceived {
  @IsText(130) reportId!: string;
  /** It came after the day of the notice of the meeting. */
  @IsOptional() @IsBoolean() late?: boolean;
}

export class ReviewListed {
  @IsText(50) itemNo!: string;
}

export class ReviewOpened {}

/** What came of it. */
const outcomes = ['noted', 'guidance'] as const;

/** What it rested on: the group's report, reports of the bodies, oral statements alone, nothing. */
const bases = ['wg', 'bodies', 'oral', 'none'] as const;

export class ReviewHeld {
  @IsIn(outcomes) outcome!: (typeof outcomes)[number];
  @IsIn(bases) reportBasis!: (typeof bases)[number];
  @IsOptional() @IsText(5000) guidance?: string;
}

export class ReviewDeferred {
  /** Left out while nobody has said to which. */
  @IsOptional() @IsText(130) toMeeting?: string;
}

export class ReviewMissed {
  @IsOptional() @IsText(2000) reason?: string;
}

const council = { role: 'generalCouncil' } as const;
const chairOfCouncil = { role: 'chair', of: 'generalCouncil' } as const;
const secretariat = { role: 'secretariat' } as const;
const clock = { role: 'clock' } as const;

const reviews = paragraph('6');

export const steps = {
  'review.scheduled': step(ReviewScheduled, [clock], reviews),
  'review.anchored': step(ReviewAnchored, [secretariat], reviews),
  'review.reportReceived': step(ReviewReportReceived, [clock, secretariat], reviews),
  'review.listed': step(ReviewListed, [secretariat], ruleOfProcedure('Rules 3-4')),
  'review.opened': step(ReviewOpened, [chairOfCouncil], reviews),
  'review.held': step(ReviewHeld, [council], reviews),
  'review.deferred': step(ReviewDeferred, [council], ruleOfProcedure('Rule 6')),
  'review.missed': step(ReviewMissed, [clock, secretariat], reviews),
};
