import { IsDay, IsText, IsTexts, step } from '@rapporteur/kernel';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional } from 'class-validator';
import { paragraph, ruleOfProcedure } from '../cite';

export class WorkPlanRequested {
  @IsText(20) para!: string;
}

export class WorkPlanDrafted {
  @IsText(100) symbol!: string;
  @IsTexts(500) items!: string[];
}

export class WorkPlanCalendarDrafted {
  @IsText(100) symbol!: string;
  /** The first day of each meeting. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @IsDay({ each: true }) dates!: string[];
}

/** A draft is put before the group. */
export class WorkPlanTabled {
  @IsText(130) meetingId!: string;
}

export class WorkPlanAgreed {
  @IsText(100) symbol!: string;
  @IsDay() effectiveFrom!: string;
}

export class WorkPlanAgreedAdReferendum {
  /** The last day on which those who reserved their position may confirm. */
  @IsDay() confirmBy!: string;
  @IsTexts(100) reservers!: string[];
}

/** The last reservation is lifted: what was agreed ad referendum takes effect. */
export class WorkPlanConfirmed {
  @IsDay() effectiveFrom!: string;
}

export class WorkPlanDeferred {
  @IsText(130) toMeeting!: string;
  @IsOptional() @IsText(2000) reason?: string;
}

export class WorkPlanRevisionOpened {
  @IsOptional() @IsText(2000) reason?: string;
}

export class WorkPlanRevised {
  @IsText(100) symbol!: string;
  /** What is other than before. */
  @IsText(5000) diff!: string;
}

export class WorkPlanCalendarRevised {
  @IsText(100) symbol!: string;
  @IsText(5000) diff!: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @IsDay({ each: true }) dates!: string[];
}

export class WorkPlanCompleted {}

export class WorkPlanLapsed {
  @IsOptional() @IsText(2000) reason?: string;
}

const group = { role: 'body', of: 'workingGroup' } as const;
const chairOfGroup = { role: 'chair', of: 'workingGroup' } as const;
const secretariat = { role: 'secretariat' } as const;
const clock = { role: 'clock' } as const;

const mandate = paragraph('2');
const consensus = ruleOfProcedure('Rule 33');

export const steps = {
  'workPlan.requested': step(WorkPlanRequested, [clock], mandate),
  'workPlan.drafted': step(WorkPlanDrafted, [chairOfGroup, secretariat], mandate),
  'workPlan.tabled': step(WorkPlanTabled, [chairOfGroup], mandate),
  'workPlan.agreed': step(WorkPlanAgreed, [group], mandate),
  'workPlan.agreedAdReferendum': step(WorkPlanAgreedAdReferendum, [group], consensus),
  'workPlan.confirmed': step(WorkPlanConfirmed, [secretariat], consensus),
  'workPlan.deferred': step(WorkPlanDeferred, [group], mandate),
  'workPlan.revisionOpened': step(WorkPlanRevisionOpened, [group], mandate),
  'workPlan.revised': step(WorkPlanRevised, [group], mandate),
  'workPlan.completed': step(WorkPlanCompleted, [group], mandate),
  'workPlan.lapsed': step(WorkPlanLapsed, [secretariat], consensus),
  'workPlan.calendarDrafted': step(WorkPlanCalendarDrafted, [chairOfGroup, secretariat], mandate),
  'workPlan.calendarTabled': step(WorkPlanTabled, [chairOfGroup], mandate),
  'workPlan.calendarAgreed': step(WorkPlanAgreed, [group], mandate),
  'workPlan.calendarAgreedAdReferendum': step(WorkPlanAgreedAdReferendum, [group], consensus),
  'workPlan.calendarConfirmed': step(WorkPlanConfirmed, [secretariat], consensus),
  'workPlan.calendarDeferred': step(WorkPlanDeferred, [group], mandate),
  'workPlan.calendarRevisionOpened': step(WorkPlanRevisionOpened, [group], mandate),
  'workPlan.calendarRevised': step(WorkPlanCalendarRevised, [group], mandate),
  'workPlan.calendarCompleted': step(WorkPlanCompleted, [group], mandate),
  'workPlan.calendarLapsed': step(WorkPlanLapsed, [secretariat], consensus),
};
