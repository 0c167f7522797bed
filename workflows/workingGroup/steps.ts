import { IsDay, Part, step } from '@rapporteur/kernel';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
} from 'class-validator';
import { paragraph, ruleOfProcedure } from '../cite';

export class WorkingGroupEstablishmentInstructed {
  @IsString() @Length(1, 100) decisionSymbol!: string;
  @IsString() @Length(1, 20) para!: string;
}

export class WorkingGroupEstablished {
  @IsIn(['generalCouncil']) body!: 'generalCouncil';
  @IsString() @Length(1, 5000) termsOfReference!: string;
  @IsString() @Length(1, 100) symbol!: string;
}

export class WorkingGroupEstablishmentBlocked {
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  objectors?: string[];

  @IsString() @Length(1, 2000) note!: string;
}

export class WorkingGroupFirstMeetingHeld {
  @IsString() @Length(1, 130) meetingId!: string;
}

export class WorkingGroupBecameDormant {
  @IsString() @Length(1, 2000) reason!: string;
}

export class WorkingGroupSuspended {
  @IsOptional() @IsDay() until?: string;
  /** The decision it rests on. */
  @IsString() @Length(1, 200) authority!: string;
}

export class WorkingGroupResumed {
  @IsString() @Length(1, 200) authority!: string;
}

/** When a mandate ends: on a date, with an event, or whichever the decision says comes first. */
export class MandateTerm {
  @IsOptional() @IsDay() date?: string;
  @IsOptional() @IsString() @Length(1, 500) event?: string;
}

export class WorkingGroupMandateTermSet {
  @Part(MandateTerm) until!: MandateTerm;
}

export class WorkingGroupMandateExtended {
  @Part(MandateTerm) until!: MandateTerm;
}

export class WorkingGroupMandateNearedExpiry {
  @IsString() @Length(1, 500) anchor!: string;
}

export class WorkingGroupMandateExpired {
  @IsString() @Length(1, 500) anchor!: string;
}

export class WorkingGroupConcluded {
  @IsOptional() @IsString() @Length(1, 100) finalReport?: string;
}

export class WorkingGroupTerminated {
  @IsOptional() @IsString() @Length(1, 100) finalReport?: string;
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
  'workingGroup.mandateExpired': step(WorkingGroupMandateExpired, [clock, secretariat], decisions),
  'workingGroup.concluded': step(WorkingGroupConcluded, [council], decisions),
  'workingGroup.terminated': step(WorkingGroupTerminated, [council], decisions),
};
