import { IsDay, IsText, IsTexts, Part, SaysOneOf, step } from '@rapporteur/kernel';
import { IsIn, IsOptional } from 'class-validator';
import { paragraph, ruleOfProcedure } from '../cite';

export class WorkingGroupEstablishmentInstructed {
  @IsText(100) decisionSymbol!: string;
  @IsText(20) para!: string;
}

export class WorkingGroupEstablished {
  @IsIn(['generalCouncil']) body!: 'generalCouncil';
  @IsText(5000) termsOfReference!: string;
  @IsText(100) symbol!: string;
}

export class WorkingGroupEstablishmentBlocked {
  @IsOptional() @IsTexts(100) objectors?: string[];

  @IsText(2000) note!: string;
}

export class WorkingGroupFirstMeetingHeld {
  @IsText(130) meetingId!: string;
}

export class WorkingGroupBecameDormant {
  @IsText(2000) reason!: string;
}

export class WorkingGroupSuspended {
  @IsOptional() @IsDay() until?: string;
  /** The decision it rests on. */
  @IsText(200) authority!: string;
}

export class WorkingGroupResumed {
  @IsText(200) authority!: string;
}

/** When a mandate ends: on a date, with an event, or whichever comes first; it says one at least. */
@SaysOneOf('date', 'event')
export class MandateTerm {
  @IsOptional() @IsDay() date?: string;
  @IsOptional() @IsText(500) event?: string;
}

export class WorkingGroupMandateTermSet {
  @Part(MandateTerm) until!: MandateTerm;
}

export class WorkingGroupMandateExtended {
  @Part(MandateTerm) until!: MandateTerm;
}

export class WorkingGroupMandateNearedExpiry {
  @IsText(500) anchor!: string;
}

export class WorkingGroupMandateExpired {
  @IsText(500) anchor!: string;
}

export class WorkingGroupConcluded {
  @IsOptional() @IsText(100) finalReport?: string;
}

export class WorkingGroupTerminated {
  @IsOptional() @IsText(100) finalReport?: string;
}

const council = { role: 'generalCouncil' } as const;
const conference = { role: 'ministerialConference' } as const;
const secretariat = { role: 'secretariat' } as const;
const clock = { role: 'clock' } as const;

const auspices = paragraph('1');
const instruction = paragraph('2');
// The text sets no end date; what limits the mandate is a decision of its own.
const decisions = ruleOfProcedure('Rule 33');

export const steps = {
  'workingGroup.establishmentInstructed': step(
    WorkingGroupEstablishmentInstructed,
    [clock],
    instruction,
  ),
  'workingGroup.established': step(WorkingGroupEstablished, [council], instruction),
  'workingGroup.establishmentBlocked': step(
    WorkingGroupEstablishmentBlocked,
    [council],
    instruction,
  ),
  'workingGroup.firstMeetingHeld': step(WorkingGroupFirstMeetingHeld, [secretariat], instruction),
  'workingGroup.becameDormant': step(WorkingGroupBecameDormant, [secretariat], auspices),
  'workingGroup.suspended': step(WorkingGroupSuspended, [council], decisions),
  'workingGroup.resumed': step(WorkingGroupResumed, [council], decisions),
  'workingGroup.mandateTermSet': step(WorkingGroupMandateTermSet, [conference, council], decisions),
  'workingGroup.mandateExtended': step(
    WorkingGroupMandateExtended,
    [conference, council],
    decisions,
  ),
  'workingGroup.mandateNearedExpiry': step(
    WorkingGroupMandateNearedExpiry,
    [clock, secretariat],
    decisions,
  ),
  'workingGroup.mandateExpired': step(WorkingGroupMandateExpired, [secretariat], decisions),
  'workingGroup.concluded': step(WorkingGroupConcluded, [council], decisions),
  'workingGroup.terminated': step(WorkingGroupTerminated, [council], decisions),
};
