import { IsDay, IsText, IsTexts, Parts, step } from '@rapporteur/kernel';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional } from 'class-validator';
import { paragraph, ruleOfProcedure } from '../cite';
import { subjects, type Subject } from './competence';

/** One thing asked, with an id by which the reports and the group speak of it. */
export class ReferralQuestion {
  @IsText(50) id!: string;
  @IsText(2000) text!: string;
  @IsOptional() @IsIn(subjects) subject?: Subject;
}

export class ReferralDrafted {
  /** The topics of the group that it serves. */
  @IsTexts(130, { least: 0 }) topicIds!: string[];
  /** Any WTO body: `tripsCouncil`, or its name. */
  @IsText(100) body!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @Parts(ReferralQuestion)
  questions!: ReferralQuestion[];
}

export class ReferralAgreed {
  /** The last day for the reply; left out where the request sets none, as the text sets none. */
  @IsOptional() @IsDay() replyBy?: string;
}

export class ReferralReplyDateSet {
  @IsDay() replyBy!: string;
}

export class ReferralTransmitted {
  @IsText(100) symbol!: string;
  @IsDay() date!: string;
}

export class ReferralAcknowledged {
  /** The meeting of the body for whose agenda it is proposed. */
  @IsOptional() @IsText(130) meetingId?: string;
}

export class ReferralAccepted {
  @IsIn(['full', 'partial']) scope!: 'full' | 'partial';
  /** What the body leaves out, by the ids of the questions or in words. */
  @IsOptional() @IsTexts(500) excluded?: string[];
}

const grounds = ['competence', 'noConsensus', 'workload'] as const;

export class ReferralDeclined {
  @IsIn(grounds) reason!: (typeof grounds)[number];
}

export class ReferralInterimReported {
  @IsText(100) symbol!: string;
}

export class ReferralReportedInPart {
  @IsText(100) symbol!: string;
  /** The ids of the questions that it answers. */
  @IsTexts(50, { mostTexts: 50 }) answered!: string[];
}

export class ReferralReported {
  @IsText(100) symbol!: string;
  @IsTexts(50, { least: 0, mostTexts: 50 }) answered!: string[];
  /** The chair of the body reports without the body having adopted the report. */
  @IsOptional() @IsBoolean() onChairResponsibility?: boolean;
}

export class ReferralNilReported {
  @IsOptional() @IsText(100) symbol?: string;
}

/** What the group does about a question that remains. */
export class ReferralRemaining {
  @IsText(50) question!: string;
  @IsIn(['pursued', 'dropped']) action!: 'pursued' | 'dropped';
}

export class ReferralNoted {
  @IsText(130) meetingId!: string;
  @IsArray() @ArrayMaxSize(50) @Parts(ReferralRemaining) remaining!: ReferralRemaining[];
}

export class ReferralRecalled {
  @IsText(2000) reason!: string;
}

export class ReferralReplyAwaited {
  /** The day that the request had set. */
  @IsOptional() @IsDay() dueOn?: string;
}

const group = { role: 'body', of: 'workingGroup' } as const;
const chairOfGroup = { role: 'chair', of: 'workingGroup' } as const;
const member = { role: 'member' } as const;
const secretariat = { role: 'secretariat' } as const;
const clock = { role: 'clock' } as const;
/** The body asked and its chair: which one that is, the rule `referral.bodyInItsOwnReferral` says. */
const bodyAsked = [
  { role: 'body' },
  { role: 'chair' },
  { role: 'generalCouncil' },
  { role: 'ministerialConference' },
] as const;

const assistance = paragraph('4');
const consensus = ruleOfProcedure('Rule 33');

export const steps = {
  'referral.drafted': step(ReferralDrafted, [chairOfGroup, member, secretariat], assistance),
  'referral.agreed': step(ReferralAgreed, [group], assistance),
  'referral.replyDateSet': step(ReferralReplyDateSet, [group], assistance),
  'referral.transmitted': step(ReferralTransmitted, [secretariat, chairOfGroup], assistance),
  'referral.acknowledged': step(ReferralAcknowledged, bodyAsked, assistance),
  'referral.accepted': step(ReferralAccepted, bodyAsked, consensus),
  'referral.declined': step(ReferralDeclined, bodyAsked, assistance),
  'referral.interimReported': step(ReferralInterimReported, bodyAsked, assistance),
  'referral.reportedInPart': step(ReferralReportedInPart, bodyAsked, assistance),
  'referral.reported': step(ReferralReported, bodyAsked, assistance),
  'referral.nilReported': step(ReferralNilReported, bodyAsked, assistance),
  'referral.noted': step(ReferralNoted, [group], assistance),
  'referral.recalled': step(ReferralRecalled, [group, clock], assistance),
  'referral.replyAwaited': step(ReferralReplyAwaited, [clock, secretariat], assistance),
};
