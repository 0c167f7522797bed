import { IsDay, IsText, IsTexts, Part, Parts, step } from '@rapporteur/kernel';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Min,
} from 'class-validator';
import { ruleOfProcedure, rulesOfProcedure } from '../cite';

/** Days on which a body sits without a break; one day when it says no last one. */
export class MeetingSpan {
  @IsDay() from!: string;
  @IsOptional() @IsDay() to?: string;
}

const formats = ['formal', 'informal', 'special'] as const;

export class MeetingPlanned {
  /** The body that meets: `generalCouncil`, `workingGroup`. */
  @IsString() @Length(1, 100) body!: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @Parts(MeetingSpan) spans!: MeetingSpan[];
  @IsIn(formats) format!: (typeof formats)[number];
}

/** Of a meeting entered afterwards it may be known only that it was held, and on which days. */
export class MeetingHeld {
  @IsText(100) body!: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @Parts(MeetingSpan) spans!: MeetingSpan[];
  @IsIn(formats) format!: (typeof formats)[number];
}

/** Why the notice is shorter, and whether a majority of Members concurs. */
export class MeetingUrgency {
  @IsString() @Length(1, 2000) reason!: string;
  @IsBoolean() majorityConcurs!: boolean;
}

export class MeetingConvened {
  @IsString() @Length(1, 100) airgramSymbol!: string;
  @IsDay() noticeDate!: string;
  @IsOptional() @Part(MeetingUrgency) urgent?: MeetingUrgency;
}

export class MeetingAgendaCirculated {
  @IsString() @Length(1, 100) symbol!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  items!: string[];
}

export class MeetingOpened {
  /** A reference to the person who presides, never a name: `HOLDER-A`. */
  @IsString() @Length(1, 100) presidingRef!: string;
  @IsString() @Length(1, 100) capacity!: string;
  @IsIn(['presumed', 'counted']) quorum!: 'presumed' | 'counted';
}

export class MeetingAgendaAdopted {
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  removed!: string[];

  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  added!: string[];
}

export class MeetingQuorumChallenged {
  /** How many Members were counted; left out when the chair ruled without a count. */
  @IsOptional() @IsInt() @Min(0) present?: number;
  @IsInt() @Min(1) required!: number;
  @IsIn(['reached', 'lacking']) result!: 'reached' | 'lacking';
}

export class MeetingAdjourned {
  @IsOptional() @IsDay() resumeOn?: string;
}

export class MeetingResumed {
  @Part(MeetingSpan) span!: MeetingSpan;
}

export class MeetingClosed {
  /** The time at the seat, as the minutes give it: `18:05`. */
  @IsString() @Length(1, 50) endedAt!: string;
}

export class MeetingPostponed {
  /** Its first day; left out while nobody has set one. */
  @IsOptional() @IsDay() newDate?: string;
  @IsString() @Length(1, 2000) reason!: string;
  @IsString() @Length(1, 100) by!: string;
}

export class MeetingCancelled {
  @IsString() @Length(1, 2000) reason!: string;
  @IsString() @Length(1, 100) by!: string;
}

export class MeetingMinutesDraftCirculated {
  @IsString() @Length(1, 100) symbol!: string;
}

export class MeetingMinutesVerificationOpened {
  /** The last day on which delegations may check their own statements. */
  @IsOptional() @IsDay() until?: string;
}

const findings = ['confirmed', 'differing'] as const;

/** What the minutes say of a step that was recorded as taken at the meeting. */
export class MeetingMinutedStep {
  /** `procedure/case` */
  @Matches(/^[a-z][a-zA-Z0-9]{0,62}\/[a-z0-9][a-z0-9-]{0,62}$/) case!: string;
  @IsInt() @Min(0) revision!: number;
  @IsIn(findings) finding!: (typeof findings)[number];
  /** In what the minutes differ. */
  @IsOptional() @IsText(2000) note?: string;
}

export class MeetingMinutesIssued {
  @IsString() @Length(1, 100) symbol!: string;
  @IsDay() issuedOn!: string;
  /** The steps compared with the minutes; those confirmed have the minutes as their evidence. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @Parts(MeetingMinutedStep)
  steps?: MeetingMinutedStep[];
  /** What the minutes show and nobody has recorded, in words. */
  @IsOptional() @IsTexts(500, { least: 0 }) missing?: string[];
}

export class MeetingMinutesCorrected {
  @IsString() @Length(1, 100) corrSymbol!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 20, { each: true })
  paras!: string[];
}

const secretariat = { role: 'secretariat' } as const;
const member = { role: 'member' } as const;
const presiding = { role: 'chair' } as const;
const bodies = [
  { role: 'body' },
  { role: 'generalCouncil' },
  { role: 'ministerialConference' },
] as const;

const notice = ruleOfProcedure('Rule 2');
const agenda = ruleOfProcedure('Rule 6');
const quorum = ruleOfProcedure('Rule 16');
const records = ruleOfProcedure('Rule 36');

export const steps = {
  'meeting.planned': step(MeetingPlanned, [secretariat], notice),
  'meeting.held': step(MeetingHeld, [secretariat], records),
  'meeting.convened': step(MeetingConvened, [secretariat], notice),
  'meeting.agendaCirculated': step(
    MeetingAgendaCirculated,
    [secretariat],
    ruleOfProcedure('Rule 5'),
  ),
  'meeting.opened': step(MeetingOpened, [presiding], quorum),
  'meeting.agendaAdopted': step(MeetingAgendaAdopted, bodies, agenda),
  'meeting.quorumChallenged': step(MeetingQuorumChallenged, [member], quorum),
  'meeting.adjourned': step(MeetingAdjourned, bodies, rulesOfProcedure),
  'meeting.resumed': step(MeetingResumed, bodies, rulesOfProcedure),
  'meeting.closed': step(MeetingClosed, [presiding], rulesOfProcedure),
  'meeting.postponed': step(MeetingPostponed, [presiding, ...bodies], notice),
  'meeting.cancelled': step(MeetingCancelled, [presiding, ...bodies], notice),
  'meeting.minutesDraftCirculated': step(MeetingMinutesDraftCirculated, [secretariat], records),
  'meeting.minutesVerificationOpened': step(
    MeetingMinutesVerificationOpened,
    [secretariat],
    records,
  ),
  'meeting.minutesIssued': step(MeetingMinutesIssued, [secretariat], records),
  'meeting.minutesCorrected': step(MeetingMinutesCorrected, [secretariat], records),
};
